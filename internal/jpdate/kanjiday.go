package jpdate

// Days in kanji are numbers of days more often than dates: 三日で, 十日間. What stands around them tells.

// kanjiDay reports whether the number in kanji at the cursor is that of a day of no month: behind 翌 and 同, or one of ten and more that
// opens its clause and goes on as the day of news does: 十四日、…, 警視庁は二十一日までに….
func (c cursor) kanjiDay(anchored bool) bool {
	before := c
	n, ok := c.numeral()
	if !ok || !n.kanji || c.takeSpaced("日") == "" {
		return false
	}
	if anchored || before.at(-1) == '本' && !isKanji(before.at(-2)) {
		return true // 本|十三日
	}
	return n.value > 10 && n.value != 20 && n.value != 30 && before.opensPhrase() && (c.sees("、", "に", "夜", "未明", "午前", "午後", "までに", "付で", "朝") && !c.sees("にわた", "に及", "に一", "に渡"))
}

// kanjiEnd reads the last day or month of a range that begins with one in kanji, or the last year of one that
// begins with a year of an era: 八月十二日から|十五日まで, 三月から|五月にかけて, 平成二十八年から|二十九年まで.
func (c *cursor) kanjiEnd(from *mention) (mention, bool) {
	ofEra := from.era != nil && from.finest() == "年"
	if !from.kanji && !ofEra {
		return mention{}, false
	}
	n, ok := c.numeral()
	if !ok || !n.kanji {
		return mention{}, false
	}
	m := mention{kanji: true}
	switch {
	case ofEra && n.digits < 3 && c.takeRune('年'):
		m.year, m.era = field{number, from.era.from.y + n.value - 1}, from.era
		return m, m.year.n > from.year.n && c.sees("まで", "にかけて", "の間", "に")
	case from.day.how == number && n.value <= 31 && c.takeRune('日'):
		m.day = field{number, n.value}
		c.partOfDay()
	case from.finest() == "月" && from.month.how == number && n.value <= 12 && c.takeRune('月'):
		m.month = field{number, n.value}
	default:
		return mention{}, false
	}
	return m, n.value > 0 && c.sees("まで", "にかけて", "の間")
}
