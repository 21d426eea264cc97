package morph

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
	"strings"
)

// A WordTable finds many words in one pass over a text. It is immutable.
//
// At each place of a text it asks a small set for the character there, and one for that and the next two. Where these have them, the words that
// begin so lie side by side. Such sets stay near the processor, where a trie of many words does not, which wants a step for each byte.
type WordTable struct {
	first  charFilter // what words begin with
	lone   charFilter // what those begin with that have another character than one of three bytes behind it, or none
	filter wordFilter
	slots  []wordSlot
	words  []tableWord
	text   string // of the words, one after the other
	// odd are the first bytes of the words that begin with another character. Those lie beside others by three bytes, and the ones that have
	// no three are in short.
	odd, oddShort byteSet
	short         []listedWord
}

// A listedWord is a word with its place among those that the table was made of.
type listedWord struct {
	text string
	word int
}

// A match is a word that a text begins with.
type match struct{ size, word int }

// A wordSlot says where the words lie that begin alike. A key is in its slot or in the next one that was free.
type wordSlot struct {
	key     uint64 // the two characters, or one, or three bytes
	from, n uint32
}

// A tableWord is a word of three bytes at least.
type tableWord struct {
	at, size uint32 // in the text of all
	word     int32
	third    uint32 // its seventh to ninth byte, mostly the third character, which tells most words apart; 0 where it has no nine
}

// NewWordTable returns the table of the words. A word that is given twice is found once.
func NewWordTable(words []string) *WordTable {
	t := &WordTable{first: newCharFilter(len(words)), lone: newCharFilter(len(words)), filter: newWordFilter(2 * len(words))}
	groups := map[uint64][]int{}
	var keys []uint64
	seen := make(map[string]bool, len(words))
	for i, w := range words {
		if w == "" || seen[w] {
			continue
		}
		seen[w] = true
		key := eightBytes(w, 0)
		switch {
		case isTwo(key):
			key &= two
			t.first.add(key)
		case isOne(key):
			key &= one
			t.first.add(key)
			t.lone.add(key)
		default:
			key &= one
			t.odd.add(w[0])
			if len(w) < 3 {
				t.oddShort.add(w[0])
				t.short = append(t.short, listedWord{w, i})
				continue
			}
		}
		t.filter.admit(key, w)
		if groups[key] == nil {
			keys = append(keys, key)
		}
		groups[key] = append(groups[key], i)
	}
	t.lay(words, keys, groups)
	return t
}

// lay puts the words side by side that have the same key.
func (t *WordTable) lay(words []string, keys []uint64, groups map[uint64][]int) {
	t.slots = make([]wordSlot, 2<<bits.Len(uint(len(keys))))
	var text []byte
	for _, key := range keys {
		h := hashKey(key)
		at := t.slotOf(h)
		for t.slots[at].n > 0 {
			at = (at + 1) % len(t.slots)
		}
		t.slots[at] = wordSlot{key, uint32(len(t.words)), uint32(len(groups[key]))}
		for _, i := range groups[key] {
			w := words[i]
			t.words = append(t.words, tableWord{uint32(len(text)), uint32(len(w)), int32(i), thirdOf(w)})
			text = append(text, w...)
		}
	}
	t.text = string(text)
}

// The bits of one and of two characters in eight bytes of a text, and what says of them that they are of three bytes each, as kana and kanji are.
const (
	one, two        = 1<<24 - 1, 1<<48 - 1
	markOne, sayOne = 0xc0c0f0, 0x8080e0
	markTwo, sayTwo = markOne<<24 | markOne, sayOne<<24 | sayOne
)

func isOne(x uint64) bool { return x&markOne == sayOne }
func isTwo(x uint64) bool { return x&markTwo == sayTwo }

// eightBytes returns the bytes of a text from a place on, the first one lowest, and 0 for those behind its end.
func eightBytes(s string, at int) uint64 {
	if len(s)-at >= 8 {
		return binary.LittleEndian.Uint64([]byte(s[at:])) // which copies nothing
	}
	return lastBytes(s, at)
}

func lastBytes(s string, at int) uint64 {
	x := uint64(0)
	for i := len(s) - 1; i >= at; i-- {
		x = x<<8 | uint64(s[i])
	}
	return x
}

// thirdOf returns the seventh to the ninth byte of a text, 0 where it has no nine.
func thirdOf(s string) uint32 {
	if len(s) < 9 {
		return 0
	}
	return uint32(s[6]) | uint32(s[7])<<8 | uint32(s[8])<<16
}

func hashKey(key uint64) uint64 { return key * 0x9e3779b97f4a7c15 }

func (t *WordTable) slotOf(h uint64) int { return int(h>>36) & (len(t.slots) - 1) }

// A byteSet is a set of bytes.
type byteSet [1 << 8 / 64]uint64

func (s *byteSet) add(b byte)      { s[b/64] |= 1 << (b % 64) }
func (s *byteSet) has(b byte) bool { return s[b/64]>>(b%64)&1 != 0 }

// A charFilter is a set of characters of three bytes, by the lower bits of them. It may have some more than were added. That for the words
// of a small table is small, since many such tables are asked in turn.
type charFilter []uint64

func newCharFilter(n int) charFilter { return make(charFilter, min(8<<bits.Len(uint(n/16)), 1<<8)) }

func (f charFilter) row(x uint64) int  { return int(x&3<<6|x>>8&0x3f) & (len(f) - 1) }
func (f charFilter) add(x uint64)      { f[f.row(x)] |= 1 << (x >> 16 & 0x3f) }
func (f charFilter) has(x uint64) bool { return f[f.row(x)]>>(x>>16&0x3f)&1 != 0 }

// A wordFilter is a set that may have some more than were added.
type wordFilter struct {
	bits  []uint64
	shift uint8
}

// newWordFilter returns a set with room for n: one in eight others will seem to be in it, or fewer. It is asked twice of each word, and
// a larger one would not stay as near to the processor.
func newWordFilter(n int) wordFilter {
	size := max(6, bits.Len(uint(n))+3)
	return wordFilter{make([]uint64, 1<<(size-6)), uint8(64 - size)}
}

// admit adds a word with its key.
func (f *wordFilter) admit(key uint64, w string) {
	h := hashKey(key)
	f.add(h)
	if len(w) < 8 {
		f.add(short(h))
	} else {
		f.add(hashKey(eightBytes(w, 0)))
	}
}

func (f *wordFilter) add(h uint64) {
	i := h >> f.shift
	f.bits[i/64] |= 1 << (i % 64)
}

func (f *wordFilter) has(h uint64) bool {
	i := h >> (f.shift & 63)
	return f.bits[i/64]>>(i%64)&1 != 0
}

// next returns the next place of a text from at where a word may begin, or the end of the text.
func (t *WordTable) next(text string, at int) int {
	for at < len(text) {
		x := eightBytes(text, at)
		if !isOne(x) {
			if t.odd.has(byte(x)) && (t.oddShort.has(byte(x)) || t.mayBegin(x&one, x)) {
				return at
			}
			at++
			continue
		}
		if t.first.has(x) && (isTwo(x) && t.mayBegin(x&two, x) || t.lone.has(x)) {
			return at
		}
		at += 3
	}
	return at
}

// mayBegin reports whether one of the words with a key may begin with eight bytes of a text.
func (t *WordTable) mayBegin(key, x uint64) bool {
	h := hashKey(key)
	return t.filter.has(h) && (t.filter.has(short(h)) || t.filter.has(hashKey(x)))
}

// short is what stands in the filter for a key that words of less than eight bytes have.
func short(h uint64) uint64 { return bits.RotateLeft64(h, 32) }

// matches appends the words that a text begins with, in the order in which they were given.
func (t *WordTable) matches(text string, out []match) []match {
	x, n := eightBytes(text, 0), len(out)
	switch {
	case !isOne(x):
		for _, w := range t.short {
			if strings.HasPrefix(text, w.text) {
				out = append(out, match{len(w.text), w.word})
			}
		}
		n = len(out)
		out = t.matchesOf(x&one, text, out)
	case t.lone.has(x):
		out = t.matchesOf(x&one, text, out)
		n = len(out)
		fallthrough
	default:
		if isTwo(x) {
			out = t.matchesOf(x&two, text, out)
		}
	}
	if n > 0 && len(out) > n { // of two kinds
		slices.SortFunc(out, func(a, b match) int { return cmp.Compare(a.word, b.word) })
	}
	return out
}

// matchesOf appends the words with a key that a text begins with.
func (t *WordTable) matchesOf(key uint64, text string, out []match) []match {
	h := hashKey(key)
	if !t.filter.has(h) {
		return out
	}
	s := &t.slots[t.slotOf(h)]
	for at := t.slotOf(h); s.key != key; s = &t.slots[at] {
		if s.n == 0 {
			return out
		}
		at = (at + 1) & (len(t.slots) - 1)
	}
	third, same := thirdOf(text), keySize(key)
	words := t.words[s.from : s.from+s.n]
	for i := range words {
		w := &words[i]
		if w.third != 0 && w.third != third || int(w.size) > len(text) {
			continue
		}
		if w.size == same || w.size == 9 && same == 6 || text[same:w.size] == t.text[w.at+same:w.at+w.size] {
			out = append(out, match{int(w.size), int(w.word)})
		}
	}
	return out
}

// keySize returns how many bytes have to be the same in a word and in a text with one key: the others need no look at the words themselves, which lie afar.
func keySize(key uint64) uint32 {
	if key > one {
		return 6
	}
	return 3
}

// Each calls f with where the words stand in a text, in order, and where several begin at
// one place in the order in which they were given.
func (t *WordTable) Each(text string, f func(at, end int)) {
	t.EachWord(text, func(at, end, _ int) { f(at, end) })
}

// EachWord is Each that also tells which word it is, by its place among those that the table was made of. One pass with
// a table of all words that are wanted is cheaper than a pass for each kind of them.
func (t *WordTable) EachWord(text string, f func(at, end, word int)) {
	var buf [8]match
	for at := t.next(text, 0); at < len(text); at = t.next(text, after(text, at)) {
		for _, m := range t.matches(text[at:], buf[:0]) {
			f(at, at+m.size, m.word)
		}
	}
}

// In reports whether one of the words stands in a text.
func (t *WordTable) In(text string) bool {
	return t.Any(text, func(int) bool { return true })
}

// Any reports whether one of the words stands in a text that a condition holds for, of which it is asked in their order.
func (t *WordTable) Any(text string, holds func(word int) bool) bool {
	var buf [8]match
	for at := t.next(text, 0); at < len(text); at = t.next(text, after(text, at)) {
		for _, m := range t.matches(text[at:], buf[:0]) {
			if holds(m.word) {
				return true
			}
		}
	}
	return false
}

// Longest returns the length of the longest word that a text begins with, 0 where it begins with none.
func (t *WordTable) Longest(text string) int {
	if t.next(text[:min(len(text), 8)], 0) != 0 {
		return 0
	}
	var buf [8]match
	longest := 0
	for _, m := range t.matches(text, buf[:0]) {
		longest = max(longest, m.size)
	}
	return longest
}

// firstOfThree is the first character of three bytes, as nearly all of Japanese are.
const firstOfThree = 0x800

// threeBytes returns the character of three bytes, as kana and kanji are, that a text begins with. It takes some bytes
// that are none for one, but none that hold the beginning of another.
func threeBytes(text string) (r uint, ok bool) {
	if len(text) < 3 {
		return 0, false
	}
	b, c, d := uint(text[0]), uint(text[1]), uint(text[2])
	return b&0xf<<12 | c&0x3f<<6 | d&0x3f, b&0xf0 == 0xe0 && (c|d<<8)&0xc0c0 == 0x8080
}

// after returns the next place in a text at which a character can begin.
func after(text string, at int) int {
	if _, ok := threeBytes(text[at:]); ok {
		return at + 3
	}
	return at + 1
}

// LowerASCII lowers the letters A to Z and leaves all else in its place.
func LowerASCII(s string) string {
	i := 0
	for i < len(s) && (s[i] < 'A' || s[i] > 'Z') {
		i++
	}
	if i == len(s) {
		return s
	}
	b := []byte(s)
	for ; i < len(b); i++ {
		if c := b[i]; 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
