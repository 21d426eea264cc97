package render

import (
	"slices"

	"jikenbo/internal/casebook"
)

// A book is the casebook with the few indexes that pages need besides.
type book struct {
	*casebook.Casebook
	entities map[string]*casebook.Entity
	sources  map[string]*casebook.Source
	articles map[string]*casebook.Article
	lastYear int // of the timeline
}

func newBook(c *casebook.Casebook) *book {
	b := &book{Casebook: c, entities: map[string]*casebook.Entity{}, sources: map[string]*casebook.Source{}, articles: map[string]*casebook.Article{}}
	for _, e := range c.Entities {
		b.entities[e.ID] = e
	}
	for _, a := range c.Acts {
		b.lastYear = max(b.lastYear, a.Date.Year())
	}
	for _, s := range c.Sources {
		b.sources[s.ID] = s
	}
	for _, a := range c.Articles {
		b.articles[a.ID] = a
	}
	return b
}

// entity returns the entity with an id, with or without a page; nil if there is none.
func (b *book) entity(id string) *casebook.Entity {
	if e := b.entities[id]; e != nil {
		return e
	}
	return b.Casebook.Entity(id)
}

// contested returns the page of a name that several entities claim, nil where it has none.
func (b *book) contested(surface string, candidates []string) *casebook.Contested {
	var found *casebook.Contested
	for _, c := range b.Contested {
		if c.Name == surface {
			return c
		}
		if found == nil && claimedBy(c, candidates) {
			found = c
		}
	}
	return found
}

// claimedBy reports whether exactly these entities claim the name.
func claimedBy(c *casebook.Contested, ids []string) bool {
	if len(c.Entities) != len(ids) {
		return false
	}
	return !slices.ContainsFunc(c.Entities, func(e *casebook.Entity) bool { return !slices.Contains(ids, e.ID) })
}
