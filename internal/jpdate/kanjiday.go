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

// kanjiEnd reads the last day or month of a range that begins with one in kanji: 八月十二日から|十五日まで, 三月から|五月にかけて.
func (c *cursor) kanjiEnd(from *mention) (mention, bool) {
	if !from.kanji {
		return mention{}, false
	}
	n, ok := c.numeral()
	if !ok || !n.kanji {
		return mention{}, false
	}
	m := mention{kanji: true}
	switch {
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
