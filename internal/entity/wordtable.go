package entity

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A suffixTable finds quickly whether a text ends with one of many words.
type suffixTable map[rune][]string

func newSuffixTable(lists ...[]string) suffixTable {
	t := suffixTable{}
	for _, w := range slices.Concat(lists...) {
		last := lastRune(w)
		t[last] = append(t[last], w)
	}
	return t
}

func (t suffixTable) ends(s string) bool {
	for _, w := range t[lastRune(s)] {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// A runeSet is a set of characters of the basic plane. Asking it is far cheaper than asking a map.
type runeSet [1 << 16 / 64]uint64

func (s *runeSet) add(r rune) {
	if r < 1<<16 {
		s[r/64] |= 1 << (r % 64)
	}
}

// has reports whether r may be in the set; of characters beyond the basic plane it does not know.
func (s *runeSet) has(r rune) bool { return r >= 1<<16 || s[r/64]&(1<<(r%64)) != 0 }

// A wordTable finds many words in one pass over a text.
type wordTable struct {
	first runeSet
	words map[rune][]string
}

func newWordTable(words []string) *wordTable {
	t := &wordTable{words: map[rune][]string{}}
	for _, w := range words {
		first := firstRune(w)
		t.first.add(first)
		t.words[first] = append(t.words[first], w)
	}
	return t
}

// each calls f with where the words stand in a text, in order.
func (t *wordTable) each(text string, f func(at, end int)) {
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if !t.first.has(r) {
			i += size
			continue
		}
		for _, w := range t.words[r] {
			if strings.HasPrefix(text[i:], w) {
				f(i, i+len(w))
			}
		}
		i += size
	}
}
