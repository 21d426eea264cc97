package jpdate

import (
	"cmp"
	"strconv"
	"time"
)

// A day is a calendar day as far as it is known: m and d, or d alone, may be 0.
// The zero day is unknown.
type day struct{ y, m, d int }

func (a day) compare(b day) int {
	return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.m, b.m), cmp.Compare(a.d, b.d))
}

func (a day) known() bool { return a.y != 0 }

// valid reports whether the calendar has the day, as far as it is given.
func (a day) valid() bool {
	switch {
	case a.y < 1000 || a.y > 2100 || a.m < 0 || a.m > 12:
		return false
	case a.m == 0:
		return a.d == 0
	}
	return a.d >= 0 && a.d <= daysIn(a.y, a.m)
}

// String returns the day as EDTF.
func (a day) String() string {
	var buf [16]byte
	out := padded(buf[:0], a.y, 4)
	if a.m != 0 {
		out = padded(append(out, '-'), a.m, 2)
		if a.d != 0 {
			out = padded(append(out, '-'), a.d, 2)
		}
	}
	return string(out)
}

// padded appends a number that is not negative with zeros before it.
func padded(out []byte, n, width int) []byte {
	for least := 10; width > 1; width-- {
		if n < least {
			out = append(out, '0')
		}
		least *= 10
	}
	return strconv.AppendInt(out, int64(n), 10)
}

func (a day) time() time.Time {
	return time.Date(a.y, time.Month(max(a.m, 1)), max(a.d, 1), 0, 0, 0, 0, time.UTC)
}

// addDays counts days from a full day.
func (a day) addDays(n int) day {
	y, m, d := a.time().AddDate(0, 0, n).Date()
	return day{y, int(m), d}
}

// before returns the day, month or year just before.
func (a day) before() day {
	switch {
	case a.d != 0:
		return a.addDays(-1)
	case a.m != 0:
		at := a.addMonths(-1)
		return day{at.y, at.m, 0}
	}
	return day{y: a.y - 1}
}

// addMonths counts months from a day and keeps the month.
func (a day) addMonths(n int) day {
	months := 12*a.y + a.m - 1 + n
	return day{months / 12, months%12 + 1, 0}
}

// distance returns the days from a to b, which may be negative.
func (a day) distance(b day) int { return b.number() - a.number() }

// number counts the days of the calendar from one that lies before all others. Years are counted from March here, so that the
// day that not all have is their last, and the months before one have 153 days to each 5 of them.
func (a day) number() int {
	const cycle = 400 // years, so that none is negative
	y, m, d := a.y+cycle, max(a.m, 1), max(a.d, 1)
	if m < 3 {
		y, m = y-1, m+12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + d
}

// daysIn returns the number of days of a month.
func daysIn(year, month int) int {
	switch {
	case month == 4 || month == 6 || month == 9 || month == 11:
		return 30
	case month != 2:
		return 31
	case year%4 == 0 && year%100 != 0 || year%400 == 0:
		return 29
	}
	return 28
}

// monday returns the Monday of the day's week.
func (a day) monday() day { return a.addDays(-(int(a.time().Weekday()) + 6) % 7) }

// inWeek returns the day of the month that lies in the week of a day, or on a day beside it; the zero day where none does.
func (a day) inWeek(d int) day {
	for i := -1; i < 8; i++ {
		if at := a.monday().addDays(i); at.d == d {
			return at
		}
	}
	return day{}
}

// isWeekday reports whether a full day falls on a day of the week, 1 for Monday to 7.
func (a day) isWeekday(n int) bool { return (int(a.time().Weekday())+6)%7+1 == n }

// nearestYear gives a month or day the year that brings it nearest to base.
func nearestYear(d, base day) day {
	at := day{base.y, d.m, d.d}
	if base.m == 0 {
		return at
	}
	best := at
	for _, y := range []int{base.y - 1, base.y + 1} {
		at.y = y
		if abs(base.distance(at)) < abs(base.distance(best)) {
			best = at
		}
	}
	return best
}

// nearestMonth gives a day the month that brings it nearest to base; the month of base where that has no day. Who writes 24日 behind 3日
// means the same month, and the one before only just behind its turn: 1日に発表した。31日に気付いた.
func nearestMonth(d int, base day) day {
	best := day{base.y, base.m, d}
	if base.d == 0 {
		return best
	}
	for _, n := range []int{-1, 1} {
		at := base.addMonths(n)
		at.d = d
		if n < 0 && best.valid() && abs(base.distance(at)) > monthTurn {
			continue
		}
		if at.valid() && (!best.valid() || abs(base.distance(at)) < abs(base.distance(best))) {
			best = at
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }
