package jpdate_test

import (
	"testing"
	"unicode/utf8"

	"jikenbo/internal/edtf"
	"jikenbo/internal/jpdate"
)

// FuzzFind holds what is true of every text: dates are valid, in order, apart,
// and stand where they say.
func FuzzFind(f *testing.F) {
	for _, s := range notDates {
		f.Add(s, "2024-07-16")
	}
	for _, c := range finds {
		f.Add(c.in, "2024-02-29")
		f.Add(c.in, "")
	}
	f.Add("1000年0 18日", "1000-01-16") // the calendar begins in 1000
	f.Add("20日", "0024-07-06")
	f.Fuzz(func(t *testing.T, s, published string) {
		day, err := edtf.Parse(published)
		if err != nil {
			day = edtf.Date{}
		}
		r := jpdate.NewReader(day)
		for range 2 { // the second time with the dates of the first behind it
			checkFound(t, s, r.Find(s))
		}
	})
}

func checkFound(t *testing.T, s string, ds []jpdate.Date) {
	end := 0
	for _, d := range ds {
		switch {
		case d.Span.Start < end || d.Span.End <= d.Span.Start || d.Span.End > len(s):
			t.Fatalf("%q: span %v after %d", s, d.Span, end)
		case s[d.Span.Start:d.Span.End] != d.Surface:
			t.Fatalf("%q: surface %q at %v", s, d.Surface, d.Span)
		case d.Value.IsZero() || d.Basis == "":
			t.Fatalf("%q: %q has no value or basis", s, d.Surface)
		case !utf8.RuneStart(s[d.Span.Start]) || d.Span.End < len(s) && !utf8.RuneStart(s[d.Span.End]):
			// A stray continuation byte is a rune of its own to every reader of the text.
			if utf8.ValidString(s) {
				t.Fatalf("%q: span %v cuts a character", s, d.Span)
			}
		}
		if again, err := edtf.Parse(d.Value.String()); err != nil || again != d.Value {
			t.Fatalf("%q: value %v, %v", s, d.Value, err)
		}
		end = d.Span.End
	}
}
