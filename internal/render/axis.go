package render

import (
	"slices"
	"strconv"
	"time"

	"jikenbo/internal/casebook"
	"jikenbo/internal/edtf"
)

// An axis is a stretch of whole years. Years before dense, if it is set, are pressed together at its beginning.
type axis struct{ first, last, dense int } // the last year is the first one that is not on it

// Measures of an axis whose early years are pressed together.
const (
	earlyRoom  = 10.0 // per cent of the axis that they take
	earlyShare = 6    // at most one act in so many lies in them
	earlyLeast = 4    // fewer years are not worth it
)

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
	return axis{first: slices.Min(years), last: slices.Max(years) + 1}
}

// pressed returns the axis with its early years pressed together, as many as hold few of the acts.
func (x axis) pressed(acts []*casebook.Act) axis {
	var years []int
	for _, a := range acts {
		years = append(years, a.Date.Year())
	}
	slices.Sort(years)
	if dense := years[len(years)/earlyShare]; dense-x.first >= earlyLeast && dense < x.last {
		x.dense = dense
	}
	return x
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
	part := func(first, last int) float64 {
		start := days(first, 1, 1)
		return (days(d.Year, d.Month, d.Day) - start) / (days(last, 1, 1) - start)
	}
	switch {
	case x.dense == 0:
		return part(x.first, x.last) * 100
	case d.Year < x.dense:
		return part(x.first, x.dense) * earlyRoom
	}
	return earlyRoom + part(x.dense, x.last)*(100-earlyRoom)
}

// days counts the days to a day.
func days(y, m, d int) float64 {
	return float64(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}

// ticks returns the years, every one or every few; of years pressed together the first.
func (x axis) ticks() []Tick {
	var out []Tick
	tick := func(y int) {
		out = append(out, Tick{percent(x.at(edtf.Day{Year: y, Month: 1, Day: 1})), strconv.Itoa(y)})
	}
	from := x.first
	if x.dense > 0 {
		tick(x.first)
		from = x.dense
	}
	step := (x.last-from-1)/chartYears + 1
	for y := from; y < x.last; y += step {
		tick(y)
	}
	return out
}
