package analysis

import (
	"fmt"
	"slices"
	"strings"
)

// events: an act is right when its date and its type are; "events, date" looks at the date alone.
func (m *measurement) events(g goldText, d *Document) {
	typed := m.match(g, d, "events", func(want goldEvent, got Event) bool {
		return want.Type == string(got.Type) || slices.Contains(want.TypeAlt, string(got.Type))
	})
	dated := m.match(g, d, "events, date", func(goldEvent, Event) bool { return true })
	for i, e := range d.Events {
		if g.allows(e) {
			continue
		}
		what := fmt.Sprintf("%s %s in %q", e.Event.Date, e.Type, d.Sentences[e.Sentence].Text)
		if !typed[i] {
			m.wrong("events", what)
		}
		if !dated[i] {
			m.wrong("events, date", what)
		}
	}
}

// match gives every annotated act the first act found that has its date and is like it, and says which were given.
func (m *measurement) match(g goldText, d *Document, kind string, like func(goldEvent, Event) bool) []bool {
	used := make([]bool, len(d.Events))
	for _, want := range g.Events {
		if want.Optional {
			continue
		}
		i := -1
		for j, e := range d.Events {
			if !used[j] && like(want, e) && dateFits(e, append([]string{want.EDTF}, want.Alt...)) {
				i = j
				break
			}
		}
		if i < 0 {
			m.miss(kind, fmt.Sprintf("%s %s %s", want.EDTF, want.Type, want.Summary))
			continue
		}
		used[i] = true
		m.hit(kind)
	}
	return used
}

// allows reports whether an act has the date of an optional one.
func (g goldText) allows(e Event) bool {
	return slices.ContainsFunc(g.Events, func(o goldEvent) bool { return o.Optional && dateFits(e, []string{o.EDTF}) })
}

func dateFits(e Event, right []string) bool {
	return slices.ContainsFunc(right, func(d string) bool { return compatible(d, e.Event.Date.Stretch().String()) })
}

// compatible: the same date, or one that is told less precisely; of a period the month of its start is enough.
func compatible(a, b string) bool {
	a, b = strings.TrimRight(a, "~?%"), strings.TrimRight(b, "~?%")
	if a == "" || b == "" {
		return false
	}
	if strings.HasPrefix(a, b) || strings.HasPrefix(b, a) {
		return true
	}
	startA, _, periodA := strings.Cut(a, "/")
	startB, _, periodB := strings.Cut(b, "/")
	return startA != "" && startB != "" && (periodA || periodB) && month(startA) == month(startB)
}

// month is the year and month of a date, as far as it has them.
func month(d string) string { return d[:min(len(d), len("2006-01"))] }

// figures: a figure is right when its bounds and its unit are and its span overlaps.
func (m *measurement) figures(g goldText, d *Document) {
	used := make([]bool, len(d.Figures))
	for _, want := range g.Figures {
		if want.Optional {
			continue
		}
		span := g.at(want.Surface, want.Offset)
		i := slices.IndexFunc(d.Figures, func(f Figure) bool { return f.File.Overlaps(span) && want.fits(f) })
		if i < 0 {
			m.miss("figures", want.Surface)
			continue
		}
		used[i] = true
		m.hit("figures")
	}
	for i, f := range d.Figures {
		optional := slices.ContainsFunc(g.Figures, func(o goldFigure) bool {
			return o.Optional && f.File.Overlaps(g.at(o.Surface, o.Offset))
		})
		if !used[i] && !optional {
			m.wrong("figures", fmt.Sprintf("%q = %v to %v %q", f.Surface, f.Min, f.Max, f.Unit))
		}
	}
}

func (want goldFigure) fits(f Figure) bool {
	unit := strings.TrimSuffix(f.Unit, "分") // 人分 are so many 人
	return (want.Unit == f.Unit || want.Unit == unit) && slices.ContainsFunc(append(want.Alt, want.bounds), func(b bounds) bool {
		return b.Min == f.Min && (b.Max == nil && f.Max == 0 || b.Max != nil && *b.Max == f.Max)
	})
}
