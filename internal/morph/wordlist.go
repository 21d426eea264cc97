package morph

import "github.com/ikawaha/kagome-dict/dict"

// A wordList is one dictionary.
type wordList struct {
	// index is a trie in a double array, whose leaves hold the words below byte 0.
	index []struct{ Base, Check int32 }
	// heads are the nodes of the index behind each character of three bytes, 0 where there is none.
	heads   []int32
	entries []entry // by id
}

// An entry is what the lattice asks of a word, all in one place.
type entry struct {
	left, right, weight int16
	more                uint16 // how many words follow that are written like it
	pos                 uint16 // the place of its part of speech
}

// The characters of three bytes, as nearly all of Japanese are.
const firstOfThree, lastOfThree = 0x800, 0xffff

// newWordList returns a dictionary with the words of an index.
func newWordList(index dict.IndexTable, morphs dict.Morphs) wordList {
	w := wordList{index: index.Da, entries: newEntries(morphs)}
	for id, n := range index.Dup {
		w.entries[id].more = uint16(n)
	}
	w.heads = make([]int32, lastOfThree+1)
	for r := rune(firstOfThree); r <= lastOfThree; r++ {
		node := w.step(0, byte(0xe0|r>>12))
		if node != 0 {
			node = w.step(node, byte(0x80|r>>6&0x3f))
		}
		if node != 0 {
			node = w.step(node, byte(0x80|r&0x3f))
		}
		w.heads[r] = int32(node)
	}
	return w
}

// head returns the node behind a character, if it has three bytes in any text: what stands for a broken one has not.
func (w *wordList) head(r rune) (node int, ok bool) {
	if r < firstOfThree || r > lastOfThree || r == '\uFFFD' {
		return 0, false
	}
	return int(w.heads[r]), true
}

// step returns the node that a byte leads to, 0 where it leads to none.
func (w *wordList) step(node int, b byte) int {
	to := int(w.index[node].Base) + int(b)
	if to >= len(w.index) || int(w.index[to].Check) != node {
		return 0
	}
	return to
}

// followers returns how many bytes follow the first of a character.
func followers(b byte) int {
	switch {
	case b < 0xc0:
		return 0
	case b < 0xe0:
		return 1
	case b < 0xf0:
		return 2
	}
	return 3
}

func newEntries(morphs dict.Morphs) []entry {
	out := make([]entry, len(morphs))
	for i := range morphs {
		m := &morphs[i]
		out[i] = entry{left: m.LeftID, right: m.RightID, weight: m.Weight}
	}
	return out
}
