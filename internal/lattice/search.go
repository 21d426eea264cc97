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

const keyBits = 31

func newKey(cost int64, step int32) key { return key(cost<<keyBits | int64(step)) }
func (k key) cost() int64               { return int64(k) >> keyBits }
func (k key) step() int32               { return int32(k & (1<<keyBits - 1)) }

// A best is the cheapest of the steps that end at a place with one right context.
type best struct {
	key   key
	right uint16
}

// An inlet is the cheapest step before the words of one left context that begin at a place.
type inlet struct {
	key   key
	stamp uint32 // of the place
}

// An outlet tells which of the bests of a place has a right context.
type outlet struct {
	stamp uint32 // of the place
	best  int32
}

// A search is the room in which the best way through a text is looked for.
type search struct {
	*Dictionary
	names *Names
	text  string

	steps []step  // the first is none
	used  int     // how many of them
	from  int     // where they begin
	ends  []int32 // by places behind that, the last step that ends there
	far   int     // no step ends behind it
	run   group

	// At the place that is looked at:
	place   int
	stamp   uint32 // its number
	first   int32  // of the steps that end there
	bests   []best
	inlets  []inlet  // by left contexts
	outlets []outlet // by right contexts
}

func newSearch(d *Dictionary) *search {
	return &search{Dictionary: d, steps: make([]step, 2*settled), inlets: make([]inlet, d.contexts), outlets: make([]outlet, d.contexts)}
}

// settled is how many bytes are looked at before what is settled is given out, at least.
const settled = 512

// Cut appends the words of a text, one behind the other.
func (d *Dictionary) Cut(to []Word, text string, names *Names) []Word {
	s := d.rooms.Get().(*search)
	s.names, s.text = names, text
	for place, before := 0, uint16(0); place < len(text); {
		last := s.look(place, before)
		to = s.appendWay(to, last)
		place, before = s.place, s.steps[last].right
	}
	s.names, s.text = nil, ""
	d.rooms.Put(s)
	return to
}

// look goes on from a place behind a word with a right context to the first place that all ways pass, or to the end. It stays
// there, and returns the last step of the best way.
func (s *search) look(place int, before uint16) int32 {
	s.begin(place, before)
	for s.place = place; s.place < len(s.text); s.place++ {
		last := s.ends[s.place-s.from]
		if last == 0 {
			continue // in a character, or where no way leads to
		}
		s.arrive(last)
		if len(s.bests) == 1 && s.place == s.far && s.place-s.from >= settled {
			return s.bests[0].key.step()
		}
		s.depart()
	}
	s.arrive(s.ends[s.place-s.from])
	return s.before(0).step()
}

func (s *search) begin(place int, before uint16) {
	s.from, s.far, s.run = place, place, group{}
	s.steps[1], s.used = step{right: before}, 2
	s.ends = append(s.ends[:0], 1)
	if s.stamp > math.MaxUint32/2 { // long before it comes back to one that it has given
		clear(s.inlets)
		clear(s.outlets)
		s.stamp = 0
	}
}

// appendWay appends the words of the way to a step that ends at the place.
func (s *search) appendWay(to []Word, last int32) []Word {
	first, end := len(to), s.place
	for n := last; n > 1; n = s.steps[n].from {
		w := &s.steps[n]
		to = append(to, Word{Start: int(w.start), End: end, ID: int(w.id), Kind: w.kind})
		end = int(w.start)
	}
	slices.Reverse(to[first:])
	return to
}

// arrive gathers the bests of the steps that end at the place, of which it is given the last.
func (s *search) arrive(last int32) {
	s.stamp++
	s.bests = s.bests[:0]
	for n := last; n != 0; n = s.steps[n].older {
		w := &s.steps[n]
		k := newKey(int64(w.cost), n)
		if o := &s.outlets[w.right]; o.stamp != s.stamp {
			o.stamp, o.best = s.stamp, int32(len(s.bests))
			s.bests = append(s.bests, best{k, w.right})
		} else if b := &s.bests[o.best]; k < b.key {
			b.key = k
		}
		s.first = n
	}
}

// before returns the cheapest step before the words of a left context, and what it costs with the connection.
func (s *search) before(left int) key {
	in := &s.inlets[left]
	if in.stamp == s.stamp {
		return in.key
	}
	row := s.table[left*s.contexts:][:s.contexts]
	k := key(math.MaxInt64)
	for _, b := range s.bests {
		k = min(k, b.key+key(row[b.right])<<keyBits)
	}
	in.stamp, in.key = s.stamp, k
	return k
}

// add adds a step from the place to where the last step is given.
func (s *search) add(e entry, id int32, kind Kind, last *int32) {
	k := s.before(e.left())
	cost, from := k.cost()+int64(e.weight()), k.step()
	if cost > maximumCost {
		cost, from = maximumCost, s.first // all of them cost as much, so that it is the first
	}
	n := s.used
	if n == len(s.steps) {
		s.steps = append(s.steps, make([]step, n)...)
	}
	w := &s.steps[n] // field by field, since what is put together first is copied slowly
	w.cost, w.older, w.from, w.start, w.id, w.right, w.kind = int32(cost), *last, from, int32(s.place), id, e.right(), kind
	s.used, *last = n+1, int32(n)
}

// endAt returns where the last step is kept that ends at a place.
func (s *search) endAt(place int) *int32 {
	s.far = max(s.far, place)
	for len(s.ends) <= place-s.from {
		s.ends = append(s.ends, 0)
	}
	return &s.ends[place-s.from]
}
