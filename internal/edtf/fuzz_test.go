package edtf_test

import (
	"regexp"
	"testing"

	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
)

// code is what only a machine would write: X digits, open ends, brackets, zero-padded months.
var code = regexp.MustCompile(`X|\.\.|[\[\]/~?%]|\d-\d`)

// FuzzParse holds what is true of every date that is accepted.
func FuzzParse(f *testing.F) {
	for _, c := range valid {
		f.Add(c.in, "2024-02")
	}
	for _, c := range invalid {
		f.Add(c.in, "2024/..")
	}
	f.Fuzz(func(t *testing.T, s, other string) {
		a, err := edtf.Parse(s)
		if err != nil {
			if a != (edtf.Date{}) {
				t.Fatalf("%q is refused, and yet %v", s, a)
			}
			return
		}
		if again, err := edtf.Parse(a.String()); err != nil || again != a {
			t.Fatalf("%q reads back as %v, %v", s, again, err)
		}
		first, last, hasFirst, hasLast := a.Bounds()
		if hasFirst && hasLast && first.Compare(last) > 0 {
			t.Fatalf("%q ends on %v before %v", s, last, first)
		}
		for _, l := range i18n.Langs {
			if text := a.In(l); text == "" || code.MatchString(text) {
				t.Fatalf("%q reads %q", s, text)
			}
		}
		if (hasFirst || hasLast) && !(a.Within(a) && a.Overlaps(a)) {
			t.Fatalf("%q is not within itself", s)
		}
		compareBoth(t, a, other)
	})
}

// compareBoth checks that Compare orders two dates, and equals only the same.
func compareBoth(t *testing.T, a edtf.Date, other string) {
	b, err := edtf.Parse(other)
	if err != nil {
		return
	}
	if edtf.Compare(a, b) != -edtf.Compare(b, a) || (edtf.Compare(a, b) == 0) != (a == b) {
		t.Fatalf("%q and %q: %d and %d", a, b, edtf.Compare(a, b), edtf.Compare(b, a))
	}
	if a.Within(b) && !a.Overlaps(b) {
		t.Fatalf("%q is within %q without overlapping it", a, b)
	}
}

// TestCompareIsTransitive tries every three of the valid dates.
func TestCompareIsTransitive(t *testing.T) {
	ds := []edtf.Date{{}}
	for _, c := range valid {
		ds = append(ds, edtf.MustParse(c.in))
	}
	for _, a := range ds {
		for _, b := range ds {
			for _, c := range ds {
				if edtf.Compare(a, b) <= 0 && edtf.Compare(b, c) <= 0 && edtf.Compare(a, c) > 0 {
					t.Fatalf("%q ≤ %q ≤ %q, and %q > %q", a, b, c, a, c)
				}
			}
		}
	}
}
