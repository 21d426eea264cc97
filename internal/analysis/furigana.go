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
	for i := range all {
		f := &all[i]
		own := ownReadings(f.passage)
		for _, r := range morph.Furigana(f.tokens) {
			if !overlaps(own, r.Span) {
				d.Readings = append(d.Readings, Reading{f.index, r.Span, r.Kana})
			}
		}
	}
}

// ownReadings returns where the editor gave the readings of a passage, and where code stands in it.
func ownReadings(p *source.Passage) []source.Span {
	var out []source.Span
	at := 0
	for i, r := range p.Runs {
		if i > 0 && (r.Break || r.Cell != p.Runs[i-1].Cell) {
			at++
		}
		if r.Ruby != "" || r.Code {
			out = append(out, source.Span{Start: at, End: at + len(r.Text)})
		}
		at += len(r.Text)
	}
	return out
}

func overlaps(spans []source.Span, s source.Span) bool {
	for _, o := range spans {
		if o.Overlaps(s) {
			return true
		}
	}
	return false
}
