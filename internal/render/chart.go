package render

import (
	"math"
	"slices"
	"strconv"

	"jikenbo/internal/casebook"
)

// Chart is the figure of a record's acts on an axis of years, drawn when the site is built.
// It says nothing that the list below it does not say.
// Positions across are in per cent, so that it fits any width; down, in pixels.
type Chart struct {
	Height int
	Ticks  []Tick
	Marks  []ChartMark
	Bars   []ChartBar // below the marks
}

// Tick is the beginning of a year.
type Tick struct{ X, Year string }

// ChartMark is an act at a point in time. From and To are the ends of the stretch in which it
// lies, empty where the day is known.
type ChartMark struct {
	Mark
	Href, Title string
	Facets      string // what the filters of the timeline look at
	X, From, To string
	Told        string // where it was announced, empty where that is not another day
	Y           int
	Before      bool // the word stands to the left of the mark
	Loose       bool // the date is only about right
}

// Under is a line below the mark's middle.
func (m ChartMark) Under() int { return m.Y + 4 }

// ChartBar is an act that lasted. An end that is not known is open.
type ChartBar struct {
	Mark
	Href, Title        string
	Facets             string
	X, Width, End      string
	Y                  int
	Before             bool // the word stands to the left of the end
	Loose              bool
	OpenStart, OpenEnd bool
}

// Upper and Lower are the edges of the bar; Hit is that of the larger one around it and its word.
func (b ChartBar) Upper() int { return b.Y + 3 }
func (b ChartBar) Hit() int   { return b.Y - 11 }

// Measures of a chart: pixels down, per cent across.
const (
	chartRow   = 24
	chartTop   = 36
	chartWord  = 13.0 // room for a mark and its word
	chartSide  = 1.2  // half a mark
	chartLast  = 86.0 // from here on the word stands to the left
	chartLong  = 3.0  // a shorter stretch of time is a mark, not a bar
	chartLeast = 2    // fewer acts make no figure
	chartYears = 12   // more years than this have a tick every few years only
)

// chartOf returns the figure of some acts, nothing where too few have a date.
func (s scope) chartOf(acts []*casebook.Act) Chart {
	acts = dated(acts)
	if len(acts) < chartLeast {
		return Chart{}
	}
	p := plot{s: s, x: axisOf(acts), words: true, top: chartTop}
	p.draw(acts)
	return Chart{Height: p.height(), Ticks: p.x.ticks(), Marks: p.marks, Bars: p.bars}
}

// dated returns the acts that have a date.
func dated(acts []*casebook.Act) []*casebook.Act {
	return slices.DeleteFunc(slices.Clone(acts), func(a *casebook.Act) bool { return a.Date.Year() == 0 })
}

// chartTitle returns what a mark says when it is pointed at.
func (s scope) chartTitle(a *casebook.Act) string {
	return a.Date.In(s.lang) + " " + s.term("type", string(a.Type)) + s.msg("chart.colon") + s.words(a.Title).Text
}

// rows are how far each row is taken, from the left.
type rows []float64

// place returns the first row that is free from left on, and takes it up to right.
// What is placed must come from left to right to be packed well, but never overlaps in any order.
func (r *rows) place(left, right float64) int {
	for i, end := range *r {
		if end <= left {
			(*r)[i] = right
			return i
		}
	}
	*r = append(*r, right)
	return len(*r) - 1
}

// percent writes a place as SVG wants it.
func percent(f float64) string { return strconv.FormatFloat(math.Round(f*10)/10, 'f', -1, 64) + "%" }
