package morph

import (
	"unicode/utf8"

	"jikenbo/internal/source"
)

// brackets returns the outermost bracketed stretches of a text that are not too long,
// in order, from the opening bracket to before the closing one. Pairs do not cross line ends. All brackets and line ends are among
// the marks. They may take the room of others.
func brackets(text string, marks []int32, found []source.Span) []source.Span {
	var room [16]bracket
	open := room[:0]
	var waiting [bracketKinds]int // how many brackets of a kind are open
	for _, mark := range marks {
		pos := int(mark)
		r, _ := utf8.DecodeRuneInString(text[pos:])
		kind, opens := bracketOf(r)
		switch {
		case lineEnd(r):
			open, waiting = open[:0], [bracketKinds]int{}
		case opens:
			open = append(open, bracket{kind, pos})
			waiting[kind]++
		case waiting[kind] > 0:
			for last := (bracket{}); last.kind != kind; { // the ones inside that have no partner are not brackets
				last, open = open[len(open)-1], open[:len(open)-1]
				waiting[last.kind]--
				if span := (source.Span{Start: last.pos, End: pos}); last.kind == kind && span.Len() <= longQuotation {
					found = outermost(found, span)
				}
			}
		}
	}
	return found
}

// A bracket is one that is open, with its place.
type bracket struct{ kind, pos int }

// outermost adds a span and drops those that lie in it. Spans come in the order of their ends.
func outermost(spans []source.Span, s source.Span) []source.Span {
	for len(spans) > 0 && s.Contains(spans[len(spans)-1]) {
		spans = spans[:len(spans)-1]
	}
	return append(spans, s)
}

// bracketKinds is how many kinds of brackets there are, and one more for what is none.
const bracketKinds = 11

// bracketOf returns which kind of bracket a character is, 0 where it is none, and whether it opens one.
func bracketOf(r rune) (kind int, opens bool) {
	switch r {
	case '「', '」':
		return 1, r == '「'
	case '『', '』':
		return 2, r == '『'
	case '（', '）':
		return 3, r == '（'
	case '(', ')':
		return 4, r == '('
	case '［', '］':
		return 5, r == '［'
	case '[', ']':
		return 6, r == '['
	case '【', '】':
		return 7, r == '【'
	case '〔', '〕':
		return 8, r == '〔'
	case '〈', '〉':
		return 9, r == '〈'
	case '《', '》':
		return 10, r == '《'
	}
	return 0, false
}
