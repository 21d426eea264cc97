package jpdate

import "strings"

// A half or a quarter that leaves out its year goes on from another one that the text has named: 2022年前半に…、後半に….

// halves are the words for one half, each with the half that it means.
func halves() []bareWord {
	goesOn := newPhrases("は", "に", "も", "、", "が", "から", "まで", "以降", "と比", "で", "の")
	var out []bareWord
	for _, w := range []partWord{{"前半", firstHalf}, {"上半期", firstHalf}, {"上期", firstHalf}, {"後半", secondHalf}, {"下半期", secondHalf}, {"下期", secondHalf}} {
		out = append(out, bareWord{w.text, mention{year: field{bare, 0}, part: w.part, paired: true, halvesMonth: strings.HasSuffix(w.text, "半")}, goesOn})
	}
	return out
}

// bareQuarter reads a quarter of no year. By some of what follows it is one that stands alone, else another has to stand before it.
func (c *cursor) bareQuarter() (mention, bool) {
	m := mention{year: field{bare, 0}}
	start := *c
	if isKanji(c.at(-1)) || isDigit(c.at(-1)) || c.follows("期 ", "度 ") || !c.quarter(&m) {
		return mention{}, false
	}
	m.paired = !c.seesAny(theQuarterEnds)
	return m, !m.paired || c.seesOneOf("はがもを、") || c.seesOneOf(" \t:") && start.opensLine()
}

const (
	pairsBack = 4 // dates back to the other half
	pairGap   = 2 // passages to it
)

// placePaired returns the year, or the month, of a half or a quarter from its partner: the other half, or a quarter before. The mention
// takes over what is halved.
func (r *Reader) placePaired(m *mention) (day, bool) {
	if at, ok := r.yearOfHalf(m); ok {
		return at, true
	}
	for i := len(r.named) - 1; i >= max(0, len(r.named)-pairsBack); i-- {
		n := &r.named[i]
		if r.passage-n.passage > pairGap || n.passage != r.passage && m.halvesMonth && !r.atRow || !m.pairs(n) || r.tellsOfOther(n) {
			continue
		}
		m.span = n.span
		if n.at.m != 0 {
			m.year, m.month = field{}, field{bare, 0}
		}
		r.ref = day{n.at.y, n.at.m, 0}
		return r.ref, true
	}
	return day{}, false
}

// yearOfHalf returns the year that stands alone before a half: above its line, or in its sentence, where 前半 and 後半 have to be said of it:
// 2023年は|前半に. Other halves may open the next sentence: 2023年は1200件だった。|上半期は.
func (r *Reader) yearOfHalf(m *mention) (day, bool) {
	last := r.lastNamed()
	year := last.passage == r.passage && last.at.m == 0 && last.part == whole && last.season == 0 && last.span != decade
	switch {
	case r.atRow && r.heading != 0 && (m.season == 0 || m.paired):
		r.ref = day{y: r.heading}
		return r.ref, true
	case !year:
		return day{}, false
	case last.sentence == r.sentence && (!m.halvesMonth || strings.HasPrefix(last.rest, "は") && !r.tellsOfOther(&last)),
		last.sentence == r.sentence-1 && !m.halvesMonth && m.season == 0 && r.opensSentence():
		m.span = last.span
		r.ref = last.at
		return r.ref, true
	}
	return day{}, false
}

// opensSentence reports whether the phrase that is resolved opens its sentence.
func (r *Reader) opensSentence() bool {
	start := cursor{r.text.runes, r.start}
	return start.at(-1) == '。' || start.follows("。うち", "。このうち")
}

// pairs reports whether a date of the text is one that a half or a quarter goes on from.
func (m *mention) pairs(n *named) bool {
	switch {
	case m.season > 32:
		return n.season > 32 && n.season < m.season
	case n.part == m.part || n.part != firstHalf && n.part != secondHalf || n.at.d != 0:
		return false
	}
	return n.at.m == 0 || m.halvesMonth
}

// tellsOfOther reports whether what stands between a date and the phrase that is resolved, or behind that, names something else that has
// halves.
func (r *Reader) tellsOfOther(n *named) bool {
	between := n.rest
	if n.passage == r.passage {
		between = r.between(n, min(len(r.passageText), int(r.text.offsets[r.after])+otherScope))
	}
	for _, w := range withHalves {
		if strings.Contains(between, w) {
			return true
		}
	}
	return false
}

// otherScope is how many bytes behind a half are looked at.
const otherScope = 24

// withHalves are other things than years and months that have halves.
var withHalves = [...]string{"試合", "対戦", "会議", "講演", "会見", "番組", "映画", "放送", "公演", "大会", "レース", "動画", "講座", "研修", "ゲーム", "得点", "討論", "ページ", "章", "歳"}
