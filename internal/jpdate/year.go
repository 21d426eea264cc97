package jpdate

import "strconv"

// Years: 2024年, 令和6年, 16年, 昨年, and two that share their 年.

// yearForm reads a year and what follows it of month, day, season and part.
func (c *cursor) yearForm() (mention, bool) {
	start := *c
	m, ok := c.year()
	if !ok {
		return mention{}, false
	}
	if c.takeRune('度') {
		m.span = fiscalYear
		return m, c.fiscalTail(&m)
	}
	if c.sees("代") {
		return m, c.decadeTail(&m)
	}
	bare := *c
	if m.through != 0 || m.span != calendarYear {
		return m, true
	}
	if !c.yearTail(&m) {
		return mention{}, false
	}
	if c.pos == bare.pos {
		if c.yearIsCount(m.year.how) || c.endsTitle(start) {
			return mention{}, false
		}
		if m.year.how == short && !c.yearIsSure() {
			m.year.how = doubtful
		}
	}
	return m, m.era == nil || m.era.holds(m.year.n, m.month.n, m.day.n)
}

// year reads 2024年, 令和6年, 16年 and 昨年.
func (c *cursor) year() (mention, bool) {
	mark := false
	if !isDigit(c.at(0)) {
		if m, ok, is := c.wordedYear(); is {
			return m, ok
		}
		c.take("西暦")
		mark = c.shortMark()
		if m, ok, is := c.yearOfEra(); is {
			return m, ok
		}
	}
	start, m := *c, mention{}
	n, ok := c.numeral()
	if ok && n.digits == 4 && !n.kanji && c.take("会計年度", "年会計年度") != "" {
		m.year, m.span = field{number, n.value}, fiscalYear
		if start.follows("米", "米国", "米国の", "米政府の", "米政府", "米連邦政府の", "米連邦政府", "アメリカの") {
			m.span = americanYear
		}
		return m, n.value >= 1900 && n.value <= 2100
	}
	if !ok || start.follows("令和", "平成", "昭和", "大正", "明治", "皇紀", "紀元前") {
		return mention{}, false
	}
	if ok && n.value > 0 && n.value <= 20 && c.laterYear() {
		m.year = field{earlier, n.value} // 2|年後の|6月
		return m, true
	}
	m.year = field{short, n.value}
	if n.digits == 4 {
		m.year.how = number
	}
	if n.digits%2 == 0 && !n.kanji && c.bothYears(&m) {
		return m, n.digits == 2 || n.value >= 1900 && n.value <= 2100
	}
	if n.digits == 4 {
		if c.yearOfList() && n.value >= 1900 && n.value <= 2100 {
			return m, true
		}
		c.yearsThrough(&m)
		c.skipEraInBrackets()
		return m, n.value >= 1000 && n.value <= 2100 && c.takeSpaced("年") != "" && c.sameYearInBrackets(n.value)
	}
	if mark && n.digits == 2 && c.takeSpaced("年") != "" {
		m.year.how = marked
		return m, true
	}
	if n.digits == 2 && !n.kanji && !start.countsYears() && c.shortYearsThrough(&m) {
		return m, true
	}
	if n.digits > 1 && !n.kanji {
		return m, n.digits == 2 && !start.countsYears() && c.takeSpaced("年") != ""
	}
	if n.places && n.digits == 2 { // 一九年三月, and 一九年 above the lines
		return m, c.takeSpaced("年") != "" && c.elidedMayEnd(start)
	}
	m.year.how = elided
	return m, n.digits > 0 && n.value > 0 && !start.countsYears() && c.takeSpaced("年") != "" && c.elidedMayEnd(start)
}

// wordedYear reads 昨年, 同3年 and 元年; is says that it is one of these, whether or not it may stand so. It moves over the 翌 of 翌2022年.
func (c *cursor) wordedYear() (m mention, ok, is bool) {
	if w := c.relative(theYearWords); w != nil {
		return mention{year: w.count}, true, true
	}
	if c.has("翌") && isDigit(c.at(1)) {
		c.pos++ // 翌2022年
	}
	if c.at(0) == '同' && (isDigit(c.at(1)) || isKanjiNumber(c.at(1))) { // 令和元年から同3年まで
		c.pos++
		n, ok := c.numeral()
		return mention{year: field{elided, n.value}}, ok && n.digits < 3 && c.takeSpaced("年") != "" && !c.sees("間"), true
	}
	if start := *c; c.take("元年") != "" {
		return mention{year: field{elided, 1}}, !isKanji(start.at(-1)) && c.elidedMayEnd(start), true
	}
	return mention{}, false, false
}

// yearOfEra reads 令和6年 and 令和3〜5年; is says that it is one of an era, whether or not it may stand so.
func (c *cursor) yearOfEra() (m mention, ok, is bool) {
	ahead := *c
	if e, y, ok := ahead.eraYear(); ok {
		*c = ahead
		m := mention{era: e, year: field{number, y}}
		through := *c
		if last, ok := e.year(through.through("年")); ok && last > y {
			*c, m.through = through, last // 令和3〜5年
		}
		c.take("(" + strconv.Itoa(y) + ")")
		return m, (c.takeSpaced("年") != "" || isDigit(c.at(-1)) && c.sees("頃", "ごろ")) && c.sameYearInBrackets(y), true
	}
	return mention{}, false, false
}

// laterYear moves over 年後の where a month follows.
func (c *cursor) laterYear() bool {
	ahead := *c
	if ahead.take("年後の") == "" {
		return false
	}
	month := ahead
	n, ok := month.numeral()
	if !ok || n.value < 1 || n.value > 12 || month.take("月") == "" || month.sees("間", "期") {
		return false
	}
	*c = ahead
	return true
}

// shortMark moves over the apostrophe of '19年.
func (c *cursor) shortMark() bool {
	if c.at(0) != '\'' || isLatin(c.at(-1)) || isDigit(c.at(-1)) || !isDigit(c.at(1)) || !isDigit(c.at(2)) || isDigit(c.at(3)) {
		return false
	}
	c.pos++
	return true
}

// yearTail reads what may follow the year. It fails where what follows makes it no date.
func (c *cursor) yearTail(m *mention) bool {
	if c.sameOf(m) {
		return true
	}
	ahead := *c
	ahead.skipSpace()
	ahead.take("の", "/")
	ahead.skipSpace()
	if ahead.electionDayOf(m) || ahead.feast(m) || ahead.quarter(m) || ahead.season(m) || ahead.part(m, theYearParts) || ahead.holidays(m) {
		*c = ahead
		return true
	}
	start := ahead
	switch looks, ok := ahead.month(m); {
	case !ok:
		// 2024年13月 is no date, while 2024年3カ月 is a year and something else.
		return !looks || !start.follows("年")
	case !ahead.monthTail(m):
		return false
	}
	*c = ahead
	return true
}

// yearsThrough reads the end of 2019〜2024年 and 2022〜23年.
func (c *cursor) yearsThrough(m *mention) {
	last := c.through("年")
	if last > 0 && last < 100 {
		last += m.year.n / 100 * 100
	}
	m.through = last
}

// bothYears reads the second of two years that share their 年: 2021、22の両年, 2018・19両年度.
func (c *cursor) bothYears(m *mention) bool {
	ahead := *c
	if ahead.take("、", "・", "と", ",") == "" {
		return false
	}
	second := cursor{runes: ahead.runes[ahead.pos:]}
	n, ok := second.numeral()
	if !ok || n.kanji || n.digits != 2 && n.digits != 4 || second.take("の両年", "両年") == "" {
		return false
	}
	m.through = n.value
	if n.digits == 2 && m.year.n > 99 {
		m.through += m.year.n / 100 * 100
	}
	c.pos = ahead.pos + second.pos
	return m.through == m.year.n+1
}

// yearOfList reports whether another year follows, which has the 年 of both: 2019、2020年.
func (c cursor) yearOfList() bool {
	if c.take("、", "・", ",") == "" {
		return false
	}
	second := cursor{runes: c.runes[c.pos:]}
	n, ok := second.numeral()
	return ok && !n.kanji && (n.digits == 4 && n.value >= 1900 && n.value <= 2100 || n.digits == 2) && second.takeRune('年') && !second.sees("間", "目", "以上")
}
