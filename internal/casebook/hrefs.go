package casebook

import (
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// checkLinks reports links that editors wrote in articles and pages to a source that has no
// record, or to a page that the site does not have.
func (l *linker) checkLinks() {
	pages := l.urls()
	for _, a := range l.book.Articles {
		for _, lang := range i18n.Langs {
			l.checkVersion(a.In(lang), a.Path, pages)
		}
	}
	for _, p := range l.book.Pages {
		for _, lang := range i18n.Langs {
			l.checkVersion(p.In(lang), p.Path, pages)
		}
	}
}

// checkVersion checks the links of a text that stands on a page of the site.
func (l *linker) checkVersion(v *content.Version, on string, pages map[string]bool) {
	if v == nil {
		return
	}
	for _, link := range v.Links {
		l.checkHref(link.Href, link.Pos, on, pages)
	}
}

// checkHref checks one link; the loading stage has seen to its form.
func (l *linker) checkHref(href string, pos source.Position, on string, pages map[string]bool) {
	u, err := url.Parse(href)
	switch {
	case err != nil:
	case u.Scheme == "source":
		l.source(u.Opaque, pos)
	case u.Scheme == "" && u.Path != "":
		to := path.Join(path.Dir(on), u.Path)
		if !pages[to] || strings.HasSuffix(u.Path, "/") {
			l.problems.Add(source.Link, pos, nearestPage(on, to, pages), "link to %q: the site has no such page", href)
		}
	}
}

// nearestPage is the hint for a link to a page that does not exist.
func nearestPage(on, to string, pages map[string]bool) string {
	if near := source.Nearest(to, slices.Sorted(maps.Keys(pages))); near != "" {
		return `did you mean "` + up(on) + near + `"?`
	}
	return `write the path from the text's own page, as in "` + up(on) + `actors/flax-typhoon.html"`
}

// up leads from a page to the root of its language.
func up(on string) string { return strings.Repeat("../", strings.Count(on, "/")) }

// urls returns the paths of all pages below a language.
func (l *linker) urls() map[string]bool {
	pages := map[string]bool{"articles/index.html": true, "sources/index.html": true}
	for _, name := range ownPages {
		pages[name+".html"] = true
	}
	for _, k := range content.Kinds {
		pages[k.Folder()+"/index.html"] = true
	}
	for _, p := range l.book.Pages {
		pages[p.Path] = true
	}
	for _, a := range l.book.Articles {
		pages[a.Path] = true
	}
	for _, s := range l.book.Sources {
		pages[s.Path] = true
	}
	for _, e := range l.book.Entities {
		pages[e.Path] = true
	}
	for _, c := range l.book.Contested {
		pages[c.Path] = true
	}
	return pages
}
