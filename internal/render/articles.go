package render

import (
	"strconv"

	"jikenbo/internal/casebook"
	"jikenbo/internal/edtf"
)

// ArticlesView is the list of articles, the newest first: all of them, or, of many, some years.
type ArticlesView struct {
	Frame
	Heading  string
	Jump     []Jump // to the years; none where all stand on one page
	Count    int
	Articles []ArticleRow
	Years    []ArticleYear // instead of Articles, where there are several pages
}

// ArticleYear is the articles of one year, or month.
type ArticleYear struct {
	ID, Heading string
	Articles    []ArticleRow
}

const (
	articlesPath    = "articles/index.html"
	articlesOnAPage = 500
)

// An articlesPage is the spans of articles that stand on one page.
type articlesPage struct {
	path  string
	spans []articleSpan
}

// An articleSpan is the articles of a year, or of a month of a year that has too many for one page.
type articleSpan struct {
	name     string // "2024" or "2024-05"
	year     int
	articles []*casebook.Article
}

// articlesPages deals the articles out to pages, span by span. The first page is the index.
func articlesPages(all []*casebook.Article) []articlesPage {
	out := []articlesPage{{path: articlesPath}}
	if len(all) <= articlesOnAPage {
		return out
	}
	count := 0
	for _, span := range articleSpans(all) {
		if n := len(span.articles); count > 0 && count+n > articlesOnAPage {
			out = append(out, articlesPage{path: "articles/until-" + span.name + ".html"})
			count = 0
		}
		last := &out[len(out)-1]
		last.spans = append(last.spans, span)
		count += len(span.articles)
	}
	return out
}

// articleSpans cuts articles that stand in their order into years, and years that no page holds into months.
func articleSpans(all []*casebook.Article) []articleSpan {
	var out []articleSpan
	for _, year := range runsOf(all, func(a *casebook.Article) string { return strconv.Itoa(a.Reference.Year()) }) {
		if len(year.articles) <= articlesOnAPage {
			out = append(out, year)
			continue
		}
		out = append(out, runsOf(year.articles, monthOf)...)
	}
	return out
}

// monthOf is the month in which an article came out, or its year where no month is known.
func monthOf(a *casebook.Article) string {
	day := a.Reference.String()
	return day[:min(len(day), len("2024-05"))]
}

// runsOf cuts articles where a name of them changes.
func runsOf(all []*casebook.Article, name func(*casebook.Article) string) []articleSpan {
	var out []articleSpan
	for _, a := range all {
		if n := len(out); n == 0 || out[n-1].name != name(a) {
			out = append(out, articleSpan{name: name(a), year: a.Reference.Year()})
		}
		last := &out[len(out)-1]
		last.articles = append(last.articles, a)
	}
	return out
}

// articles is one page of the list.
func (s scope) articles(at int) any {
	v := ArticlesView{Heading: s.msg("nav.articles"), Count: len(s.book.Articles)}
	crumbs := s.crumbs("", Words{Text: v.Heading})
	pages := s.book.lists()
	if len(pages) == 1 && len(pages[0].spans) == 0 {
		for _, a := range s.book.Articles {
			v.Articles = append(v.Articles, s.articleRow(a))
		}
	}
	v.Jump = s.articleJumps(pages, at)
	for _, span := range pages[at].spans {
		part := ArticleYear{ID: spanID(span), Heading: s.spanName(span)}
		for _, a := range span.articles {
			part.Articles = append(part.Articles, s.articleRow(a))
		}
		v.Years = append(v.Years, part)
	}
	if at > 0 {
		crumbs = s.crumbs(articlesPath, Words{Text: v.Years[0].Heading})
		v.Heading = s.msg("articles.until", "year", v.Years[0].Heading)
	}
	v.Frame = s.frame(pageHead{title: v.Heading, section: articlesPath, description: s.msg("articles.lead"), crumbs: crumbs})
	return v
}

// articleJumps leads to all years. Of those that stand on the page at hand each month has a link of its own, wherever it stands; of
// others the first month leads to the year, and from there to the rest.
func (s scope) articleJumps(pages []articlesPage, at int) []Jump {
	var out []Jump
	here := map[int]bool{}
	for _, span := range pages[at].spans {
		here[span.year] = true
	}
	last := -1
	for i, p := range pages {
		for _, span := range p.spans {
			if !here[span.year] && span.year == last {
				continue
			}
			last = span.year
			j := Jump{Letter: s.spanName(span), Href: "#" + spanID(span)}
			if i != at {
				j.Href = s.to(p.path) + j.Href
			}
			if !here[span.year] {
				j.Letter = s.yearName(span.year)
			}
			out = append(out, j)
		}
	}
	return out
}

func spanID(span articleSpan) string { return "y" + span.name }

// spanName is a year, or a month, as people write it.
func (s scope) spanName(span articleSpan) string {
	if month, err := edtf.Parse(span.name); err == nil && len(span.name) > len("2024") {
		return month.In(s.lang)
	}
	return s.yearName(span.year)
}
