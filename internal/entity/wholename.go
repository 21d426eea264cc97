package entity

import (
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// Lists have the short names of houses and countries, and texts write the full ones: 株式会社|Ginco, エストニア|共和国, プーケット|国際空港.

// whole gives a mention what belongs to its name on both sides, as far as the mentions beside it leave room: from the end of the last one to the next.
func (p *passage) whole(m *Mention, last, next int) {
	s := m.Span
	switch m.Kind {
	case content.Organization:
		s.Start = p.beforeForm(s.Start, last)
		if strings.HasSuffix(m.Surface, "大学長") {
			s.End -= len("長")
		} else if strings.HasSuffix(m.Surface, "大学") && strings.HasPrefix(p.text[s.End:], "法人") {
			s.End += len("法人")
		}
	case content.Place:
		s.End = p.behindPlace(s, next)
	}
	if s != m.Span {
		p.over(m, s)
	}
}

// beforeForm returns where the legal form begins that stands before i and is that of no other name before it, else i.
func (p *passage) beforeForm(i, last int) int {
	for _, form := range []string{"株式会社", "有限会社", "合同会社"} {
		if rest, ok := strings.CutSuffix(p.text[:i], form); ok && len(rest) >= last {
			if k := script(lastRune(rest)); k != kanji && k != katakana && k != latin {
				return len(rest)
			}
		}
	}
	return i
}

// behindPlace returns where a place ends with the word for its state, or for its airport.
func (p *passage) behindPlace(s source.Span, next int) int {
	kana := p.scriptAt(s.Start) == katakana && script(lastRune(p.surface(s))) == katakana
	for _, w := range []string{"人民共和国", "共和国", "王国", "首長国", "国際空港"} {
		if end := s.End + len(w); kana && strings.HasPrefix(p.text[s.End:], w) && end <= next && p.scriptAt(end) != kanji {
			return end
		}
	}
	return s.End
}
