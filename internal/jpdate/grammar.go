package jpdate

import "unicode/utf8"

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
	clockForms
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
	case clockForms:
		return c.clockForm()
	}
	return c.agoForm()
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
	if last != 0 {
		c.take("の両", "両")
	}
	if c.takeSpaced("月") == "" || last > n.value+1 && (mark == '、' || mark == '・') {
		*c = start
		return false, false
	}
	turns := mark == '~' && last < n.value // 10〜3月
	if n.value < 1 || n.value > 12 || last > 12 || last != 0 && last <= n.value && !turns {
		return true, false
	}
	m.month, m.through, m.kanji = field{number, n.value}, last, n.kanji
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
	if apart := ahead; apart.takeSpaced("上旬", "中旬", "下旬", "初旬") != "" {
		ahead.skipSpace() // 12 月 下旬
	}
	if (m.month.how >= published || m.next) && ahead.pos > c.pos {
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
	m.day, m.through, m.kanji = field{number, n.value}, last, n.kanji
	return true, true
}

// monthForm reads a month that has no year, with its day or part.
func (c *cursor) monthForm() (mention, bool) {
	if c.at(0) == '年' || c.at(0) == '明' {
		return c.newYearForm()
	}
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
	return m, !n.kanji || m.day.given() || n.digits > 1 || c.sees("だけで", "中に", "中の") || start.opensLine() && c.seesOneOf(" \t:|")
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
	start := *c
	if !isDigit(c.at(0)) && !start.kanjiDay(m.next || m.month.given()) || c.dayCounts() {
		return mention{}, false
	}
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
	if m.weekend = c.takeRune('末'); !m.weekend {
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
