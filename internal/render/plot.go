package render

import (
	"slices"
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/edtf"
)

// A plot places acts on an axis of years: marks above, bars below them, each in a row
// where it touches no other. A mark may have its word beside it.
type plot struct {
	s     scope
	x     axis
	words bool
	asked bool // filters stand on the page, which look at what each act is
	top   int  // pixels above the first row
	marks []ChartMark
	bars  []ChartBar
	taken rows // of marks
	below rows // of bars
}

// draw places the acts, first those that are marks; the oldest first, so that rows are filled from the left.
func (p *plot) draw(acts []*casebook.Act) {
	acts = slices.Clone(acts)
	slices.SortStableFunc(acts, func(a, b *casebook.Act) int { return edtf.Compare(a.Date, b.Date) })
	for _, a := range acts {
		if !p.x.lasts(a.Date) {
			p.mark(a)
		}
	}
	for _, a := range acts {
		if p.x.lasts(a.Date) {
			p.bar(a)
		}
	}
}

// height is how much room the rows take.
func (p *plot) height() int { return p.top + (len(p.taken)+len(p.below))*chartRow }

// room returns the stretch that a mark at some place takes, and whether its word stands to the left.
func (p *plot) room(at, from, to float64) (left, right float64, before bool) {
	word := chartSide
	if p.words {
		word, before = chartWord, at > chartLast
	}
	if before {
		return min(from, at-word), max(to, at+chartSide), true
	}
	return min(from, at-chartSide), max(to, at+word), false
}

// mark places an act at the middle of what its date can mean, with a tick where it was announced.
func (p *plot) mark(a *casebook.Act) {
	from, to := p.x.span(a.Date)
	at := (from + to) / 2
	m := ChartMark{
		Mark: p.s.mark(a.Type), Href: p.s.actHref(a), Title: p.s.chartTitle(a), Facets: p.facets(a),
		X: percent(at), Loose: loose(a.Date),
	}
	if !a.Date.IsDay() {
		m.From, m.To = percent(from), percent(to)
	}
	if told := p.announced(a); told > at {
		m.Told = percent(told)
		to = max(to, told)
	}
	left, right, before := p.room(at, from, to)
	m.Before = before
	m.Y = p.top + p.taken.place(left, right)*chartRow + chartRow/2
	p.marks = append(p.marks, m)
}

// facets returns what filters look at, "" where there are none.
func (p *plot) facets(a *casebook.Act) string {
	if !p.asked {
		return ""
	}
	return facets(a)
}

// announced returns where the announcement of an act stands, 0 where it has no day of its own.
func (p *plot) announced(a *casebook.Act) float64 {
	if a.Announced.IsZero() || a.Announced.Within(a.Date) || a.Date.Within(a.Announced) {
		return 0
	}
	from, to := p.x.span(a.Announced)
	return (from + to) / 2
}

// bar places an act that lasted.
func (p *plot) bar(a *casebook.Act) {
	from, to := p.x.span(a.Date)
	_, _, starts, ends := a.Date.Bounds()
	before := p.words && from > chartLast
	word := 0.0
	if p.words {
		word = chartWord
	}
	left, right := from-chartSide, max(to, from+word)+chartSide
	if before {
		left, right = min(from, to-word), to+chartSide
	}
	p.bars = append(p.bars, ChartBar{
		Mark: p.s.mark(a.Type), Href: p.s.actHref(a), Title: p.s.chartTitle(a), Facets: p.facets(a),
		X: percent(from), Width: percent(to - from), End: percent(to), Before: before, Loose: loose(a.Date),
		Y:         p.top + (len(p.taken)+p.below.place(left, right))*chartRow + chartRow/2,
		OpenStart: !starts, OpenEnd: !ends,
	})
}

// loose reports whether a date is only about right: its source says "around", or leaves digits open.
func loose(d edtf.Date) bool { return strings.ContainsAny(d.String(), "~?%X") }

// actHref returns the link to the place of an act on the timeline.
func (s scope) actHref(a *casebook.Act) string { return s.room.join(s.to(a.Path), "#", a.ID) }
