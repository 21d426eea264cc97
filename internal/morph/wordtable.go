package morph

import (
	"math/bits"
	"unicode/utf8"
)

// A RuneSet is a set of characters of the basic plane. Asking it is far cheaper than asking a map.
type RuneSet [1 << 16 / 64]uint64

// NewRuneSet returns the set of the characters of a text.
func NewRuneSet(text string) *RuneSet {
	s := &RuneSet{}
	for _, r := range text {
		s.Add(r)
	}
	return s
}

// Add puts a character into the set.
func (s *RuneSet) Add(r rune) {
	if r < 1<<16 {
		s[r/64] |= 1 << (r % 64)
	}
}

// Has reports whether r may be in the set; of characters beyond the basic plane it does not know.
func (s *RuneSet) Has(r rune) bool { return r >= 1<<16 || s[r/64]&(1<<(r%64)) != 0 }

// Next returns the next place of a text from at where a character of the set may stand, or the end of the text. It stops at
// what is beyond the basic plane, or broken, without knowing.
func (s *RuneSet) Next(text string, at int) int {
	for at < len(text) {
		b := text[at]
		switch {
		case b < utf8.RuneSelf:
			if s[b/64]>>(b%64)&1 != 0 {
				return at
			}
			at++
		case b&0xf0 == 0xe0 && at+2 < len(text):
			c, d := text[at+1], text[at+2]
			if s[uint(b&0xf)<<6|uint(c&0x3f)]>>(d&0x3f)&1 != 0 || !continues(c, d) {
				return at
			}
			at += 3
		case b >= 0xc0:
			return at
		default:
			at++
		}
	}
	return at
}

// continues reports whether two bytes are such as follow the first one of a character.
func continues(c, d byte) bool { return (c|d)&0x40 == 0 && c&d&0x80 != 0 }

// A WordTable finds many words in one pass over a text. It is immutable.
//
// It asks a set of first characters of each place of the text, then one of the first two or three, and walks down a trie where a word
// may stand, which takes as many steps as the words are long, however many there are. The sets are small enough to stay
// near the processor, where a trie of many words does not.
type WordTable struct {
	first RuneSet
	lone  RuneSet // the first characters of words that are not in prefixes
	words trie
	// prefixes are what words begin with.
	prefixes prefixSet
	// heads are the nodes behind the first characters, in their order, and ranks how many of
	// these come before each 64 characters of the set.
	heads []int32
	ranks [len(RuneSet{})]uint16
}

// NewWordTable returns the table of the words. A word that is given twice is found once.
func NewWordTable(words []string) *WordTable {
	t := &WordTable{words: newTrie(words), prefixes: newPrefixSet(len(words))}
	for _, w := range words {
		if w == "" {
			continue
		}
		first, _ := utf8.DecodeRuneInString(w)
		t.first.Add(first)
		if !t.prefixes.add(w) {
			t.lone.Add(first)
		}
	}
	for i, set := range t.first {
		t.ranks[i] = uint16(len(t.heads))
		for ; set != 0; set &= set - 1 {
			t.heads = append(t.heads, t.words.behind(string(rune(i*64+bits.TrailingZeros64(set)))))
		}
	}
	return t
}

// firstOfThree is the first character of three bytes, as nearly all of Japanese are.
const firstOfThree = 0x800

// next returns the next place of a text from at where a word may begin, as [RuneSet.Next] does, which this is but for the prefixes.
func (t *WordTable) next(text string, at int) int {
	for at < len(text) {
		b := text[at]
		switch {
		case b < utf8.RuneSelf:
			if t.first[b/64]>>(b%64)&1 != 0 {
				return at
			}
			at++
		case b&0xf0 == 0xe0 && at+2 < len(text):
			c, d := text[at+1], text[at+2]
			if !continues(c, d) {
				return at
			}
			row := uint(b&0xf)<<6 | uint(c&0x3f)
			if t.first[row]>>(d&0x3f)&1 != 0 && (t.lone[row]>>(d&0x3f)&1 != 0 || t.prefixes.begins(row<<6|uint(d&0x3f), text[at+3:])) {
				return at
			}
			at += 3
		case b >= 0xc0:
			return at
		default:
			at++
		}
	}
	return at
}

// head returns the node behind the first character of a text at which a word may begin, and its length. Where it does not know
// that it returns the root and no length, and where no word begins so, it reports false.
func (t *WordTable) head(text string) (node, size int, ok bool) {
	r, three := threeBytes(text)
	if !three || r < firstOfThree {
		return 0, 0, true
	}
	n := int(t.ranks[r/64]) + bits.OnesCount64(t.first[r/64]&(1<<(r%64)-1))
	if n >= len(t.heads) || t.heads[n] == 0 {
		return 0, 0, false
	}
	return int(t.heads[n]), 3, true
}

// A prefixSet is a set of the first two characters of words of two, and of the first three of longer ones, all of three bytes.
// It may have some more than were added.
type prefixSet struct {
	bits  []uint64
	shift uint8
}

// newPrefixSet returns a set with room for n prefixes: one in sixteen others will seem to be in it, or fewer.
func newPrefixSet(n int) prefixSet {
	size := max(6, bits.Len(uint(n))+4)
	return prefixSet{make([]uint64, 1<<(size-6)), uint8(32 - size)}
}

// at returns where the bit of a prefix is; c is 0 for one of two characters.
func (s *prefixSet) at(a, b, c uint) (word int, bit uint64) {
	h := (uint32(a<<16|b)*0x9e3779b1 + uint32(c)*0x85ebca6b) >> s.shift
	return int(h / 64), 1 << (h % 64)
}

func (s *prefixSet) has(a, b, c uint) bool {
	word, bit := s.at(a, b, c)
	return s.bits[word]&bit != 0
}

// add puts a word into the set. It reports false for one that has no such prefix.
func (s *prefixSet) add(w string) bool {
	a, ok := threeBytes(w)
	if !ok {
		return false
	}
	b, ok := threeBytes(w[3:])
	if !ok {
		return false
	}
	c, ok := threeBytes(w[6:])
	if !ok && len(w) > 6 {
		return false
	} else if !ok {
		c = 0
	}
	word, bit := s.at(a, b, c)
	s.bits[word] |= bit
	return true
}

// begins reports whether a word of the set may begin with a character that a text goes on from.
func (s *prefixSet) begins(a uint, text string) bool {
	b, three := threeBytes(text)
	if !three {
		return false
	}
	if s.has(a, b, 0) {
		return true
	}
	c, three := threeBytes(text[3:])
	return three && s.has(a, b, c)
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
		node, size, ok := t.head(text[at:])
		if !ok {
			continue
		}
		for _, m := range t.words.matches(node, size, text[at:], buf[:0]) {
			f(at, at+m.size, m.word)
		}
	}
}

// In reports whether one of the words stands in a text.
func (t *WordTable) In(text string) bool {
	for at := t.next(text, 0); at < len(text); at = t.next(text, after(text, at)) {
		if node, size, ok := t.head(text[at:]); ok && t.words.begins(node, size, text[at:]) {
			return true
		}
	}
	return false
}

// Any reports whether one of the words stands in a text that a condition holds for, of which it is asked in their order.
func (t *WordTable) Any(text string, holds func(word int) bool) bool {
	var buf [8]match
	for at := t.next(text, 0); at < len(text); at = t.next(text, after(text, at)) {
		node, size, ok := t.head(text[at:])
		if !ok {
			continue
		}
		for _, m := range t.words.matches(node, size, text[at:], buf[:0]) {
			if holds(m.word) {
				return true
			}
		}
	}
	return false
}

// Longest returns the length of the longest word that a text begins with, 0 where it begins with none.
func (t *WordTable) Longest(text string) int {
	if r, three := threeBytes(text); three && (t.first[r/64]>>(r%64)&1 == 0 || t.lone[r/64]>>(r%64)&1 == 0 && !t.prefixes.begins(r, text[3:])) {
		return 0
	}
	node, size, ok := t.head(text)
	if !ok {
		return 0
	}
	return t.words.longest(node, size, text)
}

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
