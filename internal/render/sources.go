package render

import (
	"strconv"

	"jikenbo/internal/casebook"
)

// SourcesView is the list of sources, the newest first: all of them, or, of many, some years.
type SourcesView struct {
	Frame
	Heading string
	Count   int
	Jump    []Jump
	Years   []SourceYear
}

// SourceYear is the sources of one year.
type SourceYear struct {
	ID      string
	Heading string
	Sources []SourceRow
}

const (
	sourcesPath    = "sources/index.html"
	sourcesOnAPage = 150
)

// A sourcesPage is the years of sources that stand on one page.
type sourcesPage struct {
	path  string
	years [][]*casebook.Source
}

// sourcesPages deals the sources out to pages, year by year. The first page is the index.
func sourcesPages(all []*casebook.Source) []sourcesPage {
	var years [][]*casebook.Source
	for _, src := range all {
		if n := len(years); n == 0 || years[n-1][0].Published.Year() != src.Published.Year() {
			years = append(years, nil)
		}
		years[len(years)-1] = append(years[len(years)-1], src)
	}
	out := []sourcesPage{{path: sourcesPath}}
	count := 0
	for _, y := range years {
		if count > 0 && count+len(y) > sourcesOnAPage {
			out = append(out, sourcesPage{path: "sources/until-" + yearName(y[0]) + ".html"})
			count = 0
		}
		last := &out[len(out)-1]
		last.years = append(last.years, y)
		count += len(y)
	}
	return out
}

// yearName is the year of a source as addresses have it.
func yearName(src *casebook.Source) string {
	if y := src.Published.Year(); y != 0 {
		return strconv.Itoa(y)
	}
	return "undated"
}

// sources is one page of the list.
func (s scope) sources(at int) any {
	pages := s.book.sourced()
	v := SourcesView{Heading: s.msg("nav.sources"), Count: len(s.book.Sources)}
	for i, p := range pages {
		for _, y := range p.years {
			year := s.sourceYear(y)
			jump := Jump{Letter: year.Heading, Href: "#" + year.ID}
			if i != at {
				jump.Href = s.to(p.path) + jump.Href
			}
			v.Jump = append(v.Jump, jump)
			if i == at {
				v.Years = append(v.Years, year)
			}
		}
	}
	crumbs := s.crumbs("", Words{Text: v.Heading})
	if at > 0 && len(v.Years) > 0 {
		v.Heading = s.msg("sources.undated")
		if v.Years[0].ID != "undated" {
			v.Heading = s.msg("sources.until", "year", v.Years[0].Heading)
		}
		crumbs = s.crumbs(sourcesPath, Words{Text: v.Years[0].Heading})
	}
	v.Frame = s.frame(pageHead{title: v.Heading, section: sourcesPath, description: s.msg("sources.lead"), crumbs: crumbs})
	return v
}

// sourceYear returns the sources of a year as the list shows them.
func (s scope) sourceYear(all []*casebook.Source) SourceYear {
	y := SourceYear{ID: "undated", Heading: s.msg("date.undated")}
	if n := all[0].Published.Year(); n != 0 {
		y.ID, y.Heading = "y"+strconv.Itoa(n), s.msg("date.year", "n", strconv.Itoa(n))
	}
	for _, src := range all {
		y.Sources = append(y.Sources, s.sourceRow(src))
	}
	return y
}
