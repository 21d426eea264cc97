package entity

import (
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// Minutes and credits set who asks, answers or has written in brackets by the family name alone: （北陸日報・有馬）, （副長官・糸魚）, （問・相庭記者）.

// bracketed finds the family names in such brackets.
func (p *passage) bracketed() {
	for _, l := range [...]list{ownedWords, orgWords, titleWords} {
		for _, house := range p.spots[l] {
			if rest, ok := strings.CutPrefix(p.text[house.End:], "・"); ok {
				p.inBracketAfter(len(p.text) - len(rest))
			}
		}
	}
	for _, title := range p.spots[titleWords] {
		if p.surface(title.Span) != "記者" || !beginsAny(p.text[title.End:], "）", ")") {
			continue
		}
		s := source.Span{Start: p.runBefore(title.Start, kanji), End: title.Start}
		if n := p.count(s); n >= 2 && n <= 3 && strings.ContainsRune("・　 （(", p.before(s)) && p.opensBefore(s.Start) && p.gradeOf(s) >= unlikely {
			p.sight(p.titled(s), content.Person, 0.7, "questioner")
		}
	}
}

// inBracketAfter finds the name in kanji that stands from i to the end of a bracket.
func (p *passage) inBracketAfter(i int) {
	s := source.Span{Start: i, End: p.run(i, kanji)}
	if n := p.count(s); n < 2 || n > 5 || !beginsAny(p.text[s.End:], "）", ")") || !p.opensBefore(i) || p.marks[s.End]&orgEnd != 0 {
		return
	}
	if g := p.gradeOf(s); g == likely || g == unlikely && p.count(s) < 4 {
		p.sight(s, content.Person, 0.65, "questioner")
	}
}

// opensBefore reports whether a bracket that is open at i begins a few words before.
func (p *passage) opensBefore(i int) bool {
	before := p.text[max(0, i-30*len("字")):i]
	open, closed := strings.LastIndexAny(before, "（("), strings.LastIndexAny(before, "）)。")
	return open >= 0 && open > closed
}
