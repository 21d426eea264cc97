package jpdate

import "strings"

// joined reads 2024-09-18, 2024/9/18, 2024.9.18, 2024-09 and 9/18(水).
func (c *cursor) joined() (mention, bool) {
	if isLatin(c.at(-1)) || c.followsAny(beforeNoDate) {
		return mention{}, false
	}
	start := *c
	if c.at(0) == '同' {
		return c.sameJoined()
	}
	if m, ok := c.eraJoined(); ok {
		return m, true
	}
	*c = start
	if c.shortMark() {
		return c.markedJoined()
	}
	if isDigit(c.at(3)) && isDigit(c.at(4)) && isDigit(c.at(5)) {
		return c.compact()
	}
	year, ok := c.numeral()
	if ok && !year.kanji && year.digits < 3 && c.at(0) == ' ' && isLatin(c.at(1)) {
		c.skipSpace()
		return c.dayBeforeMonth(year.value)
	}
	joint := c.at(0)
	if !ok || year.kanji || !c.seesOneOf("-/.") || start.follows("第", "号") {
		return mention{}, false
	}
	m := mention{year: field{number, year.value}, joint: joint}
	if year.digits != 4 || year.value < 1900 || year.value > 2100 {
		*c = start
		return c.joinedOtherwise(year.digits)
	}
	month, wide, ok := c.afterJoint(joint)
	if !ok || month < 1 || month > 12 {
		return mention{}, false
	}
	m.month = field{number, month}
	ahead := *c
	d, _, ok := ahead.afterJoint(joint)
	switch {
	case !ok && c.partAfterJoint(&m):
	case ok && d >= 1 && d <= daysIn(year.value, month):
		m.day = field{number, d}
		*c = ahead
	case !ok && joint != '-' && c.bracketedMonth(&m, start):
		return m, true
	case !ok && start.opensLine() && (c.at(0) == 0 || c.seesOneOf(" \t:|")): // 2013.3　A社
	case ok, joint == '.' && !(wide && c.standsApart(start)), !wide && !(joint == '/' && (c.standsApart(start) || c.tellsMonth(start))):
		return mention{}, false
	}
	return m, c.joinedMayEnd(joint, start)
}

// joinedOtherwise reads a date that begins with something else than a year of four digits: 27-05-2025, 24.9.18, 9/18(水).
func (c *cursor) joinedOtherwise(digits int) (mention, bool) {
	start := *c
	if m, ok := c.dayMonthYear(); ok {
		return m, true
	}
	*c = start
	if digits == 2 {
		if m, ok := c.shortDate(); ok {
			return m, true
		}
		*c = start
	}
	return c.monthDay()
}

// dayBeforeMonth reads the month and the year behind a day, as English writes them: 19| Sep 2025.
func (c *cursor) dayBeforeMonth(d int) (mention, bool) {
	m, ok := c.englishMonth()
	if !ok || m.day.given() {
		return mention{}, false
	}
	m.day = field{number, d}
	return m, m.dayFits()
}

// dayMonthYear reads a date as Europe writes it: 27-05-2025, 28.05.2025.
func (c *cursor) dayMonthYear() (mention, bool) {
	start := *c
	d, _ := c.numeral()
	joint := c.at(0)
	if d.digits > 2 || joint != '-' && joint != '.' || start.insideCode() {
		return mention{}, false
	}
	month, wide, ok := c.afterJoint(joint)
	if !ok || !wide || c.at(0) != joint {
		return mention{}, false
	}
	c.pos++
	last := cursor{runes: c.runes[c.pos:]}
	year, ok := last.fourDigits()
	c.pos += last.pos
	m := mention{year: field{number, year}, month: field{number, month}, day: field{number, d.value}, joint: joint}
	if !ok || month < 1 || month > 12 || d.value < 1 || !m.dayFits() {
		return mention{}, false
	}
	return m, c.joinedMayEnd(joint, start)
}

// bracketedMonth reads the rest of a month that opens a bracket: (2016.2), (2017.5~7), (2024/9~12).
func (c *cursor) bracketedMonth(m *mention, start cursor) bool {
	if start.at(-1) != '(' || c.at(0) == '.' {
		return false
	}
	ahead := *c
	if ahead.take("~", "-") != "" {
		last := cursor{runes: ahead.runes[ahead.pos:]}
		n, ok := last.numeral()
		ahead.pos += last.pos
		if !ok || n.digits > 2 || n.value <= m.month.n || n.value > 12 || ahead.at(0) != ')' {
			return false
		}
		*c, m.through = ahead, n.value
		return true
	}
	return c.at(0) == ')' || m.joint == '.' && c.seesOneOf("にの、")
}

// standsApart reports whether nothing but space, brackets or the end stands on both sides of a date that is
// written like a version or a fraction, as it does in tables: 2018/6 侵入, 2024.03　大学.
func (c cursor) standsApart(start cursor) bool {
	free := func(r rune) bool { return r == 0 || strings.ContainsRune(" \t\n|()「」:,、~", r) }
	head := start.pos == 0 || start.at(-1) == '\n' || start.at(-1) == '|' || start.at(-1) == '\t' || start.at(-1) == ' ' && !isLatin(start.at(-2)) && !isKana(start.at(-2))
	return head && free(c.at(0)) || start.at(-1) == '(' && c.at(0) == ')'
}

// tellsMonth reports whether the words around 2023/6 make it a month: 侵入は|2023/6|頃に. Behind what counts, or names an issue, it is none.
func (c cursor) tellsMonth(start cursor) bool {
	if !start.opensPhrase() && !strings.ContainsRune("をにでともや", start.at(-1)) && !start.follows("から", "より") || start.at(-1) == ' ' && (start.at(-2) == '.' || isLatin(start.at(-2))) {
		return false
	}
	return c.sees("に", "頃", "ごろ", "以降", "以来", "時点", "現在", "から", "まで", "上旬", "中旬", "下旬", "初旬", "末", "~2") && !c.sees("になる", "に分", "に等", "にな")
}

// markedJoined reads what follows the apostrophe of '23.9.15 and '23.12中旬.
func (c *cursor) markedJoined() (mention, bool) {
	start := *c
	year, ok := c.numeral()
	joint := c.at(0)
	if !ok || year.digits != 2 || !c.seesOneOf("-/.") {
		return mention{}, false
	}
	month, _, ok := c.afterJoint(joint)
	m := mention{year: field{marked, year.value}, month: field{number, month}, joint: joint}
	if !ok || month < 1 || month > 12 {
		return mention{}, false
	}
	ahead := *c
	if d, _, ok := ahead.afterJoint(joint); ok {
		m.day = field{number, d}
		*c = ahead
		return m, d > 0 && m.dayFits() && c.joinedMayEnd(joint, start)
	}
	if !c.partAfterJoint(&m) {
		c.part(&m, theMonthParts)
	}
	return m, c.joinedMayEnd(joint, start)
}

// eraJoined reads 令和6.7.18 and 令和6/7/18.
func (c *cursor) eraJoined() (mention, bool) {
	first := *c
	e, year, ok := c.eraYear()
	joint := c.at(0)
	if !ok || !c.seesOneOf("-/.") {
		return mention{}, false
	}
	month, _, hasMonth := c.afterJoint(joint)
	if m := (mention{year: field{number, year}, month: field{number, month}, joint: joint, era: e}); hasMonth && (c.partAfterJoint(&m) || joint != '-' && c.at(0) != joint) {
		c.part(&m, theMonthParts)
		return m, month > 0 && month < 13 && e.holds(year, month, 0) && m.formMonth(first, *c) && c.joinedMayEnd(joint, first)
	}
	d, _, hasDay := c.afterJoint(joint)
	at := day{year, month, d}
	m := mention{year: field{number, year}, month: field{number, month}, day: field{number, d}, joint: joint, era: e}
	return m, hasMonth && hasDay && d > 0 && at.valid() && e.holds(year, month, d) && c.joinedMayEnd(joint, *c)
}

// partAfterJoint reads the part of a month that stands where its day would: 2022-11-|下旬, R6.10.|下旬.
func (c *cursor) partAfterJoint(m *mention) bool {
	ahead := *c
	if !ahead.takeRune(m.joint) || !ahead.part(m, theMonthParts) {
		return false
	}
	*c = ahead
	return true
}

// afterJoint reads a number of one or two digits behind a joint; wide says that it has two.
func (c *cursor) afterJoint(joint rune) (n int, wide, ok bool) {
	if c.at(0) != joint || !isDigit(c.at(1)) {
		return 0, false, false
	}
	c.pos++
	first := c.pos
	for isDigit(c.at(0)) && c.pos-first < 3 {
		n = n*10 + int(c.at(0)-'0')
		c.pos++
	}
	return n, c.pos-first == 2, c.pos-first <= 2
}

// joinedMayEnd tells a date from a version, an address or a code by its surroundings.
func (c cursor) joinedMayEnd(joint rune, start cursor) bool {
	if joint == '.' && (isLatin(start.at(-2)) && start.at(-1) == ' ') {
		return false // Windows 2022.3.1
	}
	switch next := c.at(0); {
	case isDigit(next), next == joint && joint != '-', isLatin(next) && next != 'T' && next != 'U', next == '_':
		return false
	case next == '-' && c.clockBehind(), next == '-' && joint != '-' && c.lastDayBehind(joint):
		return true
	case next == '.' || next == '-':
		return !isDigit(c.at(1)) && !isLatin(c.at(1))
	case joint == '.' && c.sees("へ更新", "への更新", "へアップ", "へのアップ", "へ移行"):
		return false // a version
	}
	return !c.sees("年", "%")
}

// lastDayBehind reports whether the hyphen at the cursor joins the last day of a range: 2022/02/15-16.
func (c cursor) lastDayBehind(joint rune) bool {
	c.pos++
	first := c.pos
	c.digits(2)
	if c.at(0) == joint && isDigit(c.at(1)) {
		c.pos++
		c.digits(2)
	}
	return c.pos > first && !isDigit(c.at(0)) && !isLatin(c.at(0)) && !c.seesOneOf("/.-_") && !(c.at(0) == ':' && isDigit(c.at(1)))
}

// compact reads 20240409 where it stands as a date does: at the head of a line, in brackets, behind what days are called.
func (c *cursor) compact() (mention, bool) {
	start, n := *c, 0
	for isDigit(c.at(0)) && c.pos < start.pos+9 {
		n = n*10 + int(c.at(0)-'0')
		c.pos++
	}
	at := day{n / 10000, n / 100 % 100, n % 100}
	ok := c.pos == start.pos+8 && at.y >= 1990 && at.y < 2050 && at.m > 0 && at.d > 0 && at.valid() && !start.insideNumber()
	if ok = ok && (start.opensLine() || start.followsAny(beforeCompact)) && (c.at(0) == 0 || c.seesOneOf(" \t\n|:)】]、")); !ok {
		*c = start
	}
	return mention{year: field{number, at.y}, month: field{number, at.m}, day: field{number, at.d}, joint: '/'}, ok
}

// clockBehind reports whether a time of day is joined to a date: 2024/07/12-21:41.
func (c cursor) clockBehind() bool {
	c.pos++
	first := c.pos
	c.digits(2)
	return c.pos == first+2 && c.at(0) == ':' && isDigit(c.at(1))
}

// beforeCompact stand before a date of eight digits.
var beforeCompact = newPhrases("日:", "日: ", "日 ", "日は", "更新:", "更新: ", "更新 ", "公開:", "公開: ", "発行:", "発行: ", "掲載:", "掲載: ", "初版 ", "初版(", "改訂(", "更新(", "公開(")

// beforeNoDate stand before what is written like a date and is the year of a copyright or a version.
var beforeNoDate = newPhrases("©", "(c)", "(C)", "© ", "(c) ", "(C) ", "Copyright ", "v.", "バージョン", "バージョン ")

// dayFits reports whether the calendar has the day in its month, as far as the year is known.
func (m *mention) dayFits() bool {
	year := 2024 // a leap year: 2月29日 is a day of some year
	if m.year.how == number {
		year = m.year.n
	}
	return m.month.how != number || max(m.day.n, m.through) <= daysIn(year, m.month.n)
}
