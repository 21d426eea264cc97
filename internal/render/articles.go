package render

import (
	"strconv"

	"jikenbo/internal/casebook"
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

// ArticleYear is the articles of one year.
type ArticleYear struct {
	ID, Heading string
	Articles    []ArticleRow
}

const (
	articlesPath    = "articles/index.html"
	articlesOnAPage = 500
)

// An articlesPage is the years of articles that stand on one page.
type articlesPage struct {
	path  string
	years [][]*casebook.Article
}

// articlesPages deals the articles out to pages, year by year. The first page is the index.
func articlesPages(all []*casebook.Article) []articlesPage {
	out := []articlesPage{{path: articlesPath}}
	if len(all) <= articlesOnAPage {
		return out
	}
	var years [][]*casebook.Article
	for _, a := range all {
		if n := len(years); n == 0 || years[n-1][0].Reference.Year() != a.Reference.Year() {
			years = append(years, nil)
		}
		years[len(years)-1] = append(years[len(years)-1], a)
	}
	count := 0
	for _, y := range years {
		if count > 0 && count+len(y) > articlesOnAPage {
			out = append(out, articlesPage{path: "articles/until-" + strconv.Itoa(y[0].Reference.Year()) + ".html"})
			count = 0
		}
		last := &out[len(out)-1]
		last.years = append(last.years, y)
		count += len(y)
	}
	return out
}

// articles is one page of the list.
func (s scope) articles(at int) any {
	v := ArticlesView{Heading: s.msg("nav.articles"), Count: len(s.book.Articles)}
	crumbs := s.crumbs("", Words{Text: v.Heading})
	pages := articlesPages(s.book.Articles)
	if len(pages) == 1 && len(pages[0].years) == 0 {
		for _, a := range s.book.Articles {
			v.Articles = append(v.Articles, s.articleRow(a))
		}
	}
	for i, p := range pages {
		for _, y := range p.years {
			n := y[0].Reference.Year()
			year := ArticleYear{ID: "y" + strconv.Itoa(n), Heading: s.yearName(n)}
			jump := Jump{Letter: year.Heading, Href: "#" + year.ID}
			if i != at {
				jump.Href = s.to(p.path) + jump.Href
			}
			v.Jump = append(v.Jump, jump)
			if i == at {
				for _, a := range y {
					year.Articles = append(year.Articles, s.articleRow(a))
				}
				v.Years = append(v.Years, year)
			}
		}
	}
	if at > 0 {
		crumbs = s.crumbs(articlesPath, Words{Text: v.Years[0].Heading})
		v.Heading = s.msg("articles.until", "year", v.Years[0].Heading)
	}
	v.Frame = s.frame(pageHead{title: v.Heading, section: articlesPath, description: s.msg("articles.lead"), crumbs: crumbs})
	return v
}
