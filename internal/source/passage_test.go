package source

import "testing"

// The file is "A*bc*&amp;d\ne|f": emphasis, an entity that cannot be cut, a hard break, a second cell.
var sampleRuns = []Run{
	{Text: "A", File: Span{0, 1}},
	{Text: "bc", File: Span{2, 4}, Emph: true},
	{Text: "&", File: Span{5, 10}},
	{Text: "d", File: Span{10, 11}},
	{Text: "e", File: Span{12, 13}, Break: true},
	{Text: "f", File: Span{14, 15}, Cell: 1},
}

func TestPassage(t *testing.T) {
	p := Passage{Runs: sampleRuns}
	if got, want := p.Text(), "Abc&d\ne\tf"; got != want {
		t.Fatalf("text %q, want %q", got, want)
	}
	tests := []struct {
		name     string
		in, want Span
	}{
		{"one run", Span{0, 1}, Span{0, 1}},
		{"part of a run", Span{2, 3}, Span{3, 4}},
		{"across styles", Span{0, 3}, Span{0, 4}},
		{"an entity is not cut", Span{3, 4}, Span{5, 10}},
		{"across an entity", Span{2, 5}, Span{3, 11}},
		{"across a break", Span{4, 7}, Span{10, 13}},
		{"across cells", Span{6, 9}, Span{12, 15}},
		{"all", Span{0, 9}, Span{0, 15}},
		{"nothing", Span{1, 1}, Span{}},
		{"a break alone", Span{5, 6}, Span{}},
		{"outside", Span{20, 25}, Span{}},
	}
	for _, tt := range tests {
		if got := p.Span(tt.in); got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}
