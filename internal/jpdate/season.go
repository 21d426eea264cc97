package jpdate

// quarter reads 第1四半期.
func (c *cursor) quarter(m *mention) bool {
	ahead := *c
	if ahead.at(0) == 'Q' && '1' <= ahead.at(1) && ahead.at(1) <= '4' && !isDigit(ahead.at(2)) && !isLatin(ahead.at(2)) {
		m.season = 32 + int(ahead.at(1)-'0')
		c.pos += 2
		return true
	}
	ahead.takeRune('第')
	ahead.skipSpace()
	n, ok := ahead.quarterNumber()
	if !ok || n.value < 1 || n.value > 4 || ahead.takeSpaced("四半期", "・四半期", "クォーター", "Q") == "" {
		return false
	}
	m.season = 32 + n.value
	*c = ahead
	return true
}

// quarterNumber reads the number of a quarter, of which 四四半期 has only the first character.
func (c *cursor) quarterNumber() (numeral, bool) {
	if isKanjiNumber(c.at(0)) && c.at(1) == '四' && c.at(2) == '半' {
		first := cursor{runes: c.runes[c.pos : c.pos+1]}
		c.pos++
		return first.numeral()
	}
	return c.numeral()
}

// holidays reads the name of days off behind their year, which stand for the months that they lie in.
func (c *cursor) holidays(m *mention) bool {
	ahead := *c
	switch ahead.takeAny(daysOff) {
	case "":
		return false
	case "お盆休み", "お盆":
		m.month = field{number, 8}
		m.about = ahead.take("明け") != ""
	default:
		m.month, m.through = field{number, 4}, 5
	}
	if ahead.sees("明け", "前", "商戦", "後") {
		m.month, m.through = field{}, 0
		return false
	}
	*c = ahead
	return true
}

// daysOff are the names of days off.
var daysOff = newPhrases("ゴールデンウイーク", "ゴールデンウィーク", "ゴールデン・ウイーク", "ゴールデン・ウィーク", "お盆休み", "お盆")

// season reads 夏 and 初夏 behind a year.
func (c *cursor) season(m *mention) bool {
	ahead := *c
	ahead.take("初", "晩", "真")
	season := 0
	switch ahead.at(0) {
	case '春':
		season = 21
	case '夏':
		season = 22
	case '秋':
		season = 23
	case '冬':
		season = 24
	default:
		return false
	}
	ahead.pos++
	if ahead.seasonIsName() {
		return false
	}
	ahead.take("先", "場")
	m.season = season
	*c = ahead
	return true
}
