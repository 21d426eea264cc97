package edtf

import (
	"cmp"
	"math"
)

// Bounds returns the earliest and the latest day that the date can mean.
// An open or unknown end has no day: ok is false for that side.
// A qualifier does not widen them: nobody says how much 頃 is.
func (d Date) Bounds() (earliest, latest Day, hasEarliest, hasLatest bool) {
	return dayOf(d.first), dayOf(d.last), d.first != 0, d.last != 0
}

// number packs a day so that numbers sort as days do. No day is 0: months count from 1.
func (d Day) number() int32 { return int32(d.Year)*10000 + int32(d.Month)*100 + int32(d.Day) }

func dayOf(n int32) Day {
	return Day{Year: int(n / 10000), Month: int(n / 100 % 100), Day: int(n % 100)}
}

// Compare orders dates for a timeline: by earliest day, then latest, then by text.
// A date without an earliest day ("../2024-07-14") sorts by its latest; one that has neither
// sorts after all that have one, and the zero Date last.
func Compare(a, b Date) int {
	x, y := a.key(), b.key()
	switch {
	case x.first != y.first:
		return cmp.Compare(x.first, y.first)
	case x.last != y.last:
		return cmp.Compare(x.last, y.last)
	}
	return cmp.Compare(a.s, b.s)
}

// A key is what a date is sorted by. Days that there are not come after all that there are.
type key struct{ first, last int32 }

const (
	endless  = math.MaxInt32 - 2 // without a latest day: after those that end
	dayless  = math.MaxInt32 - 1
	dateless = math.MaxInt32
)

func (d Date) key() key {
	switch {
	case d.IsZero():
		return key{first: dateless}
	case d.first != 0 && d.last != 0:
		return key{d.first, d.last}
	case d.first != 0:
		return key{d.first, endless}
	case d.last != 0:
		return key{d.last, d.last}
	}
	return key{first: dayless}
}

// Overlaps reports whether a day exists that both dates can mean.
func (d Date) Overlaps(e Date) bool {
	others := e.expr().ranges()
	for _, r := range d.expr().ranges() {
		for _, o := range others {
			if r.startsBy(o) && o.startsBy(r) {
				return true
			}
		}
	}
	return false
}

// Within reports whether every day that d can mean, e can mean too ("2024-09-18" is within "2024-09").
func (d Date) Within(e Date) bool {
	if d.whole && e.whole {
		return covers(d.first, d.last, e.first, e.last)
	}
	rs := d.expr().ranges()
	others := e.expr().ranges()
	for _, r := range rs {
		if !covered(r, others) {
			return false
		}
	}
	return len(rs) > 0
}

// covers reports whether the days from first to last lie between lo and hi; 0 is no limit.
func covers(first, last, lo, hi int32) bool {
	return (lo == 0 || first != 0 && lo <= first) && (hi == 0 || last != 0 && last <= hi)
}

// covered reports whether one of the ranges holds r whole. Ranges of a set
// that touch are one, see [expr.ranges].
func covered(r days, by []days) bool {
	for _, o := range by {
		starts := !o.hasLo || r.hasLo && o.lo.Compare(r.lo) <= 0
		ends := !o.hasHi || r.hasHi && r.hi.Compare(o.hi) <= 0
		if starts && ends {
			return true
		}
	}
	return false
}

// days is a range of days, without a limit on a side where has is false.
type days struct {
	lo, hi       Day
	hasLo, hasHi bool
}

// startsBy reports whether r starts on or before the last day of o.
func (r days) startsBy(o days) bool { return !r.hasLo || !o.hasHi || r.lo.Compare(o.hi) <= 0 }

// ranges returns the days of an expression, in order; ranges that touch are joined.
func (e expr) ranges() []days {
	var out []days
	for _, s := range e.spans {
		r := s.days()
		if n := len(out); n > 0 && out[n-1].hi.next() == r.lo {
			out[n-1].hi = r.hi
			continue
		}
		out = append(out, r)
	}
	return out
}

func (s span) days() days {
	r := days{hasLo: s.from.limit == dated, hasHi: s.to.limit == dated}
	if r.hasLo {
		r.lo = s.from.first()
	}
	if r.hasHi {
		r.hi = s.to.last()
	}
	return r
}

// first returns the earliest day that the date can mean.
func (d date) first() Day {
	switch {
	case d.day != 0:
		return Day{d.year, d.month, d.day}
	case d.month != 0:
		m, _ := d.monthRange()
		return Day{d.year, m, 1}
	}
	return Day{d.year, 1, 1}
}

// last returns the latest day that the date can mean.
func (d date) last() Day {
	switch {
	case d.day != 0:
		return Day{d.year, d.month, d.day}
	case d.month != 0:
		_, m := d.monthRange()
		year := d.year + (m-1)/12
		m = (m-1)%12 + 1
		return Day{year, m, daysIn(year, m)}
	}
	span := 1
	for range d.blurred {
		span *= 10
	}
	return Day{d.year + span - 1, 12, 31}
}

// monthRange returns the first and the last month; those of winter are 12 and 14.
func (d date) monthRange() (first, last int) {
	if g, ok := d.grouping(); ok {
		return g.first, g.first + g.months - 1
	}
	return d.month, d.month
}

// next returns the following day.
func (d Day) next() Day {
	switch {
	case d.Day < daysIn(d.Year, d.Month):
		return Day{d.Year, d.Month, d.Day + 1}
	case d.Month < 12:
		return Day{d.Year, d.Month + 1, 1}
	}
	return Day{d.Year + 1, 1, 1}
}
