package render

import (
	"cmp"
	"slices"

	"jikenbo/internal/casebook"
)

// sourcesShown is how many sources the page of an entity lists. The rest stands where they are cited.
const sourcesShown = 40

// citedSources returns the records on which the page of an entity rests: those of its claims, names, the acts
// shown and relations, and those whose text names it; the newest first, as everywhere.
func (s scope) citedSources(e *casebook.Entity, acts []*casebook.Act) []*casebook.Source {
	out := slices.Clone(e.Sources)
	add := func(sources ...*casebook.Source) {
		for _, src := range sources {
			if src != nil && !slices.Contains(out, src) {
				out = append(out, src)
			}
		}
	}
	for _, c := range e.Claims {
		add(c.Source)
	}
	for _, a := range e.Aliases {
		add(s.book.sources[a.Source])
	}
	for _, a := range acts {
		add(a.Sources...)
	}
	for _, r := range e.Relations {
		add(r.Source)
		if r.Claim != nil {
			add(r.Claim.Source)
		}
	}
	if o := e.Entity.Operation; o != nil {
		for _, l := range o.Legal {
			add(s.book.sources[l.Source])
		}
		for _, p := range o.Participants {
			add(s.book.sources[p.Source])
		}
	}
	slices.SortStableFunc(out, func(a, b *casebook.Source) int {
		return cmp.Or(newer(a.Published, b.Published), cmp.Compare(a.ID, b.ID))
	})
	return out
}
