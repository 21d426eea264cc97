package search

import "math/bits"

// A trie finds names in folded texts, all in one pass.
type trie struct {
	begins []uint64 // a bit for the first two characters of each name, which others may share
	steps  []step   // a power of two, each at its hash or the next place that was free
	ends   [][]int  // by node: whose name ends there
}

// A step leads from a node by a character to the next one. The root, which is 0, is never the next one.
type step struct {
	key  uint64
	next uint32
}

func stepKey(node uint32, r rune) uint64 { return uint64(node)<<charBits | uint64(r) }

// newTrie returns a trie of the names that stand in texts.
func newTrie(names []Name) *trie {
	t := &trie{begins: make([]uint64, pairs/64), ends: make([][]int, 1)}
	known := map[uint64]uint32{}
	for n, name := range names {
		for _, said := range name.Said {
			t.add([]rune(said), n, known)
		}
	}
	t.steps = make([]step, 2<<bits.Len(uint(len(known))))
	for key, next := range known { // in any order: each is found
		at := t.slot(key)
		for t.steps[at].next != 0 {
			at = (at + 1) % len(t.steps)
		}
		t.steps[at] = step{key, next}
	}
	return t
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
func (t *trie) add(name []rune, n int, known map[uint64]uint32) {
	if len(name) > 1 {
		p := pair(name[0], name[1])
		t.begins[p/64] |= 1 << (p % 64)
	} else {
		for i := range t.begins {
			t.begins[i] = ^uint64(0)
		}
	}
	node := uint32(0)
	for _, r := range name {
		next, ok := known[stepKey(node, r)]
		if !ok {
			next = uint32(len(t.ends))
			known[stepKey(node, r)], t.ends = next, append(t.ends, nil)
		}
		node = next
	}
	t.ends[node] = append(t.ends[node], n)
}

func (t *trie) slot(key uint64) int {
	return int(key*0x9e3779b97f4a7c15>>32) & (len(t.steps) - 1)
}

// next returns the node to which a character leads, 0 where there is none.
func (t *trie) next(node uint32, r rune) uint32 {
	key := stepKey(node, r)
	for at := t.slot(key); ; at = (at + 1) & (len(t.steps) - 1) {
		if s := &t.steps[at]; s.key == key || s.next == 0 {
			return s.next
		}
	}
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
	node := uint32(0)
	for i, r := range text {
		if node = t.next(node, r); node == 0 {
			return
		}
		if i+1 < len(text) && latin(r) && latin(text[i+1]) {
			continue
		}
		for _, n := range t.ends[node] {
			found(n)
		}
	}
}
