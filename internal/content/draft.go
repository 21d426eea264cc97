package content

import (
	"path"
	"slices"
	"strings"

	"jikenbo/internal/source"
)

// unfinished reports whether a version says that it is a draft.
func (d *draft) unfinished() bool { return d != nil && d.front.Draft }

// warnOfDrafts makes warnings of what is wrong with drafts: they stop no build.
func (c *Content) warnOfDrafts(ps source.Problems) {
	for _, a := range c.Articles {
		folder := path.Join(root, articles, a.ID) + "/"
		for i, p := range ps {
			if strings.HasPrefix(p.Pos.Path, folder) && (a.Draft || a.EN != nil && a.EN.draft && p.Pos.Path == a.EN.Path) {
				ps[i].Warning = true
			}
		}
	}
}

// Cited returns the ids of the sources that articles, pages and the archive's own entities name. Drafts do not count.
func (c *Content) Cited() map[string]bool {
	cited := map[string]bool{}
	texts := func(v *Version) {
		if v == nil {
			return
		}
		for _, link := range v.Links {
			if id, ok := strings.CutPrefix(link.Href, sourceScheme); ok {
				cited[id] = true
			}
		}
	}
	for _, a := range c.Articles {
		for _, id := range a.Sources {
			cited[id] = true
		}
		texts(a.JA)
		texts(a.EN)
	}
	for _, p := range c.Pages {
		texts(p.JA)
		texts(p.EN)
	}
	for _, e := range c.Registry.All() {
		if !e.Shipped {
			e.cited(cited)
		}
	}
	return cited
}

// sourceScheme begins a link to the record of a source.
const sourceScheme = "source:"

// cited adds the ids of the sources that an entity names.
func (e *Entity) cited(to map[string]bool) {
	for _, a := range e.Aliases {
		to[a.Source] = true
	}
	for _, c := range e.Claims {
		to[c.Source] = true
	}
	if e.Operation == nil {
		return
	}
	for _, l := range e.Operation.Legal {
		to[l.Source] = true
	}
	for _, p := range e.Operation.Participants {
		to[p.Source] = true
	}
	for _, v := range e.Operation.Events {
		to[v.Source] = true
		for _, p := range v.Participants {
			to[p.Source] = true
		}
	}
}

// WaitingSources returns the ids of the sources that only drafts name: they are published with them.
func (c *Content) WaitingSources() map[string]bool {
	cited := c.Cited()
	waiting := map[string]bool{}
	for _, a := range c.Drafts {
		for _, id := range a.Sources {
			if !cited[id] {
				waiting[id] = true
			}
		}
	}
	return waiting
}

// DraftSaying returns the file of a draft that says a phrase, "" where none does.
func (c *Content) DraftSaying(phrase string) string {
	for _, a := range slices.Concat(c.Drafts, c.Articles) {
		for _, v := range []*Version{a.JA, a.EN, a.Waiting} {
			if v != nil && (a.Draft || v.draft) && v.says(phrase) {
				return v.Path
			}
		}
	}
	return ""
}

func (v *Version) says(phrase string) bool {
	return slices.ContainsFunc(v.Passages(), func(p source.Passage) bool { return strings.Contains(p.Text(), phrase) })
}
