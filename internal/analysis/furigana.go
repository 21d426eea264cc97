package analysis

import (
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A Reading is how kanji of a passage are read, in hiragana.
type Reading struct {
	Passage int         // index into Text.Passages
	Span    source.Span // in the passage's prose
	Kana    string
}

// readKanji fills in the readings. Where the editor gave one, that is the reading, and no other is made.
func (d *Document) readKanji(all []found) {
	tokens := 0
	for i := range all {
		tokens += len(all[i].tokens)
	}
	if tokens == 0 {
		return
	}
	readings := make([]Reading, 0, 8+tokens/3) // most texts have fewer
	var furigana morph.FuriganaWriter
	for i := range all {
		f := &all[i]
		own := ownReadings(f.passage)
		for _, r := range furigana.Write(f.tokens) {
			for len(own) > 0 && own[0].End <= r.Span.Start {
				own = own[1:]
			}
			if len(own) == 0 || !own[0].Overlaps(r.Span) {
				readings = append(readings, Reading{f.index, r.Span, r.Kana})
			}
		}
	}
	if len(readings) > 0 {
		d.Readings = readings
	}
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
