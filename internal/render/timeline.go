package render

import (
	"cmp"
	"slices"
	"strconv"

	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
)

// timelinePath is the first page of the timeline.
const timelinePath = "timeline.html"

// TimelineView is a page of the timeline: the first one with the overview, or the acts of a year.
type TimelineView struct {
	Frame
	Heading, Lead string
	First         bool // the page with the overview
	Newest        bool // the list holds the newest acts only, and other pages all of them
	Count, Edited int
	Reviewed      bool // an editor has looked at what the machine found of one of them
	Tallies       []Tally
	Legend        []Mark
	Overview      Overview
	Columns       []YearColumn
	Filters       Filters
	Years         []TimelineYear
	Earlier       Link
	Later         Link
	Whole         Link // from a year to the whole timeline
}

// TimelineYear is the acts of one year.
type TimelineYear struct {
	ID      string
	Heading string
	Months  []TimelineMonth
}

// TimelineMonth is the acts of one month, or those of which only the year is known.
type TimelineMonth struct {
	Heading string
	Acts    []TimelineAct
}

// TimelineAct is an act in the list. It has its fragment on the page that is its place.
type TimelineAct struct {
	Act
	Facets string
	Here   bool
}

// YearColumn is how many acts of each family a year has.
type YearColumn struct {
	Year, Href string
	N          int
	Parts      []ColumnPart
}

// ColumnPart is the acts of one family in a column, with its edges in pixels.
type ColumnPart struct {
	Family    Family
	Y, Height int
}

// Height is the height of the column in pixels.
func (c YearColumn) Height() int { return c.N * columnAct }

// columnAct is the height of an act in a column.
const columnAct = 4

// newestTold is how many acts the first page of a long timeline tells.
const newestTold = 6

// timelinePages returns the paths of the pages on which acts have their place, the newest first.
func timelinePages(acts []*casebook.Act) []string {
	acts = slices.Clone(acts)
	slices.SortStableFunc(acts, newestFirst)
	var out []string
	seen := map[string]bool{}
	for _, a := range acts {
		if !seen[a.Path] {
			seen[a.Path] = true
			out = append(out, a.Path)
		}
	}
	return out
}

// timeline is the first page: the overview of all acts, and the list of all or of the newest.
func (s scope) timeline() any {
	acts := slices.Clone(s.book.Acts)
	slices.SortStableFunc(acts, newestFirst)
	v := TimelineView{
		Heading: s.msg("nav.timeline"), Lead: s.msg("timeline.lead"), First: true,
		Tallies: s.tallies(acts), Legend: s.legend(acts), Overview: s.overview(acts), Columns: s.columns(acts),
		Filters: s.filters(acts),
	}
	for _, c := range v.Columns {
		if c.N > 0 {
			v.Filters.Years = append(v.Filters.Years, FilterChoice{c.Year, s.msg("date.year", "n", c.Year), c.N})
		}
	}
	v.count(acts)
	if v.Newest = len(acts) > 0 && acts[0].Path != timelinePath; v.Newest {
		acts = slices.DeleteFunc(acts, func(a *casebook.Act) bool { return !a.Checked() && v.Edited > 0 })
		acts = acts[:min(newestTold, len(acts))]
	}
	v.tell(s, acts)
	v.Frame = s.frame(pageHead{
		title: v.Heading, section: timelinePath, description: v.Lead, crumbs: s.crumbs("", Words{Text: v.Heading}),
	})
	return v
}

// timelineYear is the page of a year, or of a month of a year with many acts.
func (s scope) timelineYear(path string) any {
	acts := slices.Clone(s.book.actsOn[path])
	slices.SortStableFunc(acts, newestFirst)
	v := TimelineView{
		Heading: s.pageName(path), Lead: s.msg("timeline.year-lead", "year", s.pageName(path)),
		Tallies: s.tallies(acts), Legend: s.legend(acts), Filters: s.filters(acts),
		Whole: Link{Href: s.to(timelinePath), Words: Words{Text: s.msg("timeline.whole")}},
	}
	v.count(acts)
	v.tell(s, acts)
	pages := s.book.timeline
	at := slices.Index(pages, path)
	if at > 0 {
		v.Later = s.pageLink(pages[at-1])
	}
	if at+1 < len(pages) {
		v.Earlier = s.pageLink(pages[at+1])
	}
	v.Frame = s.frame(pageHead{
		title: v.Heading + s.msg("timeline.of"), section: timelinePath, description: v.Lead,
		crumbs: s.crumbs(timelinePath, Words{Text: v.Heading}),
	})
	return v
}

// count counts acts, and those that editors stand behind.
func (v *TimelineView) count(acts []*casebook.Act) {
	v.Count = len(acts)
	for _, a := range acts {
		if a.Checked() {
			v.Edited++
		}
		v.Reviewed = v.Reviewed || a.Reviewed
	}
}

// tell lists acts.
func (v *TimelineView) tell(s scope, acts []*casebook.Act) {
	for _, a := range acts {
		v.add(s, a)
	}
}

// pageLink returns the link to a page of the timeline.
func (s scope) pageLink(path string) Link {
	return Link{Href: s.to(path), Words: Words{Text: s.pageName(path)}}
}

// pageName returns what a page of the timeline is called: "2021年", 「2021年7月」.
func (s scope) pageName(path string) string {
	if len(s.book.actsOn[path]) == 0 {
		return ""
	}
	a := s.book.actsOn[path][0]
	if len(path) > len("timeline/2021.html") && a.Date.Month() != 0 {
		return s.msg("date.year-month", "year", strconv.Itoa(a.Date.Year()), "month", s.monthHeading(a))
	}
	return s.yearHeading(a).Heading
}

// add puts an act at the end of its year and month.
func (v *TimelineView) add(s scope, a *casebook.Act) {
	year, month := s.yearHeading(a), s.monthHeading(a)
	if n := len(v.Years); n == 0 || v.Years[n-1].ID != year.ID {
		v.Years = append(v.Years, year)
	}
	y := &v.Years[len(v.Years)-1]
	if n := len(y.Months); n == 0 || y.Months[n-1].Heading != month {
		y.Months = append(y.Months, TimelineMonth{Heading: month})
	}
	m := &y.Months[len(y.Months)-1]
	m.Acts = append(m.Acts, TimelineAct{s.act(a), facets(a), string(s.lang)+"/"+a.Path == s.path})
}

func (s scope) yearHeading(a *casebook.Act) TimelineYear {
	n := a.Date.Year()
	if n == 0 {
		return TimelineYear{ID: "undated", Heading: s.msg("date.undated")}
	}
	return TimelineYear{ID: "y" + strconv.Itoa(n), Heading: s.msg("date.year", "n", strconv.Itoa(n))}
}

// monthHeading returns 「1月」, or words for an act of which only the year is known.
func (s scope) monthHeading(a *casebook.Act) string {
	switch m := a.Date.Month(); {
	case a.Date.IsZero():
		return ""
	case m == 0:
		return s.msg("date.no-month")
	default:
		return s.msg(i18n.Key("month.m" + strconv.Itoa(m)))
	}
}

// legend returns the marks that occur, by family.
func (s scope) legend(acts []*casebook.Act) []Mark {
	var out []Mark
	for _, a := range acts {
		m := s.mark(a.Type)
		if !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(slices.Index(families[:], a.Family), slices.Index(families[:], b.Family)), cmp.Compare(a.Type, b.Type))
	})
	return out
}

// columns returns the years with their acts, newest first; years without acts stand in it too.
func (s scope) columns(acts []*casebook.Act) []YearColumn {
	byYear := map[int][]*casebook.Act{}
	first, last := 0, 0
	for _, a := range dated(acts) {
		y := a.Date.Year()
		byYear[y] = append(byYear[y], a)
		if first == 0 || y < first {
			first = y
		}
		last = max(last, y)
	}
	var out []YearColumn
	for y := last; y >= first && first > 0; y-- {
		c := YearColumn{Year: strconv.Itoa(y), N: len(byYear[y])}
		at := 0
		for _, t := range s.tallies(byYear[y]) {
			c.Parts = append(c.Parts, ColumnPart{t.Mark.Family, at, t.N * columnAct})
			at += t.N * columnAct
		}
		if c.N > 0 {
			c.Href = s.yearHref(byYear[y])
		}
		out = append(out, c)
	}
	return out
}

// yearHref returns where the acts of a year are told: their page, of several the newest, or their part of this one.
func (s scope) yearHref(acts []*casebook.Act) string {
	if acts[0].Path == timelinePath {
		return "#y" + strconv.Itoa(acts[0].Date.Year())
	}
	return s.to(acts[0].Path)
}
