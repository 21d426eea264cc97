package analysis

import (
	"encoding/binary"
	"iter"

	"jikenbo/internal/source"
)

// A Reading is how kanji of a passage are read, in hiragana.
type Reading struct {
	Passage int         // index into Text.Passages
	Span    source.Span // in the passage's prose
	Kana    string
}

// Readings are the readings of a document, by passage and place. They are packed, since a large archive has millions: of each the steps
// from the one before, its length, and its kana.
type Readings string

// NewReadings packs readings that stand in their order.
func NewReadings(list ...Reading) Readings {
	var w readingsWriter
	for _, r := range list {
		w.add(r.Passage, r.Span, []byte(r.Kana))
	}
	return Readings(w.packed)
}

// All returns the readings in their order.
func (rs Readings) All() iter.Seq[Reading] {
	return func(yield func(Reading) bool) {
		var r Reading
		at := 0
		number := func() int {
			n := 0
			for shift := 0; at < len(rs) && shift < 32; shift += 7 {
				b := rs[at]
				at++
				n |= int(b&0x7f) << shift
				if b < 0x80 {
					break
				}
			}
			return n
		}
		for at < len(rs) {
			if step := number(); step > 0 {
				r.Passage, r.Span = r.Passage+step, source.Span{}
			}
			r.Span.Start = r.Span.End + number()
			r.Span.End = r.Span.Start + number()
			end := min(len(rs), at+number())
			r.Kana, at = string(rs[min(at, end):end]), end
			if !yield(r) {
				return
			}
		}
	}
}

// A readingsWriter packs readings one by one.
type readingsWriter struct {
	packed  []byte
	passage int // of the last one
	end     int // of it
}

func (w *readingsWriter) add(passage int, s source.Span, kana []byte) {
	if passage > w.passage {
		w.end = 0
	}
	for _, n := range [...]int{passage - w.passage, s.Start - w.end, s.Len(), len(kana)} {
		w.packed = binary.AppendUvarint(w.packed, uint64(n))
	}
	w.packed = append(w.packed, kana...)
	w.passage, w.end = passage, s.End
}

// readKanji fills in the readings. Where the editor gave one, that is the reading, and no other is made.
func (r *room) readKanji(d *Document) {
	w := readingsWriter{packed: r.readings[:0]}
	for i := range r.found {
		f := &r.found[i]
		own := ownReadings(f.passage)
		r.furigana.Each(f.tokens, func(s source.Span, kana []byte) {
			for len(own) > 0 && own[0].End <= s.Start {
				own = own[1:]
			}
			if len(own) == 0 || !own[0].Overlaps(s) {
				w.add(f.index, s, kana)
			}
		})
	}
	r.readings = w.packed
	d.Readings = Readings(w.packed)
}

// ownReadings returns where the editor gave the readings of a passage, and where code stands in it, in order.
func ownReadings(p *source.Passage) []source.Span {
	var out []source.Span
	var starts []int
	for i := range p.Runs {
		r := &p.Runs[i]
		if r.Ruby == "" && !r.Code {
			continue
		}
		if starts == nil {
			starts = runStarts(p)
		}
		out = append(out, source.Span{Start: starts[i], End: starts[i] + len(r.Text)})
	}
	return out
}
