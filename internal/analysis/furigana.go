package analysis

import (
	"encoding/binary"
	"iter"

	"jikenbo/internal/morph"
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
		w.add(r)
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
	packed []byte
	last   Reading
}

func (w *readingsWriter) add(r Reading) {
	at := w.last.Span.End
	if r.Passage > w.last.Passage {
		at = 0
	}
	for _, n := range [...]int{r.Passage - w.last.Passage, r.Span.Start - at, r.Span.Len(), len(r.Kana)} {
		w.packed = binary.AppendUvarint(w.packed, uint64(n))
	}
	w.packed = append(w.packed, r.Kana...)
	w.last = r
}

// readKanji fills in the readings. Where the editor gave one, that is the reading, and no other is made.
func (d *Document) readKanji(all []found) {
	var w readingsWriter
	var furigana morph.FuriganaWriter
	for i := range all {
		f := &all[i]
		own := ownReadings(f.passage)
		for _, r := range furigana.Write(f.tokens) {
			for len(own) > 0 && own[0].End <= r.Span.Start {
				own = own[1:]
			}
			if len(own) == 0 || !own[0].Overlaps(r.Span) {
				w.add(Reading{f.index, r.Span, r.Kana})
			}
		}
	}
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
