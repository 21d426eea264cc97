package source

import "testing"

func TestProblems(t *testing.T) {
	var ps Problems
	at := func(path string, line int) Position { return Position{Path: path, Line: line, Col: 1} }
	ps.Add(Stray, at("b", 1), "", "second %q", "x")
	ps.Add(Stray, at("a", 10), "", "later")
	ps.Add(Stray, at("a", 2), "do this", "first")
	ps.Warn(Stray, at("a", 2), "", "a warning")
	ps.Add(Stray, at("a", 2), "do this", "first")
	ps.Add(Stray, Position{}, "", "of the whole")
	want := "of the whole [content.stray]\na:2:1: warning: a warning [content.stray]\na:2:1: first [content.stray]\n\thint: do this\na:10:1: later [content.stray]\nb:1:1: second \"x\" [content.stray]\n"
	if got := ps.String(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if ps[0].Msg != `second "x"` {
		t.Error("sorting changed the problems themselves")
	}
	if got := ps.Errors(); got != 5 {
		t.Errorf("%d errors, want 5", got)
	}
}

func TestNearest(t *testing.T) {
	known := []string{"published", "publisher", "title", "title_in", "url"}
	for word, want := range map[string]string{
		"pubilshed": "published", // neighbours swapped
		"Title":     "title",
		"titel":     "title",
		"ulr":       "url",
		"publishr":  "publisher",
		"xyzzy":     "",
		"":          "",
		"題名":        "",
	} {
		if got := Nearest(word, known); got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
	if got := Nearest("a", nil); got != "" {
		t.Errorf("nothing is known, and yet %q", got)
	}
}
