package render

import (
	"slices"
	"strconv"

	"jikenbo/internal/casebook"
)

// RecordView is what one year has of an entity, or of a source, of which there is too much for one page.
type RecordView struct {
	Frame
	Name        Words
	Year        string // as it follows the name
	Years       []Jump
	Whole       Link
	Articles    []ArticleRow // that report a source
	ActsHeading string
	Acts        ActRows
	Mentions    []MentionGroup // of an entity
}

// record is the page of a year of an entity.
func (s scope) record(e *casebook.Entity, year int) any {
	v := s.recordOf(e, year, s.entity(e), listPath(e.Kind), s.words(e.Summary).Text)
	v.ActsHeading, v.Mentions = s.msg("entity.acts"), s.recordArticles(e, year)
	return v
}

// sourceRecord is the page of a year of a source.
func (s scope) sourceRecord(src *casebook.Source, year int) any {
	whole := s.source(src)
	v := s.recordOf(src, year, whole, sourcesPath, s.msg("source.description", "title", whole.Text))
	v.ActsHeading, v.Articles = s.msg("source.acts"), s.articleRows(s.book.rowsOf(src, year).articles)
	return v
}

// recordOf is what the pages of years have in common.
func (s scope) recordOf(n node, year int, whole Link, section, description string) RecordView {
	called := func(name string) string { return s.msg("record.of", "name", name, "year", s.yearName(year)) }
	v := RecordView{
		Name: whole.Words, Year: called(""), // the name may be in another language than the year
		Years: s.recordYears(n, year), Whole: whole, Acts: s.acts(s.book.rowsOf(n, year).acts),
	}
	crumbs := s.crumbs(section, Words{Text: s.yearName(year)})
	v.Frame = s.frame(pageHead{
		title: called(whole.Text), section: section, description: description, crumbs: slices.Insert(crumbs, len(crumbs)-1, whole),
	})
	return v
}

// recordArticles returns the articles of a year, with the places at which they name the entity.
func (s scope) recordArticles(e *casebook.Entity, year int) []MentionGroup {
	articles := s.book.rowsOf(e, year).articles
	out := make([]MentionGroup, len(articles))
	room := make([]Spot, 0, len(articles))
	for i, a := range articles {
		g := MentionGroup{Link: s.titled(a)}
		_, g.Rest = s.sentences(e.Mentions.In(a), g.Href, 0, &room)
		g.Count = len(g.Rest)
		out[i] = g
	}
	return out
}

// recordYears returns the links to the pages of all years; the one at hand leads nowhere.
func (s scope) recordYears(n node, here int) []Jump {
	var out []Jump
	for _, year := range s.book.years(n) {
		j := Jump{Letter: s.yearName(year)}
		if year != here {
			j.Href = s.to(n.YearPath(year))
		}
		out = append(out, j)
	}
	return out
}

func (s scope) yearName(year int) string {
	if year == 0 {
		return s.msg("date.undated")
	}
	return s.msg("date.year", "n", strconv.Itoa(year))
}
