package search

import (
	"encoding/base64"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
)

// An index finds the lines that can hold a folded text without looking into them. Lines are numbered
// through the archive: each record has one for its title and names, and then its own.
//
// Its grams are pairs of characters and, of Latin letters, threes. What is asked for alone and never as a piece of
// something longer is listed once for each record (on the line of the title if it is there, else on
// the next one): single characters, pairs of Latin letters, under shortMark the Latin words of up to
// three letters, which stand within too many longer ones, and under nameMark the entities that are named.
//
// It is sorted by gram.
type index []listed

// A listed gram is one with its lines.
type listed struct {
	gram string
	posting
}

// Marks before what is no piece of text; folding leaves neither in any text.
const (
	shortMark = "\x01"
	nameMark  = "\x02"
)

// short is the length up to which Latin words are indexed as words.
const short = 3

// A posting is the lines that have a gram, ascending, as varints of the distances.
type posting struct {
	deltas []byte
	n      int
	last   uint32
}

// An indexer adds the texts of one record after the other.
type indexer struct {
	pieces map[gram]*posting
	latin  []*posting          // those of Latin letters and spaces, by their number
	named  map[string]*posting // under one of the marks
	told   []uint32            // of single characters of the first plane, the line on which they were last listed, plus one
	called *trie
	first  uint32 // line of the title of the record
}

func newIndexer(names []Name) *indexer {
	return &indexer{
		pieces: map[gram]*posting{}, latin: make([]*posting, latins*latins*latins), named: map[string]*posting{}, told: make([]uint32, 0x10000),
		called: newTrie(names),
	}
}

// latins is one more than there are Latin letters, digits and the space.
const latins = 26 + 10 + 1 + 1

// latinNumber is the number of a Latin letter, a digit or the space, and of no character at all 0; not ok for any other.
func latinNumber(r gram) (n int, ok bool) {
	switch {
	case 'a' <= r && r <= 'z':
		return int(r-'a') + 1, true
	case '0' <= r && r <= '9':
		return int(r-'0') + 27, true
	case r == ' ':
		return 37, true
	}
	return 0, r == 0
}

// posting returns that of a gram.
func (x *indexer) posting(g gram) *posting {
	const one = 1<<gramBits - 1
	a, ok1 := latinNumber(g >> (2 * gramBits))
	b, ok2 := latinNumber(g >> gramBits & one)
	c, ok3 := latinNumber(g & one)
	if ok1 && ok2 && ok3 {
		p := &x.latin[(a*latins+b)*latins+c]
		if *p == nil {
			*p = &posting{}
		}
		return *p
	}
	p := x.pieces[g]
	if p == nil {
		p = &posting{}
		x.pieces[g] = p
	}
	return p
}

// A gram is up to three characters, packed so that they are found quickly: 21 bits each, the last one lowest. No text has NUL.
type gram uint64

const gramBits = 21

// String is the text of the gram.
func (g gram) String() string {
	var b strings.Builder
	for shift := 2 * gramBits; shift >= 0; shift -= gramBits {
		if r := rune(g >> shift & (1<<gramBits - 1)); r != 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// add adds a line of the record: 0 for its title and names.
func (x *indexer) add(line int, folded string) {
	once := x.first + uint32(min(line, 1))
	eachGram(folded, func(g gram, alone bool) {
		if !alone {
			x.posting(g).put(x.first + uint32(line))
			return
		}
		if g < gram(len(x.told)) { // most characters come again and again
			if x.told[g] == once+1 {
				return
			}
			x.told[g] = once + 1
		}
		x.posting(g).put(once)
	})
	for _, word := range shortWords(folded) {
		x.put(shortMark+word, once)
	}
	x.called.find(folded, func(n int) { x.put(nameKey(n), once) })
}

func (x *indexer) put(name string, line uint32) {
	p := x.named[name]
	if p == nil {
		p = &posting{}
		x.named[strings.Clone(name)] = p
	}
	p.put(line)
}

// nameKey is the gram of an entity.
func nameKey(n int) string { return nameMark + strconv.Itoa(n) }

// index returns all that was added.
func (x *indexer) index() index {
	out := make(index, 0, len(x.pieces)+len(x.named))
	for g, p := range x.pieces {
		out = append(out, listed{g.String(), *p})
	}
	letters := []rune("\x00abcdefghijklmnopqrstuvwxyz0123456789 ")
	for n, p := range x.latin {
		if p != nil {
			g := gram(letters[n/latins/latins])<<(2*gramBits) | gram(letters[n/latins%latins])<<gramBits | gram(letters[n%latins])
			out = append(out, listed{g.String(), *p})
		}
	}
	for name, p := range x.named {
		out = append(out, listed{name, *p})
	}
	slices.SortFunc(out, func(a, b listed) int { return strings.Compare(a.gram, b.gram) })
	return out
}

// put adds a line, unless it is there.
func (p *posting) put(line uint32) {
	if p.n > 0 && line <= p.last {
		return
	}
	p.deltas = binary.AppendUvarint(p.deltas, uint64(line-p.last))
	p.last = line
	p.n++
}

// eachGram calls back with the grams of a folded text, and whether they are only asked for alone.
func eachGram(text string, found func(g gram, alone bool)) {
	var last gram // the characters so far, the older ones higher
	letters := 0  // how many of the last ones are Latin
	n := 0
	for _, r := range text {
		last = last<<gramBits | gram(r)
		n++
		if latin(r) || r == ' ' {
			letters++
		} else {
			letters = 0
		}
		found(last&(1<<gramBits-1), true)
		if n > 1 {
			found(last&(1<<(2*gramBits)-1), letters > 1)
		}
		if letters > 2 {
			found(last&(1<<(3*gramBits)-1), false)
		}
	}
}

// shortWords returns the Latin words of a folded text that are short.
func shortWords(text string) []string {
	var out []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !latin(r) }) {
		if len(word) <= short {
			out = append(out, word)
		}
	}
	return out
}

// String writes a posting as Base64: a byte that says how, and then the distances as varints (0),
// or a bit for each line (1), whichever is shorter.
func (p *posting) String() string { return string(p.appendBase64(nil)) }

// appendBase64 appends what String returns.
func (p *posting) appendBase64(out []byte) []byte {
	var data []byte
	if bits := p.bits(); bits > len(p.deltas) {
		data = append([]byte{0}, p.deltas...)
	} else {
		data = make([]byte, bits)
		data[0] = 1
		line := uint32(0)
		for rest := p.deltas; len(rest) > 0; {
			delta, n := binary.Uvarint(rest)
			line, rest = line+uint32(delta), rest[n:]
			data[1+line/8] |= 1 << (line % 8)
		}
	}
	return base64.RawStdEncoding.AppendEncode(out, data)
}

// bits is how many bytes a posting has with a bit for each line.
func (p *posting) bits() int { return int(p.last)/8 + 2 }

// size is the length of the string.
func (p *posting) size() int { return base64.RawStdEncoding.EncodedLen(min(1+len(p.deltas), p.bits())) }

// lines returns the numbers of the lines.
func (p *posting) lines() []uint32 {
	out, last := make([]uint32, 0, p.n), uint32(0)
	for rest := p.deltas; len(rest) > 0; {
		delta, n := binary.Uvarint(rest)
		last += uint32(delta)
		out, rest = append(out, last), rest[n:]
	}
	return out
}
