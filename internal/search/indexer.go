package search

import (
	"slices"
	"strings"
)

// An indexer adds the texts of one record after the other. Postings that are looked up and lengthened one line at a time are
// each somewhere else in memory; so what is found in some thousand lines is put in order first.
type indexer struct {
	first  uint32 // line of the title of the record
	called *trie

	pieces []piece // of the line that is added

	found []uint64 // grams, and below them their lines, counted from base
	room  []uint64 // to sort them
	base  uint32
	batch int // so many are put in order at once

	at       map[gram]int // of the postings
	grams    []gram
	postings []posting

	// Of single characters of the first plane and pairs of Latin letters, which come again and again: the line on which they were last listed, plus one.
	characters []uint32
	pairs      []uint32
}

const lineBits = 64 - gramBits

func newIndexer(names []Name) *indexer {
	return &indexer{
		called: newTrie(names), batch: 1 << 20, at: map[gram]int{},
		characters: make([]uint32, 1<<16), pairs: make([]uint32, 1<<(2*letterBits)),
	}
}

// add adds a folded line of the record: 0 for its title and names.
func (x *indexer) add(line int, text []rune) {
	once := x.first + uint32(min(line, 1))
	x.pieces = appendPieces(x.pieces[:0], text)
	for _, p := range x.pieces {
		switch g := p.gram(); {
		case !p.alone():
			x.list(g, x.first+uint32(line))
		case x.isNew(g, once):
			x.list(g, once)
		}
	}
	eachShortWord(text, func(g gram) { x.list(g, once) })
	x.called.find(text, func(n int) { x.list(named|gram(n), once) })
}

// isNew reports whether what is only asked for alone may not be listed on a line yet.
func (x *indexer) isNew(g gram, line uint32) bool {
	told, at := x.characters, g
	if first := g >> charBits; first != 0 {
		told, at = x.pairs, first<<letterBits|g&lower
	}
	if at >= gram(len(told)) {
		return true
	}
	before := told[at]
	told[at] = line + 1
	return before != line+1
}

// list lists a line under a gram. Lines come in ascending order for each gram; no record has as many as there is room for.
func (x *indexer) list(g gram, line uint32) {
	if len(x.found) >= x.batch || line-x.base >= 1<<lineBits {
		x.flush()
	}
	x.found = append(x.found, uint64(g)<<lineBits|uint64(line-x.base))
}

// flush adds what was found to the postings.
func (x *indexer) flush() {
	x.room = slices.Grow(x.room[:0], len(x.found))[:len(x.found)]
	sorted := byGram(x.found, x.room)
	for i := 0; i < len(sorted); {
		g := gram(sorted[i] >> lineBits)
		end := i + 1
		for end < len(sorted) && gram(sorted[end]>>lineBits) == g {
			end++
		}
		p := x.posting(g)
		if more := end - i; len(p.deltas)+more > cap(p.deltas) { // most lines take a byte; as much again spares copies
			p.deltas = slices.Grow(p.deltas, max(more, len(p.deltas)))
		}
		for ; i < end; i++ {
			p.put(x.base + uint32(sorted[i]&(1<<lineBits-1)))
		}
	}
	x.found, x.base = x.found[:0], x.first
}

// posting returns that of a gram, which stays where it is until the next one is made.
func (x *indexer) posting(g gram) *posting {
	at, ok := x.at[g]
	if !ok {
		at = len(x.grams)
		x.at[g] = at
		x.grams, x.postings = append(x.grams, g), append(x.postings, posting{})
	}
	return &x.postings[at]
}

// index returns all that was added.
func (x *indexer) index() index {
	x.flush()
	out := make(index, len(x.grams))
	for i, g := range x.grams {
		out[i] = listed{g.String(), x.postings[i]}
	}
	slices.SortFunc(out, func(a, b listed) int { return strings.Compare(a.gram, b.gram) })
	return out
}

// byGram sorts what was found by grams, and leaves what has the same gram in its order: it deals all out by some bits at a time, the
// lowest first. It needs as much room again, and what it returns lies there or where it was.
func byGram(found, room []uint64) []uint64 {
	const digits, bits = 4, 11
	var counts [digits][1 << bits]int
	digit := func(v uint64, n int) uint64 { return v >> (lineBits + n*bits) & (1<<bits - 1) }
	for _, v := range found {
		for n := range digits {
			counts[n][digit(v, n)]++
		}
	}
	from, to := found, room
	for n := range digits {
		places := &counts[n]
		next := 0
		for i, count := range places {
			places[i], next = next, next+count
		}
		for _, v := range from {
			d := digit(v, n)
			to[places[d]] = v
			places[d]++
		}
		from, to = to, from
	}
	return from
}
