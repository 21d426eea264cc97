package render

import "jikenbo/internal/casebook"

// newestOfMany is how many acts and articles the page of an entity or of a source shows where there are too many for one page.
const newestOfMany = 50

// A node is an entity or a source: what there is of it is parted by year where it is too much for one page.
type node interface {
	Years() []int
	YearPath(year int) string
}

// A share is acts, the oldest first, and articles, the newest first.
type share struct {
	acts     []*casebook.Act
	articles []*casebook.Article
}

// A parted node has a page for each year; its own page shows the newest only.
type parted struct {
	years  []int // the newest first
	byYear map[int]*share
	newest share
}

// part notes how a node is parted, if it is, with its acts, the oldest first, and its articles, the newest first.
func (b *book) part(n node, acts []*casebook.Act, articles []*casebook.Article) {
	years := n.Years()
	if len(years) == 0 {
		return
	}
	b.parted[n] = &parted{years, dealtByYear(acts, articles), share{
		acts: acts[max(0, len(acts)-newestOfMany):], articles: articles[:min(newestOfMany, len(articles))],
	}}
}

// dealtByYear deals acts and articles out to years.
func dealtByYear(acts []*casebook.Act, articles []*casebook.Article) map[int]*share {
	out := map[int]*share{}
	in := func(year int) *share {
		if out[year] == nil {
			out[year] = &share{}
		}
		return out[year]
	}
	for _, a := range acts {
		r := in(a.Date.Year())
		r.acts = append(r.acts, a)
	}
	for _, a := range articles {
		r := in(a.Reference.Year())
		r.articles = append(r.articles, a)
	}
	return out
}

// years returns the years of a node that have a page, none where its own page shows everything.
func (b *book) years(n node) []int {
	if p := b.parted[n]; p != nil {
		return p.years
	}
	return nil
}

// rowsOf returns what the page of a year shows.
func (b *book) rowsOf(n node, year int) share { return *b.parted[n].byYear[year] }

// newestOf returns what the page of an entity shows: everything, or the newest, where there are pages of the years for the rest.
func (b *book) newestOf(e *casebook.Entity) (acts []*casebook.Act, articles []*casebook.Article, mentions casebook.Mentions) {
	p := b.parted[e]
	if p == nil {
		return e.Acts, e.Articles, e.Mentions
	}
	return p.newest.acts, p.newest.articles, e.Mentions.Of(p.newest.articles)
}

// newestOfSource returns what the page of a source shows, as [book.newestOf] does.
func (b *book) newestOfSource(src *casebook.Source) share {
	if p := b.parted[src]; p != nil {
		return p.newest
	}
	return share{src.Acts, src.Articles}
}
