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
	byDate     map[concerned][]int
	bySentence map[sentence][]int
	byWords    map[string]*Entity // those whom only words name
	byText     map[toldIn]*Act    // the first that the text tells
}

// newActIndex makes an index with room for what so many finds tell: growing to it takes longer than filling it.
func newActIndex(finds int) actIndex {
	return actIndex{
		number: make(map[*Act]int, finds), byDate: make(map[concerned][]int, 2*finds), bySentence: make(map[sentence][]int, finds),
		byWords: map[string]*Entity{}, byText: make(map[toldIn]*Act, finds),
	}
}

// A concerned is an entity in a year or on a day, as a key, for acts of a type; those that editors wrote down, which finds of other types may tell, have none.
type concerned struct {
	entity *Entity
	when   int
	typ    event.Type
	vague  bool // only those of the year that are of no single day
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

// dayOf returns the day of a date that can mean no other, as a number that no year of our time has. Two such dates mean the same day only where it is the same.
func dayOf(d edtf.Date) (int, bool) {
	from, to, hasFrom, hasTo := d.Bounds()
	return from.Year*10_000 + from.Month*100 + from.Day, hasFrom && hasTo && from == to
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
	know := func(key concerned) {
		known := l.acts.byDate[key]
		if !slices.Contains(known, n) {
			l.acts.byDate[key] = append(known, n)
		}
	}
	for _, d := range []edtf.Date{a.Date, a.Announced} {
		if d.IsZero() {
			continue
		}
		day, single := dayOf(d)
		years := yearsOf(d)
		for _, e := range l.concerns(a) {
			if single {
				know(concerned{e, day, typ, false})
			}
			for _, year := range years {
				know(concerned{e, year, typ, false})
				if !single && year != anyYear {
					know(concerned{e, year, typ, true})
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
	out := slices.Clone(l.acts.bySentence[sentence{t.article, t.source, string(t.outline.Lang), found.sentence}])
	for _, p := range who {
		if !p.tellsWho() {
			continue
		}
		for _, typ := range [...]event.Type{found.typ, ""} {
			out = l.concerning(out, p.Entity, found.date, years, typ)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// concerning adds the acts of a type that concern an entity at the time of a date, which has years.
func (l *linker) concerning(out []int, e *Entity, d edtf.Date, years []int, typ event.Type) []int {
	day, single := dayOf(d)
	if single {
		out = append(out, l.acts.byDate[concerned{e, day, typ, false}]...)
	}
	for _, year := range years {
		if year != anyYear {
			out = append(out, l.acts.byDate[concerned{e, year, typ, single}]...)
		}
	}
	return append(out, l.acts.byDate[concerned{e, anyYear, typ, false}]...)
}
