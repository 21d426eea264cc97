package render

import (
	"slices"
	"sync"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// A book is the casebook with the few indexes that pages need besides.
type book struct {
	*casebook.Casebook
	entities map[string]*casebook.Entity
	sources  map[string]*casebook.Source
	articles map[string]*casebook.Article
	lastYear int                        // of the timeline
	timeline []string                   // the pages on which acts have their place, the newest first
	actsOn   map[string][]*casebook.Act // of a page of the timeline
	byName   map[listKey]func() [][]*casebook.Entity
	parted   map[node]*parted      // what is parted by year
	lists    func() []articlesPage // on which articles are listed
	sourced  func() []sourcesPage  // and sources
	indexes  map[listKey]func() index
	letters  map[content.Kind]func() []letterPage // of lists that are parted
}

// A listKey is a kind of entity in the order of a language.
type listKey struct {
	lang i18n.Lang
	kind content.Kind
}

// book returns that of a casebook, which is made once.
func (r *Renderer) book(c *casebook.Casebook) *book {
	made, _ := r.books.LoadOrStore(c, sync.OnceValue(func() *book { return newBook(c) }))
	return made.(func() *book)()
}

func newBook(c *casebook.Casebook) *book {
	b := &book{
		Casebook: c, entities: map[string]*casebook.Entity{}, sources: map[string]*casebook.Source{}, articles: map[string]*casebook.Article{},
		actsOn: map[string][]*casebook.Act{}, byName: map[listKey]func() [][]*casebook.Entity{}, parted: map[node]*parted{},
	}
	for _, e := range c.Entities {
		b.entities[e.ID] = e
		b.part(e, e.Acts, e.Articles)
	}
	for _, a := range c.Acts {
		b.lastYear = max(b.lastYear, a.Date.Year())
		b.actsOn[a.Path] = append(b.actsOn[a.Path], a)
	}
	b.timeline = timelinePages(c.Acts)
	b.lists = sync.OnceValue(func() []articlesPage { return articlesPages(c.Articles) })
	b.sourced = sync.OnceValue(func() []sourcesPage { return sourcesPages(c.Sources) })
	for _, k := range content.Kinds {
		for _, l := range i18n.Langs {
			b.byName[listKey{l, k}] = sync.OnceValue(func() [][]*casebook.Entity { return grouped(l, withPage(c, k)) })
		}
	}
	b.byLetters()
	reports := map[*casebook.Source][]*casebook.Article{} // the newest first; a source has its own by id
	for _, a := range c.Articles {
		b.articles[a.ID] = a
		for _, s := range a.Sources {
			reports[s] = append(reports[s], a)
		}
	}
	for _, s := range c.Sources {
		b.sources[s.ID] = s
		b.part(s, s.Acts, reports[s])
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

// contested returns the page of a contested name, nil where it has none.
func (b *book) contested(surface string, candidates []string) *casebook.Contested {
	var found *casebook.Contested
	folded := content.Fold(surface)
	for _, c := range b.Contested {
		if content.Fold(c.Name) == folded {
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
