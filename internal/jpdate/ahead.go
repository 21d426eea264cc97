package jpdate

import "strings"

// How far ahead a date lies at most that is not said to, and how far back the same date of last year then does:
// nobody leaves out 昨年 before a date ten months ago.
const (
	nearAhead = 60
	farBack   = 300
	someBack  = 60
	termAhead = 200

	yearsAhead = 15 // of a short year: 30年に施行する
)

// comingDay completes a bare day that lies ahead of the publication by what is said of it.
func (r *Reader) comingDay(m *mention) (day, bool) {
	if r.day.d == 0 || r.old() || r.isLastTime() {
		return day{}, false
	}
	at := day{r.day.y, r.day.m, m.day.n}
	if !r.future(at) && at.compare(r.day) < 0 || !at.valid() {
		at = r.day.addMonths(1)
		at.d = m.day.n
	}
	if at.valid() && r.day.distance(at) == 1 && r.rest().sees("にも") && !r.atRow && r.tense() == coming {
		return at, true // 12日|にも送検する on the day before
	}
	if !at.valid() || !r.future(at) {
		return day{}, false
	}
	if n, ok := r.daysBefore(); ok && r.day.addDays(n) == at {
		return at, true
	}
	if last := r.lastNamed(); last.passage == r.passage && last.at.d != 0 && m.day.n > last.at.d && r.day.compare(last.at) < 0 && last.at.m == at.m && !r.atRow && r.tense() != past {
		return at, true // 投票は26日まで。27日は…
	}
	back := r.lastSuch(m.day.n).distance(r.day)
	switch {
	case r.rest().sees("になって"):
		return day{}, false
	case r.rest().seesAny(nearing):
		return at, back > recentDays || r.day.distance(at) <= back
	case at.m == r.day.m && r.day.distance(at) <= back && (r.rest().seesAny(setActs) || r.rest().takesPlace()):
		return at, true // 27日投開票の衆院選で…が続いた
	case r.rest().isFaced():
		_, story := r.storyDay(m.day.n)
		return at, r.day.distance(at) <= back && !story
	case m.weekday != 0 && m.weekday <= 7 && !r.lastSuch(m.day.n).isWeekday(m.weekday):
		return at, at.isWeekday(m.weekday)
	case m.ahead, m.deadline && r.rest().demands(), r.isSet(), m.deadline && r.rest().countsDown():
		return at, true
	case m.deadline && at.m == r.day.m:
		return at, r.tense() != past
	case r.atRow && !r.rest().listsPlan():
		return day{}, false
	}
	switch r.tense() {
	case coming:
		return at, back > recentDays || r.day.distance(at) <= back
	case planned:
		return at, back > recentDays && r.day.distance(at) <= back
	}
	return day{}, false
}

// comingMonth completes a month, or a month and its day, that lies ahead of the publication: what is said of it
// tells so, or only the coming one falls on the day of the week that is given.
func (r *Reader) comingMonth(m *mention) (day, bool) {
	if r.day.m == 0 || r.old() || r.isLastTime() {
		return day{}, false
	}
	at := day{r.day.y, m.month.n, m.day.n}
	if m.through != 0 && m.finest() == "月" && m.month.n <= r.day.m && r.day.m <= m.through {
		return day{}, false // 7〜9月期も減る見通し in August
	}
	if r.before(at) {
		at.y++
	}
	back, _ := r.beforePublication(day{0, m.month.n, m.day.n})
	if !at.valid() || at == back {
		return day{}, false
	}
	ahead, ago := r.day.distance(at), back.distance(r.day)
	if m.part == lastTen && back.d == 0 {
		ago -= daysIn(back.y, back.m) - 1 // 11月末から in December
	}
	switch {
	case r.rest().seesAny(nearing), r.rest().isFaced():
		return at, ahead <= ago
	case !m.day.given() && r.rest().seesAny(votes) && (presidential(at.y).m == at.m || midterm(at.y).m == at.m || r.tense() != past):
		return at, ahead <= ago && ahead <= termAhead
	case m.deadline && ahead <= termAhead && r.restHas(prolonged):
		return at, ahead <= ago
	case m.weekday != 0 && m.day.how == number:
		return at, at.isWeekday(m.weekday) && !(back.valid() && back.isWeekday(m.weekday))
	case ahead <= farBack && ago > someBack && !r.atRow && r.rest().seesAny(toBegin):
		return at, true
	case m.ahead, ahead <= nearAhead && m.deadline && r.rest().demands(), ahead <= termAhead && (r.isSet() || m.deadline && r.rest().countsDown()):
		return at, true
	case r.atRow && !r.rest().listsPlan():
		return day{}, false
	}
	switch r.tense() {
	case coming:
		return at, ago > recentMonths || ahead <= termAhead
	case planned:
		return at, ago > someBack
	case untold:
		if last := r.lastNamed(); last.passage == r.passage && last.sentence == r.sentence && last.at.d != 0 && m.month.n > last.at.m && last.at.y < r.day.y {
			return day{}, false // 昨年2月27日に逮捕し、|3月19日に起訴
		}
		return at, m.deadline && ahead <= termAhead && ago > someBack || ahead <= nearAhead && ago >= farBack && r.rest().goesOn() && m.through == 0 && (m.day.given() || !r.rest().seesOneOf("のはをが、付(（"))
	}
	return day{}, false
}

// prolonged is said of what goes on until a date: 制裁を|7月末まで|半年延ばす.
var prolonged = newPhrases("延ばす", "延ばし", "延長")

// votes follow the month in which one is held, which is news before it comes: |11月|の大統領選への介入を図った. What was done before those that are not
// held in November, as in America, was mostly done before the last one.
var votes = newPhrases("の大統領選", "の米大統領選", "の総選挙", "の参院選", "の衆院選", "の中間選挙", "の米中間選挙", "の知事選", "の総統選", "の議会選", "の欧州議会選", "の連邦議会選", "の統一地方選", "の都議選", "の上院選", "の下院選")

// isNamed reports whether the sentence does no more than name the date, of which it tells nothing that was done on it: 時期を3月上旬|としている.
func (c cursor) isNamed() bool { return c.sees("としてい", "とした。", "としました。") }

// isSet reports whether a day was set for what is to come on it, and nothing was done by then.
func (r *Reader) isSet() bool {
	c := r.rest()
	return c.seesAny(setActs) && !c.done() || c.endsSet()
}

// endsSet reports whether a headline ends with what is to come on the day before it: 12日号砲.
func (c cursor) endsSet() bool {
	return c.take("号砲", "開幕", "発売", "施行", "開業", "解禁", "公示", "告示", "投開票", "運用開始", "スタート") != "" && c.at(0) == 0
}

// takesPlace reports whether the sentence says no more of a date than that something is on it: 25日に決勝がある。.
func (c cursor) takesPlace() bool {
	if c.at(0) != 'に' && c.at(0) != 'は' {
		return false
	}
	for range scope {
		switch c.pos++; c.at(0) {
		case 0, '。', '\n':
			return c.follows("がある", "もある", "があります", "もあります") && !c.follows("ことがある", "場合がある", "可能性がある", "恐れがある", "場合もある", "必要がある", "ことがあります", "場合があります", "可能性があります", "必要があります")
		case '、':
			return false
		}
	}
	return false
}

// isFaced reports whether the sentence says that the date at whose end the cursor is was still to come, or what is set for it:
// 投開票日の27日を前に, 27日の投開票を控え. Whom somebody has before him is no date: 記者団を前に.
func (c cursor) isFaced() bool {
	const far = 12 // characters of what is set for the day
	switch {
	case c.seesAny(faced):
		return true
	case c.take("に投開票", "に投票", "に開幕", "に期限") != "":
		return c.sees("を迎える", "日を迎える")
	case !c.takeRune('の') && c.take("投開票", "投票", "告示", "公示", "召集", "開会", "開幕", "施行", "期限", "開業",
		"に迎える", "に控える", "に開かれる", "に行われる", "に始まる", "始まる", "に開く") == "":
		return false
	}
	for range far {
		switch c.at(0) {
		case 0, '。', '、', '\n', 'は', '「':
			return false
		case 'を', 'に', 'が':
			if c.seesAny(faced) || c.sees("に向けて", "に向け、", "に向けた") {
				return !strings.ContainsRune("団員者衆民人ち客官長氏", c.at(-1))
			}
		}
		c.pos++
	}
	return false
}

// daysBefore returns how many days after another the day lies that is resolved, where that stands before it: 2日後の|14日.
func (r *Reader) daysBefore() (int, bool) {
	c := cursor{r.text.runes, r.start}
	if !c.follows("日後の") {
		return 0, false
	}
	for c.pos -= len([]rune("日後の")); isDigit(c.at(-1)); {
		c.pos--
	}
	n, ok := c.numeral()
	return n.value, ok
}

// countsDown reports whether the time that is left to a date follows it: 10月4日まで|あと1カ月, まで|1カ月となった.
func (c cursor) countsDown() bool {
	left := c.take("あと", "残り", "、あと", "、残り") != ""
	c.take("約")
	n, ok := c.numeral()
	if !ok || n.value == 0 || c.takeSpaced("日", "週間", "か月", "カ月", "ヶ月", "ヵ月", "年") == "" {
		return false
	}
	return left || c.sees("を切", "となっ", "となる", "に迫", "前と")
}

// demands reports whether the sentence says behind a date by when something has to be done: 7月1日までに|払わなければ公開する, までに|支払うよう要求した.
func (c cursor) demands() bool {
	const far = 24 // characters
	for range far {
		switch {
		case c.at(0) == 0, c.at(0) == '。', c.at(0) == '\n':
			return false
		case c.sees("なければ", "ない場合", "なかった場合", "ないと、", "よう要求", "よう求め", "よう迫", "ように要求", "ように求め", "ように迫", "えば", "わないと"):
			return true
		}
		c.pos++
	}
	return false
}

// isLastTime reports whether the date is one of what happened the time before: 前回の10月14日, 前回の会合は10月14日.
func (r *Reader) isLastTime() bool {
	const far = 8 // characters back
	c := cursor{r.text.runes, r.start}
	for range far {
		switch c.pos--; c.at(0) {
		case 0, '。', '、', '\n':
			return false
		case '前':
			return c.at(1) == '回' && c.at(2) != '同'
		}
	}
	return false
}

// before reports whether a day lies before the publication, or a month before its month.
func (r *Reader) before(at day) bool {
	if r.day.d == 0 || at.d == 0 {
		return day{at.y, at.m, 0}.compare(day{r.day.y, r.day.m, 0}) < 0
	}
	return at.compare(r.day) < 0
}

// old reports whether the sentence has named a date of years before the publication, which later ones follow.
func (r *Reader) old() bool {
	last := r.lastNamed()
	if last.passage == r.passage && last.sentence == r.sentence && r.tense() == coming && lasting(r.since(&last)) {
		return false // 2011年7月の豪雨で不通になっている線が、|10月1日に|再開する
	}
	return last.passage == r.passage && last.sentence == r.sentence && last.basis != Published && last.at.y < r.day.y-1 || r.heading != 0 && r.heading < r.day.y
}

// lasting reports whether a clause that ends with が、 tells what still is so.
func lasting(between string) bool {
	i := strings.LastIndex(between, "が、")
	return i >= 0 && (strings.Contains(between[:i], "ている") || strings.Contains(between[:i], "でいる"))
}

// goesOn reports whether a sentence goes on behind a date: a particle follows, or what it names.
func (c cursor) goesOn() bool {
	return c.follows("まで", "までに", "から") || c.seesOneOf("にからまでをはの付、(（)") || c.isNamed()
}
