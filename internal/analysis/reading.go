package analysis

import (
	"sort"
	"strings"

	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// reading returns the readings of the tokens that fill a span, "" if one has none or crosses its ends.
func reading(tokens []morph.Token, span source.Span) string {
	first := sort.Search(len(tokens), func(i int) bool { return tokens[i].Span.Start >= span.Start })
	last, at := first, span.Start
	for ; last < len(tokens) && tokens[last].Span.End <= span.End; last++ {
		if t := &tokens[last]; t.Span.Start != at || t.Reading() == "" {
			return ""
		}
		at = tokens[last].Span.End
	}
	switch {
	case at != span.End:
		return ""
	case last == first+1:
		return tokens[first].Reading()
	}
	var b strings.Builder
	for i := first; i < last; i++ {
		b.WriteString(tokens[i].Reading())
	}
	return b.String()
}
