package analysis

import (
	"testing"

	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

func TestReading(t *testing.T) {
	token := func(start, end int, reading string) morph.Token {
		return morph.NewToken(source.Span{Start: start, End: end}, "", "", reading, morph.Noun)
	}
	tokens := []morph.Token{token(0, 6, "カクウ"), token(6, 9, "ショウ"), token(9, 12, "")}
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
