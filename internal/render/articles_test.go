package render

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
)

// TestArticlesPages deals out a small archive, one with ordinary years, and one with a year of 1,200 articles, whose months stand apart.
func TestArticlesPages(t *testing.T) {
	for _, tt := range []struct {
		name  string
		count map[string]int // by day, the newest last
		pages []string
		spans []string
	}{
		{"small", map[string]int{"2024-05-01": 500}, []string{"articles/index.html"}, nil},
		{"years", map[string]int{"2022-01-01": 300, "2023-01-01": 200, "2024-05-01": 200}, []string{"articles/index.html", "articles/until-2022.html"}, []string{"2024", "2023", "2022"}},
		{
			"months", map[string]int{"2022-01-01": 100, "2023-01-31": 400, "2023-02-01": 300, "2023-11-05": 500, "2024-05-01": 100},
			[]string{"articles/index.html", "articles/until-2023-11.html", "articles/until-2023-02.html", "articles/until-2023-01.html"},
			[]string{"2024", "2023-11", "2023-02", "2023-01", "2022"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var all []*casebook.Article
			for day, n := range tt.count {
				for i := range n {
					all = append(all, &casebook.Article{Article: &content.Article{ID: fmt.Sprint(day, "-", i), Reference: edtf.MustParse(day)}})
				}
			}
			slices.SortFunc(all, func(a, b *casebook.Article) int { return -cmpOf(a, b) })
			var paths, spans []string
			var dealt []*casebook.Article
			for _, p := range articlesPages(all) {
				paths = append(paths, p.path)
				rows := 0
				for _, s := range p.spans {
					spans = append(spans, s.name)
					dealt = append(dealt, s.articles...)
					rows += len(s.articles)
				}
				if rows > articlesOnAPage {
					t.Errorf("%s has %d rows", p.path, rows)
				}
			}
			if !slices.Equal(paths, tt.pages) || !slices.Equal(spans, tt.spans) {
				t.Errorf("pages %q of %q", paths, spans)
			}
			if len(tt.spans) > 0 && !slices.Equal(dealt, all) {
				t.Errorf("%d of %d articles are on the pages in their order", len(dealt), len(all))
			}
		})
	}
}

func cmpOf(a, b *casebook.Article) int {
	return slices.Compare([]string{a.Reference.String(), a.ID}, []string{b.Reference.String(), b.ID})
}

// TestArticlesJump holds that the pages of the list lead to each other: to each year, and to all months of the years that a page has.
func TestArticlesJump(t *testing.T) {
	s := chartScope(t)
	for day, n := range map[string]int{"2022-01-01": 100, "2023-01-31": 400, "2023-02-01": 300, "2023-11-05": 500, "2024-05-01": 100} {
		for i := range n {
			s.book.Articles = append(s.book.Articles, &casebook.Article{Article: &content.Article{ID: fmt.Sprint(day, "-", i), Reference: edtf.MustParse(day)}})
		}
	}
	slices.SortFunc(s.book.Articles, func(a, b *casebook.Article) int { return -cmpOf(a, b) })
	pages := articlesPages(s.book.Articles)
	for at, want := range []string{
		"2024 #y2024, 2023 articles/until-2023-11.html#y2023-11, 2022 articles/until-2023-01.html#y2022",
		"2024 articles/index.html#y2024, November 2023 #y2023-11, February 2023 articles/until-2023-02.html#y2023-02, January 2023 articles/until-2023-01.html#y2023-01, 2022 articles/until-2023-01.html#y2022",
		"2024 articles/index.html#y2024, November 2023 articles/until-2023-11.html#y2023-11, February 2023 #y2023-02, January 2023 articles/until-2023-01.html#y2023-01, 2022 articles/until-2023-01.html#y2022",
		"2024 articles/index.html#y2024, November 2023 articles/until-2023-11.html#y2023-11, February 2023 articles/until-2023-02.html#y2023-02, January 2023 #y2023-01, 2022 #y2022",
	} {
		var got []string
		for _, j := range s.articleJumps(pages, at) {
			got = append(got, j.Letter+" "+strings.TrimPrefix(j.Href, "../"))
		}
		if g := strings.Join(got, ", "); g != want {
			t.Errorf("%s leads to\n%s\nwant\n%s", pages[at].path, g, want)
		}
	}
}
