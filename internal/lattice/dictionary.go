package lattice

import (
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/ikawaha/kagome-dict/dict"
)

// A Dictionary is what the search needs of a dictionary of kagome, in the form in which it is needed. It is immutable, and may be shared between goroutines.
type Dictionary struct {
	words    trie
	entries  []entry    // of all words, by their ids
	table    []int16    // what it costs that a word of one context stands behind one of another: rows by left contexts
	contexts int        // how many there are, and how long a row of the table is
	kinds    []kind     // of characters
	category []uint8    // of the characters of the basic plane, their places among the kinds
	unlisted []entry    // of words that are not in the dictionary, by their ids
	name     []entry    // what any name has
	end      []entry    // what the end of a text has
	rooms    *sync.Pool // of searches
}

// A kind is what kagome calls a category of characters, and what it does with words of such characters that are not in the dictionary.
type kind struct {
	invoke  bool // they are looked at where the dictionary has a word, too
	group   bool // they are as long as there are characters of this kind
	first   int32
	last    int32   // of those that they may be among the unlisted
	entries []entry // of those, as if they were written alike
}

// An entry is one of the words that are written alike: its left and right contexts and its weight, 16 bits each, and above
// them whether another entry of the same word follows.
type entry uint64

const more entry = 1 << 48

func newEntry(left, right uint16, weight int16) entry {
	return entry(left) | entry(right)<<16 | entry(uint16(weight))<<32
}

func (e entry) left() int     { return int(uint16(e)) }
func (e entry) right() uint16 { return uint16(e >> 16) }
func (e entry) weight() int16 { return int16(e >> 32) }

// New returns the parts of a dictionary that are needed, and keeps nothing of the dictionary itself.
func New(d *dict.Dict) *Dictionary {
	out := &Dictionary{words: newTrie(wordsOf(d.Index.Da, len(d.Morphs))), entries: newEntries(d.Morphs), unlisted: newEntries(d.UnkDict.Morphs)}
	for id, others := range d.Index.Dup {
		for i := id; i < id+others; i++ {
			out.entries[i] |= more
		}
	}
	rows, row := int(d.Connection.Col), int(d.Connection.Row)
	out.contexts = max(rows, row) + 1
	out.table = newTable(out.contexts)
	for left := range rows {
		copy(out.table[left*out.contexts:], d.Connection.Vec[left*row:][:row])
	}
	for c := range d.CharClass {
		id := int32(c)
		out.kinds = append(out.kinds, kind{invoke: d.InvokeList[c], group: d.GroupList[c], first: d.UnkDict.Index[id], last: d.UnkDict.Index[id] + d.UnkDict.IndexDup[id]})
	}
	out.category = append(out.category, d.CharCategory...)
	out.ready()
	return out
}

// rowSize is how many numbers follow the beginning of a row of the table: for any context, so that none of them is asked whether it is in the table.
const rowSize = 1 << 16

func newTable(contexts int) []int16 { return make([]int16, contexts*contexts+rowSize) }

func newEntries(of dict.Morphs) []entry {
	out := make([]entry, len(of))
	for i, m := range of {
		out[i] = newEntry(uint16(m.LeftID), uint16(m.RightID), m.Weight)
	}
	return out
}

// ready makes what is not kept.
func (d *Dictionary) ready() {
	d.name, d.end = []entry{newEntry(d.own(), d.own(), 0)}, []entry{newEntry(0, 0, 0)}
	for i := range d.kinds {
		k := &d.kinds[i]
		k.entries = slices.Clone(d.unlisted[k.first:][:k.last+1-k.first])
		for j := range len(k.entries) - 1 {
			k.entries[j] |= more
		}
	}
	d.rooms = &sync.Pool{New: func() any { return newSearch(d) }}
}

// own is the context of names: what stands behind or before them costs nothing.
func (d *Dictionary) own() uint16 { return uint16(d.contexts - 1) }

// kindOf returns the kind of a character.
func (d *Dictionary) kindOf(code uint32) uint8 {
	if code >= badByte {
		code = utf8.RuneError
	}
	if int(code) < len(d.category) {
		return d.category[code]
	}
	return d.category[0]
}
