package render

import (
	"slices"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
)

// SearchView is the page of the search; static/search.js does the work.
type SearchView struct {
	Frame
	Kinds []SearchKind
	Years []int // of which there is something, the newest first
}

// SearchKind is a kind of result, and how it is called here.
type SearchKind struct{ Value, Word string }

func (s scope) searchPage() any {
	title := Words{Text: s.msg("nav.search")}
	v := SearchView{Frame: s.frame(pageHead{
		title: title.Text, description: s.msg("search.lead"), section: "search.html",
		crumbs: s.crumbs("", title), scripts: []string{"search-data.js", "search.js"},
	})}
	add := func(value, word string) { v.Kinds = append(v.Kinds, SearchKind{value, word}) }
	add("article", s.msg("article.word"))
	for _, k := range content.Kinds {
		add(string(k), s.kind(k))
	}
	add("act", s.msg("search.act"))
	add("source", s.msg("source.word"))
	add("name", s.msg("list.contested"))
	add("page", s.msg("search.page"))
	v.Years = s.years()
	return v
}

// years returns the years in which an act, an article or a source is dated, the newest first.
func (s scope) years() []int {
	var dates []edtf.Date
	for _, a := range s.book.Acts {
		dates = append(dates, a.Date)
	}
	for _, a := range s.book.Articles {
		dates = append(dates, a.Reference)
	}
	for _, src := range s.book.Sources {
		dates = append(dates, src.Published)
	}
	var out []int
	for _, d := range dates {
		if from, _, ok, _ := d.Bounds(); ok {
			out = append(out, from.Year)
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	slices.Reverse(out)
	return out
}
