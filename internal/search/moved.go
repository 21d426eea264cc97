package search

import (
	"encoding/binary"
	"slices"
	"strings"
)

// room is how many lines a record takes up in the index. At least one stays free, so that most that is added to a text moves no other record.
func (l lined) room() int {
	const step = 16
	return ((1+l.lines)/step + 1) * step
}

// indexOf returns the index of records, made of an old one where that spares work.
func (k *Kept) indexOf(old *Kept, list []entry) index {
	record := func(i int) *Record { return list[i].record() }
	if old != nil {
		if x, ok := old.movedTo(k, record); ok {
			return x
		}
	}
	all := make([]int, len(list))
	for i := range all {
		all[i] = i
	}
	return k.indexed(all, record)
}

// movedTo returns the index of the next archive, made of this one where most records are the same.
func (k *Kept) movedTo(next *Kept, record func(i int) *Record) (index, bool) {
	names, ok := k.renamed(next)
	if !ok {
		return nil, false
	}
	if _, fresh := k.spans(next, nil); len(fresh) > len(next.records)/4 {
		return nil, false
	}
	x := k.index()
	if x == nil {
		return nil, false
	}
	again, _ := k.holding(names, x.lookUp)
	spans, fresh := k.spans(next, again)
	return x.moved(spans, next.indexed(fresh, record)), true
}

// indexed returns the index of some of the records.
func (k *Kept) indexed(which []int, record func(i int) *Record) index {
	const most = 1 << 11 // pieces of a record, but for few
	x, f, at := newIndexer(k.names), folder{}, 0
	x.found = make([]uint64, 0, min(x.batch, most*len(which)))
	for _, i := range which {
		for ; at < i; at++ {
			x.first += uint32(k.records[at].room())
		}
		r := record(i)
		for _, name := range append([]string{r.Title}, r.Names...) {
			x.add(0, f.runes(name))
		}
		for i, l := range r.Lines {
			x.add(1+i, f.runes(l.Text))
		}
	}
	return x.index()
}

// A span is lines of the old index, from one up to another, that stand elsewhere in the new one: so many lines further on.
type span struct{ from, to, by uint32 } // by counts modulo 1<<32, which is as good as below zero

// spans returns the lines of the records that both have, in ascending order in both, and which of the new records are none of these. The old
// records of again count as none.
func (k *Kept) spans(next *Kept, again map[int]bool) (spans []span, fresh []int) {
	type place struct{ record, line int }
	at, line := make(map[sum]place, len(k.records)), 0
	for i, r := range k.records {
		if !again[i] {
			at[r.sum] = place{i, line}
		}
		line += r.room()
	}
	line = 0
	last := -1
	for i, r := range next.records {
		old, ok := at[r.sum]
		if ok && old.record > last {
			last = old.record
			s := span{uint32(old.line), uint32(old.line + r.room()), uint32(line - old.line)}
			if n := len(spans); n > 0 && spans[n-1].to == s.from && spans[n-1].by == s.by {
				spans[n-1].to = s.to
			} else {
				spans = append(spans, s)
			}
		} else {
			fresh = append(fresh, i)
		}
		line += r.room()
	}
	return spans, fresh
}

// moved returns the index with the lines of the spans in their new places, none of its others, and those of fresh.
func (x index) moved(spans []span, fresh index) index {
	out := make(index, 0, len(x)+len(fresh))
	room := make([]byte, 0, 1<<20)
	add := func(gram string, old, more posting) {
		if old.n > 0 && more.n == 0 && old.stays(spans) {
			out = append(out, listed{gram, old})
			return
		}
		if cap(room)-len(room) < len(old.deltas)+len(more.deltas)+16*(len(spans)+2) {
			room = make([]byte, 0, max(1<<20, 2*(len(old.deltas)+len(more.deltas)+16*(len(spans)+2))))
		}
		p := posting{deltas: room[len(room):]}
		p.take(old, spans, more)
		if p.n > 0 {
			room = room[:len(room)+len(p.deltas)]
			p.deltas = slices.Clip(p.deltas)
			out = append(out, listed{gram, p})
		}
	}
	for len(x) > 0 || len(fresh) > 0 {
		order := -1
		switch {
		case len(x) == 0:
			order = 1
		case len(fresh) > 0:
			order = strings.Compare(x[0].gram, fresh[0].gram)
		}
		switch {
		case order < 0:
			add(x[0].gram, x[0].posting, posting{})
			x = x[1:]
		case order > 0:
			add(fresh[0].gram, posting{}, fresh[0].posting)
			fresh = fresh[1:]
		default:
			add(x[0].gram, x[0].posting, fresh[0].posting)
			x, fresh = x[1:], fresh[1:]
		}
	}
	return out
}

// stays reports whether all lines of a posting stay where they are.
func (p *posting) stays(spans []span) bool {
	return len(spans) > 0 && spans[0].from == 0 && spans[0].by == 0 && p.last < spans[0].to
}

// take fills an empty posting with the lines of an old one that are in the spans, in their new places, and with more, none of which lies
// within a span. Lines that follow one by the same distances as before are copied as they are.
func (p *posting) take(old posting, spans []span, more posting) {
	fresh, c := more.lines(), cursor{rest: old.deltas}
	c.read()
	for _, s := range spans {
		c.skip(s.from)
		if c.size == 0 || c.line >= s.to {
			continue
		}
		first := c.line
		for len(fresh) > 0 && fresh[0] < first+s.by {
			p.put(fresh[0])
			fresh = fresh[1:]
		}
		p.put(first + s.by)
		c.skip(first + 1)
		if s.to > old.last {
			p.follow(c.rest, old.n-c.passed, old.last+s.by)
			break
		}
		rest, passed := c.rest, c.passed
		last := c.skip(s.to)
		p.follow(rest[:len(rest)-len(c.rest)], c.passed-passed, last+s.by)
	}
	for _, line := range fresh {
		p.put(line)
	}
}

// follow adds lines by their distances.
func (p *posting) follow(deltas []byte, n int, last uint32) {
	if n > 0 {
		p.deltas, p.n, p.last = append(p.deltas, deltas...), p.n+n, last
	}
}

// A cursor goes through the lines of a posting.
type cursor struct {
	rest   []byte // from the line at hand on
	line   uint32
	size   int // of what leads to it; 0 behind the last one
	passed int // how many lines come before
}

// read finds the line at hand.
func (c *cursor) read() {
	if len(c.rest) > 0 && c.rest[0] < 0x80 {
		c.line, c.size = c.line+uint32(c.rest[0]), 1
		return
	}
	delta, n := binary.Uvarint(c.rest)
	c.line, c.size = c.line+uint32(delta), max(n, 0)
}

// skip goes on to the first line that is not before another, and returns the line before that.
func (c *cursor) skip(to uint32) (last uint32) {
	for c.size > 0 && c.line < to {
		last = c.line
		c.rest, c.passed = c.rest[c.size:], c.passed+1
		c.read()
	}
	return last
}
