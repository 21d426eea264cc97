package casebook

import (
	"slices"
	"strconv"
	"strings"
)

// rowsOnOne is how many acts and articles the page of an entity holds. Of one with more, the page
// holds the newest, and a page for each year holds those of the year.
const rowsOnOne = 250

// Years returns the years that have a page of their own, the newest first, 0 for what has no date; none where
// the entity's page holds everything.
func (e *Entity) Years() []int {
	if len(e.Acts)+len(e.Articles) <= rowsOnOne {
		return nil
	}
	var out []int
	for _, a := range e.Acts {
		out = append(out, a.Date.Year())
	}
	for _, a := range e.Articles {
		out = append(out, a.Reference.Year())
	}
	slices.Sort(out)
	out = slices.Compact(out)
	slices.Reverse(out)
	return out
}

// YearPath returns the page of a year: "actors/mustang-panda/2024.html".
func (e *Entity) YearPath(year int) string {
	name := "undated"
	if year != 0 {
		name = strconv.Itoa(year)
	}
	return strings.TrimSuffix(e.Path, ".html") + "/" + name + ".html"
}
