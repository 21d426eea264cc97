package lattice

import (
	"math"
	"slices"
)

// A step is a word at the end of the best way to it, what kagome calls a node.
type step struct {
	cost  int32 // of the way
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
	noKey   = key(3 << 61) // behind all others, with any connection
)

func newKey(cost int32, step int32) key { return key(cost)<<keyBits | key(step) }
func (k key) step() int32               { return int32(k & (1<<keyBits - 1)) }

// A best is the cheapest of the steps that end at a place with one right context.
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
	bests   []best  // of them, for each right context, and up to a multiple of 4 such as are never the best
	outlets []int32 // by right contexts, where the best is, and base more
	base    int32
}

func newSearch(d *Dictionary) *search {
	return &search{Dictionary: d, steps: make([]step, 4*settled), bests: make([]best, 0, 64), ends: make([]int32, 2*settled), outlets: make([]int32, d.contexts)}
}

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
		s.fetched += s.entries[max(0, t[heads[i]].word)]
		if to := &t[nexts[i]]; to.char&codeMask == s.codes[i+1] && to.word >= 0 {
			s.fetched += s.entries[to.word]
		}
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
	_, last := s.way(s.cheapest(0), 0)
	return last
}

func (s *search) begin(place int, before uint16) {
	clear(s.ends[:s.far-s.from+1])
	s.from, s.far, s.run = place, place, group{}
	s.steps[1], s.used = step{right: before}, 2
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
	bests, steps, n := s.bests[:0], s.steps, last
	for {
		w := &steps[n]
		bests = append(bests, best{})
		b := &bests[len(bests)-1]
		b.key, b.right = newKey(w.cost, n), w.right
		if w.older == 0 {
			break
		}
		n = w.older
	}
	s.first = n
	if len(bests) > 4 {
		bests = s.distinct(bests)
	}
	one := len(bests) == 1
	for len(bests)%4 != 0 {
		bests = append(bests, best{noKey, bests[0].right})
	}
	s.bests = bests
	return one
}

// distinct leaves of several bests with one right context the best.
func (s *search) distinct(bests []best) []best {
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
	return bests[:used]
}

// cheapest returns the cheapest step before the words of a left context that begin at the place, and what it costs with the connection.
func (s *search) cheapest(left int) key {
	row, k := (*[rowSize]int16)(s.table[left*s.contexts:]), noKey
	for bests := s.bests; len(bests) >= 4; bests = bests[4:] { // by four, since most places have no more
		b := (*[4]best)(bests)
		one, two := b[0].key+key(row[b[0].right])<<keyBits, b[1].key+key(row[b[1].right])<<keyBits
		three, four := b[2].key+key(row[b[2].right])<<keyBits, b[3].key+key(row[b[3].right])<<keyBits
		k = min(k, min(min(one, two), min(three, four)))
	}
	return k
}

// way returns what it costs to go on from the cheapest step with a weight, and the step that kagome goes on from.
func (s *search) way(k key, weight int32) (cost, from int32) {
	if c := int64(k>>keyBits) + int64(weight); c <= maximumCost {
		return int32(c), k.step()
	}
	return maximumCost, s.first // all of them cost as much, so that it is the first
}

// add adds a step from the place to where the last step is given, behind the cheapest one before it.
func (s *search) add(k key, e entry, id int32, kind Kind, last *int32) {
	cost, from := s.way(k, e.weight())
	n := s.used
	if n == len(s.steps) {
		s.grow()
	}
	w := &s.steps[n] // field by field, since what is put together first is copied slowly
	w.cost, w.older, w.from, w.start, w.id, w.right, w.kind = cost, *last, from, int32(s.place), id, e.right(), kind
	s.used, *last = n+1, int32(n)
}

func (s *search) grow() { s.steps = append(s.steps, make([]step, len(s.steps))...) }

// endAt returns where the last step is kept that ends at a place.
func (s *search) endAt(place int) *int32 {
	s.far = max(s.far, place)
	if i := place - s.from; i >= len(s.ends) {
		s.ends = append(s.ends, make([]int32, max(i, len(s.ends)))...)
	}
	return &s.ends[place-s.from]
}
