package jpdate

// phrase reads a date or a range of dates with the words that bound it, and moves behind it.
func (c *cursor) phrase() (phrase, bool) {
	rough := c.follows("およそ", "おおよそ")
	framed := c.at(-1) == '~'
	m, ok := c.mention()
	if !ok {
		return phrase{}, false
	}
	m.about = m.about || rough
	c.details(&m)
	p := phrase{from: m, first: c.pos}
	switch {
	case m.through != 0:
		to := m.last()
		p.to = &to
		c.takeSpaced("にかけて", "までに", "まで")
	case framed && c.at(0) == '~': // ~2019年~ is a heading
	case c.rangeEnd(&p):
	default:
		c.boundWord(&p)
	}
	return p, true
}

// What may follow a date.
var (
	// roughly say that it is not exact.
	roughly = newPhrases("頃", "ごろ", "ころ", "前後")
	// partsOfDay stand behind a day.
	partsOfDay = newPhrases("未明", "早朝", "明け方", "朝方", "午前中", "午前", "正午過ぎ", "正午", "昼前", "昼過ぎ", "昼すぎ", "昼ごろ", "昼頃", "午後", "夕方", "宵", "夜遅く", "夜のはじめ頃", "夜の初め頃", "夜", "深夜", "朝", "昼", "夕")
	// rangeMarks join the second date of a range.
	rangeMarks = newPhrases("に入ってから", "から", "より", "~", "-", "と", "以降、")
	// boundWords are those that boundWord reads.
	boundWords = newPhrases("の時点", "時点", "現在", "より", "以降", "以来", "以後", "まで", "以前", "から", "~")
)

// last returns the second date of 5~9月.
func (m *mention) last() mention {
	to := *m
	switch to.through = 0; m.finest() {
	case "年":
		to.year = field{number, m.through}
		if m.year.how == short {
			to.year.how = short
		}
	case "月":
		to.month = field{number, m.through}
	default:
		to.day = field{number, m.through}
	}
	return to
}

// details moves over what follows a date without changing the day, and reads 頃.
func (c *cursor) details(m *mention) {
	if m.day.given() && m.weekday == 0 {
		m.weekday = c.bracketed()
	}
	c.skipBrackets()
	if m.day.given() && (m.month.given() || m.day.how == number && !c.seesOneOf("、 ")) {
		if n := c.weekday(); m.weekday == 0 {
			m.weekday = n
		}
	}
	if at := *c; m.day.given() && c.clock() {
		m.clock, m.minute = true, at.minute()
		c.skipBrackets()
		return
	}
	if m.day.given() {
		c.partOfDay()
	}
	ahead := *c
	ahead.takeRune('の')
	ahead.skipSpace()
	if ahead.takeAny(roughly) == "" {
		return
	}
	m.about = m.about || m.day.how <= number // 昨日の夜ごろ is about the hour, not the day
	*c = ahead
}

// partOfDay moves over 夜 and its like, where a bound follows it: 7日夜から.
func (c *cursor) partOfDay() {
	ahead := *c
	ahead.takeRune('の')
	if ahead.takeAny(partsOfDay) == "" {
		return
	}
	if ahead.sees("から", "まで", "以降", "時点", "現在", "頃", "ごろ", "にかけて") || ahead.at(0) == '~' && isDigit(ahead.at(1)) {
		*c = ahead
	}
}

// rangeEnd reads から and the second date of a range.
func (c *cursor) rangeEnd(p *phrase) bool {
	ahead := *c
	ahead.skipSpace()
	mark := ahead.takeAny(rangeMarks)
	if mark == "" {
		return false
	}
	if mark == "から" && c.endsPart() && ahead.takeAny(partsOfDay) != "" {
		ahead.take("にかけて", "にかけ", "まで")
		*c = ahead
		return true // 5日朝|から昼前にかけて
	}
	ahead.skipSpace()
	ahead.takeRune('、')
	hedged := (mark == "から" || mark == "以降、") && ahead.take("少なくとも", "遅くとも", "早くとも", "早ければ") != "" || mark == "以降、"
	end := cursor{ahead.runes[ahead.pos:], 0}
	to, ok := end.endOf(&p.from, mark)
	switch {
	case hedged && (!ok || end.sees("までに") || !end.sees("まで", "にかけて")):
		return false
	case ok && mark == "から" && end.shifts():
		p.shifted = true
		return false
	case mark == "と":
		end.skipSpace()
		if !ok || end.take("の間", "の 間") == "" || end.sees("柄") {
			return false
		}
		p.to = &to
	case ok:
		p.to = &to
	case end.present(mark):
		p.open = true
	default:
		return false
	}
	if p.to != nil && mark == "から" && p.from.day.how == number {
		end.take("の間") // else the words of a length of time: 14日から17日の間
	}
	c.pos = ahead.pos + end.pos
	if c.takeSpaced("にかけて", "までに", "まで") == "にかけて" && p.to != nil && p.to.year.how == doubtful && p.from.year.how == doubtful {
		p.from.year.how, p.to.year.how = short, short // 15年から20年 alone may be how long something takes
	}
	return true
}

// endsPart reports whether the cursor stands behind a part of a day.
func (c cursor) endsPart() bool {
	for back := 1; back <= 6; back++ {
		start := cursor{c.runes, c.pos - back}
		if start.pos >= 0 && start.takeAny(partsOfDay) != "" && start.pos == c.pos {
			return true
		}
	}
	return false
}

// shifts reports whether what precedes the cursor is where a date was moved to.
func (c cursor) shifts() bool {
	return c.take("に", "へ") != "" && c.sees("延", "変更", "繰", "前倒", "改め", "移", "訂正", "修正", "早め", "ずら", "見直", "ずれ", "切り替")
}

// present reads the present as the end of a range: 2002年〜現在, 去年10月からこれまでに.
func (c *cursor) present(mark string) bool {
	if mark == "-" || c.sees("現在地") || c.take("現在", "現時点", "これまで", "今まで", "いままで") == "" {
		return false
	}
	c.take("まで", "に至る")
	c.takeRune('に')
	return true
}

// endOf reads the second date of a range whose first is from.
func (c *cursor) endOf(from *mention, mark string) (mention, bool) {
	ahead := *c
	if from.joint != 0 && mark != "から" && mark != "に入ってから" {
		if m, ok := ahead.joinedEnd(from, mark); ok {
			*c = ahead
			return m, true
		}
	}
	ahead = *c
	m := mention{}
	if ahead.seasonAfter(from, &m) {
		*c = ahead
		return m, true
	}
	ahead = *c
	if from.span != calendarYear && mark == "-" {
		return mention{}, false
	}
	if m, ok := ahead.lastDayOf(from, mark); ok {
		*c = ahead
		return m, true
	}
	ahead = *c
	if m, ok := ahead.kanjiEnd(from); ok {
		*c = ahead
		return m, true
	}
	ahead = *c
	m, ok := ahead.mention()
	if !ok || m.through != 0 || m.week.given() || m.finest() == "" {
		return mention{}, false
	}
	// 3日から来年 is no range: the end says at least as much as the start.
	if m.finest() == "年" && from.finest() == "日" && from.year.how == absent {
		return mention{}, false
	}
	if from.era != nil && (m.year.how == short || m.year.how == doubtful || m.year.how == elided) {
		m.year, m.era = field{number, from.era.from.y + m.year.n - 1}, from.era // 平成25年から29年
	}
	ahead.details(&m)
	*c = ahead
	return m, true
}

// seasonAfter reads the season, the quarter or the part of the year of a date that a range ends with: 2023年春から|秋, Q1から|Q2, 初頭から|半ば.
func (c *cursor) seasonAfter(from, to *mention) bool {
	switch {
	case from.season > 32:
		return c.quarter(to)
	case from.season != 0:
		return c.season(to) || c.part(to, theYearParts)
	case from.part != whole && from.finest() == "年" && from.span == calendarYear:
		return c.part(to, theYearParts) || c.season(to)
	}
	return false
}

// lastDayOf reads the day that a range ends with whose words are those of a length of time too: 7月14日から17日の間. A length
// of time is hardly one day more than the day that it begins on.
func (c *cursor) lastDayOf(from *mention, mark string) (mention, bool) {
	n, ok := c.numeral()
	if !ok || from.day.how != number || n.digits > 2 || n.value <= from.day.n || n.value > 31 || c.takeSpaced("日") == "" || mark != "から" && mark != "と" {
		return mention{}, false
	}
	after := *c
	after.skipSpace()
	return mention{day: field{number, n.value}}, after.take("の間") != "" && !after.sees("柄")
}

// joinedEnd reads the rest of a date that leaves out its year, or year and month: 2026-06-18〜07-23.
func (c *cursor) joinedEnd(from *mention, mark string) (mention, bool) {
	a, ok := c.numeral()
	if !ok || a.kanji || a.digits > 2 || !from.day.given() {
		return mention{}, false
	}
	m := mention{joint: from.joint, day: field{number, a.value}}
	if d, _, ok := c.afterJoint(from.joint); ok {
		m.month, m.day = m.day, field{number, d}
	}
	if d, _, ok := c.afterJoint(from.joint); ok && from.year.how != number { // 24/12/30~25/1/3
		m.year, m.month, m.day = field{from.year.how, m.month.n}, m.day, field{number, d}
	}
	if !m.month.given() && mark == "-" && m.day.n <= from.day.n {
		return mention{}, false // 2022/02/15-3 is a number of its own
	}
	bad := isDigit(c.at(0)) || isLatin(c.at(0)) || c.at(0) == from.joint || c.sees("日", "月", "年")
	return m, !bad && m.day.n >= 1 && m.day.n <= 31 && m.month.n <= 12
}

// boundWord reads the word that makes a date a bound of a stretch of time.
func (c *cursor) boundWord(p *phrase) {
	ahead := *c
	ahead.skipSpace()
	if !boundWords.first.has(ahead.at(0)) {
		return // as behind most dates
	}
	switch {
	case ahead.take("の時点", "時点") != "", !ahead.sees("現在地") && ahead.take("現在") != "":
		p.asOf = true
		p.from.lastDay = p.from.part == lastTen && p.from.month.given() && !c.follows("下旬") // 3月末時点
	case !ahead.sees("より前年", "より前回") && ahead.take("よりも前", "より前", "よりも以前", "より以前") != "":
		p.bound, p.outside = until, true
		ahead.take("から")
	case ahead.take("以降", "以来", "以後") != "":
		p.bound = since
	case ahead.take("までに", "まで", "以前") != "":
		p.bound = until
		p.lasts = !ahead.follows("に", "前")
		p.from.deadline = ahead.follows("まで", "までに")
		if ahead.follows("以前") {
			ahead.take("から")
		}
	case p.shifted:
		return
	case (!ahead.compares() || !p.from.day.given() && ahead.countsSince()) && !ahead.begins() && ahead.take("から", "より") != "":
		if !p.from.clock {
			p.bound = since
		}
	case ahead.takeRune('~') && (ahead.goesOnInBrackets() || ahead.at(0) == 0 || ahead.seesOneOf(" )」】|\t\n") || p.from.year.given() && !p.from.day.given() && ahead.opensCell()):
		p.bound = since
	default:
		return
	}
	*c = ahead
}

// goesOnInBrackets reports whether brackets follow that say that it goes on: 2020年1月~|(継続中).
func (c cursor) goesOnInBrackets() bool {
	if !c.takeRune('(') {
		return false
	}
	c.take("活動", "攻撃", "対応", "運用", "観測", "調査", "捜査", "公判")
	return c.sees("継続", "現在", "今も", "いまも", "進行中", "続行", "中)", "中、", "が継続", "は継続", "が続", "続いて", "終了時期未定", "至現在")
}

// opensCell reports whether the text behind the ~ at which a range goes on to the present is that of another cell of its
// table, or goes on from it: 2008年~銀行, 2019年~の活動. A second ~ ends a subtitle: 2023年~敵~.
func (c cursor) opensCell() bool {
	if !isKanji(c.at(0)) && !isLatin(c.at(0)) && c.at(0) != 'の' && !(c.at(0) >= 'ァ' && c.at(0) <= 'ヶ') || isKanjiNumber(c.at(0)) || c.sees("約", "数", "現在", "今", "上半", "下半", "上期", "下期", "前半", "後半", "春", "夏", "秋", "冬", "末", "半ば", "中旬", "下旬") {
		return false
	}
	for range scope {
		c.pos++
		switch c.at(0) {
		case 0, '\n', '。':
			return true
		case '~':
			return isDigit(c.at(-1)) || c.follows("年", "月", "日")
		}
	}
	return true
}

// compares reports whether から or より compares: 昨年より多い, 前年から3割増.
func (c cursor) compares() bool {
	word := c.take("から", "より")
	c.skipSpace()
	if isDigit(c.at(0)) || c.sees("約", "数", "見", "みて") {
		return true
	}
	return word == "より" && c.seesOneOf("もさ多少高低大小増減早遅前後悪良長短強弱厳は")
}

// countsSince reports whether behind から a number stands that tells what there has been since: 2021年から|100万ドルの利益を得た. One of a change
// compares, 2021年から|3割増, and a length of time begins there: 2021年から|5年間.
func (c cursor) countsSince() bool {
	const far = 14 // characters
	if c.take("から") == "" {
		return false
	}
	c.skipSpace()
	if !isDigit(c.at(0)) {
		return false
	}
	for range far {
		switch c.at(0) {
		case '割', '倍', '%', '％', '増', '減', '高', '低', '伸', '間', '目', '後', '前', '~', 'ポ':
			return false
		case 0, '。', '、', '\n':
			return true
		}
		c.pos++
	}
	return true
}

// begins reports whether から says when something began, which is an act of that date and
// no stretch of time: 6月から…スタートした.
func (c cursor) begins() bool {
	if c.take("から", "より") == "" {
		return false
	}
	for range 60 {
		switch {
		case c.at(0) == 0 || c.at(0) == '。' || c.at(0) == '\n':
			return false
		case c.sees("スタート", "を開始", "が始ま", "始動", "発足", "施行", "を始める", "を始めます"):
			return true
		}
		c.pos++
	}
	return false
}
