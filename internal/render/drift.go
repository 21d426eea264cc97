package render

import (
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
)

// Drift is a place where the Japanese text has moved on since it was translated.
type Drift struct {
	Link        // the paragraph, on this page
	Word string // what happened to it
}

// drifts returns the places where the English text rests on an older Japanese one.
func (s scope) drifts(a *casebook.Article) []Drift {
	if a.JA == nil || a.EN == nil {
		return nil
	}
	var out []Drift
	for _, d := range a.EN.Behind {
		at := "p" + number(min(d.Passage, len(a.JA.Passages())-1))
		out = append(out, Drift{Link{Href: "#" + at, Words: Words{Text: s.place(at)}}, s.term("drift", driftWord(a, d))})
	}
	return out
}

// driftWord says what happened: of a passage that is gone, on which side of the place it stood.
func driftWord(a *casebook.Article, d content.Drift) string {
	if d.Kind == content.Removed && d.Passage == len(a.JA.Passages()) {
		return "removed-after"
	}
	return string(d.Kind)
}

// behind reports whether the English of the passages from at to end rests on an older Japanese text.
func behind(a *casebook.Article, at, end int) bool {
	if a.JA == nil || a.EN == nil {
		return false
	}
	for _, d := range a.EN.Behind {
		if d.Kind != content.Removed && at <= d.Passage && d.Passage < end {
			return true
		}
	}
	return false
}
