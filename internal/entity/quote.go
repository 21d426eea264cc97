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

// quotedRow returns the names in the quotations that stand at i behind a word for a group, of whatever words those are where
// two at least stand one after another: ハッカー集団|「赤狐」「青狼」.
func (p *passage) quotedRow(i int) []source.Span {
	var out []source.Span
	named := p.quotes(i)
	rows := 0
	for {
		inner, end := p.quotation(i)
		if end == 0 || !strings.HasPrefix(p.text[i:], "「") {
			break
		}
		names := p.namesIn(inner)
		if names == nil {
			names = p.phrase(inner)
		}
		if names == nil {
			break
		}
		out, rows, i = append(out, names...), rows+1, end
		for _, link := range []string{"、", "や", "と", "及び", "および", "・"} {
			if rest, ok := strings.CutPrefix(p.text[i:], link+"「"); ok {
				i = len(p.text) - len(rest) - len("「")
				break
			}
		}
	}
	if rows < 2 || len(out) < len(named) {
		return named
	}
	return out
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
			if nameLike(p.surface(part)) || len(out) > 0 && p.kanjiAlias(part) {
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

// kanjiAlias reports whether what stands in brackets behind a name is how that is written in kanji, and says nothing of it: Kurohane（黒羽）.
func (p *passage) kanjiAlias(s source.Span) bool {
	if n := p.count(s); n < 2 || n > 4 || p.run(s.Start, kanji) != s.End || p.stateAt(s.Start) || endsAny(p.surface(s), "系", "型", "版", "社", "国", "語", "訳", "名", "称", "集団", "組織") {
		return false
	}
	i, ok := p.tokenAt(s.Start)
	return ok && !(p.words[i].Span == s && p.words[i].is(listed) && !p.words[i].is(proper))
}

// phrase returns the words in a quotation as the name of a group that the sentence says
// is called so: 「赤い翼」を名乗る集団. Of other things such words are no name.
func (p *passage) phrase(s source.Span) []source.Span {
	name := p.surface(s)
	if n := utf8.RuneCountInString(name); n < 2 || n > 12 || strings.ContainsAny(name, "、。!?！？\n") || endsAny(name, "る", "た", "す", "い", "て", "を", "に", "が", "は", "で", "型", "系", "的") && !(strings.Contains(name, "の") && endsAny(name, "飼い", "使い", "遣い", "拾い", "占い")) {
		return nil
	}
	if i, ok := p.tokenAt(s.Start); commonTable.In(name) || ok && p.words[i].Span == s && p.words[i].is(listed|verbal) {
		return nil // 「停止」
	}
	return []source.Span{s}
}

// phrasesBefore returns names in quotation marks, the first of which opens at i, with the words in those right before it:
// |「赤い嵐」|「青狼」と|「…」の3集団. None are added where there is none.
func (p *passage) phrasesBefore(names []source.Span, i int) []source.Span {
	if len(names) == 0 || !strings.HasPrefix(p.text[i:], "「") {
		return names
	}
	for range 8 {
		before := p.text[:i]
		for _, link := range []string{"、", "や", "と"} {
			if rest, ok := strings.CutSuffix(before, link); ok {
				before = rest
				break
			}
		}
		open := p.opening(len(before))
		if open < 0 || !strings.HasSuffix(before, "」") || !strings.HasPrefix(p.text[open:], "「") {
			break
		}
		inner := source.Span{Start: open + len("「"), End: len(before) - len("」")}
		more := p.namesIn(inner)
		if len(more) == 0 {
			more = p.phrase(inner)
		}
		if len(more) == 0 {
			break
		}
		names, i = append(names, more...), open
	}
	return names
}
