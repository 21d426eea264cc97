package morph

import (
	"cmp"
	"slices"
)

// A trie holds words byte by byte as a double array: from a node one gets over byte b to the node at
// its base plus b, if that says that it was come to from there. The root is node 0. It is immutable.
type trie []trieNode

type trieNode struct {
	base int32
	from int32 // the node before plus one, 0 where the place is free
	word int32 // the place among the words, plus one, of the one that ends here, 0 where none does
}

// A match is a word that a text begins with.
type match struct{ size, word int }

// newTrie returns the trie of the words that are not empty.
func newTrie(words []string) trie {
	b := trieBuilder{nodes: make(trie, 256)}
	for i, w := range words {
		if w != "" {
			b.words = append(b.words, listed{w, int32(i + 1)})
		}
	}
	slices.SortStableFunc(b.words, func(a, b listed) int { return cmp.Compare(a.text, b.text) })
	b.words = slices.CompactFunc(b.words, func(a, b listed) bool { return a.text == b.text })
	b.grow(0, 0, b.words)
	return slices.Clip(b.nodes)
}

// listed is a word with its place, from 1, in the list that it comes from.
type listed struct {
	text string
	word int32
}

type trieBuilder struct {
	nodes trie
	words []listed
	free  int // before this place none is free
	end   int // from this place on all are
}

// grow puts what follows depth bytes of the words, which are sorted and alike up to there, below a node.
func (b *trieBuilder) grow(node int32, depth int, words []listed) {
	if len(words) > 0 && len(words[0].text) == depth {
		b.nodes[node].word = words[0].word
		words = words[1:]
	}
	if len(words) == 0 {
		return
	}
	var branches [][]listed
	for start, i := 0, 1; i <= len(words); i++ {
		if i == len(words) || words[i].text[depth] != words[start].text[depth] {
			branches = append(branches, words[start:i])
			start = i
		}
	}
	base := b.place(branches, depth)
	b.nodes[node].base = base
	for _, br := range branches {
		b.nodes[base+int32(br[0].text[depth])].from = node + 1
	}
	for _, br := range branches {
		b.grow(base+int32(br[0].text[depth]), depth+1, br)
	}
}

// place returns a base at which all branches find a free place, and makes room behind it. It looks for that among
// some places behind the first free one, else it takes new ones. No branch comes to be at
// the root, since bases begin with 1.
func (b *trieBuilder) place(branches [][]listed, depth int) int32 {
	const enough = 128
	for b.taken(b.free) {
		b.free++
	}
	first, last := int(branches[0][0].text[depth]), int(branches[len(branches)-1][0].text[depth])
	at := max(b.free, first+1)
	for end := at + enough; at < b.end && !b.fits(at-first, branches, depth); at++ {
		if at == end {
			at = max(b.end, first+1)
			break
		}
	}
	base := at - first
	b.end = max(b.end, base+last+1)
	if more := base + 256 - len(b.nodes); more > 0 {
		b.nodes = append(b.nodes, make(trie, more)...)
	}
	return int32(base)
}

func (b *trieBuilder) taken(at int) bool { return at < len(b.nodes) && b.nodes[at].from != 0 }

func (b *trieBuilder) fits(base int, branches [][]listed, depth int) bool {
	for _, br := range branches {
		if b.taken(base + int(br[0].text[depth])) {
			return false
		}
	}
	return true
}

// step returns the node that byte c leads to, 0 where it leads to none. All bases leave room for any byte.
func (t trie) step(node int, c byte) int {
	to := int(t[node].base) + int(c)
	if t[to].from != int32(node+1) {
		return 0
	}
	return to
}

// behind returns the node behind a text, 0 where there is none.
func (t trie) behind(text string) int32 {
	node := 0
	for i := 0; i < len(text); i++ {
		if node = t.step(node, text[i]); node == 0 {
			break
		}
	}
	return int32(node)
}

// matches appends the words that a text begins with, in the order in which they were given. The node
// is that behind the first bytes of the text, size of them, in which no word ends.
func (t trie) matches(node, size int, text string, out []match) []match {
	for i := size; ; i++ {
		if w := t[node].word; w != 0 {
			out = append(out, match{i, int(w) - 1})
		}
		if i == len(text) {
			break
		}
		if node = t.step(node, text[i]); node == 0 {
			break
		}
	}
	if len(out) > 1 {
		slices.SortFunc(out, func(a, b match) int { return cmp.Compare(a.word, b.word) })
	}
	return out
}

// begins reports whether a text begins with a word, as matches finds them.
func (t trie) begins(node, size int, text string) bool {
	for i := size; t[node].word == 0; i++ {
		if i == len(text) {
			return false
		}
		if node = t.step(node, text[i]); node == 0 {
			return false
		}
	}
	return true
}

// longest returns the length of the longest word that a text begins with, as matches finds them, 0 where it begins with none.
func (t trie) longest(node, size int, text string) int {
	longest := 0
	for i := size; ; i++ {
		if t[node].word != 0 {
			longest = i
		}
		if i == len(text) {
			return longest
		}
		if node = t.step(node, text[i]); node == 0 {
			return longest
		}
	}
}
