package entity

import (
	"slices"
	"strings"
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
