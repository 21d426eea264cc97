package render

import (
	"cmp"
	"slices"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// CoverView is the cover of the archive: both languages side by side.
type CoverView struct {
	Frame
	Sides  []CoverSide
	Newest []CoverAct
	Tally  []CoverTally
}

// CoverSide is the archive in one language.
type CoverSide struct {
	Lang         i18n.Lang
	Title, Other string
	Description  string
	Enter        string
	Nav          []NavLink
}

// CoverAct is an act in both languages.
type CoverAct struct{ JA, EN Act }

// CoverTally is a number of the archive in both languages.
type CoverTally struct {
	N      int
	JA, EN string
	Href   string
}

// newestShown is how many acts the cover and the home pages list.
const newestShown = 8

func (s scope) cover() any {
	v := CoverView{Frame: s.frame(pageHead{})}
	en := s
	en.lang = i18n.EN
	sides := []scope{s, en}
	if s.r.First == i18n.EN {
		slices.Reverse(sides)
	}
	for _, side := range sides {
		v.Sides = append(v.Sides, CoverSide{
			Lang: side.lang, Title: side.r.Title.In(side.lang), Other: side.r.Title.In(side.lang.Other()),
			Description: side.r.Description.In(side.lang), Enter: side.to("index.html"),
			Nav: side.nav("", "timeline.html", "articles/index.html", "actors/index.html", "operations/index.html", "sources/index.html"),
		})
	}
	for _, a := range s.newest() {
		v.Newest = append(v.Newest, CoverAct{s.act(a), en.act(a)})
	}
	inEnglish := en.holdings()
	for i, h := range s.holdings() {
		v.Tally = append(v.Tally, CoverTally{N: h.N, JA: h.Text, EN: inEnglish[i].Text, Href: h.Href})
	}
	return v
}

// newest returns the newest acts that editors wrote or reviewed, or those that the machine found where there are none.
func (s scope) newest() []*casebook.Act {
	acts := slices.Clone(s.book.Acts)
	if edited := slices.DeleteFunc(slices.Clone(acts), func(a *casebook.Act) bool { return !a.Checked() }); len(edited) > 0 {
		acts = edited
	}
	slices.SortStableFunc(acts, newestFirst)
	return acts[:min(newestShown, len(acts))]
}

// Holding is how many things of a kind the archive has.
type Holding struct {
	Link
	N int
}

// holdings returns the numbers of the archive.
func (s scope) holdings() []Holding {
	hold := func(path string, n int) Holding { return Holding{s.nav("", path)[0].Link, n} }
	out := []Holding{
		hold("articles/index.html", len(s.book.Articles)),
		hold("timeline.html", len(s.book.Acts)),
		hold("sources/index.html", len(s.book.Sources)),
	}
	for _, k := range content.Kinds {
		out = append(out, hold(listPath(k), len(s.withPage(k))))
	}
	return out
}

// HomeView is the first page of a language tree.
type HomeView struct {
	Frame
	Description string
	Newest      ActRows
	Articles    []ArticleRow
	NArticles   int    // of all; the newest alone are shown where there are very many
	AllArticles string // the list of all, "" where all are shown
	Counter     []Operation
	Holdings    []Holding
	Timeline    string
	About       Link
	Ways        []Way
	Big         []ListEntry
}

// Way is a way in for one kind of reader.
type Way struct {
	Link
	What string
}

// bigShown is how many subjects the home page shows by the number of their acts.
const bigShown = 6

// ways returns the ways in, those to pages of other stages only where these exist.
func (s scope) ways() []Way {
	way := func(path string, name, what i18n.Key) Way {
		return Way{Link{Href: s.to(path), Words: Words{Text: s.msg(name)}}, s.msg(what)}
	}
	out := []Way{
		way("articles/index.html", "home.read", "home.read-what"), way(timelinePath, "home.follow", "home.follow-what"),
		way(listPath(content.Actor), "home.who", "home.who-what"), way(sourcesPath, "home.check", "home.check-what"),
	}
	if s.r.Extra.Search {
		out = append(out, way("search.html", "home.search", "home.search-what"))
	}
	if s.r.Extra.Data {
		out = append(out, way("data.html", "home.data", "home.data-what"))
	}
	return out
}

// big returns the attackers and operations of which most acts are told.
func (s scope) big() []ListEntry {
	var all []*casebook.Entity
	for _, k := range []content.Kind{content.Actor, content.Operation} {
		all = append(all, s.withPage(k)...)
	}
	all = slices.DeleteFunc(all, func(e *casebook.Entity) bool { return len(e.Acts) < 2 })
	slices.SortStableFunc(all, func(a, b *casebook.Entity) int {
		return cmp.Or(cmp.Compare(len(b.Acts), len(a.Acts)), cmp.Compare(a.ID, b.ID))
	})
	var out []ListEntry
	for _, e := range all[:min(bigShown, len(all))] {
		entry := s.entry(e)
		entry.Kind = s.kindOf(e)
		out = append(out, entry)
	}
	return out
}

// Operation is an operation in a list.
type Operation struct {
	Link
	Mark      Mark
	Date      Date
	Announced bool // the date is that of the announcement
	Summary   Words
}

func (s scope) home() any {
	v := HomeView{
		Frame:       s.frame(pageHead{title: s.words(s.r.Title).Text, section: "index.html"}),
		Description: s.words(s.r.Description).Text,
		Newest:      s.acts(s.newest()), Holdings: s.holdings(), Timeline: s.to(timelinePath),
		Ways: s.ways(), Big: s.big(),
	}
	articles := s.book.Articles
	v.NArticles = len(articles)
	if len(articles) > articlesOnAPage {
		articles, v.AllArticles = articles[:newestOfMany], s.to(articlesPath)
	}
	for _, a := range articles {
		v.Articles = append(v.Articles, s.articleRow(a))
	}
	var counter []*casebook.Entity
	for _, e := range s.withPage(content.Operation) {
		if e.Class == "counter" {
			counter = append(counter, e)
		}
	}
	slices.SortStableFunc(counter, newestOperationFirst)
	v.Counter = s.operations(counter[:min(newestShown, len(counter))])
	for _, p := range s.book.Pages {
		if p.ID == "about" {
			v.About = Link{Href: s.to(p.Path), Words: s.prosePageTitle(p)}
		}
	}
	return v
}

// MissingView is 404.html, in both languages.
type MissingView struct {
	Frame
	Ways []CoverSide
}

func (s scope) missing() any {
	v := MissingView{Frame: s.frame(pageHead{title: "404"})}
	en := s
	en.lang = i18n.EN
	sides := []scope{s, en}
	if s.r.First == i18n.EN {
		slices.Reverse(sides)
	}
	for _, side := range sides {
		v.Ways = append(v.Ways, CoverSide{
			Lang: side.lang, Enter: side.to("index.html"),
			Nav: side.nav("", "timeline.html", "actors/index.html", "operations/index.html", "articles/index.html"),
		})
	}
	return v
}
