package analysis

import (
	"testing"

	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

func TestReading(t *testing.T) {
	tokens := []morph.Token{
		{Span: source.Span{Start: 0, End: 6}, Reading: "カクウ"},
		{Span: source.Span{Start: 6, End: 9}, Reading: "ショウ"},
		{Span: source.Span{Start: 9, End: 12}},
	}
	for span, want := range map[source.Span]string{
		{Start: 0, End: 6}:  "カクウ",
		{Start: 0, End: 9}:  "カクウショウ",
		{Start: 0, End: 12}: "", // the last is unknown
		{Start: 0, End: 8}:  "", // cuts a token
		{Start: 3, End: 9}:  "",
	} {
		if got := reading(tokens, span); got != want {
			t.Errorf("reading of %v = %q, want %q", span, got, want)
		}
	}
}
