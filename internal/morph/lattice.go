package morph

import (
	"math"
	"slices"
)

// A lattice finds the words of a text as kagome does in its normal mode, word by word the same: the cheapest way
// through all the words of the dictionaries that stand in the text, where a word costs its own weight and that of
// standing behind the one before. It differs in how it goes about it. Nodes lie in one slice that is used again for the
// next text, the cost of a node is known when it is added, and what all ways share is settled as the text
// goes on, so that the nodes of a long text stay few.
type lattice struct {
	words *lexicon
	text  string

	nodes []node
	ends  []ending // by characters from base on: the nodes that end there
	base  int      // the character that ends[0] is of
	reach int      // the last character at which a node ends
	out   []cut    // what is settled

	// Of the character that nodes are added at:
	before []behind
	far    bool // the costs before are so great that they may run over
	known  [8]choice
	asked  int
	run    run // of characters of one category, the last that was measured
}

// A node is a word that may stand at a place of the text.
type node struct {
	cut
	cost  int32 // of the cheapest way to it and over it
	prev  int32 // the node before it on that way, -1 where there is none
	next  int32 // the next node that ends where it does, -1 for the last
	right int16
}

// A cut is a word at a place of the text.
type cut struct {
	id, start, end int32
	class          class
}

// A class says which dictionary a word is of.
type class int8

const (
	edge class = iota // the beginning or the end of the text
	systemWord
	unlistedWord
	userWord
)

// An ending is the first and the last of the nodes that end at a character, -1 where there is none.
type ending struct{ first, last int32 }

// behind is a node as those see it that begin where it ends.
type behind struct {
	cost  int32
	node  int32
	right int16
	user  bool
}

// A choice is the best node before one with a left side.
type choice struct {
	left int16
	cost int32
	node int32
}

// unreachable is the cost of a node that no way leads to.
const unreachable = math.MaxInt32

// manyNodes is how many nodes are kept before it is looked whether something can be settled.
const manyNodes = 2048

// cut returns the words of a text. They are valid until the next call.
func (l *lattice) cut(text string) []cut {
	l.text, l.run = text, run{}
	l.base, l.reach, l.out = 0, 0, l.out[:0]
	l.nodes = append(l.nodes[:0], node{cut: cut{id: -1}, prev: -1, next: -1})
	l.ends = append(l.ends[:0], ending{0, 0})
	char := 0
	for pos, r := range text {
		l.at(char)
		l.add(pos, char, r)
		char++
	}
	l.at(char)
	l.node(cut{-1, int32(len(text)), int32(len(text)), edge}, char+1, &entry{})
	l.settle(int32(len(l.nodes) - 1))
	l.out = slices.DeleteFunc(l.out, func(c cut) bool { return c.class == edge })
	return l.out
}

// at gathers the nodes that end at a character, behind which others are then added.
func (l *lattice) at(char int) {
	if l.reach == char && len(l.nodes) > manyNodes {
		l.shed(char)
	}
	l.before, l.asked, l.far = l.before[:0], 0, false
	if char-l.base >= len(l.ends) {
		return
	}
	for i := l.ends[char-l.base].first; i >= 0; i = l.nodes[i].next {
		n := &l.nodes[i]
		l.before = append(l.before, behind{n.cost, i, n.right, n.class == userWord})
		l.far = l.far || n.cost > math.MaxInt32/2
	}
}

// add adds the words that begin with the character r at pos.
func (l *lattice) add(pos, char int, r rune) {
	if l.words.starts.Has(r) && l.listed(&l.words.user, userWord, place{pos, char}, r) {
		return
	}
	found := l.listed(&l.words.system, systemWord, place{pos, char}, r)
	d := l.words.dict
	category := d.CharacterCategory(r)
	if found && !d.InvokeList[category] {
		return
	}
	end, last := l.unlisted(place{pos, char}, r, category)
	first := d.UnkDict.Index[int32(category)]
	for id := first; id <= first+d.UnkDict.IndexDup[int32(category)]; id++ {
		e := &l.words.unlisted[id]
		if pos < last.pos {
			l.node(cut{id, int32(pos), int32(last.pos), unlistedWord}, last.char, e)
		}
		l.node(cut{id, int32(pos), int32(end.pos), unlistedWord}, end.char, e)
	}
}

// listed adds the words of a dictionary that begin with the character r at a place, and reports whether there is one.
func (l *lattice) listed(words *wordList, c class, at place, r rune) bool {
	text, node, i := l.text, 0, at.pos
	found := false
	if head, ok := words.head(r); ok {
		if head == 0 {
			return false
		}
		node, i, at.char = head, i+3, at.char+1
		found = l.ending(words, c, node, at, i)
	}
	more := 0 // bytes of the character, since words end with characters only
	for ; i < len(text) && text[i] != 0; i++ {
		if more--; more < 0 {
			at.char++
			more = followers(text[i])
		}
		if node = words.step(node, text[i]); node == 0 {
			break
		}
		if more == 0 {
			found = l.ending(words, c, node, at, i+1) || found
		}
	}
	return found
}

// ending adds the words of a dictionary that end at a node of its index, if any do: they begin at
// a place, whose character here is the one that they end before.
func (l *lattice) ending(words *wordList, c class, node int, at place, end int) bool {
	leaf := int(words.index[node].Base)
	if leaf >= len(words.index) || int(words.index[leaf].Check) != node || words.index[leaf].Base > 0 {
		return false
	}
	id := -words.index[leaf].Base
	for last := id + int32(words.entries[id].more); id <= last; id++ {
		l.node(cut{id, int32(at.pos), int32(end), c}, at.char, &words.entries[id])
	}
	return true
}

// node adds a node that ends at a character.
func (l *lattice) node(c cut, end int, e *entry) {
	cost, prev := l.best(c.class, e)
	i := int32(len(l.nodes))
	l.nodes = append(l.nodes, node{c, cost, prev, -1, e.right})
	for len(l.ends) <= end-l.base {
		l.ends = append(l.ends, ending{-1, -1})
	}
	if col := &l.ends[end-l.base]; col.first < 0 {
		*col = ending{i, i}
	} else {
		l.nodes[col.last].next, col.last = i, i
	}
	l.reach = max(l.reach, end)
}

// best returns the cost of a word at the current character and the node that stands best before it.
func (l *lattice) best(c class, e *entry) (cost, prev int32) {
	if len(l.before) == 0 {
		return unreachable, -1
	}
	if l.far || c == userWord {
		return l.bestOf(c, e)
	}
	for i := range min(l.asked, len(l.known)) {
		if k := &l.known[i]; k.left == e.left {
			return k.cost + int32(e.weight), k.node
		}
	}
	d := &l.words.dict.Connection
	row := d.Vec[int(d.Row)*int(e.left):][:d.Row]
	cost, prev = math.MaxInt32, -1
	for i := range l.before {
		b := &l.before[i]
		total := b.cost
		if !b.user {
			total += int32(row[b.right])
		}
		if total < cost {
			cost, prev = total, b.node
		}
	}
	l.known[l.asked%len(l.known)] = choice{e.left, cost, prev}
	l.asked++
	return cost + int32(e.weight), prev
}

// bestOf is best for words of the user, which cost nothing to stand beside, and for costs that may run over.
func (l *lattice) bestOf(c class, e *entry) (cost, prev int32) {
	for i, b := range l.before {
		total := int64(b.cost) + int64(e.weight)
		if c != userWord && !b.user {
			total += int64(l.words.dict.Connection.At(int(b.right), int(e.left)))
		}
		if sum := int32(min(total, unreachable)); i == 0 || sum < cost {
			cost, prev = sum, b.node
		}
	}
	return cost, prev
}

// shed settles what all ways to a character share, where that is all but their last word, and begins anew with those.
// No node reaches beyond the character.
func (l *lattice) shed(char int) {
	first := l.ends[char-l.base].first
	shared, least := l.nodes[first].prev, int32(math.MaxInt32)
	for i := first; i >= 0; i = l.nodes[i].next {
		if l.nodes[i].prev != shared {
			return
		}
		least = min(least, l.nodes[i].cost)
	}
	if shared < 0 {
		return
	}
	l.settle(shared)
	n := int32(0)
	for i := first; i >= 0; n++ {
		last := l.nodes[i]
		i = last.next
		last.cost, last.prev, last.next = last.cost-least, -1, n+1
		l.nodes[n] = last
	}
	l.nodes[n-1].next = -1
	l.nodes, l.base = l.nodes[:n], char
	l.ends = append(l.ends[:0], ending{0, n - 1})
}

// settle puts the way to a node behind what is settled.
func (l *lattice) settle(last int32) {
	from := len(l.out)
	for i := last; i >= 0; i = l.nodes[i].prev {
		l.out = append(l.out, l.nodes[i].cut)
	}
	slices.Reverse(l.out[from:])
}
