package casebook

import (
	"slices"
	"strconv"
	"strings"
)

// rowsOnOne is how many acts and articles the page of an entity or of a source holds. Of one with more, the page
// holds the newest, and a page for each year holds those of the year.
const rowsOnOne = 250

// Years returns the years that have a page of their own, the newest first, 0 for what has no date; none where
// the entity's page holds everything.
func (e *Entity) Years() []int { return years(e.Acts, e.Articles) }

// Years returns the years that have a page of their own, as those of an [Entity].
func (s *Source) Years() []int { return years(s.Acts, s.Articles) }

func years(acts []*Act, articles []*Article) []int {
	if len(acts)+len(articles) <= rowsOnOne {
		return nil
	}
	var out []int
	for _, a := range acts {
		out = append(out, a.Date.Year())
	}
	for _, a := range articles {
		out = append(out, a.Reference.Year())
	}
	slices.Sort(out)
	out = slices.Compact(out)
	slices.Reverse(out)
	return out
}

// YearPath returns the page of a year: "actors/mustang-panda/2024.html".
func (e *Entity) YearPath(year int) string { return yearPath(e.Path, year) }

// YearPath returns the page of a year: "sources/doj-24-1173/2024.html".
func (s *Source) YearPath(year int) string { return yearPath(s.Path, year) }

func yearPath(path string, year int) string {
	name := "undated"
	if year != 0 {
		name = strconv.Itoa(year)
	}
	return strings.TrimSuffix(path, ".html") + "/" + name + ".html"
}
