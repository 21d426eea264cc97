package render

import (
	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
)

// MovedView is a page at an address of old, which leads on to the page that stands elsewhere now.
// The script keeps the fragment; without scripts the page refreshes to the new one, and has a link to it.
type MovedView struct {
	Lang                                   i18n.Lang
	Policy, Title, Style, Script, Href     string
	Canonical                              string // "" where the site's address is not known
	Heading, Message, OtherMessage, Target string
	OtherLang, TargetLang                  i18n.Lang
}

// Moved returns the pages at former addresses, in both trees. They are no part of the site map.
func (r *Renderer) Moved(c *casebook.Casebook) []Page {
	b := r.book(c)
	var pages []Page
	add := func(folder string, old []string, path string, title i18n.Text) {
		for _, id := range old {
			for _, l := range i18n.Langs {
				pages = append(pages, r.page(b, l, string(l)+"/"+folder+"/"+id+".html", "moved", func(s scope) any { return s.moved(path, title) }))
			}
		}
	}
	for _, a := range b.Articles {
		add("articles", a.Moved, a.Path, a.Title())
	}
	for _, e := range b.Entities {
		if e.Path != "" {
			add(e.Kind.Folder(), e.Moved, e.Path, e.Name)
		}
	}
	return pages
}

func (s scope) moved(path string, title i18n.Text) any {
	v := MovedView{
		Lang: s.lang, OtherLang: s.lang.Other(), Policy: policy,
		Style: s.root("assets/jikenbo.css"), Script: s.root("assets/moved.js"), Href: s.to(path),
		Heading: s.msg("moved.title"), Message: s.msg("moved.lead"), OtherMessage: s.r.messages.In(s.lang.Other(), "moved.lead"),
	}
	v.Target, v.TargetLang = title.Best(s.lang)
	v.Title = v.Heading + s.msg("site.divider") + s.words(s.r.Title).Text
	if s.r.SiteURL != "" {
		v.Canonical = s.r.absolute(string(s.lang) + "/" + path)
	}
	return v
}
