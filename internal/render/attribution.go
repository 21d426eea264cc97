package render

import (
	"slices"

	"jikenbo/internal/casebook"
	"jikenbo/internal/edtf"
)

// Attribution is a claim about who stands behind something: who makes it, about whom, when and how firmly.
type Attribution struct {
	ID    string // of a claim that this table alone shows
	Place string // link to the claim, where it is shown elsewhere
	What  string // attribution or sponsor
	About Link   // whom it is about, where that is not the page's record
	Claim
}

// attributes lists the properties that say who stands behind something.
var attributes = [...]string{"attribution", "sponsor"}

// attributions returns what is claimed about who stands behind an entity, and behind what it is said
// to stand, the oldest first.
func (s scope) attributions(e *casebook.Entity) []Attribution {
	var claims []*casebook.Claim
	for _, c := range e.Claims {
		if slices.Contains(attributes[:], c.Property) {
			claims = append(claims, c)
		}
	}
	for _, r := range e.Relations {
		if r.Inverse && r.Claim != nil && slices.Contains(attributes[:], r.Property) {
			claims = append(claims, r.Claim)
		}
	}
	slices.SortStableFunc(claims, func(a, b *casebook.Claim) int { return edtf.Compare(a.AsOf, b.AsOf) })
	var out []Attribution
	for _, c := range claims {
		a := Attribution{What: s.term("property", c.Property), Claim: s.claim(c)}
		switch {
		case c.Entity != e:
			a.About = s.entity(c.Entity)
			a.Place = a.About.Href + "#" + c.ID
		case disputed(e, c.Property):
			a.Place = "#" + c.ID
		default:
			a.ID = c.ID
		}
		out = append(out, a)
	}
	return out
}

// disputed reports whether claims of a property of an entity contradict each other; they then stand side by side.
func disputed(e *casebook.Entity, property string) bool {
	return slices.ContainsFunc(e.Claims, func(c *casebook.Claim) bool {
		return c.Property == property && c.Figure == nil && len(c.Disputes) > 0
	})
}
