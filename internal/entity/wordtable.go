package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/morph"
)

// A suffixTable finds quickly whether a text ends with one of many words.
type suffixTable struct {
	last  morph.RuneSet
	words map[rune][]string // by their last characters, longest first
}

func newSuffixTable(words []string) *suffixTable {
	t := &suffixTable{words: map[rune][]string{}}
	for _, w := range words {
		last := lastRune(w)
		t.last.Add(last)
		t.words[last] = append(t.words[last], w)
	}
	for _, ws := range t.words {
		slices.SortStableFunc(ws, func(a, b string) int { return len(b) - len(a) })
	}
	return t
}

// longest returns the length of the longest of the words that a text ends with, 0 if it ends with none.
func (t *suffixTable) longest(s string) int {
	last := lastRune(s)
	if !t.last.Has(last) {
		return 0
	}
	for _, w := range t.words[last] {
		if strings.HasSuffix(s, w) {
			return len(w)
		}
	}
	return 0
}

// ends reports whether a text ends with one of the words.
func (t *suffixTable) ends(s string) bool { return t.longest(s) > 0 }
