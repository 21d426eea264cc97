package jpdate

import (
	"strconv"
	"unicode/utf8"
)

// forms is a set of the forms that dates are written in.
type forms uint16

const (
	joinedForms forms = 1 << iota
	yearForms
	seasonForms
	weekForms
	monthForms
	dayForms
	agoForms
	bareForms
	zoned // a time zone before any of them

	anyForm = zoned - 1
)

// mention reads one date and moves behind it. What looks like a date and is none
// (昭和65年, 3年間, 1.2.3) is not read.
func (c *cursor) mention() (mention, bool) {
	possible := c.forms()
	start := *c
	if possible&zoned != 0 && start.take(theZones...) != "" {
		start.skipSpace()
		start.takeRune('の')
		start.skipSpace()
		if m, ok := start.zonedClock(); ok {
			*c = start
			return m, true
		}
		possible = start.forms()
	}
	for f := joinedForms; f < zoned; f <<= 1 {
		if possible&f == 0 {
			continue
		}
		ahead := start
		if m, ok := ahead.form(f); ok {
			*c = ahead
			return m, true
		}
	}
	return mention{}, false
}

// form reads a date in one of the forms.
func (c *cursor) form(f forms) (mention, bool) {
	switch f {
	case joinedForms:
		return c.joined()
	case yearForms:
		return c.yearForm()
	case seasonForms:
		return c.seasonForm()
	case weekForms:
		return c.weekForm()
	case monthForms:
		return c.monthForm()
	case dayForms:
		return c.dayForm()
	case bareForms:
		return c.bareForm()
	}
	return c.agoForm()
}

// yearForm reads a year and what follows it of month, day, season and part.
func (c *cursor) yearForm() (mention, bool) {
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
	if m.through != 0 {
		return m, true
	}
	if !c.yearTail(&m) {
		return mention{}, false
	}
	if c.pos == bare.pos {
		if c.yearIsCount(m.year.how) {
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
		if w := c.relative(theYearWords); w != nil {
			return mention{year: w.count}, true
		}
		if c.has("翌") && isDigit(c.at(1)) {
			c.pos++ // 翌2022年
		}
		if c.at(0) == '同' && (isDigit(c.at(1)) || isKanjiNumber(c.at(1))) { // 令和元年から同3年まで
			c.pos++
			n, ok := c.numeral()
			return mention{year: field{elided, n.value}}, ok && n.digits < 3 && c.takeSpaced("年") != "" && !c.sees("間")
		}
		if start := *c; c.take("元年") != "" {
			return mention{year: field{elided, 1}}, !isKanji(start.at(-1)) && c.elidedMayEnd(start)
		}
		c.take("西暦")
		mark = c.shortMark()
		ahead := *c
		if e, y, ok := ahead.eraYear(); ok {
			*c = ahead
			m := mention{era: e, year: field{number, y}}
			through := *c
			if last, ok := e.year(through.through("年")); ok && last > y {
				*c, m.through = through, last // 令和3〜5年
			}
			c.take("(" + strconv.Itoa(y) + ")")
			return m, (c.takeSpaced("年") != "" || isDigit(c.at(-1)) && c.sees("頃", "ごろ")) && c.sameYearInBrackets(y)
		}
	}
	start, m := *c, mention{}
	n, ok := c.numeral()
	if !ok || start.follows("令和", "平成", "昭和", "大正", "明治", "皇紀", "紀元前") {
		return mention{}, false
	}
	m.year = field{number, n.value}
	if n.digits == 4 {
		if c.yearOfList() && n.value >= 1900 && n.value <= 2100 {
			return m, true
		}
		c.yearsThrough(&m)
		c.skipEraInBrackets()
		return m, n.value >= 1000 && n.value <= 2100 && c.takeSpaced("年") != "" && c.sameYearInBrackets(n.value)
	}
	m.year.how = short
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
	m.year.how = elided
	return m, n.digits > 0 && n.value > 0 && !start.countsYears() && c.takeSpaced("年") != "" && c.elidedMayEnd(start)
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

// month reads 9月 and 5~9月. looks says that a number with 月 stood there.
func (c *cursor) month(m *mention) (looks, ok bool) {
	start := *c
	n, numeric := c.numeral()
	if !numeric {
		*c = start
		return false, false
	}
	mark := c.at(0)
	last := c.through("月")
	if c.takeSpaced("月") == "" || last > n.value+1 && (mark == '、' || mark == '・') {
		*c = start
		return false, false
	}
	if n.value < 1 || n.value > 12 || last > 12 || last != 0 && last <= n.value {
		return true, false
	}
	m.month, m.through = field{number, n.value}, last
	return true, true
}

// monthTail reads a day or a part after a month. It fails where the month was none (3月期, 2月30日).
func (c *cursor) monthTail(m *mention) bool {
	if m.through != 0 {
		c.takeRune('期')
		return !c.monthIsWord()
	}
	if m.closing = m.year.given() && c.closesYear(); m.closing {
		c.takeRune('期')
		return true
	}
	if c.monthIsWord() {
		return false
	}
	ahead := *c
	ahead.skipSpace()
	ahead.takeRune('/')
	if looks, ok := ahead.day(m); ok {
		*c = ahead
		return m.dayFits()
	} else if looks {
		return false
	}
	ahead = *c
	ahead.takeRune('の')
	if m.month.how >= published && ahead.pos > c.pos {
		if behind := ahead; isDigit(ahead.at(0)) {
			if _, ok := behind.day(m); ok && !behind.dayIsCount() {
				*c = behind
				return true // 同じ月の29日
			}
			m.day, m.through = field{}, 0
		}
	}
	if ahead.weekOf(m) || ahead.monthEnd(m) || ahead.part(m, theMonthParts) {
		*c = ahead
	}
	return true
}

// day reads 18日, 4〜6日 and, behind a month, 4、5日. looks says that a number with 日 stood there.
func (c *cursor) day(m *mention) (looks, ok bool) {
	start := *c
	n, numeric := c.numeral()
	if !numeric {
		*c = start
		return false, false
	}
	last := c.through("日")
	if last != 0 {
		c.take("の両", "両")
	}
	if c.takeSpaced("日") == "" {
		*c = start
		return false, false
	}
	if c.sees("間") { // 2024年5月10日間 is one sentence running into the next
		*c = start
		return false, false
	}
	if n.value < 1 || n.value > 31 || last > 31 || last != 0 && last <= n.value {
		return true, false
	}
	m.day, m.through = field{number, n.value}, last
	return true, true
}

// monthForm reads a month that has no year, with its day or part.
func (c *cursor) monthForm() (mention, bool) {
	if w := c.relative(theMonthWords); w != nil {
		m := mention{month: w.count}
		return m, c.monthTail(&m)
	}
	m := mention{}
	start := *c
	switch c.take(theAnchors...) {
	case "同":
		m.year = field{earlier, 0}
	case "翌":
		m.next = true
	}
	number := *c
	m.ahead = start.follows("次回は", "次回:", "次戦は", "次回会合は", "次回会議は", "次回公判は", "次回の会合は", "次回期日は", "開幕戦は", "初戦は", "来たる", "きたる", "締め切りは", "締切は", "期限は")
	if start.followsAny(beforeNoMonth) || isLatin(start.at(-1)) || start.perUnit() || start.everyYear() {
		return mention{}, false
	}
	m.deadline = start.followsAny(beforeDeadline)
	m.yearBefore = start.follows("前シーズンは", "昨シーズンは", "昨季は", "前季は", "前シーズンが", "昨年は", "前年は", "去年は")
	_, ok := c.month(&m)
	if ok && m.through == 0 && m.year == (field{}) && !m.next && c.monthFirst(&m) {
		return m, true
	}
	if !ok || !c.monthTail(&m) {
		return mention{}, false
	}
	// 一月 and 三月 may count months: kanji alone need a day or two characters.
	n, _ := number.numeral()
	return m, !n.kanji || m.day.given() || n.digits > 1
}

// dayForm reads a day that has neither year nor month, and 本日, 翌日.
func (c *cursor) dayForm() (mention, bool) {
	before := *c
	if w := c.relative(theDayWords); w != nil {
		m := mention{day: w.count}
		if w.text == "当日" && isKanji(before.at(-1)) && isKanji(before.at(-2)) {
			m.act = [2]rune{before.at(-2), before.at(-1)}
		}
		return m, true
	}
	if m, ok := c.dayFirst(); ok {
		return m, true
	}
	m := mention{}
	switch c.take(theAnchors...) {
	case "同":
		m.month = field{earlier, 0}
	case "翌":
		m.next = true
	}
	m.ahead = c.follows("次回は", "次戦は", "次回公判は", "次回の会合は", "締め切りは", "締切は", "期限は")
	m.deadline = c.followsAny(beforeDeadline)
	if !isDigit(c.at(0)) || c.dayCounts() {
		return mention{}, false
	}
	start := *c
	if _, ok := c.day(&m); !ok || !c.dayMayEnd(&m) {
		return mention{}, false
	}
	if n := start.holidayBefore(); n != 0 && !m.month.given() {
		m.month = field{number, n}
	}
	return m, m.dayFits()
}

// weekForm reads 先週 and its like.
func (c *cursor) weekForm() (mention, bool) {
	w := c.relative(theWeekWords)
	if w == nil {
		return mention{}, false
	}
	m := mention{week: w.count}
	if !c.takeRune('末') { // 先週末 is in that week
		m.weekday = c.weekday()
	}
	ahead := *c
	ahead.takeRune('の')
	if n, ok := ahead.numeral(); ok && m.weekday == 0 && n.digits < 3 && n.value < 32 && ahead.takeSpaced("日") != "" && !ahead.dayIsCount() {
		*c, m.day = ahead, field{number, n.value} // 先週19日
	}
	return m, true
}

// seasonForm reads 昨夏 and other seasons with their year in one word.
func (c *cursor) seasonForm() (mention, bool) {
	w := c.relative(theSeasonWords)
	if w == nil {
		return mention{}, false
	}
	return mention{year: w.count, season: w.season}, !c.seasonIsName()
}

// relative moves over the first of the words that stands at the cursor as a word of its own, nil where none does.
func (c *cursor) relative(words []word) *word {
	if isDigit(c.at(0)) {
		return nil
	}
	b, at := lastByte(c.at(0))
	for i := range words {
		if w := &words[i]; len(w.text) > at && w.text[at] == b && c.wordIs(w.text) {
			c.pos += utf8.RuneCountInString(w.text)
			return w
		}
	}
	return nil
}
