package casebook

import (
	"slices"

	"jikenbo/internal/analysis"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
)

// An actIndex finds the acts that a find may tell without looking at all of them.
// Acts are known by their number in Casebook.Acts while the timeline is made, before it is sorted.
type actIndex struct {
	number     map[*Act]int
	byEntity   map[*Entity][]int
	bySentence map[sentence][]int
	byWords    map[string]*Entity // those whom only words name
	byText     map[toldIn]*Act    // the first that the text tells
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

// index makes an act known under all whom it concerns.
func (l *linker) index(a *Act) {
	n := l.acts.number[a]
	know := func(e *Entity) {
		if e != nil && !slices.Contains(l.acts.byEntity[e], n) {
			l.acts.byEntity[e] = append(l.acts.byEntity[e], n)
		}
	}
	for _, p := range a.Participants {
		know(p.Entity)
	}
	if a.Operation != nil {
		know(a.Operation)
		for _, id := range a.Operation.Entity.Operation.Counters {
			know(l.book.entities[id])
		}
	}
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
func (x *actIndex) told(t text, found analysis.Event) *Act {
	return x.byText[toldIn{t.article, t.source, found.Type, found.Date}]
}

// candidates returns the numbers of the acts that a find may tell, in their order.
func (l *linker) candidates(t text, found analysis.Event, who []Participant) []int {
	out := slices.Clone(l.acts.bySentence[sentence{t.article, t.source, string(t.doc.Text.Lang), found.Sentence}])
	for _, p := range who {
		if p.tellsWho() {
			out = append(out, l.acts.byEntity[p.Entity]...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
