package search

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
)

// Kept is the index of an archive with what it was made of. The index of the next archive is made of it where most records are the
// same: their lines are only counted anew.
type Kept struct {
	names   sum     // of the names under which lines are listed
	records []lined // in their order
	index   index
}

// A lined is a record as the index knows it: by its sum, and how many lines it has besides its title.
type lined struct {
	sum   sum
	lines int
}

// A sum is a digest of all that is in something.
type sum [sha256.Size]byte

// sumsOf returns the sums of records.
func sumsOf(records []Record) []sum {
	out := make([]sum, len(records))
	var b []byte
	for i := range records {
		b = records[i].append(b[:0])
		out[i] = sha256.Sum256(b)
	}
	return out
}

// sumOf is one sum of several.
func sumOf(sums []sum) sum {
	h := sha256.New()
	for _, s := range sums {
		h.Write(s[:])
	}
	return sum(h.Sum(nil))
}

// append appends all that is in a record, so that different ones give different bytes.
func (r *Record) append(b []byte) []byte {
	for _, s := range []string{r.Kind, string(r.Lang), r.Path, r.Title, r.TitleLang, r.When} {
		b = appendText(b, s)
	}
	for _, n := range []int{r.Years.From, r.Years.To, len(r.Names), len(r.Lines)} {
		b = binary.AppendVarint(b, int64(n))
	}
	for _, s := range r.Names {
		b = appendText(b, s)
	}
	for _, l := range r.Lines {
		b = appendText(appendText(b, l.Fragment), l.Text)
	}
	return b
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// sumOfNames is that of all names.
func sumOfNames(names []Name) sum {
	var b []byte
	for _, n := range names {
		for _, list := range [][]string{n.Said, n.Asked} {
			b = appendText(b, strconv.Itoa(len(list)))
			for _, s := range list {
				b = appendText(b, s)
			}
		}
	}
	return sha256.Sum256(b)
}

// keep returns the index of records with what is to be kept of it, made of an old one where that spares work.
func keep(old *Kept, records []Record, sums []sum, names []Name) *Kept {
	k := &Kept{names: sumOfNames(names), records: make([]lined, len(records))}
	for i, r := range records {
		k.records[i] = lined{sums[i], len(r.Lines)}
	}
	all := make([]int, len(records))
	for i := range all {
		all[i] = i
	}
	if old == nil || old.names != k.names {
		k.index = k.indexed(records, all, names)
		return k
	}
	spans, fresh := old.spans(k)
	if len(fresh) > len(records)/4 {
		k.index = k.indexed(records, all, names)
		return k
	}
	k.index = old.index.moved(spans, k.indexed(records, fresh, names))
	return k
}

// indexed returns the index of some of the records.
func (k *Kept) indexed(records []Record, which []int, names []Name) index {
	x, f, at := newIndexer(names), folder{}, 0
	for _, i := range which {
		for ; at < i; at++ {
			x.first += uint32(1 + k.records[at].lines)
		}
		r := &records[i]
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

// spans returns the lines of the records that both have, in ascending order in both, and which of the new records are none of these.
func (k *Kept) spans(next *Kept) (spans []span, fresh []int) {
	type place struct{ record, line int }
	at, line := make(map[sum]place, len(k.records)), 0
	for i, r := range k.records {
		at[r.sum] = place{i, line}
		line += 1 + r.lines
	}
	line = 0
	last := -1
	for i, r := range next.records {
		old, ok := at[r.sum]
		if ok && old.record > last {
			last = old.record
			s := span{uint32(old.line), uint32(old.line + 1 + r.lines), uint32(line - old.line)}
			if n := len(spans); n > 0 && spans[n-1].to == s.from && spans[n-1].by == s.by {
				spans[n-1].to = s.to
			} else {
				spans = append(spans, s)
			}
		} else {
			fresh = append(fresh, i)
		}
		line += 1 + r.lines
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

// Append appends what is kept, for [ParseKept].
func (k *Kept) Append(b []byte) []byte {
	b = append(slices.Grow(b, k.size()), k.names[:]...)
	b = binary.AppendUvarint(b, uint64(len(k.records)))
	for _, r := range k.records {
		b = binary.AppendUvarint(append(b, r.sum[:]...), uint64(r.lines))
	}
	b = binary.AppendUvarint(b, uint64(len(k.index)))
	for _, l := range k.index {
		b = appendText(b, l.gram)
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(l.n)), uint64(l.last))
		b = append(binary.AppendUvarint(b, uint64(len(l.deltas))), l.deltas...)
	}
	return b
}

// size is how many bytes Append may need: in a large archive they are too many to be grown to.
func (k *Kept) size() int {
	n := sha256.Size + 2*binary.MaxVarintLen32 + len(k.records)*(sha256.Size+binary.MaxVarintLen32)
	for i := range k.index {
		n += len(k.index[i].gram) + len(k.index[i].deltas) + 4*binary.MaxVarintLen32
	}
	return n
}

// ParseKept reads what [Kept.Append] wrote, nil where it is not that. It keeps the data.
func ParseKept(data []byte) *Kept {
	p := parser{rest: data}
	k := &Kept{names: sum(p.bytes(sha256.Size))}
	k.records = make([]lined, p.count(sha256.Size+1))
	for i := range k.records {
		k.records[i] = lined{sum(p.bytes(sha256.Size)), p.number()}
	}
	k.index = make(index, p.count(4))
	for i := range k.index {
		l := &k.index[i]
		l.gram = string(p.bytes(p.number()))
		l.n, l.last = p.number(), uint32(p.number())
		l.deltas = slices.Clip(p.bytes(p.number()))
	}
	if p.failed || len(p.rest) > 0 {
		return nil
	}
	return k
}

// A parser reads numbers and bytes, zeros where there are no more.
type parser struct {
	rest   []byte
	failed bool
}

func (p *parser) number() int {
	v, n := binary.Uvarint(p.rest)
	if n <= 0 || v > 1<<40 {
		p.failed, p.rest = true, nil
		return 0
	}
	p.rest = p.rest[n:]
	return int(v)
}

// count reads how many things follow that have so many bytes each at least.
func (p *parser) count(least int) int {
	n := p.number()
	if n > len(p.rest)/least {
		p.failed = true
		return 0
	}
	return n
}

func (p *parser) bytes(n int) []byte {
	if n > len(p.rest) {
		p.failed, p.rest = true, nil
		return make([]byte, min(n, sha256.Size))
	}
	out := p.rest[:n]
	p.rest = p.rest[n:]
	return out
}
