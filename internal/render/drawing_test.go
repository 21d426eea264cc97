package render

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
)

func TestInLines(t *testing.T) {
	for name, want := range map[string][]string{
		"Blue Fox": {"Blue Fox"},
		"US District Court for the Eastern District of Pennsylvania": {"US District Court for", "the Eastern District of…"},
		"Raptor Trainボットネットの運用についての記録":                               {"Raptor Trainボットネット", "の運用についての記録"},
		"アアアアアアアアアアアアアアー記録":                                          {"アアアアアアアアアアアアア", "アー記録"},
	} {
		if got := inLines(name); !slices.Equal(got, want) {
			t.Errorf("%q in lines %q, want %q", name, got, want)
		}
	}
	for _, l := range inLines(strings.Repeat("長", 99)) {
		if len([]rune(l)) > boxLine/kanjiWidth+1 {
			t.Errorf("%q is too long", l)
		}
	}
}

// TestDrawingHasFewBoxes holds that a figure has at most nine boxes, that they do not
// touch, and that it says how many it leaves out.
func TestDrawingHasFewBoxes(t *testing.T) {
	e := entityOf(content.Actor, "fox", "")
	for i := range 20 {
		other := entityOf(content.Organization, "o"+string(rune('a'+i)), "")
		e.Relations = append(e.Relations, casebook.Relation{Property: "target", Other: other, Inverse: i%3 == 0}, casebook.Relation{Property: "related", Other: other})
	}
	e.Relations = append(e.Relations, casebook.Relation{Property: "uses", Other: &casebook.Entity{Entity: &content.Entity{ID: "pageless"}}})
	d := chartScope(t).drawing(e)
	if len(d.Others) != 8 || d.More != 12 {
		t.Fatalf("%d boxes, %d left out", len(d.Others), d.More)
	}
	for i, b := range d.Others {
		if b.Y < 0 || b.Y+boxHeight > d.Height || b.X < 0 || b.X+boxWidth > d.Width {
			t.Errorf("box %d leaves the figure", i)
		}
		for _, o := range d.Others[:i] {
			if b.X == o.X && b.Y < o.Y+boxHeight && o.Y < b.Y+boxHeight {
				t.Errorf("boxes at %d and %d touch", o.Y, b.Y)
			}
		}
	}
	e.Relations = e.Relations[:2] // both of one entity
	if chartScope(t).drawing(e) != nil {
		t.Errorf("a figure of one relation")
	}
}

// TestAttributions looks at who says that who is behind what.
func TestAttributions(t *testing.T) {
	p := plain()["en/actors/blue-fox.html"]
	var rows []string
	for _, n := range p.all(tag("tr"), func(n *html.Node) bool {
		return len(p.all(attribute("aria-labelledby", "h-attr"))) == 1 && within(n, "h-attr")
	}) {
		rows = append(rows, text(n))
	}
	if len(rows) != 3 || !strings.Contains(rows[1]+rows[2], "Nowhere") || !strings.Contains(rows[1]+rows[2], "alleged") || !strings.Contains(rows[1]+rows[2], "stated outright") {
		t.Errorf("rows %q", rows)
	}
	if got := text(plain()["en/places/zz.html"].one(t, attribute("aria-labelledby", "h-attr"))); !strings.Contains(got, "Blue Fox") {
		t.Errorf("the other end says %q", got)
	}
}

// within reports whether a node stands in the section that a heading names.
func within(n *html.Node, heading string) bool {
	for ; n != nil; n = n.Parent {
		if attr(n, "aria-labelledby") == heading {
			return true
		}
	}
	return false
}
