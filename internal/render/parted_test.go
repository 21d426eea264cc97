package render

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
)

// reported returns an archive with one source in English that n articles report, of 2022 to 2025 in turn, the ids against the dates, and on which n acts rest: one
// without a date, one of 1999, and one of each day of the first of the years.
func reported(n int) *casebook.Casebook {
	src := &casebook.Source{
		Source: &seeds.Source{ID: "release", Title: "A Release", Kind: "release", Language: "en", Publisher: "警察庁", Published: edtf.MustParse("2022-01-01")},
		Path:   "sources/release.html",
	}
	c := &casebook.Casebook{Sources: []*casebook.Source{src}}
	for i := range n {
		a := &casebook.Article{
			Article: &content.Article{ID: fmt.Sprintf("news-%03d", i), Reference: edtf.MustParse(fmt.Sprintf("%d-03-04", 2022+i*4/n))},
			Path:    fmt.Sprintf("articles/news-%03d.html", i), Sources: []*casebook.Source{src},
		}
		src.Articles = append(src.Articles, a)
		c.Articles = slices.Insert(c.Articles, 0, a)
	}
	for i := range n {
		date := edtf.MustParse("1999")
		switch {
		case i == n-1:
			date = edtf.Date{}
		case i > 0:
			date = edtf.MustParse(fmt.Sprintf("2022-%02d-%02d", 1+i/28, 1+i%28))
		}
		src.Acts = append(src.Acts, &casebook.Act{
			ID: fmt.Sprintf("act-%03d", i), Path: "timeline/x.html", Date: date, Type: event.Takedown, Title: i18n.Both("x"), Sources: c.Sources,
		})
	}
	c.Acts = src.Acts
	return c
}

// TestSourceParted holds that a source with much on record has a page for each year, which together show all, and a page of its own
// that shows the newest and leads to them; and that one with less has all on its own page, the articles by id.
func TestSourceParted(t *testing.T) {
	for _, tt := range []struct {
		n     int
		pages string
	}{
		{125, "sources/release.html"},
		{126, "sources/release.html sources/release/1999.html sources/release/2022.html sources/release/2023.html sources/release/2024.html sources/release/2025.html sources/release/undated.html"},
	} {
		for _, lang := range i18n.Langs {
			c, r := reported(tt.n), renderer()
			pages := map[string]Page{}
			var paths []string
			for _, p := range r.Pages(c) {
				if own, ok := strings.CutPrefix(p.Path, string(lang)+"/"); ok && strings.HasPrefix(own, "sources/release") {
					pages[own] = p
					paths = append(paths, own)
				}
			}
			if got := strings.Join(paths, " "); got != tt.pages {
				t.Fatalf("%d articles and acts are on %s", 2*tt.n, got)
			}
			if err := r.prepare(); err != nil {
				t.Fatal(err)
			}
			own := pages["sources/release.html"].view().(SourceView)
			if len(paths) == 1 {
				if len(own.Years) > 0 || len(own.Articles) != tt.n || len(own.Acts) != tt.n || own.Articles[0].Href != "../articles/news-000.html" {
					t.Errorf("%d years, %d articles, %d acts, first %s", len(own.Years), len(own.Articles), len(own.Acts), own.Articles[0].Href)
				}
				continue
			}
			delete(pages, "sources/release.html")
			holdsNewest(t, own, c.Sources[0])
			holdsAllByYear(t, pages, c.Sources[0])
		}
	}
}

// holdsNewest looks at the page of a source that is parted.
func holdsNewest(t *testing.T, v SourceView, src *casebook.Source) {
	t.Helper()
	var years []string
	for _, y := range v.Years {
		years = append(years, y.Href)
	}
	if got := strings.Join(years, " "); got != "release/2025.html release/2024.html release/2023.html release/2022.html release/1999.html release/undated.html" {
		t.Errorf("it leads to the years %s", got)
	}
	n := len(src.Acts)
	if len(v.Articles) != newestOfMany || v.Articles[0].Href != fmt.Sprintf("../articles/news-%03d.html", n-1) || v.NArticles != n {
		t.Errorf("it shows %d articles of %d, first %s", len(v.Articles), v.NArticles, v.Articles[0].Href)
	}
	if len(v.Acts) != newestOfMany || v.Acts[newestOfMany-1].Href != fmt.Sprintf("../timeline/x.html#act-%03d", n-1) || v.NActs != n {
		t.Errorf("it shows %d acts of %d, last %s", len(v.Acts), v.NActs, v.Acts[len(v.Acts)-1].Href)
	}
}

// holdsAllByYear looks at the pages of the years of a source.
func holdsAllByYear(t *testing.T, pages map[string]Page, src *casebook.Source) {
	t.Helper()
	articles, acts := map[string]int{}, map[string]int{}
	for path, p := range pages {
		v := p.view().(RecordView)
		year := strings.TrimSuffix(strings.TrimPrefix(path, "sources/release/"), ".html")
		for _, a := range v.Articles {
			articles[a.Href]++
			if a.Reference.EDTF[:4] != year {
				t.Errorf("%s has an article of %s", path, a.Reference.EDTF)
			}
		}
		for _, a := range v.Acts {
			acts[a.Href]++
			if d := a.Date.EDTF; d == "" && year != "undated" || d != "" && d[:4] != year {
				t.Errorf("%s has an act of %q", path, d)
			}
		}
		if v.Whole.Href != "../release.html" || len(v.Years) != len(pages) {
			t.Errorf("%s leads to %s and %d years", path, v.Whole.Href, len(v.Years))
		}
		for _, y := range v.Years {
			if here := y.Href == ""; here != strings.Contains(v.Title, y.Letter) || !here && pages["sources/release/"+y.Href].Path == "" {
				t.Errorf("%s leads to %s as %q", path, y.Letter, y.Href)
			}
		}
	}
	if len(articles) != len(src.Articles) || len(acts) != len(src.Acts) {
		t.Errorf("%d articles of %d and %d acts of %d are on the pages of the years", len(articles), len(src.Articles), len(acts), len(src.Acts))
	}
	for href, n := range articles {
		if n != 1 {
			t.Errorf("%s is there %d times", href, n)
		}
	}
}

// TestSourceYearPage renders a page of a year: its heading marks the title of the source as what it is written in.
func TestSourceYearPage(t *testing.T) {
	r := renderer()
	if err := r.prepare(); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"ja/sources/release/2022.html": `<h1><span lang=en>A Release</span>　2022年</h1>`,
		"en/sources/release/2022.html": `<h1>A Release: 2022</h1>`,
	} {
		pages := r.Pages(reported(200))
		file, err := r.Render(pages[slices.IndexFunc(pages, func(p Page) bool { return p.Path == path })])
		if err != nil {
			t.Fatal(err)
		}
		if html := string(file.Data); !strings.Contains(html, want) || !strings.Contains(html, "id=h-art") || !strings.Contains(html, "id=h-acts") {
			t.Errorf("%s lacks %s or a list:\n%s", path, want, html)
		}
	}
}
