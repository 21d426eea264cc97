// Package edtf is ground: dates with their precision, as ISO 8601-2 (EDTF)
// writes them, and as people read them in both languages.
//
// It knows levels 0 and 1, and sets [a..b] of level 2 and its quarters.
// A [Date] is a value that was valid when it was parsed; it is never rounded.
package edtf

import (
	"jikenbo/internal/i18n"
)

// A Date is a valid EDTF expression. The zero Date is "no date known".
// Dates are comparable with ==; equal dates have equal strings.
type Date struct {
	s string // canonical form
}

// A Day is a day of the proleptic Gregorian calendar.
type Day struct{ Year, Month, Day int }

// Parse reads an EDTF expression. The error says what is wrong, without a place.
func Parse(s string) (Date, error) { panic("contract") }

// MustParse is Parse for constants. It panics where s is not valid.
func MustParse(s string) Date { panic("contract") }

// FromDay returns the date of one day. It fails on a day that no month has.
func FromDay(d Day) (Date, error) { panic("contract") }

// String returns the expression, "" for the zero Date.
func (d Date) String() string { return d.s }

// IsZero reports whether no date is known.
func (d Date) IsZero() bool { return d.s == "" }

// Bounds returns the earliest and the latest day that the date can mean.
// An open or unknown end has no day: ok is false for that side.
func (d Date) Bounds() (earliest, latest Day, hasEarliest, hasLatest bool) { panic("contract") }

// Compare orders dates for a timeline: by earliest day, then latest, then by text.
// A date without an earliest day ("../2024-07-14") sorts by its latest; the zero Date sorts last.
func Compare(a, b Date) int { panic("contract") }

// Overlaps reports whether a day exists that both dates can mean.
func (d Date) Overlaps(e Date) bool { panic("contract") }

// Within reports whether every day that d can mean, e can mean too ("2024-09-18" is within "2024-09").
func (d Date) Within(e Date) bool { panic("contract") }

// IsInterval reports whether the date is a stretch of time (a/b), not one act's date of low precision.
func (d Date) IsInterval() bool { panic("contract") }

// IsDay reports whether the date names one day without qualifier.
func (d Date) IsDay() bool { panic("contract") }

// Year returns the year under which the date is listed, 0 if there is none.
func (d Date) Year() int { panic("contract") }

// Month returns the month under which the date is listed (1 to 12), 0 where the year alone is known.
func (d Date) Month() int { panic("contract") }

// HTML returns the value for the datetime attribute of <time>, or "" where HTML allows none
// (only YYYY, YYYY-MM and YYYY-MM-DD are allowed).
func (d Date) HTML() string { panic("contract") }

// In returns the date as a person reads it: 「2022年夏〜2023年秋」, "summer 2022 – autumn 2023",
// 「2021年から」, "since 2021", 「2021年1月頃」, "about January 2021".
func (d Date) In(l i18n.Lang) string { panic("contract") }

// MarshalText and UnmarshalText make a Date readable from TOML and writable to JSON.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.s), nil }

// UnmarshalText is [Parse].
func (d *Date) UnmarshalText(b []byte) error { panic("contract") }
