package morph

import (
	"unicode/utf8"

	"jikenbo/internal/source"
)

// brackets returns the outermost bracketed stretches of a text that are not too long,
// in order, from the opening bracket to before the closing one. Pairs do not cross line ends. They may take the room of others.
func brackets(text string, found []source.Span) []source.Span {
	var room [16]bracket
	open := room[:0]
	waiting := map[rune]int{} // how many brackets are open that a character closes
	for pos := bracketRunes.Next(text, 0); pos < len(text); pos = bracketRunes.Next(text, pos+1) {
		r, _ := utf8.DecodeRuneInString(text[pos:])
		if lineEnd(r) {
			open = open[:0]
			clear(waiting)
			continue
		}
		if closer := partner(r); closer != 0 {
			open = append(open, bracket{closer, pos})
			waiting[closer]++
			continue
		}
		if len(open) == 0 || waiting[r] == 0 {
			continue
		}
		for last := (bracket{}); last.closer != r; { // the ones inside that have no partner are not brackets
			last, open = open[len(open)-1], open[:len(open)-1]
			waiting[last.closer]--
			if span := (source.Span{Start: last.pos, End: pos}); last.closer == r && span.Len() <= longQuotation {
				found = outermost(found, span)
			}
		}
	}
	return found
}

// bracketRunes are the brackets and the line ends.
var bracketRunes = NewRuneSet("「」『』（）()［］[]【】〔〕〈〉《》\n\r\v\f\u0085\u2028\u2029")

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
