// Package lattice looks for the best way through a text: the words of kagome's dictionary that it most likely is a row of.
// A dictionary comes in, and words are given out with their places and their ids; [jikenbo/internal/morph] says what they are.
//
// kagome (github.com/ikawaha/kagome) does the same, and everything here is owed to it: its dictionary, its ways, the order
// in which it weighs them and its limits. The words are the same, one by one, and tests hold them to that: they cut all texts at hand, odd
// and random ones with kagome too, over its dictionary and over random ones. What a text costs is not the same. kagome makes
// a node with pointers for each word that may begin at each character, and then weighs each pair that meet. Here
//
//   - steps lie one after the other in room that is used again, and have numbers instead of pointers;
//   - nothing is looked up where no way leads to, as within most words of Latin letters;
//   - of many steps that end at a place only the cheapest of each right context goes on, and four are weighed at once;
//   - words are found by characters, not by bytes, in blocks that lie close together, and say themselves whether another one is written alike;
//   - where they are looked for is looked at ahead, for all characters, so that the processor does not wait for each;
//   - what is settled is given out: behind a word that all ways pass, the rest of a text is a text by itself.
//
// So it takes about a quarter of the time, and a long text takes no more room than its longest sentence, but for its characters.
//
// Not the same are only texts for which kagome itself loses words: those in which the costs of a way outgrow 32 bits where names stand.
package lattice

// A Word is a part of a text.
type Word struct {
	Start, End int // in the text
	ID         int // among those of its kind
	Kind       Kind
}

// A Kind says where a word is from.
type Kind uint8

// The kinds of words.
const (
	Listed   Kind = iota // in the dictionary
	Unlisted             // in none, taken for one by its characters
	Name                 // among the words that are given apart
)

// Names are words that are given apart from the dictionary, and win over all of it. They are immutable.
type Names struct {
	words trie
	first [1 << 6]uint64 // a set of what they begin with, and some more, by the lower bits of the codes
}

// NewNames returns names. They are sorted, and each is there once; their ids are their places.
func NewNames(sorted []string) *Names {
	words := make([]listed, len(sorted))
	for i, name := range sorted {
		words[i] = listed{name, int32(i)}
	}
	n := &Names{words: newTrie(words)}
	for _, name := range sorted {
		if name != "" {
			code, _ := decode(name, 0)
			n.first[code>>6&63] |= 1 << (code & 63)
		}
	}
	return n
}

// mayBegin reports whether one of the names may begin with a character.
func (n *Names) mayBegin(code uint32) bool {
	return n != nil && n.first[code>>6&63]>>(code&63)&1 != 0
}
