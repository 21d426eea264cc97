package render

import (
	"cmp"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
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
	for _, role := range roles {
		r := Role{Word: s.term("role", string(role))}
		for _, p := range o.Participants {
			if p.Role == string(role) {
				r.Rows = append(r.Rows, RoleRow{s.named(p.Entity), s.words(p.Note), s.sourceRef(s.book.sources[p.Source])})
			}
		}
		if len(r.Rows) > 0 {
			out.Participants = append(out.Participants, r)
		}
	}
	return out
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
