package render

import (
	"slices"

	"jikenbo/internal/casebook"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
)

// ActLine is one dated act as it stands beside a text that tells it.
type ActLine struct {
	Href             string // its place on the timeline
	Date             Date
	Mark             Mark
	Title            Words
	Edited, Reviewed bool // an editor wrote it; or has looked at what the machine found
}

// ActRow is an act as a list shows it.
type ActRow struct {
	ActLine
	Announced Date // zero where it is not known apart from the date
	Gist      Words
	Proofs    []Proof
	More      int // texts that tell it and are left out of a list; its place on the timeline has all
	Sources   []Link
}

// ActRows are the acts of a list.
type ActRows []ActRow

// Found reports whether the machine found one of them and no editor has looked at it.
func (rows ActRows) Found() bool {
	return slices.ContainsFunc(rows, func(r ActRow) bool { return !r.Edited && !r.Reviewed })
}

// Reviewed reports whether an editor has looked at what the machine found of one of them.
func (rows ActRows) Reviewed() bool {
	return slices.ContainsFunc(rows, func(r ActRow) bool { return r.Reviewed })
}

// Act is an act as the timeline tells it.
type Act struct {
	ActRow
	ID        string
	Operation Link
	Who       []Participants
}

// textsOfAct is how many of the texts that tell an act a list names.
const textsOfAct = 5

// Participants are the entities in one role.
type Participants struct {
	Role  string
	Links []Link
}

// act returns an act as it reads here, with all that tells it.
func (s scope) act(a *casebook.Act) Act {
	out := Act{ActRow: s.actRow(a, len(a.Evidence)), ID: a.ID, Operation: s.entity(a.Operation)}
	for _, p := range a.Participants {
		role := s.roleIn(p.Role, a.Type, p.Entity)
		if n := len(out.Who); n == 0 || out.Who[n-1].Role != role {
			out.Who = append(out.Who, Participants{Role: role})
		}
		last := &out.Who[len(out.Who)-1]
		last.Links = append(last.Links, s.entity(p.Entity))
	}
	return out
}

// actLine returns an act as it reads beside a text.
func (s scope) actLine(a *casebook.Act) ActLine {
	return ActLine{
		Href: s.actHref(a), Date: s.date(a.Date, "", ""), Mark: s.mark(a.Type), Title: s.words(a.Title), Edited: a.Edited, Reviewed: a.Reviewed,
	}
}

// actRow returns an act as it reads in a list, with some of the texts that tell it.
func (s scope) actRow(a *casebook.Act, texts int) ActRow {
	out := ActRow{ActLine: s.actLine(a), Gist: s.words(a.Text)}
	words, lang := written(a.Date, a.Evidence)
	out.Date = s.date(a.Date, words, lang)
	if a.Announced != a.Date {
		out.Announced = s.date(a.Announced, "", "")
	}
	out.Proofs, out.More = s.firstProofs(a.Evidence, texts)
	if len(a.Evidence) == 0 {
		for _, src := range a.Sources {
			out.Sources = append(out.Sources, s.sourceRef(src))
		}
	}
	return out
}

// acts returns a list of acts in the order given.
func (s scope) acts(as []*casebook.Act) ActRows {
	out := make(ActRows, len(as))
	for i, a := range as {
		out[i] = s.actRow(a, textsOfAct)
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
	var n [len(families)]int
	kinds := 0
	for _, a := range as {
		family, _, _ := sign(a.Type)
		i := slices.Index(families[:], family)
		if n[i] == 0 {
			kinds++
		}
		n[i]++
	}
	if kinds == 0 {
		return nil
	}
	out := make([]Tally, 0, kinds)
	for i, f := range families {
		if n[i] > 0 {
			out = append(out, Tally{s.familyMark(f), n[i]})
		}
	}
	return out
}

// familyMark returns the sign that stands for a whole family.
func (s scope) familyMark(f Family) Mark {
	known := s.room.in(s.lang).families
	if m, ok := known[f]; ok {
		return m
	}
	var t event.Type
	switch f {
	case Counter:
		t = event.Takedown
	case Intrusion:
		t = event.Intrusion
	case Report:
		t = event.Advisory
	case Neither:
		t = event.Other
	}
	m := s.mark(t)
	m.Word = s.term("family", string(f))
	known[f] = m
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
