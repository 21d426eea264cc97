// Package edtf is ground: dates with their precision, as ISO 8601-2 (EDTF)
// writes them, and as people read them in both languages.
//
// It knows level 0 without times of day, level 1 within the years 0000 to 9999, and of
// level 2 the sets [a,b] and [a..b] (one of these dates) and the parts of a year 25 to 41.
// A [Date] is a value that was valid when it was parsed; it is never rounded.
//
// EDTF leaves the months of a season to its users. Here, as in Japan and in Europe, spring (21) is
// March to May, summer (22) June to August, autumn (23) September to November, and winter (24)
// December to February of the following year.
package edtf

import (
	"cmp"
	"fmt"
	"strings"
)

// A Date is a valid EDTF expression. The zero Date is "no date known".
// Dates are comparable with ==; equal dates have equal strings.
type Date struct {
	s string // canonical form
	// What sorting and comparing ask for again and again, taken from s when it is parsed.
	first, last int32 // the earliest and the latest day as 20240918, 0 where there is none
	month       int8  // see Month
	kind        kind
	day         bool // see IsDay
	whole       bool // the days between first and last are all that it can mean
}

// A Day is a day of the proleptic Gregorian calendar.
type Day struct{ Year, Month, Day int }

// Compare orders days of the calendar.
func (d Day) Compare(e Day) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// String returns the day as 2024-09-18.
func (d Day) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// Parse reads an EDTF expression. The error says what is wrong, without a place.
// The empty string is an error: it is the text of the zero Date, not of a date.
func Parse(s string) (Date, error) {
	if d, ok := plainDate(s); ok {
		return d, nil
	}
	e, err := parse(s)
	if err != nil {
		return Date{}, err
	}
	return e.date(s), nil
}

// plainDate returns what [Parse] does of a year, month or day without anything more, as nearly all dates of a text are, and of an
// interval between two of them, without a detour by their parts.
func plainDate(s string) (Date, bool) {
	from, to, ok := strings.Cut(s, "/")
	first, isPoint := plainPoint(from)
	if !ok || !isPoint {
		return first, isPoint
	}
	last, isPoint := plainPoint(to)
	return Date{s: s, kind: interval, first: first.first, last: last.last, month: first.month, whole: true}, isPoint && first.first <= last.first
}

func plainPoint(s string) (Date, bool) {
	y, m, n, ok := plainParts(s)
	if !ok {
		return Date{}, false
	}
	first, last := Day{y, m, n}, Day{y, m, n}
	switch {
	case m == 0:
		first, last = Day{y, 1, 1}, Day{y, 12, 31}
	case n == 0:
		first.Day, last.Day = 1, daysIn(y, m)
	}
	return Date{s: s, kind: point, first: first.number(), last: last.number(), month: int8(m), day: n != 0, whole: true}, true
}

// plainParts returns the numbers of a date, 0 for those that it does not have. It reports false where anything stands in it but
// digits in their places, and for what is no month or day of the calendar.
func plainParts(s string) (year, month, day int, ok bool) {
	if len(s) != 4 && (len(s) != 7 || s[4] != '-') && (len(s) != 10 || s[4] != '-' || s[7] != '-') {
		return 0, 0, 0, false
	}
	if year, ok = number(s[:4]); !ok || year == 0 || len(s) == 4 {
		return year, 0, 0, ok && year > 0
	}
	if month, ok = number(s[5:7]); !ok || month < 1 || month > 12 || len(s) == 7 {
		return year, month, 0, ok && month >= 1 && month <= 12
	}
	day, ok = number(s[8:])
	return year, month, day, ok && day >= 1 && day <= daysIn(year, month)
}

// date returns the Date of an expression.
func (e expr) date(s string) Date {
	d := Date{s: s, kind: e.kind}
	rs := e.ranges()
	if from := rs[0]; from.hasLo {
		d.first = from.lo.number()
	}
	if to := rs[len(rs)-1]; to.hasHi {
		d.last = to.hi.number()
	}
	d.whole = len(rs) == 1
	p, ok := e.single()
	d.day = ok && p.plain() && p.day != 0
	d.month = int8(e.month(d))
	return d
}

// month is the month under which a date is listed.
func (e expr) month(d Date) int {
	if e.kind != set {
		return e.listed().calendarMonth()
	}
	earliest, latest, _, _ := d.Bounds()
	if earliest.Year == latest.Year && earliest.Month == latest.Month {
		return earliest.Month
	}
	return 0
}

// MustParse is Parse for constants. It panics where s is not valid.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(fmt.Sprintf("edtf: %q: %v", s, err))
	}
	return d
}

// FromDay returns the date of one day. It fails on a day that no month has.
func FromDay(d Day) (Date, error) { return Parse(d.String()) }

// String returns the expression, "" for the zero Date.
func (d Date) String() string { return d.s }

// IsZero reports whether no date is known.
func (d Date) IsZero() bool { return d.s == "" }

// IsInterval reports whether the date is a stretch of time (a/b), not one act's date of low precision.
func (d Date) IsInterval() bool { return d.kind == interval }

// Stretch returns the stretch of time of which a set names one date: 2024-03-21/2024-03-31 of [2024-03-21..2024-03-31]. A date of
// any other shape, a set of several members too, is returned as it is.
func (d Date) Stretch() Date {
	inner, ok := strings.CutPrefix(d.s, "[")
	if !ok || d.kind != set || strings.Contains(inner, ",") {
		return d
	}
	from, to, _ := strings.Cut(strings.TrimSuffix(inner, "]"), "..")
	out, err := Parse(from + "/" + to)
	if err != nil || from == "" || to == "" {
		return d
	}
	return out
}

// IsDay reports whether the date names one day without qualifier.
func (d Date) IsDay() bool { return d.day }

// Year returns the year under which the date is listed, 0 if there is none.
func (d Date) Year() int {
	earliest, latest, hasEarliest, hasLatest := d.Bounds()
	switch {
	case hasEarliest:
		return earliest.Year
	case hasLatest:
		return latest.Year
	}
	return 0
}

// Month returns the month under which the date is listed (1 to 12), 0 where the year alone is known.
// An interval is listed under its start, or its end where it has no start;
// a season, a quarter or a set over several months has no month.
func (d Date) Month() int { return int(d.month) }

// HTML returns the value for the datetime attribute of <time>, or "" where HTML allows none
// (only YYYY, YYYY-MM and YYYY-MM-DD are allowed).
func (d Date) HTML() string {
	p, ok := d.expr().single()
	if !ok || !p.plain() || p.year == 0 || p.month > 12 {
		return ""
	}
	return d.s
}

// MarshalText and UnmarshalText make a Date readable from TOML and writable to JSON.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.s), nil }

// UnmarshalText is [Parse], except that the empty text gives the zero Date, so that
// what MarshalText writes can be read again.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := Parse(string(b))
	if err != nil {
		return fmt.Errorf("date %q: %w", b, err)
	}
	*d = parsed
	return nil
}

// expr returns the parts of the date; those of the zero Date are empty.
func (d Date) expr() expr {
	e, err := parse(d.s)
	if err != nil {
		return expr{}
	}
	return e
}
