package casebook

import (
	"slices"

	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
)

// An actIndex finds the acts that a find may tell without looking at all of them.
// Acts are known by their number in Casebook.Acts while the timeline is made, before it is sorted.
type actIndex struct {
	number     map[*Act]int
	byYear     map[concerned][]int
	bySentence map[sentence][]int
	byWords    map[string]*Entity // those whom only words name
	byText     map[toldIn]*Act    // the first that the text tells
}

// A concerned is an entity in a year, as a key, for acts of a type; those that editors wrote down, which finds of other types may tell, have none.
type concerned struct {
	entity *Entity
	year   int
	typ    event.Type
}

// anyYear is the year of the acts of which the date has an open end or spans many years.
const anyYear = -1 << 20

// fewYears is how many years a date may span to be known under each.
const fewYears = 9

// yearsOf returns the years under which acts of a date are known. Of two dates that can mean the same day, which an interval can only
// where the other is the same, both have one of them or one has anyYear.
func yearsOf(d edtf.Date) []int {
	from, to, hasFrom, hasTo := d.Bounds()
	if !hasFrom || !hasTo || to.Year-from.Year >= fewYears {
		return []int{anyYear}
	}
	out := make([]int, 0, 2)
	for y := from.Year; y <= to.Year; y++ {
		out = append(out, y)
	}
	return out
}

// A toldIn is what a text tells, as a key: of which type, on which date.
type toldIn struct {
	article *Article
	source  *Source
	typ     event.Type
	date    edtf.Date
}

// A sentence is a sentence of a text, as a key.
type sentence struct {
	article *Article
	source  *Source
	lang    string
	number  int
}

// addAct puts an act on the timeline.
func (l *linker) addAct(a *Act) {
	l.acts.number[a] = len(l.book.Acts)
	l.book.Acts = append(l.book.Acts, a)
	l.index(a)
}

// index makes an act known under all whom it concerns, in the years of its dates.
func (l *linker) index(a *Act) {
	n, typ := l.acts.number[a], a.Type
	if a.Edited {
		typ = ""
	}
	know := func(e *Entity, year int) {
		key := concerned{e, year, typ}
		if !slices.Contains(l.acts.byYear[key], n) {
			l.acts.byYear[key] = append(l.acts.byYear[key], n)
		}
	}
	for _, e := range l.concerns(a) {
		for _, d := range []edtf.Date{a.Date, a.Announced} {
			if !d.IsZero() {
				for _, year := range yearsOf(d) {
					know(e, year)
				}
			}
		}
	}
}

// concerns returns all whom an act concerns.
func (l *linker) concerns(a *Act) []*Entity {
	var out []*Entity
	for _, p := range a.Participants {
		out = append(out, p.Entity)
	}
	if a.Operation != nil {
		out = append(out, a.Operation)
		for _, id := range a.Operation.Entity.Operation.Counters {
			if e := l.book.entities[id]; e != nil {
				out = append(out, e)
			}
		}
	}
	return out
}

// indexSentence makes an act known under a sentence that is evidence for it.
func (l *linker) indexSentence(a *Act, e Evidence) {
	key := sentence{e.Article, e.Source, string(e.Lang), e.Sentence}
	l.acts.bySentence[key] = append(l.acts.bySentence[key], l.acts.number[a])
	if in := (toldIn{e.Article, e.Source, a.Type, a.Date}); l.acts.byText[in] == nil {
		l.acts.byText[in] = a
	}
}

// told returns the act of the same type and date that the text tells elsewhere, nil where there is none:
// a find that names nobody tells it again.
func (x *actIndex) told(t *text, found *find) *Act {
	return x.byText[toldIn{t.article, t.source, found.typ, found.date}]
}

// candidates returns the numbers of the acts that a find may tell, in their order. Without a date it tells none.
func (l *linker) candidates(t *text, found *find, who []Participant) []int {
	if found.date.IsZero() {
		return nil
	}
	years := yearsOf(found.date)
	if years[0] == anyYear && !found.date.IsInterval() { // it may tell an act of any of them
		out := make([]int, len(l.book.Acts))
		for i := range out {
			out[i] = i
		}
		return out
	}
	years = append(years, anyYear)
	out := slices.Clone(l.acts.bySentence[sentence{t.article, t.source, string(t.outline.Lang), found.sentence}])
	for _, p := range who {
		if p.tellsWho() {
			for _, year := range years {
				out = append(out, l.acts.byYear[concerned{p.Entity, year, found.typ}]...)
				if found.typ != "" {
					out = append(out, l.acts.byYear[concerned{p.Entity, year, ""}]...)
				}
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
