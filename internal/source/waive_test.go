package source

import (
	"strings"
	"testing"
)

func TestWaivers(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"whole", "[[waive]]\ncode = \"data.early\"\nreason = \"the first of its kind\"", ""},
		{"without a reason", "\n[[waive]]\ncode = \"data.early\"", "x:2:1: the waiver of \"data.early\" gives no reason [content.waiver]\n"},
		{"an empty reason", "[[waive]]\ncode = \"data.early\"\nreason = \" \"", "x:1:1: the waiver of \"data.early\" gives no reason [content.waiver]\n"},
		{"without a code", "[[waive]]\nreason = \"so\"", "x:1:1: a waiver names no code [content.waiver]\n"},
		{"of everything", "[[waive]]\ncode = \"*\"\nreason = \"so\"", "x:1:1: a waiver names no code [content.waiver]\n"},
		{"a number", "[[waive]]\ncode = 3\nreason = \"so\"", "x:2:8: \"code\" is a number, want a string [content.type]\n"},
		{"an unknown key", "[[waive]]\ncode = \"data.early\"\nreason = \"so\"\nwhy = \"so\"", "x:4:1: unknown key \"why\" [content.unknown-key]\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := NewFile("x", tt.in)
			var raw struct {
				Waive []Located[WaiverTOML] `toml:"waive"`
			}
			ps := DecodeTOML(f, f.All(), &raw)
			out := f.Waivers(raw.Waive, &ps)
			got := ""
			for _, p := range ps.Sorted() {
				p.Hint = ""
				got += p.String() + "\n"
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if (len(out) == 1) != (tt.want == "") {
				t.Errorf("%d waivers", len(out))
			}
		})
	}
}

func TestWaive(t *testing.T) {
	at := func(path string) Position { return Position{Path: path, Line: 1, Col: 1} }
	var ps Problems
	ps.Warn("data.early", at("a"), "", "the date 1979")
	ps.Warn("data.early", at("a"), "", "the date 1970")
	ps.Warn("data.early", at("b"), "", "the date 1979")
	ps.Warn("data.future", at("a"), "", "the date 2999")
	ps.Add("tree.link", at("a"), "", "no such file")
	ps.Add(Reference, at("a"), "", "unknown id")
	ps.Warn(Untranslated, at("a"), "", "missing")
	in := func(path string) func(string) bool { return func(p string) bool { return p == path } }
	waivers := []Waiver{
		{Code: "data.early", Text: "1979", Covers: in("a")},
		{Code: "data.early", Text: "1979", Covers: in("a")}, // once more
		{Code: "data.year", Covers: in("a")},                // nothing has it
		{Code: "tree.link", Covers: in("a")},
		{Code: Reference, Covers: in("a")}, // stops a build
		{Code: Untranslated, Covers: in("a")},
	}
	left, waived, unused := ps.Waive(waivers)
	var messages, codes []string
	for _, p := range left {
		messages = append(messages, p.Pos.Path+" "+p.Msg)
	}
	for _, w := range unused {
		codes = append(codes, string(w.Code))
	}
	if got, want := strings.Join(messages, ", "), "a the date 1970, b the date 1979, a the date 2999, a unknown id"; got != want {
		t.Errorf("left are %s, want %s", got, want)
	}
	if len(waived) != 3 || waived[0].Waiver.Text != "1979" {
		t.Errorf("waived are %v", waived)
	}
	if got, want := strings.Join(codes, ", "), "data.early, data.year, content.reference"; got != want {
		t.Errorf("unused are %s, want %s", got, want)
	}
}
