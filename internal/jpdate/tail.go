package jpdate

import (
	"slices"
	"strings"
)

// through reads the second number of 5~9月, 4〜6日 and 2019-2024年, where the unit stands
// behind it alone. It returns 0 and stays where there is none.
func (c *cursor) through(unit string) int {
	ahead := *c
	ahead.skipSpace()
	switch ahead.at(0) {
	case '~', '-':
	case '、', '・':
		if unit == "年" {
			return 0
		}
	default:
		return 0
	}
	ahead.pos++
	ahead.skipSpace()
	// The mark has shown that the number is no part of another: look at it alone.
	second := cursor{runes: ahead.runes[ahead.pos:]}
	n, ok := second.numeral()
	if !ok {
		return 0
	}
	ahead.pos += second.pos
	after := ahead
	after.take("の両", "両") // 11、12両日
	if after.takeSpaced(unit) == "" {
		return 0
	}
	*c = ahead
	return n.value
}

// sameYearInBrackets moves over the same year in the other calendar: 令和6年(2024年), 2024年(令和6年).
// It fails where the brackets name another year.
func (c *cursor) sameYearInBrackets(year int) bool {
	ahead := *c
	if !ahead.takeRune('(') {
		return true
	}
	inner := ahead
	_, y, ok := inner.eraYear()
	if !ok {
		inner = ahead
		n, isNumber := inner.numeral()
		y, ok = n.value, isNumber && n.digits == 4
	}
	if !ok {
		return true
	}
	inner.takeSpaced("年")
	if !inner.takeRune(')') {
		return true
	}
	*c = inner
	return y == year
}

// skipEraInBrackets moves over the era of 2024(令和6)年.
func (c *cursor) skipEraInBrackets() {
	ahead := *c
	if !ahead.takeRune('(') {
		return
	}
	if _, _, ok := ahead.eraYear(); ok && ahead.takeRune(')') && ahead.has("年") {
		*c = ahead
	}
}

// fiscalTail reads what may follow 年度.
func (c *cursor) fiscalTail(m *mention) bool {
	ahead := *c
	ahead.takeRune('の')
	if ahead.quarter(m) || ahead.part(m, theYearParts) {
		*c = ahead
	}
	return !c.seesOneOf("比版") || c.at(0) == '比' && m.year.how == number
}

// decadeTail reads 年代, of which 年 is behind the cursor, and its part.
func (c *cursor) decadeTail(m *mention) bool {
	m.span = decade
	c.takeRune('代')
	ahead := *c
	ahead.takeRune('の')
	if ahead.part(m, theYearParts) {
		*c = ahead
	}
	n := m.year.n
	if m.era != nil {
		n -= m.era.from.y - 1 // 昭和|40|年代
	}
	return n%10 == 0 && (m.year.how == number || m.year.how == short)
}

// skipBrackets moves over what says only more about the day: (金), (現地時間、以下同).
func (c *cursor) skipBrackets() {
	ahead := *c
	ahead.skipSpace()
	if !ahead.takeRune('(') {
		return
	}
	inside := ahead
	if inside.zonedDay() {
		*c = inside
		return
	}
	for n := 0; inside.at(0) != ')'; n++ {
		if r := inside.at(0); r == 0 || r == '(' || r == '\n' || isDigit(r) || n > 16 {
			return
		}
		inside.pos++
	}
	weekday := ahead.seesOneOf("月火水木金土日") && strings.ContainsRune(")曜・祝", ahead.at(1))
	if weekday || ahead.seesAny(zoneNotes) {
		inside.pos++
		*c = inside
	}
}

// clock moves over a time of day: 19時59分, 17:53, 午前10時ごろ.
func (c *cursor) clock() bool {
	ahead := *c
	ahead.skipSpace()
	ahead.takeRune('の')
	if ahead.at(0) == '-' && ahead.clockBehind() {
		ahead.pos++
	}
	noon := ahead.take("午前", "午後", "正午", "T") == "正午"
	ahead.skipSpace()
	if noon && !isDigit(ahead.at(0)) {
		ahead.take("頃", "ごろ", "過ぎ", "すぎ")
		*c = ahead
		return true
	}
	if !isDigit(ahead.at(0)) {
		return false
	}
	ahead.digits(2)
	switch {
	case ahead.takeRune('時'):
		if ahead.sees("間", "点") {
			return false
		}
		ahead.minutes()
	case ahead.has(":") && isDigit(ahead.at(1)):
		for ahead.has(":") && isDigit(ahead.at(1)) {
			ahead.pos++
			ahead.digits(2)
		}
		ahead.takeRune('Z')
	default:
		return false
	}
	if after := ahead; after.take("頃", "ごろ", "ころ", "過ぎ", "すぎ") != "" {
		ahead = after
	}
	*c = ahead
	return true
}

// digits moves over at most n digits.
func (c *cursor) digits(n int) {
	for ; n > 0 && isDigit(c.at(0)); n-- {
		c.pos++
	}
}

// minutes moves over 59分 and 半 behind an hour.
func (c *cursor) minutes() {
	if c.takeRune('半') {
		return
	}
	ahead := *c
	ahead.digits(2)
	if ahead.pos > c.pos && ahead.takeRune('分') {
		*c = ahead
	}
}

// clockFollows reports whether a time of day stands at the cursor.
func (c cursor) clockFollows() bool { return c.clock() }

// weekday moves over 金曜日 and の水曜日, and returns its number, 1 for Monday; 0 where there is none.
func (c *cursor) weekday() int {
	ahead := *c
	ahead.skipSpace()
	ahead.take("の", "、")
	ahead.skipSpace()
	n := weekdayOf(ahead.at(0))
	if n == 0 || ahead.at(1) != '曜' {
		return 0
	}
	ahead.pos += 2
	ahead.takeRune('日')
	*c = ahead
	return n
}

// bracketed returns the day of the week that stands in brackets at the cursor, 1 for Monday; 0 where there is none.
func (c cursor) bracketed() int {
	c.skipSpace()
	if !c.takeRune('(') {
		return 0
	}
	if next := c.at(1); next == ')' || next == '曜' || next == '・' {
		return weekdayOf(c.at(0))
	}
	return 0
}

// weekdayOf returns the day of the week of its character, 1 for Monday; 0 for others.
func weekdayOf(r rune) int {
	switch r {
	case '月':
		return 1
	case '火':
		return 2
	case '水':
		return 3
	case '木':
		return 4
	case '金':
		return 5
	case '土':
		return 6
	case '日':
		return 7
	}
	return 0
}

// zoneNotes open brackets that only say which zone a time is of.
var zoneNotes = newPhrases(slices.Concat(theZones, []string{"UTC", "JST", "EST", "EDT", "PST", "PDT", "GMT", "ET", "以下同", "当時", "同"})...)

// zonedDay moves over the same day as another zone counts it, which stands in brackets: (日本時間16日).
func (c *cursor) zonedDay() bool {
	ahead := *c
	if ahead.take(theZones...) == "" {
		return false
	}
	ahead.takeRune('の')
	for _, unit := range []string{"年", "月", "日"} {
		before := ahead
		ahead.digits(4)
		if ahead.pos == before.pos || ahead.take(unit) == "" {
			ahead = before
		}
	}
	ahead.clock()
	ahead.partOfDay()
	ahead.take("未明", "早朝", "午前", "午後", "夜", "朝")
	if !ahead.takeRune(')') || !c.followsDay() {
		return false
	}
	*c = ahead
	return true
}

// zonedClock reads a time of day behind its zone, which is one of the day that was named last: 現地時間午後2時半.
func (c *cursor) zonedClock() (mention, bool) {
	if !c.sees("午前", "午後", "正午") || !c.clock() {
		return mention{}, false
	}
	return mention{day: field{earlier, 0}, clock: true}, true
}

// followsDay reports whether a bracket that opens before the cursor stands behind 日.
func (c cursor) followsDay() bool {
	for c.at(-1) == '(' || c.at(-1) == ' ' {
		c.pos--
	}
	return c.at(-1) == '日'
}
