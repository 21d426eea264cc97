package lattice

import (
	"unicode/utf8"

	doublearray "github.com/ikawaha/kagome-dict/dict/trie"
)

// A trie is kagome's double array with a mark at the nodes where a word ends. Node 0 is its root.
type trie []node

// A node leads to the nodes at its base and a byte, which have it as their parent.
type node struct {
	base   int32 // twice that of kagome's, and wordEnds
	parent int32
}

// wordEnds marks a node where a word ends: the node at its base has its id, negated.
const wordEnds = 1

func newTrie(da doublearray.DoubleArray) trie {
	t := make(trie, max(1, len(da)))
	for i, n := range da {
		t[i] = node{n.Base << 1, n.Check}
	}
	for i, n := range da {
		if n.Base <= 0 && n.Check >= 0 && int(da[n.Check].Base) == i {
			t[n.Check].base |= wordEnds
		}
	}
	return t
}

// word returns the id of the word that ends at a node, of several the first.
func (t trie) word(at int32) int32 { return -(t[t[at].base>>1].base >> 1) }

// next returns the node that a byte leads to, 0 without one.
func (t trie) next(from int32, b byte) int32 {
	to := t[from].base>>1 + int32(b)
	if b == 0 || uint32(to) >= uint32(len(t)) || t[to].parent != from {
		return 0
	}
	return to
}

// node returns the node behind some bytes, 0 without one.
func (t trie) node(b []byte) int32 {
	at := int32(0)
	for _, c := range b {
		if at = t.next(at, c); at == 0 {
			return 0
		}
	}
	return at
}

// heads returns the nodes behind each character of the basic plane, 0 without one.
func (t trie) heads() []int32 {
	heads := make([]int32, 1<<16)
	var b [utf8.UTFMax]byte
	for r := range rune(1 << 16) {
		if utf8.ValidRune(r) {
			heads[r] = t.node(b[:utf8.EncodeRune(b[:], r)])
		}
	}
	return heads
}
