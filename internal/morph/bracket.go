package morph

import "jikenbo/internal/source"

// brackets returns the outermost bracketed stretches of a text that are not too long,
// in order, from the opening bracket to before the closing one. Pairs do not cross line ends.
func brackets(text string) []source.Span {
	var open []bracket
	var found []source.Span
	for pos, r := range text {
		if lineEnd(r) {
			open = open[:0]
			continue
		}
		if closer := partner(r); closer != 0 {
			open = append(open, bracket{closer, pos})
			continue
		}
		for i := len(open) - 1; i >= 0; i-- {
			if open[i].closer != r {
				continue
			}
			if span := (source.Span{Start: open[i].pos, End: pos}); span.Len() <= longQuotation {
				found = outermost(found, span)
			}
			open = open[:i] // the ones inside that have no partner are not brackets
			break
		}
	}
	return found
}

type bracket struct {
	closer rune
	pos    int
}

// outermost adds a span and drops those that lie in it. Spans come in the order of their ends.
func outermost(spans []source.Span, s source.Span) []source.Span {
	for len(spans) > 0 && s.Contains(spans[len(spans)-1]) {
		spans = spans[:len(spans)-1]
	}
	return append(spans, s)
}

// partner returns the bracket that closes r, 0 where r opens none.
func partner(r rune) rune {
	switch r {
	case '「':
		return '」'
	case '『':
		return '』'
	case '（':
		return '）'
	case '(':
		return ')'
	case '［':
		return '］'
	case '[':
		return ']'
	case '【':
		return '】'
	case '〔':
		return '〕'
	case '〈':
		return '〉'
	case '《':
		return '》'
	}
	return 0
}
