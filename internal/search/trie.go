package search

import "unicode/utf8"

// A trie finds names in folded texts, all in one pass.
type trie struct {
	next  map[rune]*trie
	ends  []int  // whose name ends here
	first []bool // at the root: which characters of the first plane names begin with
}

// newTrie returns a trie of the names that stand in texts.
func newTrie(names []Name) *trie {
	root := &trie{}
	for n, name := range names {
		for _, said := range name.Said {
			root.add(said, n)
		}
	}
	root.first = make([]bool, 0x10000)
	for r := range root.next {
		if int(r) < len(root.first) {
			root.first[r] = true
		}
	}
	return root
}

// starts reports whether names may begin with a character.
func (t *trie) starts(r rune) bool { return int(r) >= len(t.first) || t.first[r] }

func (t *trie) add(name string, n int) {
	for _, r := range name {
		if t.next == nil {
			t.next = map[rune]*trie{}
		}
		if t.next[r] == nil {
			t.next[r] = &trie{}
		}
		t = t.next[r]
	}
	t.ends = append(t.ends, n)
}

// find calls back for each name in a text. One that begins or ends in Latin letters does not
// begin or end within a longer word.
func (t *trie) find(text string, found func(n int)) {
	last := rune(0)
	for i, r := range text {
		if (!latin(r) || !latin(last)) && t.starts(r) {
			t.at(text[i:], found)
		}
		last = r
	}
}

// at calls back for each name with which a text begins.
func (t *trie) at(text string, found func(n int)) {
	for i, r := range text {
		if t = t.next[r]; t == nil {
			return
		}
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		if latin(r) && latin(next) {
			continue
		}
		for _, n := range t.ends {
			found(n)
		}
	}
}
