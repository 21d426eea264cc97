package analysis

import (
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// reading returns the readings of the tokens that fill a span, "" if one has none or crosses its ends.
func reading(tokens []morph.Token, span source.Span) string {
	out, at := "", span.Start
	for _, t := range tokens {
		if !span.Contains(t.Span) {
			continue
		}
		if t.Span.Start != at || t.Reading == "" {
			return ""
		}
		out, at = out+t.Reading, t.Span.End
	}
	if at != span.End {
		return ""
	}
	return out
}
