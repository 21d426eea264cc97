package analysis

import (
	"sort"

	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// reading returns the readings of the tokens that fill a span, "" if one has none or crosses its ends.
func reading(tokens []morph.Token, span source.Span) string {
	first := sort.Search(len(tokens), func(i int) bool { return tokens[i].Span.Start >= span.Start })
	var room [96]byte
	out, at := room[:0], span.Start
	for i := first; i < len(tokens) && tokens[i].Span.End <= span.End; i++ {
		t, before := &tokens[i], len(out)
		if out = t.AppendReading(out); t.Span.Start != at || len(out) == before {
			return ""
		}
		at = t.Span.End
	}
	if at != span.End {
		return ""
	}
	return string(out)
}
