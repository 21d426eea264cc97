package casebook

import "strconv"

// Measures of the timeline: an archive with few acts has them all on one page, a larger one
// has a page per year, and a year with many acts a page per month.
const (
	timelinePath = "timeline.html"
	actsOnOne    = 30
	actsOnYear   = 40
)

// Href returns the place of the act below a language tree: the page that tells it, and its fragment there.
func (a *Act) Href() string { return a.Path + "#" + a.ID }

// placeActs gives every act the page that tells it.
func (l *linker) placeActs() {
	acts := l.book.Acts
	inYear := map[int]int{}
	for _, a := range acts {
		inYear[a.Date.Year()]++
	}
	for _, a := range acts {
		a.Path = timelinePath
		if len(acts) > actsOnOne {
			a.Path = "timeline/" + span(a.Date.Year(), a.Date.Month(), inYear[a.Date.Year()]) + ".html"
		}
	}
}

// span names the stretch of time of a page: "2021", "2021-07" in a year of many acts, "undated".
func span(year, month, inYear int) string {
	switch {
	case year == 0:
		return "undated"
	case inYear <= actsOnYear || month == 0:
		return strconv.Itoa(year)
	case month < 10:
		return strconv.Itoa(year) + "-0" + strconv.Itoa(month)
	}
	return strconv.Itoa(year) + "-" + strconv.Itoa(month)
}
