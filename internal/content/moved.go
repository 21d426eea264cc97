package content

import (
	"net/url"
	"strings"

	"jikenbo/internal/source"
)

// moved takes over the ids that a page had before.
func (f *fields) moved(list words, id string) []string {
	var ids []string
	for _, v := range list.Value {
		switch {
		case v.Refused:
		case !isID(v.Value):
			f.add(source.BadID, v.Span, idHint, "%q has not the form of an id", v.Value)
		case v.Value == id:
			f.add(source.Moved, v.Span, "delete it from the list", "%q is the id that it has now", v.Value)
		default:
			f.once(&ids, v, "moved")
		}
	}
	return ids
}

// reference takes over a page elsewhere.
func (f *fields) reference(v source.Located[referenceTOML]) Reference {
	r := Reference{URL: f.word(v.Value.URL, v.Span, "url", true), Title: v.Value.Title.Value}
	if r.URL != "" && !IsWebAddress(r.URL) {
		f.add(source.Form, v.Value.URL.Span, `a whole address, as in "https://example.org/page"`, "%q is not the address of a page", r.URL)
		r.URL = ""
	}
	return r
}

// IsWebAddress reports whether s is the address of a page, of which a link may be made.
func IsWebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && !strings.ContainsAny(s, " \t\r\n\"<>\\`")
}

// movedIDs reports former ids that something else has now, or has had.
func (c *Content) movedIDs(ps *source.Problems) {
	taken := map[string]string{}
	check := func(folder, id string, moved []string, pos source.Position, inUse func(string) bool) {
		for _, old := range moved {
			other, twice := taken[folder+old]
			switch {
			case inUse(old):
				ps.Add(source.Moved, pos, "delete it from the list: the page of that id exists", "former id %q of %q is in use", old, id)
			case twice:
				ps.Add(source.Moved, pos, "an address can lead to one page only: keep one of the two", "former id %q of %q is one of %q too", old, id, other)
			}
			taken[folder+old] = id
		}
	}
	for _, e := range c.Registry.All() {
		check(e.Kind.Folder()+"/", e.ID, e.Moved, e.Pos, func(old string) bool {
			o := c.Registry.Get(old)
			return o != nil && o.Kind == e.Kind
		})
	}
	articles := map[string]bool{}
	for _, a := range c.Articles {
		articles[a.ID] = true
	}
	for _, a := range c.Articles {
		check("articles/", a.ID, a.Moved, a.Pos, func(old string) bool { return articles[old] })
	}
}

// contest takes over for the entities in the program what the archive's own files declare: a name
// that one of them contests is contested for its other holders as well. An editor cannot mend their files.
func (r *Registry) contest() {
	contested := map[string]bool{}
	for _, e := range r.entities {
		for _, a := range e.Aliases {
			if !e.Shipped && a.Scope == "contested" {
				contested[Fold(a.Name)] = true
			}
		}
	}
	for _, e := range r.entities {
		if !e.Shipped {
			continue
		}
		for _, h := range holdersOf(e) {
			key := Fold(h.name)
			if contested[key] && !declares(e, key) {
				e.Aliases = append(e.Aliases, Alias{Name: h.name, Scope: "contested", Pos: h.pos})
			}
		}
	}
}

// declares reports whether an entity declares a name contested, by its folded form.
func declares(e *Entity, key string) bool {
	for _, a := range e.Aliases {
		if a.Scope == "contested" && Fold(a.Name) == key {
			return true
		}
	}
	return false
}

// Fold returns the form in which the registry compares names.
func Fold(name string) string { return fold(name) }
