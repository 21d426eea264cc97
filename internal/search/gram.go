package search

import (
	"encoding/base64"
	"encoding/binary"
	"strconv"
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

// A gram packed into a number: one or two characters, the last one lowest; or, above all characters, what of Latin letters is listed in threes
// or as a word, or the number of an entity that is named. No text has NUL.
type gram uint64

const (
	charBits   = 21
	letterBits = 7
	gramBits   = 2 * charBits

	threes gram = 0x1fffff << charBits // the letters are in the lower half
	shorts gram = 0x1ffffe << charBits // likewise
	named  gram = 0x1ffffd << charBits // the number is in the lower half
	lower  gram = 1<<charBits - 1
)

// String is the gram as the index has it.
func (g gram) String() string {
	switch g &^ lower {
	case threes:
		return letters(g)
	case shorts:
		return shortMark + letters(g)
	case named:
		return nameMark + strconv.Itoa(int(g&lower))
	}
	if first := g >> charBits; first != 0 {
		return string([]rune{rune(first), rune(g & lower)})
	}
	return string(rune(g))
}

// letters returns the letters in the lower half of a gram.
func letters(g gram) string {
	var out []byte
	for shift := (short - 1) * letterBits; shift >= 0; shift -= letterBits {
		if c := byte(g >> shift & (1<<letterBits - 1)); c != 0 {
			out = append(out, c)
		}
	}
	return string(out)
}

// A piece is a gram that stands in a text, and, in its lowest bit, whether it is only asked for alone.
type piece uint64

func pieceOf(g gram, alone bool) piece {
	if alone {
		return piece(g<<1 | 1)
	}
	return piece(g << 1)
}

func (p piece) gram() gram  { return gram(p >> 1) }
func (p piece) alone() bool { return p&1 == 1 }

// appendPieces appends the grams of a folded text.
func appendPieces(out []piece, text []rune) []piece {
	var last, three gram
	latins := 0 // how many of the last characters are Latin
	for i, r := range text {
		if latin(r) || r == ' ' {
			latins++
			three = (three<<letterBits | gram(r)) & lower
		} else {
			latins = 0
		}
		out = append(out, pieceOf(gram(r), true))
		if i > 0 {
			out = append(out, pieceOf(last<<charBits|gram(r), latins > 1))
		}
		if latins > 2 {
			out = append(out, pieceOf(threes|three, false))
		}
		last = gram(r)
	}
	return out
}

// eachShortWord calls back with the Latin words of a folded text that are short.
func eachShortWord(text []rune, found func(gram)) {
	word, n := gram(0), 0
	for i := range len(text) + 1 {
		if i < len(text) && latin(text[i]) {
			word, n = word<<letterBits|gram(text[i]), n+1
			continue
		}
		if 0 < n && n <= short {
			found(shorts | word)
		}
		word, n = 0, 0
	}
}

// A posting is the lines that have a gram, ascending, as varints of the distances.
type posting struct {
	deltas []byte
	n      int
	last   uint32
}

// put adds a line, unless it is there.
func (p *posting) put(line uint32) {
	if p.n > 0 && line <= p.last {
		return
	}
	if delta := line - p.last; delta < 0x80 { // most are
		p.deltas = append(p.deltas, byte(delta))
	} else {
		p.deltas = binary.AppendUvarint(p.deltas, uint64(delta))
	}
	p.last = line
	p.n++
}

// String writes a posting as Base64: a byte that says how, and then the distances as varints (0),
// or a bit for each line (1), whichever is shorter.
func (p *posting) String() string { return string(p.appendBase64(nil)) }

// appendBase64 appends what String returns.
func (p *posting) appendBase64(out []byte) []byte {
	bits := p.bits()
	if bits > len(p.deltas) {
		var head [3]byte // which four letters stand for
		n := copy(head[1:], p.deltas)
		out = base64.RawStdEncoding.AppendEncode(out, head[:1+n])
		return base64.RawStdEncoding.AppendEncode(out, p.deltas[n:])
	}
	data := make([]byte, bits)
	data[0] = 1
	line := uint32(0)
	for rest := p.deltas; len(rest) > 0; {
		delta, n := binary.Uvarint(rest)
		line, rest = line+uint32(delta), rest[n:]
		data[1+line/8] |= 1 << (line % 8)
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
