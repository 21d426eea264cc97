package source

import "testing"

func TestPosition(t *testing.T) {
	f := NewFile("a/b.md", "日本\r\nab\n\n末")
	tests := []struct {
		offset int
		want   string
	}{
		{-5, "a/b.md:1:1"},
		{0, "a/b.md:1:1"},
		{3, "a/b.md:1:2"},
		{8, "a/b.md:2:1"},
		{10, "a/b.md:2:3"},
		{11, "a/b.md:3:1"},
		{12, "a/b.md:4:1"},
		{15, "a/b.md:4:2"},
		{99, "a/b.md:4:2"},
	}
	for _, tt := range tests {
		if got := f.Position(tt.offset).String(); got != tt.want {
			t.Errorf("offset %d: got %s, want %s", tt.offset, got, tt.want)
		}
	}
}

// TestPositionHidesNothing holds that a file's name is written so that it is seen, whatever is in it.
func TestPositionHidesNothing(t *testing.T) {
	for path, want := range map[string]string{
		"content/actors/鷺.toml":            "content/actors/鷺.toml:2:3",
		"content/actors/a\nb.toml":         `content/actors/a\nb.toml:2:3`,
		"content/actors/\x1b[31ma.toml":    `content/actors/\x1b[31ma.toml:2:3`,
		"content/actors/a\u202elmot.toml":  `content/actors/a\u202elmot.toml:2:3`,
		"content/actors/with a space.toml": "content/actors/with a space.toml:2:3",
	} {
		if got := (Position{path, 2, 3}).String(); got != want {
			t.Errorf("%q: got %s, want %s", path, got, want)
		}
	}
}

func TestLine(t *testing.T) {
	f := NewFile("x", "日本\r\nab\n\n末")
	for n, want := range map[int]string{-1: "", 0: "", 1: "日本", 2: "ab", 3: "", 4: "末", 5: ""} {
		if got := f.Line(n); got != want {
			t.Errorf("line %d: got %q, want %q", n, got, want)
		}
	}
	if got := f.LineSpan(2); got != (Span{8, 10}) {
		t.Errorf("span of line 2: %v", got)
	}
	if got := NewFile("x", "").Line(1); got != "" {
		t.Errorf("line of an empty file: %q", got)
	}
}

func TestPositionString(t *testing.T) {
	tests := map[string]Position{"": {}, "a": {Path: "a"}, "a:2": {Path: "a", Line: 2}, "a:2:3": {Path: "a", Line: 2, Col: 3}}
	for want, p := range tests {
		if got := p.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestSpan(t *testing.T) {
	a, b, c := Span{0, 3}, Span{3, 5}, Span{2, 4}
	if a.Overlaps(b) || !a.Overlaps(c) || !c.Overlaps(b) {
		t.Error("half-open spans that touch do not overlap, those that share a byte do")
	}
	if !(Span{0, 5}).Contains(b) || c.Contains(a) || c.Len() != 2 {
		t.Error("wrong containment or length")
	}
}
