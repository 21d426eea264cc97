package render

import (
	"testing"

	"jikenbo/internal/casebook"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
)

func acts(dates ...string) []*casebook.Act {
	var out []*casebook.Act
	for _, d := range dates {
		out = append(out, &casebook.Act{ID: "a" + d[:4], Date: edtf.MustParse(d), Type: event.Takedown, Title: i18n.Both("x")})
	}
	return out
}

func chartScope(t *testing.T) scope {
	t.Helper()
	r := renderer()
	if err := r.prepare(); err != nil {
		t.Fatal(err)
	}
	return scope{r: r, book: newBook(&casebook.Casebook{}), room: r.room()}.at(i18n.EN, "en/actors/x.html")
}

func TestChart(t *testing.T) {
	s := chartScope(t)
	c := s.chartOf(acts("2020-01-01", "2020-07-02", "2021-12-31", "2020/..", "2021-03-01/2021-03-05"))
	if len(c.Ticks) != 2 || c.Ticks[1] != (Tick{"50.1%", "2021"}) {
		t.Errorf("ticks %v", c.Ticks)
	}
	if len(c.Marks) != 4 || len(c.Bars) != 1 {
		t.Fatalf("%d marks and %d bars; a short interval is a mark", len(c.Marks), len(c.Bars))
	}
	if m := c.Marks[0]; m.X != "0%" || m.From != "" || m.Before {
		t.Errorf("first mark %+v", m)
	}
	if m := c.Marks[3]; !m.Before {
		t.Errorf("the word of the last mark leaves the figure: %+v", m)
	}
	if c.Marks[0].Facets != "" || c.Bars[0].Facets != "" {
		t.Errorf("no filters stand beside a figure of one name, and its marks say %q, %q", c.Marks[0].Facets, c.Bars[0].Facets)
	}
	if b := c.Bars[0]; b.Width != "100%" || !b.OpenEnd || b.OpenStart {
		t.Errorf("bar %+v", b)
	}
}

func TestChartIsLeftOut(t *testing.T) {
	s := chartScope(t)
	if c := s.chartOf(acts("2020-01-01")); c.Height != 0 {
		t.Errorf("a figure of one act")
	}
	if c := s.chartOf([]*casebook.Act{{}, {}}); c.Height != 0 {
		t.Errorf("a figure of acts without dates")
	}
}

// TestChartMarksDoNotTouch puts many acts on one month: each needs a row of its own.
func TestChartMarksDoNotTouch(t *testing.T) {
	c := chartScope(t).chartOf(acts("2020-01-01", "2021-05-01", "2021-05-02", "2021-05-03", "2021-05", "2024-12-31"))
	taken := map[int]bool{}
	for _, m := range c.Marks[1:5] {
		if taken[m.Y] {
			t.Errorf("two marks in the row at %d", m.Y)
		}
		taken[m.Y] = true
		if m.Y+chartRow/2 > c.Height {
			t.Errorf("a mark at %d below the figure of %d", m.Y, c.Height)
		}
	}
}

func TestTicksOfManyYears(t *testing.T) {
	if n := len(axis{first: 1990, last: 2030}.ticks()); n > chartYears {
		t.Errorf("%d ticks", n)
	}
}
