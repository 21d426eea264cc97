package edtf

import (
	"strings"
	"testing"
)

// samples have every form of an end and of a precision.
var samples = []string{
	"2024", "2024-09", "2024-09-18", "2024-09-XX", "202X", "20XX", "2024-22", "2024-24", "2024-34", "2024~", "2024-09-18?",
	"2024/..", "../2024", "2014/2024-09", "2024-09-01/2024-09-18", "../..", "2024/", "[2023,2024]", "[2024-09-17..2024-09-18]", "[2020,2024-09]", "0000", "9999-12-31",
}

// What a date is compared by is packed when it is parsed; it says what the expression says.
func TestPackedSaysWhatTheExpressionSays(t *testing.T) {
	for _, a := range samples {
		d := MustParse(a)
		rs := d.expr().ranges()
		want := days{lo: rs[0].lo, hi: rs[len(rs)-1].hi, hasLo: rs[0].hasLo, hasHi: rs[len(rs)-1].hasHi}
		var got days
		if got.lo, got.hi, got.hasLo, got.hasHi = d.Bounds(); got != want {
			t.Errorf("%s: bounds %v, want %v", a, got, want)
		}
		for _, b := range samples {
			e, all := MustParse(b), true
			for _, r := range rs {
				all = all && covered(r, e.expr().ranges())
			}
			if d.Within(e) != all {
				t.Errorf("%s within %s: %v, want %v", a, b, d.Within(e), all)
			}
		}
	}
}

// TestPlainDates holds the short way to the long one: for every pair of samples, with the ends of an interval in both orders.
func TestPlainDates(t *testing.T) {
	plain := 0
	for _, a := range append(samples, "2023-02-29", "2024-02-29", "2024-13", "0000-01-01", "2024-9", "20240918", "-024", "2024/09/18") {
		for _, b := range append(samples, "") {
			s := strings.TrimSuffix(a+"/"+b, "/")
			d, ok := plainDate(s)
			if !ok {
				continue
			}
			plain++
			if e, err := parse(s); err != nil || e.date(s) != d {
				t.Errorf("%s: %+v, want %+v, %v", s, d, e.date(s), err)
			}
		}
	}
	if plain < 20 {
		t.Errorf("%d plain dates", plain)
	}
}

func BenchmarkCompare(b *testing.B) {
	x, y := MustParse("2024-09-18"), MustParse("2024-09")
	b.ReportAllocs()
	for b.Loop() {
		Compare(x, y)
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("2024-09-18"); err != nil {
			b.Fatal(err)
		}
	}
}
