package render

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"jikenbo/internal/casebook"
)

// TestListsSayHowActsCame holds that a list with acts that the machine found says once what the word beside them means, that of reviewed
// ones likewise, and that a list of acts that editors wrote says neither.
func TestListsSayHowActsCame(t *testing.T) {
	const found, reviewed = "Found in the text by machine and not yet", "Found in the text, and checked by an editor"
	for _, c := range []struct {
		name      string
		set       func(i int, a *casebook.Act)
		says, not []string
	}{
		{"found", func(_ int, a *casebook.Act) { a.Edited, a.Reviewed = false, false }, []string{found}, []string{reviewed}},
		{"reviewed", func(_ int, a *casebook.Act) { a.Edited, a.Reviewed = false, true }, []string{reviewed}, []string{found}},
		{"mixed", func(i int, a *casebook.Act) { a.Edited, a.Reviewed = false, i > 0 }, []string{found, reviewed}, nil},
		{"edited", func(_ int, a *casebook.Act) { a.Edited, a.Reviewed = true, false }, nil, []string{found, reviewed}},
	} {
		book := testBook(t)
		at := slices.IndexFunc(book.Entities, func(e *casebook.Entity) bool { return len(e.Acts) > 1 })
		if at < 0 {
			t.Fatal("no entity has two acts")
		}
		for i, a := range book.Entities[at].Acts {
			c.set(i, a)
		}
		p := renderBook(t, renderer(), book)["en/"+book.Entities[at].Path]
		var said string
		for _, n := range p.all(class("sec-note")) {
			said += text(n) + "\n"
		}
		for _, want := range c.says {
			if strings.Count(said, want) != 1 {
				t.Errorf("%s: %q is said %d times, want once", c.name, want, strings.Count(said, want))
			}
		}
		for _, not := range c.not {
			if strings.Contains(said, not) {
				t.Errorf("%s: the list says %q", c.name, not)
			}
		}
		if titled := p.all(class("found"), func(n *html.Node) bool { return attr(n, "title") != "" }); len(titled) > 0 {
			t.Errorf("%s: what a finger cannot point at says what %q means", c.name, text(titled[0]))
		}
	}
}

// TestShapesWithoutFigures holds that the discs that make marks easy to hit stand where marks are links.
func TestShapesWithoutFigures(t *testing.T) {
	use := `<use href="#m-square"/>`
	if got := sprite([]byte(use)); strings.Contains(got, "<circle") || !strings.Contains(got, "<path id=m-square ") {
		t.Errorf("a page without a figure has %q", got)
	}
	for _, svg := range []string{"<svg class=plot width=1>", `<svg class="plot grid">`} {
		if got := sprite([]byte(svg + use)); !strings.Contains(got, "<g id=m-square><circle ") {
			t.Errorf("a page with a figure has %q", got)
		}
	}
}
