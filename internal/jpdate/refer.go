package jpdate

import "strings"

// Words that mean a day, a month or a year by another date: 同日, 昨年同月, 宣告当日, 前シーズンは9月6日.

// thatDay returns the day that 同日 means: the last one, but in a new passage no day of the past from which the text has
// gone on to other times (or to which 昨年9月6日 has gone back), as long as it has named one of the news. In a quotation it is the last.
func (r *Reader) thatDay(quoted bool) (day, bool) {
	for i := len(r.named) - 1; i >= 0; i-- {
		n := r.named[i]
		if n.at.d == 0 || n.ranged && !(i == len(r.named)-1 && r.onward()) {
			continue
		}
		stale := n.passage < r.passage && (n.basis != Published && i < len(r.named)-1 || n.basis == Published && n.at.distance(r.told) > recentMonths)
		if stale && !quoted && r.told.known() && r.toldAt < i {
			return r.told, true // that of the lead
		}
		if !quoted && r.toldAt < i && r.goneBack(&n) {
			return r.told, true
		}
		return n.at, true
	}
	return day{}, false
}

// goneBack reports whether the last day of the text is one of before, to which the sentence before went back, while 同日 is that on which somebody
// else gave news: 26日、FBIが21日に盗まれた資金について発表した。CEOも|同日|、….
func (r *Reader) goneBack(n *named) bool {
	back := r.told.d != 0 && n.sentence != r.sentence && n.at.compare(r.told) < 0 && !strings.HasPrefix(n.rest, "、")
	return back && (cursor{r.text.runes, r.start}).follows("は", "も") && r.givesNews()
}

// toldBack is how many passages back a day may be told that is told again.
const toldBack = 2

// toldDay returns the last whole date of the story with the same day of the month, which a bare day tells of again: 5月15日、…逮捕した。…逮捕は15日朝.
// A day that the news of the text began with comes first.
func (r *Reader) toldDay(d int) (day, bool) {
	for i := len(r.named) - 1; i >= 0 && r.passage-r.named[i].passage <= toldBack; i-- {
		n := &r.named[i]
		if n.at.d != d || !n.monthly || n.ranged || r.future(n.at) || r.day.d == 0 || n.passage != r.passage && n.at.distance(r.day) > 2*recentMonths {
			continue
		}
		if r.told.d == d && r.told.known() && n.sentence != r.sentence {
			return r.told, true
		}
		if ago := r.lastSuch(d).distance(r.day); ago >= 0 && ago <= recentDays && n.at.distance(r.day) > recentMonths && r.givesNews() {
			continue // 昨年9月16日に逮捕した。弁護側は|16日|、方針を示した
		}
		return n.at, true
	}
	return day{}, false
}

// storyYear returns the last date of the passage that tells the year of what happens, where the last one of all is a year of
// another sentence from which things have gone on since: …4月28日に公表した. 2015年以来配られていた. 同年11月に….
func (r *Reader) storyYear() (day, bool) {
	last := r.lastNamed()
	if last.at.m != 0 || !last.onward || last.passage != r.passage || last.sentence == r.sentence {
		return day{}, false
	}
	for i := len(r.named) - 2; i >= 0 && r.named[i].passage == r.passage; i-- {
		if n := r.named[i]; n.at.m != 0 && n.at.y > last.at.y {
			return n.at, true
		}
	}
	return day{}, false
}

// onward reports whether the phrase that is resolved is one of a day on which something begins: of a range, that is its last day.
func (r *Reader) onward() bool {
	return (cursor{r.text.runes, r.after}).follows("以降", "以後")
}

// dayBehind returns the day that is named at once behind 同じ日: 同じ日、9月5日に.
func (r *Reader) dayBehind() (day, Basis, bool) {
	c := r.rest()
	if c.take("、", "の") == "" || !isDigit(c.at(0)) {
		return day{}, Earlier, false
	}
	m, ok := c.mention()
	if !ok || !m.month.given() || m.day.how != number || m.stand != plain {
		return day{}, Earlier, false
	}
	return r.place(&m)
}

// dayOfAct returns the day that the text has told an act of: 3月25日|宣告 … 宣告|当日.
func (r *Reader) dayOfAct(act [2]rune) (day, bool) {
	const far = 200 // dates back
	for i := len(r.named) - 1; i >= max(0, len(r.named)-far); i-- {
		if n := r.named[i]; n.act == act && n.at.d != 0 {
			return n.at, true
		}
	}
	return day{}, false
}

// halfYear is how many days at least a day of the season before lies back.
const halfYear = 183

// yearBefore returns a day of the season before that of the day that the sentence has named: 11月13日（前シーズンは9月6日）.
func (r *Reader) yearBefore(m *mention) (day, bool) {
	if !m.yearBefore {
		return day{}, false
	}
	for i := len(r.named) - 1; i >= 0 && r.named[i].passage == r.passage && r.named[i].sentence == r.sentence; i-- {
		if last := r.named[i].at; last.m != 0 {
			at := day{last.y, m.month.n, m.day.n}
			for at.distance(last) < halfYear {
				at.y--
			}
			r.ref = last
			return at, at.valid()
		}
	}
	if last := r.lastNamed(); last.passage == r.passage && last.sentence == r.sentence {
		at := day{last.at.y, m.month.n, m.day.n} // 昨年は|2月3日
		r.ref = last.at
		return at, at.valid()
	} else if r.day.d == 0 {
		return day{}, false
	}
	at := day{r.day.y, m.month.n, m.day.n}
	for at.y > 0 && at.distance(r.day) < halfYear {
		at.y-- // 昨季は|11月19日 in November
	}
	r.ref = r.day
	return at, at.valid()
}

// sameInYear returns the month, or the day, of the date named before in the year of a mention: 昨年同月.
func (r *Reader) sameInYear(m *mention) (day, Basis, bool) {
	fine := toMonth
	if m.day.given() {
		fine = toDay
	}
	base, _, known := r.base(earlier, fine)
	year, basis, ok := r.placeYear(m)
	if base = (day{year, base.m, base.d}); fine == toMonth {
		base.d = 0
	}
	return base, basis, ok && known
}

var sameWords = newPhrases("同月同日", "同月", "同日", "同じ日")

// sameOf reads 同月 and 同日 behind a year: those of the date named before, in that year. What only compares is no date: 昨年同月比.
func (c *cursor) sameOf(m *mention) bool {
	ahead := *c
	ahead.takeRune('の')
	switch ahead.takeAny(sameWords) {
	case "同月":
		m.month = field{earlier, 0}
	case "同月同日", "同日", "同じ日":
		m.month, m.day = field{earlier, 0}, field{earlier, 0}
	default:
		return false
	}
	if isDigit(ahead.at(0)) || ahead.sees("比", "並み") {
		m.month, m.day = field{}, field{}
		return false
	}
	*c = ahead
	return true
}

// actBehind returns the word in kanji that begins at the cursor, behind に or の: 3月25日|宣告.
func (c cursor) actBehind() [2]rune {
	c.take("に", "の")
	if isKanji(c.at(0)) && isKanji(c.at(1)) {
		return [2]rune{c.at(0), c.at(1)}
	}
	return [2]rune{}
}
