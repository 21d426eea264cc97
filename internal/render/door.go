package render

import (
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
)

// A Door leads to another form of what a page tells of: a file of data/, or a feed.
type Door struct {
	Name  string // of the format
	Title string // of what it holds
	Type  string // the media type
	Href  string
	File  bool // to be fetched, not to be read
}

// doors returns the other forms of what the page at a path below its language tells of: of an entity its
// record, and of an actor or operation a bundle and a feed.
func (s scope) doors(own string) []Door {
	e := s.entityAt(own)
	if e == nil {
		return nil
	}
	title := s.best(e.Name) + s.msg("site.divider")
	var out []Door
	add := func(name, typ, href string, file bool) { out = append(out, Door{name, title + name, typ, href, file}) }
	if s.r.Extra.EntityData {
		add("JSON", "application/json", s.root("data/entities/"+e.ID+".json"), true)
	}
	if s.r.Extra.Data && apart(e) {
		add("STIX 2.1", "application/stix+json;version=2.1", s.root(stixPath(e)), true)
	}
	if s.r.Extra.Feed && apart(e) {
		add("Atom", "application/atom+xml", s.to(feedPath(e)), false)
	}
	return out
}

// entityAt returns the entity whose page stands at a path below each language, nil if there is none.
func (s scope) entityAt(own string) *casebook.Entity {
	_, file, _ := strings.Cut(own, "/")
	if e := s.book.entity(strings.TrimSuffix(file, ".html")); e != nil && e.Path == own {
		return e
	}
	return nil
}

// apart reports whether an entity has a bundle and a feed of its own.
func apart(e *casebook.Entity) bool { return e.Kind == content.Actor || e.Kind == content.Operation }

func stixPath(e *casebook.Entity) string { return "data/stix/" + e.ID + ".json" }
func feedPath(e *casebook.Entity) string { return "feeds/" + e.ID + ".xml" }
