package casebook

import (
	"slices"
	"strings"

	"jikenbo/internal/morph"
)

// linkContested makes a page for each contested name, and ties the mentions to it.
func (l *linker) linkContested() {
	byName := map[string]*Contested{}
	for _, e := range l.in.Content.Registry.All() {
		for _, a := range e.Aliases {
			if a.Scope != "contested" {
				continue
			}
			key := morph.Fold(a.Name).Text
			c := byName[key]
			if c == nil {
				c = &Contested{Name: a.Name}
				byName[key] = c
				l.book.Contested = append(l.book.Contested, c)
			}
			c.Entities = addEntity(c.Entities, l.book.entities[e.ID])
		}
	}
	l.mentionContested(byName)
	l.book.Contested = slices.DeleteFunc(l.book.Contested, func(c *Contested) bool { return !c.open() })
	slices.SortFunc(l.book.Contested, func(a, b *Contested) int { return strings.Compare(a.Name, b.Name) })
	taken := map[string]bool{}
	for _, c := range l.book.Contested {
		slug := c.slug()
		for taken[slug] {
			slug += "-2"
		}
		taken[slug] = true
		c.Path = "names/" + slug + ".html"
	}
}

// open reports whether the name has a page: a text has it, or several claim it and one of them has a page.
// Those that claim it may have none: no text needs to name an entity of the program's registry otherwise.
func (c *Contested) open() bool {
	return len(c.Mentions) > 0 || len(c.Entities) > 1 && slices.ContainsFunc(c.Entities, func(e *Entity) bool { return e.Path != "" })
}

func (l *linker) mentionContested(byName map[string]*Contested) {
	for i := range l.texts {
		t := &l.texts[i]
		if !slices.ContainsFunc(t.outline.names, naming.contested) {
			continue
		}
		for m := range t.outline.mentions() {
			n := t.outline.names[m.name]
			if !n.contested() {
				continue
			}
			if c := byName[morph.Fold(n.Surface).Text]; c != nil {
				c.Mentions = append(c.Mentions, t.mention(m))
			}
		}
	}
}

// contested reports whether the name is contested.
func (n naming) contested() bool { return len(n.Candidates) > 0 }

// slug is the ASCII letters and digits of the name or, where it has none, the ids of those that claim it.
func (c *Contested) slug() string {
	slug := strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			return r
		case r < 128:
			return '-'
		}
		return -1
	}, c.Name), "-")
	if slug != "" && slug != "index" {
		return slug
	}
	var ids []string
	for _, e := range c.Entities {
		ids = append(ids, e.ID)
	}
	return strings.Join(ids, "-or-")
}
