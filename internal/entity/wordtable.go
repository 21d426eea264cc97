package entity

import (
	"maps"
	"slices"
	"strings"
)

// A suffixTable finds quickly whether a text ends with one of many words.
type suffixTable struct {
	may   uint64     // a bit for each of the last characters, which it may share with others
	last  []rune     // the last characters, in order
	words [][]string // for each of them the words that end with it, longest first
}

func newSuffixTable(words []string) *suffixTable {
	t := &suffixTable{}
	by := map[rune][]string{}
	for _, w := range words {
		last := lastRune(w)
		t.may |= 1 << (last & 63)
		by[last] = append(by[last], w)
	}
	t.last = slices.Sorted(maps.Keys(by))
	for _, last := range t.last {
		slices.SortStableFunc(by[last], func(a, b string) int { return len(b) - len(a) })
		t.words = append(t.words, by[last])
	}
	return t
}

// longest returns the length of the longest of the words that a text ends with, 0 if it ends with none.
func (t *suffixTable) longest(s string) int {
	last := lastRune(s)
	if t.may>>(last&63)&1 == 0 {
		return 0
	}
	i, ok := slices.BinarySearch(t.last, last)
	if !ok {
		return 0
	}
	for _, w := range t.words[i] {
		if strings.HasSuffix(s, w) {
			return len(w)
		}
	}
	return 0
}

// ends reports whether a text ends with one of the words.
func (t *suffixTable) ends(s string) bool { return t.longest(s) > 0 }
