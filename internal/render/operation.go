package render

import (
	"cmp"
	"slices"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
)

// roles lists the roles in the order in which pages show them.
var roles = [...]event.Role{event.Agent, event.Partner, event.Target, event.Victim, event.Instrument, event.PlaceOf}

// eventType returns the type of act of an operation.
func eventType(o *content.OperationFacts) event.Type { return event.Type(o.Type) }

// OperationFacts are what only operations have.
type OperationFacts struct {
	Mark              Mark
	Period, Announced Date
	Counters          []Link
	Courts, Numbers   []Link // of its legal instruments, each once
	Legal             []Legal
	Participants      []Role
}

// Legal is a legal instrument of an operation.
type Legal struct {
	Instrument Words
	Court      Link
	Number     string
	Date       Date
	Proof      Link
}

// Role is the participants of an operation in one role.
type Role struct {
	Word string
	Rows []RoleRow
}

// RoleRow is one participant with what it did.
type RoleRow struct {
	Link
	Note  Words
	Proof Link
}

// operationFacts returns what only operations have, nil for other entities.
func (s scope) operationFacts(e *casebook.Entity) *OperationFacts {
	o := e.Entity.Operation
	if o == nil {
		return nil
	}
	out := &OperationFacts{
		Mark: s.mark(eventType(o)), Period: s.date(o.Period, "", ""), Announced: s.date(o.Announced, "", ""),
	}
	for _, id := range o.Counters {
		out.Counters = append(out.Counters, s.named(id))
	}
	for _, l := range o.Legal {
		out.Legal = append(out.Legal, Legal{
			Instrument: s.words(l.Instrument), Court: s.named(l.Court), Number: l.Number,
			Date: s.date(l.Date, "", ""), Proof: s.sourceRef(s.book.sources[l.Source]),
		})
	}
	for _, l := range out.Legal {
		out.Courts = appendNew(out.Courts, l.Court)
		out.Numbers = appendNew(out.Numbers, Link{Words: Words{Text: l.Number}})
	}
	for _, role := range roles {
		for _, p := range o.Participants {
			if p.Role != string(role) {
				continue
			}
			word := s.roleIn(role, eventType(o), s.book.entity(p.Entity))
			if n := len(out.Participants); n == 0 || out.Participants[n-1].Word != word {
				out.Participants = append(out.Participants, Role{Word: word})
			}
			last := &out.Participants[len(out.Participants)-1]
			last.Rows = append(last.Rows, RoleRow{s.named(p.Entity), s.words(p.Note), s.sourceRef(s.book.sources[p.Source])})
		}
	}
	return out
}

// appendNew adds a link that says something new.
func appendNew(links []Link, l Link) []Link {
	if l.Text == "" || slices.ContainsFunc(links, func(have Link) bool { return have.Text == l.Text }) {
		return links
	}
	return append(links, l)
}

// roleIn returns the word for a role in an act: whoever makes a statement does not carry it out,
// and a court is a court.
func (s scope) roleIn(r event.Role, t event.Type, who *casebook.Entity) string {
	if r != event.Agent {
		return s.role(r)
	}
	if who != nil && who.Class == "court" {
		return s.msg("role.court")
	}
	if key := i18n.Key("role.agent-" + string(t)); s.r.messages.Has(key) {
		return s.msg(key)
	}
	return s.role(r)
}

// operations returns operations as a list shows them.
func (s scope) operations(es []*casebook.Entity) []Operation {
	var out []Operation
	for _, e := range es {
		o := Operation{Link: s.entity(e), Summary: s.words(e.Summary)}
		if f := e.Entity.Operation; f != nil {
			o.Mark = s.mark(eventType(f))
			o.Date = s.date(f.Period, "", "")
			if f.Period.IsZero() {
				o.Date, o.Announced = s.date(f.Announced, "", ""), true
			}
		}
		out = append(out, o)
	}
	return out
}

// newestOperationFirst orders operations by the day under which they are listed, those without one last.
func newestOperationFirst(a, b *casebook.Entity) int {
	return cmp.Or(newer(when(a), when(b)), cmp.Compare(a.ID, b.ID))
}

// when returns the date under which an operation is listed: that of the announcement or,
// where there was none, when it was carried out.
func when(e *casebook.Entity) edtf.Date {
	o := e.Entity.Operation
	switch {
	case o == nil:
		return edtf.Date{}
	case !o.Announced.IsZero():
		return o.Announced
	}
	return o.Period
}
