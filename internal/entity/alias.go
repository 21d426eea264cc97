package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// introductions stand before another name of what has just been named.
var introductions = []string{"別名", "通称", "別称", "またの名", "自称", "異名", "通名", "aka ", "a.k.a. ", "以前は", "当社呼称", "弊社呼称", "同社呼称", "追跡名", "旧称", "旧名", "旧名称"}

// aliases finds the names that a text gives to attackers or malware beside the ones already
// found: X（Y）, X、別名Y. They are of the kind of the name that they stand with; with
// none beside them, of the kind that their sentence speaks of. Nothing is linked by them.
func (p *passage) aliases(found []neighbour) {
	for _, n := range found {
		if n.kind != content.Actor && n.kind != content.Malware {
			continue
		}
		for _, s := range p.inBrackets(n.End) {
			p.sight(s, n.kind, 0.65, "alias")
		}
		if s, ok := p.outside(n.Span); ok {
			p.sight(s, n.kind, 0.65, "alias")
			for _, other := range p.inBrackets(s.End) {
				p.sight(other, n.kind, 0.65, "alias")
			}
		}
	}
	for _, at := range p.spots[introductionWords] {
		p.renamed(at.Span, found)
	}
}

// inBrackets returns the names that fill the bracket that opens at i.
func (p *passage) inBrackets(i int) []source.Span {
	switch q := firstRune(p.text[i:]); q {
	case '」', '』', '"', '”':
		i += utf8.RuneLen(q)
	}
	i = p.afterSpace(i)
	open := firstRune(p.text[i:])
	if open != '(' && open != '（' && open != '[' && open != '［' {
		return nil
	}
	i += utf8.RuneLen(open)
	n := strings.IndexAny(p.text[i:min(len(p.text), i+maxQuotation)], ")）]］")
	if n <= 0 {
		return nil
	}
	return p.listed(source.Span{Start: i, End: i + n})
}

// namesPartedBy part the names of a list in a bracket.
var namesPartedBy = []string{"、", ",", "，", "；", ";", "」「", "」 「", "\" \"", "” “", " / ", "／", "/", "および", "及び", "または", "や"}

// listed returns the names of a list, none where a part of it is no name.
func (p *passage) listed(s source.Span) []source.Span {
	var out []source.Span
	for start := s.Start; start < s.End; {
		end, next := s.End, s.End
		for _, comma := range namesPartedBy {
			if i := strings.Index(p.text[start:end], comma); i >= 0 {
				end, next = start+i, start+i+len(comma)
			}
		}
		part := p.trimmed(source.Span{Start: start, End: end})
		if !nameLike(p.surface(part)) || version(p.surface(part)) || commonKatakana(p, part) || company(p.surface(part)) || p.endsGenericName(part) {
			return nil
		}
		out = append(out, part)
		start = next
	}
	return out
}

// version reports whether a word is the version of what stands before it: v3.1.14.
func version(s string) bool {
	digits := strings.TrimLeft(s, "vV")
	return digits != "" && digits[0] >= '0' && digits[0] <= '9' && strings.Contains(digits, ".")
}

// endsGenericName refuses what explains a name and is none: 開発者名, ロシア系.
func (p *passage) endsGenericName(s source.Span) bool {
	return script(lastRune(p.surface(s))) == kanji || strings.HasSuffix(p.surface(s), "グループ")
}

// labels stand before a name in a list of names.
var labels = slices.Concat([]string{" "}, introductions, []string{"旧", "現", "英名", "英語名", "：", ":"})

// trimmed cuts introductions, quotation marks and spaces from both ends.
func (p *passage) trimmed(s source.Span) source.Span {
	for _, w := range labels {
		if rest, ok := strings.CutPrefix(p.surface(s), w); ok {
			s.Start = s.End - len(strings.TrimPrefix(strings.TrimPrefix(rest, "を"), "は"))
		}
	}
	for s.Start < s.End && strings.ContainsRune("「『\"“：: ", firstRune(p.text[s.Start:])) {
		s.Start += runeLen(p.text[s.Start:])
	}
	for _, w := range []string{"とも呼称", "とも呼ばれる", "とも", "など", "ほか", "等"} {
		s.End -= len(p.surface(s)) - len(strings.TrimSuffix(p.surface(s), w))
	}
	for s.Start < s.End && strings.ContainsRune("」』\"” ", lastRune(p.surface(s))) {
		s.End -= utf8.RuneLen(lastRune(p.surface(s)))
	}
	return s
}

// outside returns the name before the bracket that a name fills: ダブルドラゴン（APT41）.
func (p *passage) outside(s source.Span) (source.Span, bool) {
	next := p.after(s)
	if next != ')' && next != '）' && next != '、' {
		return s, false
	}
	open := lastRune(p.text[:s.Start])
	if open != '(' && open != '（' {
		return s, false
	}
	end := s.Start - utf8.RuneLen(open)
	if p.opening(end) >= 0 {
		if names := p.quotesBefore(end); len(names) == 1 {
			return names[0], true
		}
		return s, false
	}
	n := source.Span{Start: p.katakanaStart(end), End: end}
	if m, ok := latinBefore(p.text, end); ok {
		n.Start = m.Start
	}
	ok := n.Start < n.End && utf8.RuneCountInString(p.surface(n)) >= 3 && nameLike(p.surface(n)) && p.alone(n) && !commonKatakana(p, n) && !company(p.surface(n))
	return n, ok
}

// introduced returns the names that stand at i, quoted or bare.
func (p *passage) introduced(i int) []source.Span {
	for _, link := range []string{"は", "：", ":", "・", " ", "、", "として", "を"} {
		if rest, ok := strings.CutPrefix(p.text[i:], link); ok {
			i = len(p.text) - len(rest)
			break
		}
	}
	if _, end := p.quotation(i); end > 0 {
		return p.quotes(i)
	}
	return p.bareAfter(i, false, false)
}

// kindBeside returns the kind of the last attacker or malware named before i in its sentence, or else what the sentence speaks of.
func (p *passage) kindBeside(i int, found []neighbour) content.Kind {
	around := p.sentence(source.Span{Start: i, End: i})
	kind := content.Kind("")
	for _, n := range found {
		if (n.kind == content.Actor || n.kind == content.Malware) && around.Contains(n.Span) && n.End <= i {
			kind = n.kind
		}
	}
	if kind != "" {
		return kind
	}
	return p.kindBy(around)
}
