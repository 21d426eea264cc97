package search

// A trie finds names in folded texts, all in one pass.
type trie struct {
	next   map[rune]*trie
	ends   []int    // whose name ends here
	begins []uint64 // at the root: a bit for the first two characters of each name, which others may share
}

// newTrie returns a trie of the names that stand in texts.
func newTrie(names []Name) *trie {
	root := &trie{begins: make([]uint64, pairs/64)}
	for n, name := range names {
		for _, said := range name.Said {
			root.add([]rune(said), n)
		}
	}
	return root
}

// pairs is how many pairs of characters a trie tells apart.
const pairs = 1 << 16

// pair is the number of two characters.
func pair(a, b rune) uint32 { return (uint32(a)*0x9e3779b1>>8 ^ uint32(b)) % pairs }

// mayBegin reports whether names may begin with two characters.
func (t *trie) mayBegin(a, b rune) bool {
	n := pair(a, b)
	return t.begins[n/64]>>(n%64)&1 == 1
}

// add adds a name. One of a single character may be followed by anything.
func (t *trie) add(name []rune, n int) {
	if len(name) > 1 {
		p := pair(name[0], name[1])
		t.begins[p/64] |= 1 << (p % 64)
	} else {
		for i := range t.begins {
			t.begins[i] = ^uint64(0)
		}
	}
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
func (t *trie) find(text []rune, found func(n int)) {
	for i, r := range text {
		next := rune(0)
		if i+1 < len(text) {
			next = text[i+1]
		}
		if t.mayBegin(r, next) && !(i > 0 && latin(r) && latin(text[i-1])) {
			t.at(text[i:], found)
		}
	}
}

// at calls back for each name with which a text begins.
func (t *trie) at(text []rune, found func(n int)) {
	for i, r := range text {
		if t = t.next[r]; t == nil {
			return
		}
		if i+1 < len(text) && latin(r) && latin(text[i+1]) {
			continue
		}
		for _, n := range t.ends {
			found(n)
		}
	}
}
