package render

import (
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// policy is the content security policy of every page. It holds no form-action,
// since Firefox then blocks search forms of pages from the disk.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; object-src 'none'"

// Pages that are not in a language tree.
const (
	coverPath   = "index.html"
	missingPath = "404.html"
)

// A Frame is what all pages have around their own part.
type Frame struct {
	Lang, OtherLang i18n.Lang
	Policy          string
	Title           string // of the window: page, then site
	Description     string
	Site, SiteOther Words
	SiteDescription string
	Version         string
	Style, Icon     string
	Scripts         []string // the first runs before the page is shown
	Home            string   // the page's own language
	Cover           string
	Nav             []NavLink
	More            []NavLink // further lists, in the colophon
	Crumbs          []Link    // the last one is the page itself
	Search          string    // search page, "" where there is none
	Data, Feed      string
	OtherHref       string // the same page in the other language
	Heads           Absolute
	Linked          LinkedPage
	Picture         string // address of the picture that is shown where the page is shared; "" where there is none
	Doors           []Door // other forms of what the page tells of

	card *Card
}

// NavLink is a link of the masthead. Here marks the part of the site in which the page stands.
type NavLink struct {
	Link
	Here bool
}

// Absolute are the addresses that stand only where the site's address is known.
type Absolute struct {
	Canonical, JA, EN, Default string
	Feed                       string // relative
}

// A pageHead is what a page says about itself to its frame.
type pageHead struct {
	title       string
	description string
	section     string // path of the part of the site: "actors/index.html"
	crumbs      []Link
	scripts     []string
}

// frame returns the frame of a page in a language tree.
func (s scope) frame(h pageHead) Frame {
	in := func(t i18n.Text) string { text, _ := t.Best(s.lang); return text }
	site := s.words(s.r.Title)
	f := Frame{
		Lang: s.lang, OtherLang: s.lang.Other(), Policy: policy,
		Title: h.title, Description: h.description,
		Site: site, SiteOther: s.otherWords(s.r.Title), SiteDescription: in(s.r.Description), Version: s.r.Version,
		Style: s.root("assets/jikenbo.css"), Icon: s.root("assets/favicon.svg"),
		Home: s.to("index.html"), Cover: s.root(coverPath), Crumbs: h.crumbs,
	}
	if h.title == "" {
		f.Title = site.Text
	} else if h.title != site.Text {
		f.Title = h.title + s.msg("site.divider") + site.Text
	}
	if f.Description == "" {
		f.Description = f.SiteDescription
	}
	f.Scripts = make([]string, 0, 2+len(h.scripts))
	for _, script := range append([]string{"theme.js", "jikenbo.js"}, h.scripts...) {
		f.Scripts = append(f.Scripts, s.root("assets/"+script))
	}
	s.picture(&f, h.title)
	s.frameLinks(&f, h.section)
	return f
}

// frameLinks adds the masthead, the colophon and what leads to other forms of the page.
func (s scope) frameLinks(f *Frame, section string) {
	own, inTree := strings.CutPrefix(s.path, string(s.lang)+"/")
	f.Nav, f.More = s.masthead(section)
	if s.r.Extra.Search {
		f.Search = s.to("search.html")
	}
	if s.r.Extra.Data {
		f.Data = s.to("data.html")
	}
	if s.r.Extra.Feed && inTree {
		f.Feed = s.to("feed.xml")
	}
	if s.path == coverPath {
		f.describe(s, own)
	}
	if !inTree {
		return
	}
	f.OtherHref = s.root(string(s.lang.Other()) + "/" + own)
	f.describe(s, own)
}

// A masthead is the links that pages of one folder and one part of the site have in common.
type masthead struct {
	book            *book
	folder, section string
	nav, more       []NavLink
}

// masthead returns the links of the masthead, and those of the colophon. Pages of a folder are made one after the other, and share them.
func (s scope) masthead(section string) (nav, more []NavLink) {
	folder := s.own[:strings.LastIndexByte(s.own, '/')+1]
	last := &s.room.in(s.lang).masthead
	if s.own != "" && last.book == s.book && last.folder == folder && last.section == section {
		return last.nav, last.more
	}
	nav = s.nav(section, "timeline.html", "articles/index.html", "actors/index.html", "operations/index.html", "malware/index.html", "organizations/index.html", "people/index.html")
	more = s.nav(section, "places/index.html", "vulnerabilities/index.html", "sources/index.html")
	for _, p := range s.book.Pages {
		more = append(more, NavLink{Link: Link{Href: s.to(p.Path), Words: s.prosePageTitle(p)}, Here: p.Path == section})
	}
	if s.own != "" {
		*last = masthead{s.book, folder, section, nav, more}
	}
	return nav, more
}

// describe adds what a page of own path below its language says of itself to programs.
func (f *Frame) describe(s scope, own string) {
	f.Linked, f.Doors = s.linkedPage(own, f.Title, f.Picture), s.doors(own)
	if s.r.SiteURL != "" {
		f.Heads = Absolute{
			Canonical: s.r.absolute(s.path), JA: s.r.absolute("ja/" + own), EN: s.r.absolute("en/" + own), Default: s.r.absolute(coverPath),
		}
	}
}

// absolute returns the address of a path, where the site's address is known.
func (r *Renderer) absolute(path string) string {
	return strings.TrimSuffix(r.SiteURL, "/") + "/" + path
}

// nav returns the links to parts of the site.
func (s scope) nav(section string, paths ...string) []NavLink {
	out := make([]NavLink, 0, len(paths))
	for _, p := range paths {
		name, _, _ := strings.Cut(strings.TrimSuffix(p, ".html"), "/")
		out = append(out, NavLink{
			Link: Link{Href: s.to(p), Words: Words{Text: s.msg(i18n.Key("nav." + name))}},
			Here: p == section,
		})
	}
	return out
}

// crumbs returns the way from the cover to a page: cover, home, a list, the page.
func (s scope) crumbs(list string, self Words) []Link {
	out := []Link{{Href: s.to("index.html"), Words: Words{Text: s.msg("nav.home")}}}
	if list != "" {
		for _, n := range s.nav("", list) {
			out = append(out, n.Link)
		}
	}
	return append(out, Link{Words: self})
}

// listPath returns the path of the list of a kind.
func listPath(k content.Kind) string { return k.Folder() + "/index.html" }
