package render

import (
	"slices"
	"strconv"

	"jikenbo/internal/casebook"
)

// newestOfMany is how many acts and articles the page of an entity shows where there are too many for one page.
const newestOfMany = 50

// RecordView is what one year has of an entity of which there is too much for one page.
type RecordView struct {
	Frame
	Heading  string
	Years    []Jump
	Whole    Link
	Acts     []ActRow
	Mentions []MentionGroup
}

// record is the page of a year.
func (s scope) record(e *casebook.Entity, year int) any {
	name := s.words(e.Name)
	v := RecordView{
		Heading: s.msg("record.of", "name", name.Text, "year", s.yearName(year)), Years: s.recordYears(e, year),
		Whole: s.entity(e), Mentions: s.recordArticles(e, year),
	}
	v.Acts = s.acts(s.book.rows[e][year].acts)
	section := listPath(e.Kind)
	crumbs := s.crumbs(section, Words{Text: s.yearName(year)})
	v.Frame = s.frame(pageHead{
		title: v.Heading, section: section, description: s.words(e.Summary).Text, crumbs: slices.Insert(crumbs, len(crumbs)-1, s.entity(e)),
	})
	return v
}

// recordArticles returns the articles of a year, with the places at which they name the entity.
func (s scope) recordArticles(e *casebook.Entity, year int) []MentionGroup {
	articles := s.book.rows[e][year].articles
	out := make([]MentionGroup, len(articles))
	for i, a := range articles {
		all := s.sentences(e.Mentions.In(a))
		out[i] = MentionGroup{Link: s.article(a), Count: len(all), Rest: all}
	}
	return out
}

// recordYears returns the links to the pages of all years; the one at hand leads nowhere.
func (s scope) recordYears(e *casebook.Entity, here int) []Jump {
	var out []Jump
	for _, year := range s.book.years[e] {
		j := Jump{Letter: s.yearName(year)}
		if year != here {
			j.Href = s.to(e.YearPath(year))
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

// newestOf cuts what an entity's page shows down to the newest, where there are pages of the years for the rest.
func (s scope) newestOf(e *casebook.Entity) (acts []*casebook.Act, articles []*casebook.Article, mentions casebook.Mentions) {
	if len(s.book.years[e]) == 0 {
		return e.Acts, e.Articles, e.Mentions
	}
	articles = e.Articles[:min(newestOfMany, len(e.Articles))]
	return e.Acts[max(0, len(e.Acts)-newestOfMany):], articles, e.Mentions.Of(articles)
}
