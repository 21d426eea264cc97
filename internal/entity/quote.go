package entity

import (
	"strings"
	"unicode/utf8"

	"jikenbo/internal/source"
)

// marks are the pairs of quotation marks that names stand in.
var marks = []struct{ open, close string }{
	{"「", "」"}, {"『", "』"}, {"“", "”"}, {"‘", "’"}, {"\"", "\""}, {"`", "'"}, {"'", "'"}, {"〝", "〟"}, {"【", "】"},
}

// quotes returns the names in the quotations that stand at i, one after another.
func (p *passage) quotes(i int) []source.Span {
	var out []source.Span
	for {
		inner, end := p.quotation(i)
		if end == 0 {
			return out
		}
		out = append(out, p.namesIn(inner)...)
		i = end
		for _, link := range []string{"、", "や", "と", "及び", "および", "・", ",", " ", "または"} {
			if rest, ok := strings.CutPrefix(p.text[i:], link); ok {
				i = len(p.text) - len(rest)
				break
			}
		}
	}
}

// quotation returns what the quotation at i holds and where it ends, 0 if none stands there.
func (p *passage) quotation(i int) (source.Span, int) {
	for _, m := range marks {
		if !strings.HasPrefix(p.text[i:], m.open) {
			continue
		}
		inner := i + len(m.open)
		n := strings.Index(p.text[inner:min(len(p.text), inner+maxQuotation)], m.close)
		if n < 0 {
			return source.Span{}, 0
		}
		return source.Span{Start: inner, End: inner + n}, inner + n + len(m.close)
	}
	return source.Span{}, 0
}

// maxQuotation is how many bytes a quotation may have that is looked into for names.
const maxQuotation = 120

// quotesBefore returns the names in the quotations that end at i.
func (p *passage) quotesBefore(i int) []source.Span {
	start := i
	for {
		open := p.opening(start)
		if open < 0 {
			break
		}
		start = open
		for _, link := range []string{"、", "や", "と", "および", "及び", "または"} {
			if before, ok := strings.CutSuffix(p.text[:start], link); ok && p.opening(len(before)) >= 0 {
				start = len(before)
				break
			}
		}
	}
	if start == i {
		return nil
	}
	return p.quotes(start)
}

// opening returns where the quotation opens that ends at i, -1 if none does.
func (p *passage) opening(i int) int {
	if i > 1 && p.text[i-1] == ' ' && (p.text[i-2] == '"' || endsAny(p.text[:i-1], "”", "」", "』")) {
		i-- // left by translation: "Blue Fox" として
	}
	for _, m := range marks {
		before, ok := strings.CutSuffix(p.text[:i], m.close)
		if !ok {
			continue
		}
		from := max(0, len(before)-maxQuotation)
		if n := strings.LastIndex(before[from:], m.open); n >= 0 {
			return from + n
		}
	}
	return -1
}

// namesIn returns the names that a quotation holds: one, or one with another in brackets.
func (p *passage) namesIn(s source.Span) []source.Span {
	for s.Start < s.End && p.text[s.Start] == ' ' {
		s.Start++
	}
	for s.Start < s.End && p.text[s.End-1] == ' ' {
		s.End--
	}
	text := p.surface(s)
	for _, open := range []string{"(", "（"} {
		i := strings.Index(text, open)
		if i <= 0 {
			continue
		}
		inner := s.Start + i + len(open)
		last := lastRune(text)
		if last != ')' && last != '）' {
			break
		}
		var out []source.Span
		for _, part := range []source.Span{{Start: s.Start, End: s.Start + i}, {Start: inner, End: s.End - utf8.RuneLen(last)}} {
			if nameLike(p.surface(part)) {
				out = append(out, part)
			}
		}
		return out
	}
	if nameLike(text) {
		return []source.Span{s}
	}
	return nil
}
