package render

import (
	"jikenbo/internal/casebook"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
)

// Act is one dated act as a list shows it.
type Act struct {
	ID        string
	Href      string // its place on the timeline
	Date      Date
	Announced Date // zero where it is not known apart from the date
	Mark      Mark
	Title     Words
	Gist      Words
	Edited    bool
	Reviewed  bool // an editor has looked at what the machine found
	Operation Link
	Who       []Participants
	Proofs    []Proof
	More      int // texts that tell it and are left out of a list; its place on the timeline has all
	Sources   []Link
}

// textsOfAct is how many of the texts that tell an act a list names.
const textsOfAct = 5

// Checked reports whether an editor stands behind the act.
func (a Act) Checked() bool { return a.Edited || a.Reviewed }

// Participants are the entities in one role.
type Participants struct {
	Role  string
	Links []Link
}

// act returns an act as it reads here, with all that tells it.
func (s scope) act(a *casebook.Act) Act {
	out := s.actRow(a)
	if out.More > 0 {
		out.Proofs, out.More = s.proofs(a.Evidence), 0
	}
	return out
}

// actRow returns an act as it reads in a list.
func (s scope) actRow(a *casebook.Act) Act {
	words, lang := written(a.Date, a.Evidence)
	out := Act{
		ID: a.ID, Href: s.actHref(a),
		Date: s.date(a.Date, words, lang), Announced: s.date(a.Announced, "", ""),
		Mark: s.mark(a.Type), Title: s.words(a.Title), Gist: s.words(a.Text),
		Edited: a.Edited, Reviewed: a.Reviewed, Operation: s.entity(a.Operation),
	}
	out.Proofs, out.More = s.firstProofs(a.Evidence, textsOfAct)
	if a.Announced == a.Date {
		out.Announced = Date{}
	}
	for _, p := range a.Participants {
		role := s.roleIn(p.Role, a.Type, p.Entity)
		if n := len(out.Who); n == 0 || out.Who[n-1].Role != role {
			out.Who = append(out.Who, Participants{Role: role})
		}
		last := &out.Who[len(out.Who)-1]
		last.Links = append(last.Links, s.entity(p.Entity))
	}
	if len(a.Evidence) == 0 {
		for _, src := range a.Sources {
			out.Sources = append(out.Sources, s.sourceRef(src))
		}
	}
	return out
}

// acts returns a list of acts in the order given.
func (s scope) acts(as []*casebook.Act) []Act {
	var out []Act
	for _, a := range as {
		out = append(out, s.actRow(a))
	}
	return out
}

// Tally is how many acts of a family there are.
type Tally struct {
	Mark Mark
	N    int
}

// tallies counts acts by family; families without acts are left out.
func (s scope) tallies(as []*casebook.Act) []Tally {
	var out []Tally
	for _, f := range families {
		n := 0
		for _, a := range as {
			if family, _, _ := sign(a.Type); family == f {
				n++
			}
		}
		if n > 0 {
			out = append(out, Tally{s.familyMark(f), n})
		}
	}
	return out
}

// familyMark returns the sign that stands for a whole family.
func (s scope) familyMark(f Family) Mark {
	t := map[Family]event.Type{Counter: event.Takedown, Intrusion: event.Intrusion, Report: event.Advisory, Neither: event.Other}[f]
	m := s.mark(t)
	m.Word = s.term("family", string(f))
	return m
}

// newestFirst compares acts for lists that begin with the newest; undated acts stand last.
func newestFirst(a, b *casebook.Act) int { return newer(a.Date, b.Date) }

// newer compares dates for lists that begin with the newest; no date stands last.
func newer(a, b edtf.Date) int {
	if a.IsZero() || b.IsZero() {
		return edtf.Compare(a, b)
	}
	return edtf.Compare(b, a)
}
