package casebook

import (
	"testing"

	"jikenbo/internal/edtf"
)

// place returns the paths of acts with these dates, after n further acts of 2019.
func place(n int, dates ...string) []string {
	l := &linker{book: &Casebook{}}
	for _, d := range dates {
		l.book.Acts = append(l.book.Acts, &Act{Date: edtf.MustParse(d)})
	}
	for range n {
		l.book.Acts = append(l.book.Acts, &Act{Date: edtf.MustParse("2019-03")})
	}
	l.book.Acts = append(l.book.Acts, &Act{ID: "undated"})
	l.placeActs()
	var out []string
	for _, a := range l.book.Acts {
		out = append(out, a.Path)
	}
	return append(out[:len(dates)], out[len(out)-1])
}

func TestEveryActHasItsPage(t *testing.T) {
	dates := []string{"2019", "2019-11-02", "2021-07-19"}
	for _, c := range []struct {
		more int
		want []string
	}{
		{0, []string{"timeline.html", "timeline.html", "timeline.html", "timeline.html"}},
		{30, []string{"timeline/2019.html", "timeline/2019.html", "timeline/2021.html", "timeline/undated.html"}},
		{60, []string{"timeline/2019.html", "timeline/2019-11.html", "timeline/2021.html", "timeline/undated.html"}},
	} {
		got := place(c.more, dates...)
		for i := range c.want {
			if got[i] != c.want[i] {
				t.Errorf("%d more acts: %s, want %s", c.more, got[i], c.want[i])
			}
		}
	}
}
