package render

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/press"
)

// Pages returns all pages of the site, sorted by path.
func (r *Renderer) Pages(c *casebook.Casebook) []Page {
	b := r.book(c)
	both := r.bothTrees(b)
	slices.SortFunc(both, func(a, b Page) int { return cmp.Compare(a.Path, b.Path) })
	pages := make([]Page, 0, 2*len(both)+2)
	for _, l := range [...]i18n.Lang{i18n.EN, i18n.JA} { // sorted nearly
		for _, p := range both {
			p.Lang, p.Path = l, string(l)+"/"+p.Path
			pages = append(pages, p)
		}
	}
	pages = append(pages, r.page(b, i18n.JA, coverPath, "cover", scope.cover), r.page(b, i18n.JA, missingPath, "missing", scope.missing))
	slices.SortFunc(pages, func(a, b Page) int { return cmp.Compare(a.Path, b.Path) })
	return pages
}

// ByPlace gathers the pages that stand at the same place in both trees. Drawn one after the other they are drawn sooner, since
// they show the same articles and acts.
func ByPlace(pages []Page) [][]Page {
	pages = slices.Clone(pages)
	slices.SortStableFunc(pages, func(a, b Page) int { return cmp.Compare(a.own(), b.own()) })
	out := make([][]Page, 0, len(pages)/2+1)
	for from, to := 0, 0; from < len(pages); from = to {
		for to = from + 1; to < len(pages) && pages[to].own() == pages[from].own(); to++ {
		}
		out = append(out, pages[from:to])
	}
	return out
}

// own returns the path of a page below its language, "" where it is in none.
func (p Page) own() string {
	own, ok := strings.CutPrefix(p.Path, string(p.Lang)+"/")
	if !ok {
		return ""
	}
	return own
}

// page returns a page whose view is made when it is rendered.
func (r *Renderer) page(b *book, l i18n.Lang, path, template string, show func(scope) any) Page {
	return Page{Path: path, Lang: l, template: template, renderer: r, book: b, show: show}
}

// bothTrees returns the pages that both languages have, without a language and by their paths below it.
func (r *Renderer) bothTrees(b *book) []Page {
	pages := make([]Page, 0, len(b.Articles)+len(b.Entities)+len(b.Sources)+100)
	add := func(path, template string, show func(scope) any, note func(*reading)) {
		p := r.page(b, "", path, template, show)
		if note != nil {
			p.reads = &told{note: note}
		}
		pages = append(pages, p)
	}
	add("index.html", "home", scope.home, nil)
	add(timelinePath, "timeline", scope.timeline, nil)
	for _, path := range b.timeline {
		if path != timelinePath {
			add(path, "timeline", func(s scope) any { return s.timelineYear(path) }, func(w *reading) { w.timelineYear(path) })
		}
	}
	for i, p := range b.lists() {
		add(p.path, "articles", func(s scope) any { return s.articles(i) }, func(w *reading) { w.articlesList(i) })
	}
	for i, p := range b.sourced() {
		add(p.path, "sources", func(s scope) any { return s.sources(i) }, func(w *reading) { w.sourcesList(i) })
	}
	for _, k := range content.Kinds {
		add(listPath(k), "entities", func(s scope) any { return s.list(k) }, func(w *reading) { w.list(k) })
		for _, p := range b.letters[k]() {
			add(p.path, "entities", func(s scope) any { return s.letterPage(k, p) }, func(w *reading) { w.list(k) })
		}
	}
	for _, a := range b.Articles {
		add(a.Path, "article", func(s scope) any { return s.articlePage(a) }, func(w *reading) { w.articlePage(a) })
	}
	for _, e := range b.Entities {
		if e.Path != "" {
			add(e.Path, "entity", func(s scope) any { return s.entityPage(e) }, func(w *reading) { w.entityPage(e) })
			for _, year := range b.years(e) {
				add(e.YearPath(year), "record", func(s scope) any { return s.record(e, year) }, func(w *reading) { w.recordPage(e, year) })
			}
		}
	}
	for _, src := range b.Sources {
		add(src.Path, "source", func(s scope) any { return s.sourcePage(src) }, func(w *reading) { w.sourcePage(src) })
		for _, year := range b.years(src) {
			add(src.YearPath(year), "record", func(s scope) any { return s.sourceRecord(src, year) }, func(w *reading) { w.sourceRecord(src, year) })
		}
	}
	for _, n := range b.Contested {
		add(n.Path, "name", func(s scope) any { return s.namePage(n) }, func(w *reading) { w.namePage(n) })
	}
	for _, p := range b.Pages {
		add(p.Path, "prose", func(s scope) any { return s.prosePage(p) }, func(*reading) {})
	}
	if r.Extra.Search {
		add("search.html", "search", scope.searchPage, nil)
	}
	if r.Extra.Data {
		add("data.html", "data", scope.dataPage, nil)
	}
	return pages
}

// Custom is the body of a page that another stage makes, such as the search page.
// It gets the frame of all pages; its path is below both language trees.
type Custom struct {
	Path        string // "search.html"
	Title, Lead i18n.Text
	// Body is finished HTML in a language. Links in it are relative to Path.
	Body func(i18n.Lang) template.HTML
	// Scripts are further scripts of assets/, in their order: "search.js".
	Scripts []string
}

// CustomPages returns a page of another stage in both languages.
func (r *Renderer) CustomPages(c *casebook.Casebook, custom Custom) []Page {
	b := r.book(c)
	var pages []Page
	for _, l := range i18n.Langs {
		pages = append(pages, r.page(b, l, string(l)+"/"+custom.Path, "custom", func(s scope) any { return s.custom(custom) }))
	}
	return pages
}

// CustomView is what the template of a page of another stage shows.
type CustomView struct {
	Frame
	Heading, Lead Words
	Body          template.HTML
}

func (s scope) custom(c Custom) any {
	title := s.words(c.Title)
	return CustomView{
		Frame: s.frame(pageHead{
			title: title.Text, description: s.words(c.Lead).Text, section: c.Path,
			crumbs: s.crumbs("", title), scripts: c.Scripts,
		}),
		Heading: title, Lead: s.words(c.Lead), Body: template.HTML(press.Lean([]byte(c.Body(s.lang)))),
	}
}
