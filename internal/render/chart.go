package render

import (
	"slices"
	"strconv"
	"time"

	"jikenbo/internal/casebook"
	"jikenbo/internal/edtf"
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
	X, From, To string
	Y           int
	Before      bool // the word stands to the left of the mark
}

// ChartBar is an act that lasted. An end that is not known is open.
type ChartBar struct {
	Mark
	Href, Title        string
	X, Width, End      string
	Y                  int
	Before             bool // the word stands to the left of the end
	OpenStart, OpenEnd bool
}

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
	acts = slices.DeleteFunc(slices.Clone(acts), func(a *casebook.Act) bool { return a.Date.Year() == 0 })
	if len(acts) < chartLeast {
		return Chart{}
	}
	x := axisOf(acts)
	c := Chart{Ticks: x.ticks()}
	var marks, bars rows
	for _, a := range acts {
		if !x.lasts(a.Date) {
			c.Marks = append(c.Marks, s.chartMark(a, x, &marks))
		}
	}
	for _, a := range acts {
		if x.lasts(a.Date) {
			c.Bars = append(c.Bars, s.chartBar(a, x, &bars, len(marks)))
		}
	}
	c.Height = chartTop + (len(marks)+len(bars))*chartRow
	return c
}

// chartMark places an act at the middle of what its date can mean.
func (s scope) chartMark(a *casebook.Act, x axis, taken *rows) ChartMark {
	from, to := x.span(a.Date)
	at := (from + to) / 2
	m := ChartMark{Mark: s.mark(a.Type), Href: s.to("timeline.html") + "#" + a.ID, Title: s.chartTitle(a), X: percent(at), Before: at > chartLast}
	left, right := min(from, at-chartSide), max(to, at+chartWord)
	if m.Before {
		left, right = min(from, at-chartWord), max(to, at+chartSide)
	}
	m.Y = chartTop + taken.place(left, right)*chartRow + chartRow/2
	if !a.Date.IsDay() {
		m.From, m.To = percent(from), percent(to)
	}
	return m
}

// chartBar places an act that lasted.
func (s scope) chartBar(a *casebook.Act, x axis, taken *rows, above int) ChartBar {
	from, to := x.span(a.Date)
	_, _, starts, ends := a.Date.Bounds()
	before := from > chartLast
	left, right := from-chartSide, max(to, from+chartWord)
	if before {
		left, right = min(from, to-chartWord), to+chartSide
	}
	return ChartBar{
		Mark: s.mark(a.Type), Href: s.to("timeline.html") + "#" + a.ID, Title: s.chartTitle(a),
		X: percent(from), Width: percent(to - from), End: percent(to), Before: before,
		Y:         chartTop + (above+taken.place(left, right))*chartRow + chartRow/2,
		OpenStart: !starts, OpenEnd: !ends,
	}
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

// An axis is a stretch of whole years.
type axis struct{ first, last int } // the last year is the first one that is not on it

// axisOf returns the axis that holds the known ends of all acts.
func axisOf(acts []*casebook.Act) axis {
	var years []int
	for _, a := range acts {
		earliest, latest, starts, ends := a.Date.Bounds()
		if starts {
			years = append(years, earliest.Year)
		}
		if ends {
			years = append(years, latest.Year)
		}
	}
	return axis{slices.Min(years), slices.Max(years) + 1}
}

// span returns the ends of a date on the axis in per cent, those of the axis where it is open.
func (x axis) span(d edtf.Date) (from, to float64) {
	earliest, latest, starts, ends := d.Bounds()
	from, to = 0, 100
	if starts {
		from = x.at(earliest)
	}
	if ends {
		to = x.at(latest)
	}
	return from, max(from, to)
}

// lasts reports whether a date is a stretch of time that is long enough on the axis for a bar.
func (x axis) lasts(d edtf.Date) bool {
	from, to := x.span(d)
	return d.IsInterval() && to-from >= chartLong
}

// at returns the place of a day.
func (x axis) at(d edtf.Day) float64 {
	days := func(y, m, d int) float64 {
		return float64(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
	}
	start := days(x.first, 1, 1)
	return (days(d.Year, d.Month, d.Day) - start) / (days(x.last, 1, 1) - start) * 100
}

// ticks returns the years, every one or every few.
func (x axis) ticks() []Tick {
	step := (x.last-x.first-1)/chartYears + 1
	var out []Tick
	for y := x.first; y < x.last; y += step {
		out = append(out, Tick{percent(x.at(edtf.Day{Year: y, Month: 1, Day: 1})), strconv.Itoa(y)})
	}
	return out
}

// percent writes a place as SVG wants it.
func percent(f float64) string { return strconv.FormatFloat(f, 'f', 2, 64) + "%" }

// YearBar is how many acts of each family a year has: a column of the overview.
type YearBar struct {
	Year, Href string
	N          int
	Parts      []Tally
}

// overview returns the years with their acts, newest first; years without acts stand in it too.
func (s scope) overview(acts []*casebook.Act) []YearBar {
	var out []YearBar
	byYear := map[int][]*casebook.Act{}
	first, last := 0, 0
	for _, a := range acts {
		y := a.Date.Year()
		if y == 0 {
			continue
		}
		byYear[y] = append(byYear[y], a)
		if first == 0 || y < first {
			first = y
		}
		last = max(last, y)
	}
	for y := last; y >= first && first > 0; y-- {
		b := YearBar{Year: strconv.Itoa(y), N: len(byYear[y]), Parts: s.tallies(byYear[y])}
		if b.N > 0 {
			b.Href = "#y" + b.Year
		}
		out = append(out, b)
	}
	return out
}
