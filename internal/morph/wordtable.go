package morph

import (
	"strings"
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

// A WordTable finds many words in one pass over a text. It is immutable.
type WordTable struct {
	first RuneSet
	words map[rune][]string
}

// NewWordTable returns the table of the words.
func NewWordTable(words []string) *WordTable {
	t := &WordTable{words: map[rune][]string{}}
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		t.first.Add(first)
		t.words[first] = append(t.words[first], w)
	}
	return t
}

// Each calls f with where the words stand in a text, in order.
func (t *WordTable) Each(text string, f func(at, end int)) {
	t.find(text, func(at, end int) bool { f(at, end); return false })
}

// In reports whether one of the words stands in a text.
func (t *WordTable) In(text string) bool {
	found := false
	t.find(text, func(int, int) bool { found = true; return true })
	return found
}

// find calls f with where the words stand in a text, until it returns true.
func (t *WordTable) find(text string, f func(at, end int) bool) {
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if t.first.Has(r) {
			for _, w := range t.words[r] {
				if strings.HasPrefix(text[i:], w) && f(i, i+len(w)) {
					return
				}
			}
		}
		i += size
	}
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
