package lattice

import (
	"math"
	"slices"
)

// A step is a word at the end of the best way to it, what kagome calls a node.
type step struct {
	key   key   // of the way
	older int32 // the step added before it that ends at the same place, 0 without one
	from  int32 // the step before it on the way
	start int32
	id    int32
	right uint16
	kind  Kind
}

// maximumCost is kagome's: what costs more costs as much.
const maximumCost = math.MaxInt32

// A key orders steps by what they cost, and those that cost the same as they were added: kagome keeps the first.
type key int64

const (
	keyBits = 31
	stepOf  = 1<<keyBits - 1
	maxKey  = key(maximumCost<<keyBits | stepOf)
	noKey   = key(3 << 61) // behind all others, with any connection
)

func (k key) plus(cost int16) key     { return k + key(cost)<<keyBits }
func (k key) step() int32             { return int32(k & stepOf) }
func (k key) withStep(step int32) key { return k&^stepOf | key(step) }

// A best is the cheapest of the steps that end at a place with one right context, or one of a few.
type best struct {
	key   key
	right uint16
}

// A search is the room in which the best way through a text is looked for. Places are numbers of characters.
type search struct {
	*Dictionary
	names   *Names
	text    string
	codes   []uint32 // of the characters
	bytes   []int32  // where they begin, and where the text ends
	slots   []uint32 // of the dictionary, where the characters are looked for first, and then the next ones behind them
	fetched entry    // of no use

	steps []step  // the first is none
	used  int     // how many of them
	from  int     // where they begin
	ends  []int32 // by places behind that, the last step that ends there
	far   int     // no step ends behind it
	run   group

	// At the place that is looked at:
	place   int
	first   int32   // of the steps that end there
	room    []best  // for the bests, and three more
	bests   []best  // of them, for each right context, and up to a multiple of 4 such as are never the best
	outlets []int32 // by right contexts, where the best is, and base more
	base    int32
}

func newSearch(d *Dictionary) *search {
	return &search{Dictionary: d, steps: make([]step, 4*settled), room: make([]best, 64), ends: make([]int32, 2*settled), outlets: make([]int32, d.contexts)}
}

// few is how many steps are sooner weighed than told apart by their contexts.
const few = 16

// settled is how many characters are looked at before what is settled is given out, at least.
const settled = 256

// Cut appends the words of a text, one behind the other.
func (d *Dictionary) Cut(to []Word, text string, names *Names) []Word {
	s := d.rooms.Get().(*search)
	s.names, s.text = names, text
	s.read()
	for place, before := 0, uint16(0); place < len(s.codes); {
		last := s.look(place, before)
		to = s.appendWay(to, last)
		place, before = s.place, s.steps[last].right
	}
	s.names, s.text = nil, ""
	d.rooms.Put(s)
	return to
}

// read makes the codes of the characters.
func (s *search) read() {
	s.codes, s.bytes = s.codes[:0], s.bytes[:0]
	for at := 0; at < len(s.text); {
		code, size := decode(s.text, at)
		s.codes, s.bytes = append(s.codes, code), append(s.bytes, int32(at))
		at += size
	}
	s.bytes = append(s.bytes, int32(len(s.text)))
	s.fetch()
}

// fetch looks at the slots of each character and of the next one behind it, and at the words that they are. The search needs them
// one after the other, and where the rest of the analysis has driven the dictionary out of the memory that is near the processor it
// would wait for each; these loops decide nothing and wait for many at once.
func (s *search) fetch() {
	t, n := s.words, len(s.codes)
	s.slots = slices.Grow(s.slots[:0], 2*n)[:2*n]
	heads, nexts := s.slots[:n], s.slots[n:]
	for i, code := range s.codes {
		heads[i] = t.probe(0, code)
	}
	for i := range n - 1 {
		nexts[i] = t.probe(heads[i], s.codes[i+1])
	}
	for i := range n - 1 {
		one, two := &t[heads[i]], &t[nexts[i]]
		isNext := (int32(two.char&codeMask^s.codes[i+1]) - 1) >> 31 // all bits, or none
		s.fetched += s.entries[one.word&^(one.word>>31)] + s.entries[two.word&^(two.word>>31)&isNext]
	}
}

// look goes on from a place behind a word with a right context to the first place that all ways pass, or to the end. It stays
// there, and returns the last step of the best way.
func (s *search) look(place int, before uint16) int32 {
	s.begin(place, before)
	for s.place = place; s.place < len(s.codes); s.place++ {
		last := s.ends[s.place-s.from]
		if last == 0 {
			continue // no way leads here
		}
		one := s.arrive(last)
		if one && s.place == s.far && s.place-s.from >= settled {
			return s.bests[0].key.step()
		}
		s.depart()
	}
	s.arrive(s.ends[s.place-s.from])
	s.add(s.end, 0, Listed, s.place)
	return s.steps[s.used-1].from
}

func (s *search) begin(place int, before uint16) {
	clear(s.ends[:s.far-s.from+1])
	s.from, s.far, s.run = place, place, group{}
	s.steps[1], s.used = step{key: key(0).withStep(1), right: before}, 2
	s.ends[0] = 1
	if s.base > math.MaxInt32/2 || s.base == 0 { // long before it comes back to one that it has had
		clear(s.outlets)
		s.base = 1
	}
}

// appendWay appends the words of the way to a step that ends at the place.
func (s *search) appendWay(to []Word, last int32) []Word {
	first, end := len(to), s.bytes[s.place]
	for n := last; n > 1; n = s.steps[n].from {
		w := &s.steps[n]
		start := s.bytes[w.start]
		to = append(to, Word{Start: int(start), End: int(end), ID: int(w.id), Kind: w.kind})
		end = start
	}
	slices.Reverse(to[first:])
	return to
}

// arrive gathers the bests of the steps that end at the place, of which it is given the last, and reports whether it is only one.
func (s *search) arrive(last int32) bool {
	used := 0
	for n := last; n != 0; used++ {
		if used+4 > len(s.room) {
			s.room = append(s.room, make([]best, len(s.room))...)
		}
		w, b := &s.steps[n], &s.room[used]
		b.key, b.right = w.key, w.right
		s.first, n = n, w.older
	}
	if used > few {
		used = s.distinct(s.room[:used])
	}
	none := best{noKey, s.room[0].right}
	*(*[3]best)(s.room[used:]) = [3]best{none, none, none}
	s.bests = s.room[:(used+3)&^3]
	return used == 1
}

// distinct leaves of several bests with one right context the best, at the beginning of all, and returns how many there are.
func (s *search) distinct(bests []best) int {
	used := 0
	for i := range bests {
		b := &bests[i]
		o := &s.outlets[b.right]
		if at := int(*o - s.base); at >= 0 {
			bests[at].key = min(bests[at].key, b.key)
			continue
		}
		*o = s.base + int32(used)
		bests[used].key, bests[used].right = b.key, b.right
		used++
	}
	s.base += int32(used)
	return used
}

// add adds words that are written alike and end at a place, of which the entries from the first on tell, each behind the cheapest step before it.
func (s *search) add(entries []entry, id int32, kind Kind, end int) {
	last := s.endAt(end)
	for i, e := range entries {
		row, k := (*[rowSize]int16)(s.table[e.left()*s.contexts:]), noKey
		for bests := s.bests; len(bests) >= 4; bests = bests[4:] { // by four, since most places have no more
			b := (*[4]best)(bests)
			one, two := b[0].key.plus(row[b[0].right]), b[1].key.plus(row[b[1].right])
			three, four := b[2].key.plus(row[b[2].right]), b[3].key.plus(row[b[3].right])
			k = min(k, min(min(one, two), min(three, four)))
		}
		if k = k.plus(e.weight()); k > maxKey {
			k = key(maximumCost<<keyBits) | key(s.first) // all of them cost as much, so that it is the first
		}
		n := s.used
		if n == len(s.steps) {
			s.grow()
		}
		w := &s.steps[n] // field by field, since what is put together first is copied slowly
		w.key, w.older, w.from, w.start, w.id, w.right, w.kind = k.withStep(int32(n)), *last, k.step(), int32(s.place), id+int32(i), e.right(), kind
		s.used, *last = n+1, int32(n)
		if e&more == 0 {
			return
		}
	}
}

func (s *search) grow() { s.steps = append(s.steps, make([]step, len(s.steps))...) }

// repeat adds steps once more, which end at another place.
func (s *search) repeat(from, to, end int) {
	last := s.endAt(end)
	for i := from; i < to; i++ {
		w := s.steps[i]
		w.key, w.older = w.key.withStep(int32(s.used)), *last
		if s.used == len(s.steps) {
			s.grow()
		}
		s.steps[s.used] = w
		*last = int32(s.used)
		s.used++
	}
}

// endAt returns where the last step is kept that ends at a place.
func (s *search) endAt(place int) *int32 {
	s.far = max(s.far, place)
	if i := place - s.from; i >= len(s.ends) {
		s.ends = append(s.ends, make([]int32, max(i, len(s.ends)))...)
	}
	return &s.ends[place-s.from]
}
