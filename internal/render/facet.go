package render

import (
	"slices"
	"strconv"
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/event"
)

// facets returns what the filters of the timeline look at, as words: the type of an act, its year, the
// actors and countries that it concerns, and a mark where the machine found it and no editor has looked at it.
func facets(a *casebook.Act) string { return strings.Join(facetsOf(a), " ") }

func facetsOf(a *casebook.Act) []string {
	out := append(make([]string, 0, 8), string(a.Type))
	if y := a.Date.Year(); y != 0 {
		out = append(out, strconv.Itoa(y))
	}
	for _, e := range append(attackers(a), countries(a)...) {
		out = append(out, e.ID)
	}
	if !a.Checked() {
		out = append(out, "found")
	}
	return out
}

// countries returns the countries that an act concerns: those in which it took place, and those of who took part.
func countries(a *casebook.Act) []*casebook.Entity {
	var out []*casebook.Entity
	for _, p := range a.Participants {
		if c := countryOf(p.Entity); c != nil && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// countryOf returns the country of an entity, of a place the one in which it lies; nil where none is known.
func countryOf(e *casebook.Entity) *casebook.Entity {
	if e.Kind != content.Place {
		return e.Country
	}
	for at, steps := e, 0; at != nil && steps < 9; at, steps = at.Parent, steps+1 {
		if at.Class == "country" {
			return at
		}
	}
	return e.Country
}

// Filters are the choices by which the timeline can be narrowed.
type Filters struct {
	Actors, Countries []FilterChoice
	Years             []FilterChoice
	Kinds             []FilterKind
	Found             bool // there are acts that the machine found
}

// FilterChoice is a value of a filter with how many acts have it.
type FilterChoice struct {
	ID, Name string
	N        int
}

// FilterKind is a family of types; its ID stands for all of them.
type FilterKind struct {
	FilterChoice
	Types []FilterChoice
}

// familyIDs are the values that stand for a whole family in the address; none is that of a type.
var familyIDs = map[Family]string{Counter: "counters", Intrusion: "intrusions", Report: "reports", Neither: "others"}

// filters returns the choices that some acts leave.
func (s scope) filters(acts []*casebook.Act) Filters {
	n := map[string]int{}
	var f Filters
	for _, a := range acts {
		for _, w := range facetsOf(a) {
			n[w]++
		}
		f.Found = f.Found || !a.Checked()
	}
	f.Actors, f.Countries = s.choices(content.Actor, n), s.choices(content.Place, n)
	for _, t := range s.tallies(acts) {
		k := FilterKind{FilterChoice: FilterChoice{familyIDs[t.Mark.Family], t.Mark.Word, t.N}}
		for _, typ := range event.Types {
			if family, _, _ := sign(typ); family == t.Mark.Family && n[string(typ)] > 0 {
				k.Types = append(k.Types, FilterChoice{string(typ), s.term("type", string(typ)), n[string(typ)]})
			}
		}
		f.Kinds = append(f.Kinds, k)
	}
	return f
}

// choices returns the entities of a kind that acts concern, by name.
func (s scope) choices(k content.Kind, n map[string]int) []FilterChoice {
	var out []FilterChoice
	for _, g := range s.listed(k) {
		for _, e := range g {
			if n[e.ID] > 0 && (k != content.Place || e.Class == "country") {
				out = append(out, FilterChoice{e.ID, s.words(e.Name).Text, n[e.ID]})
			}
		}
	}
	return out
}
