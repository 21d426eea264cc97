package jpdate

import (
	"strings"
	"unicode/utf8"
)

// A bare word names a part of a year or of a month, a feast or a day of the week and says nothing of the year or month itself:
// 年内に, 月末までに, 元日の, 第1四半期には, 月曜日に.

// A bareWord is such a word and what it stands for; after are the words of which one follows.
type bareWord struct {
	text  string
	mean  mention
	after *phrases
}

func bareWords() []bareWord {
	goesOn := newPhrases("に", "まで", "から", "は、", "、", "以降", "ごろ", "頃", "を目", "をめど", "をメド", "時点", "より", "も")
	first := newPhrases(append([]string{"の約", "の水準", "の時点", "の1", "の2", "の3", "の4", "の5"}, goesOn.words...)...)
	whole := newPhrases("に", "の", "は", "、", "まで", "で", "を目", "をめど", "いっぱい", "から")
	day := newPhrases("に", "の夜", "の朝", "の未明", "の午", "の夕", "、", "から", "まで", "以降", "早朝", "深夜", "夜", "朝", "未明", "当日", "は")
	daysOff := newPhrases(append([]string{"の連休", "の休暇", "休暇", "の週末", "前日", "直前", "を含む", "を狙", "を挟"}, day.words...)...)
	month := func(p part) mention { return mention{month: field{bare, 0}, part: p} }
	turn := mention{newYear: true, year: field{bare, 0}, part: beginning}
	year := func(p part) mention { return mention{year: field{bare, 0}, part: p} }
	out := []bareWord{
		{"年度内", mention{year: field{published, 0}, span: fiscalYear}, whole}, {"年内", mention{year: field{published, 0}}, whole},
		{"月内", mention{month: field{published, 0}}, whole}, {"週内", mention{week: field{published, 0}}, whole},
		{"年末", year(end), goesOn}, {"年の暮れ", year(end), goesOn}, {"年の瀬", year(end), goesOn},
		{"年初", year(beginning), first}, {"年明け早々", turn, goesOn}, {"年明け", turn, goesOn}, {"年頭", year(beginning), goesOn},
		{"お盆明け", mention{month: field{number, 8}, about: true}, goesOn}, {"盆明け", mention{month: field{number, 8}, about: true}, goesOn},
		{"月末", month(lastTen), goesOn}, {"月初め", month(firstTen), goesOn}, {"月初", month(firstTen), goesOn},
		{"上旬", month(firstTen), goesOn}, {"中旬", month(secondTen), goesOn}, {"下旬", month(lastTen), goesOn},
	}
	for _, f := range []struct {
		name string
		m, d int
	}{{"クリスマスイブ", 12, 24}, {"クリスマス・イブ", 12, 24}, {"クリスマスイヴ", 12, 24}, {"クリスマス", 12, 25}, {"元日", 1, 1}, {"元旦", 1, 1}, {"大みそか", 12, 31}, {"大晦日", 12, 31}} {
		out = append(out, bareWord{f.name, mention{month: field{number, f.m}, day: field{number, f.d}}, daysOff})
	}
	season := newPhrases("に", "、", "から", "まで", "以降", "ごろ", "頃", "には", "にも")
	for i, names := range [][]string{{"春先", "早春", "初春", "春"}, {"初夏", "真夏", "盛夏", "夏"}, {"秋口", "初秋", "晩秋", "秋"}, {"初冬", "真冬", "冬"}} {
		for _, name := range names {
			out = append(out, bareWord{name, mention{year: field{bare, 0}, season: 21 + i}, season})
		}
	}
	out = append(out, bareWord{"暮れ", mention{year: field{bare, 0}, part: end, season: 0, within: true}, goesOn})
	for i := range theFeasts {
		for _, name := range theFeasts[i].names {
			if theFeasts[i].bare {
				out = append(out, bareWord{name, mention{year: field{bare, 0}, feast: i + 1}, daysOff})
			}
		}
	}
	for _, name := range []string{"ゴールデンウイーク", "ゴールデンウィーク"} {
		out = append(out, bareWord{name, mention{month: field{number, 4}, through: 5}, newPhrases("に", "期間中", "中に", "中の", "中、", "から", "まで", "の前半", "の後半")})
	}
	out = append(out, bareWord{"週明け", mention{week: field{bare, 0}, weekday: 1}, newPhrases("に", "、", "から", "以降", "まで")})
	out = append(out, halves()...)
	for i, d := range []string{"月", "火", "水", "木", "金", "土", "日"} {
		at := mention{week: field{bare, 0}, weekday: i + 1}
		out = append(out, bareWord{d + "曜日", at, newPhrases("に", "、", "の朝", "の夜", "の午", "夜", "朝", "午", "未明")})
	}
	return out
}

// bareForm reads a bare word, and the quarters, months and years that are written in no other form.
func (c *cursor) bareForm() (mention, bool) {
	start := *c
	if c.at(0) == 'F' && c.at(1) == 'Y' {
		return c.fiscalMark()
	}
	if c.at(0) == '第' {
		return c.bareQuarter()
	}
	if isLatin(c.at(0)) {
		return c.englishForm()
	}
	if c.take("その年の", "この年の") != "" {
		m := mention{year: field{earlier, 0}}
		return m, c.yearTail(&m) && (m.month.given() || m.season != 0 || m.part != whole)
	}
	if c.take("その") != "" {
		return c.laterForm()
	}
	if c.at(0) == '前' && (c.at(1) == '回' || c.at(1) == '々') {
		return c.lastElection()
	}
	if isKanji(c.at(-1)) && c.at(-1) != '日' || isDigit(c.at(-1)) || c.at(-1) == 'カ' || c.at(-1) == 'か' || c.at(-1) == 'ヶ' {
		return mention{}, false
	}
	for i := range theBareWords {
		w := &theBareWords[i]
		if !c.has(w.text) {
			continue
		}
		c.pos += len([]rune(w.text))
		if w.mean.weekday != 0 && !start.mayOpenWeekday() {
			return mention{}, false
		}
		if next := *c; w.mean.weekday != 0 && next.takeRune('、') && isDigit(next.at(0)) {
			return mention{}, false // 水曜日、2025年5月21日
		}
		if (c.seesOneOf(" \t:") || c.at(0) == '/' && !isDigit(c.at(1)) && !strings.ContainsRune("春夏秋冬", c.at(1))) && start.opensLine() {
			return w.mean, w.mean.weekday == 0
		}
		if w.mean.season > 20 && w.mean.season < 30 && !start.opensPhrase() && !start.follows("春と", "夏と", "秋と", "冬と", "春や", "夏や", "秋や") {
			return mention{}, false // 食欲の秋に
		}
		if w.mean.feast != 0 && theFeasts[w.mean.feast-1].foreign && (start.at(-1) == 'の' || 'ァ' <= start.at(-1) && start.at(-1) <= 'ー') {
			return mention{}, false // インドの独立記念日
		}
		if w.mean.paired && c.at(0) == 'の' && (isDigit(c.at(1)) || c.at(1) == '約') {
			return mention{}, false // 前半の3倍
		}
		next := *c
		if next.at(0) == ' ' {
			next = c.whole() // 火曜日 の 朝
		}
		return w.mean, next.seesAny(w.after) && !next.sees("の挨", "から金", "から土", "から日", "、火", "、水", "、木", "、金", "、土", "、日")
	}
	return mention{}, false
}

// opensPhrase reports whether a sentence, a clause or a line begins at the cursor.
func (c cursor) opensPhrase() bool {
	return c.at(-1) == 0 || c.at(-1) != '-' && strings.ContainsRune("、。\n\t |:(・はが", c.at(-1))
}

// fiscalMark reads FY2023.
func (c *cursor) fiscalMark() (mention, bool) {
	if isLatin(c.at(-1)) || isDigit(c.at(-1)) {
		return mention{}, false
	}
	c.pos += 2
	n, ok := c.numeral()
	c.take("年度", "年")
	return mention{year: field{number, n.value}, span: fiscalYear}, ok && n.digits == 4 && n.value > 1990 && n.value < 2100 && !isLatin(c.at(0))
}

// laterForm reads その20日後 and その2カ月前, of which その is behind the cursor.
func (c *cursor) laterForm() (mention, bool) {
	c.skipSpace()
	c.take("約", "およそ", "わずか")
	if !isDigit(c.at(0)) && !isKanjiNumber(c.at(0)) {
		return mention{}, false
	}
	n, ok := c.numeral()
	c.skipSpace()
	unit := c.take("年", "日", "週間", "か月", "カ月", "ヶ月", "ヵ月", "ケ月", "箇月")
	loose := c.take("ほど", "くらい", "ぐらい", "余り", "あまり") != ""
	sign := 1
	if c.takeSpaced("前") != "" {
		sign = -1
	} else if c.takeSpaced("後") == "" {
		return mention{}, false
	}
	if !ok || unit == "" || n.value == 0 || n.value > 60 {
		return mention{}, false
	}
	m := mention{about: loose}
	m.count(unit, earlier, sign*n.value)
	return m, true
}

// agoForm reads 3日前, 2カ月前, 5年前 and, counted from the date named before, 3日後.
func (c *cursor) agoForm() (mention, bool) {
	start := *c
	if isLatin(c.at(-1)) || c.follows("数", "第") {
		return mention{}, false
	}
	if c.take("半年") != "" {
		loose := c.take("ほど", "くらい", "ぐらい") != ""
		return mention{month: field{published, -6}, ago: true, about: true}, c.takeRune('前') && !c.seesOneOf("後半倒払") && !(loose && c.sees("まで"))
	}
	n, ok := c.numeral()
	if !ok || n.value == 0 || n.value > 60 || n.digits > 2 {
		return mention{}, false
	}
	c.skipSpace()
	unit := c.take("年", "日", "週間", "か月", "カ月", "ヶ月", "ヵ月", "ケ月", "箇月")
	loose := c.take("ほど", "くらい", "ぐらい") != ""
	m := mention{about: loose}
	if behind := *c; start.at(-1) == 'は' && unit != "" && behind.takeSpaced("後") != "" && (behind.at(0) == 0 || behind.at(0) == '。') {
		*c, m.then = behind, true // 発覚は2年後
		m.count(unit, earlier, n.value)
		return m, true
	}
	deed := [2]rune{}
	if unit != "" {
		deed = start.deedBefore()
	}
	if unit != "" && (deed[0] != 0 || start.opensClause() || start.at(-1) == 0 || start.follows("わずか", "ちょうど", "その", "その約")) && c.takeSpaced("後") != "" {
		m.then, m.deed = true, deed
		m.count(unit, earlier, n.value)
		c.skipSpace()
		return m, c.seesOneOf("に、かの") || deed[0] != 0 && (c.sees("で、", "でし", "だっ") || c.at(0) == '。')
	}
	if deed[0] != 0 && c.takeRune('前') {
		m.deed = deed
		m.count(unit, earlier, -n.value)
		return m, c.seesOneOf("に、か")
	}
	if unit == "" || start.at(-1) == '、' && !isKana(start.at(-2)) || !c.takeRune('前') || c.seesOneOf("後半倒払") || c.sees("まで", "更新", "公開", "配信", "投稿") {
		return mention{}, false // 2日前更新 is of the page
	}
	m.about = m.about || unit == "週間"
	m.ago = true
	m.count(unit, published, -n.value)
	if ahead := *c; unit == "年" && ahead.yearTail(&m) && ahead.pos > c.pos {
		*c = ahead // 2年前の夏
	}
	return m, true
}

// deedBefore returns what was done before the cursor from which days are counted: 事件の2日後, 侵入から5日後.
func (c cursor) deedBefore() [2]rune {
	for c.at(-1) == ' ' {
		c.pos--
	}
	c.pos -= utf8.RuneCountInString(c.before("わずか", "およそ", "約"))
	before := c.before("から", "の")
	c.pos -= utf8.RuneCountInString(before)
	if before == "" || !isKanji(c.at(-1)) || !isKanji(c.at(-2)) || c.followsAny(countingFrom) {
		return [2]rune{}
	}
	return [2]rune{c.at(-2), c.at(-1)}
}

// countingFrom are counted from on every day, or by everybody for himself: 受領の日から7日後.
var countingFrom = newPhrases("の日", "翌日", "当日", "受領", "到着", "購入", "退職", "卒業", "出生", "結婚", "完了", "年間", "月間", "日間", "今回", "最終")

// before returns the one of the words that ends just before the cursor, "" where none does.
func (c cursor) before(words ...string) string {
	for _, w := range words {
		if c.after(w) {
			return w
		}
	}
	return ""
}

// opensClause reports whether a sentence begins at the cursor, or goes on there with what came next: 停止し、3日後に.
func (c cursor) opensClause() bool {
	for c.at(-1) == ' ' {
		c.pos--
	}
	return c.at(-1) == '。' || c.at(-1) == '、' && strings.ContainsRune("しれけせえみき", c.at(-2)) && c.at(-2) != 0
}

// count makes the mention one of so many days, months or years from a date.
func (m *mention) count(unit string, from how, n int) {
	switch unit {
	case "年":
		m.year = field{from, n}
	case "日":
		m.day = field{from, n}
	case "週間":
		m.day = field{from, 7 * n}
	default:
		m.month = field{from, n}
	}
}

// englishMonths are the names of the months; the first three letters may stand for them.
const englishMonths = "January February March April May June July August September October November December"

// englishForm reads May 21, 2025 and Dec. 2023.
func (c *cursor) englishForm() (mention, bool) {
	if isLatin(c.at(-1)) || isDigit(c.at(-1)) {
		return mention{}, false
	}
	return c.englishMonth()
}

// englishMonth reads the month at the cursor, and the day and the year behind it.
func (c *cursor) englishMonth() (mention, bool) {
	n := 0
	for i, name := range strings.Fields(englishMonths) {
		if c.take(name, name[:3]+".", name[:3]) != "" {
			n = i + 1
			break
		}
	}
	if n == 0 || c.at(0) != ' ' {
		return mention{}, false
	}
	m := mention{month: field{number, n}}
	c.skipSpace()
	first, ok := c.numeral()
	if ok && first.digits < 3 {
		m.day = field{number, first.value}
		c.take("st", "nd", "rd", "th")
		c.takeRune(',')
		c.skipSpace()
		first, ok = c.numeral()
	}
	m.year = field{number, first.value}
	return m, ok && first.digits == 4 && first.value > 1900 && first.value < 2100 && m.dayFits() && !isLatin(c.at(0))
}

// placeBare finds the year or the month of a bare word: that of the last date of its sentence or of its line, else
// the one that lies nearest to the publication.
func (r *Reader) placeBare(m *mention) (day, Basis, bool) {
	if m.paired || m.season > 32 {
		if at, ok := r.placePaired(m); ok || m.paired {
			return at, Earlier, ok
		}
	}
	last, near := r.lastNamed(), false
	if row, ok := r.inRow(); ok {
		last, near = named{at: row}, true
	} else if gap := r.passage - r.row.passage; m.month.given() && r.atRow && gap > 0 && gap <= rowGap {
		last, near = named{at: r.row.at}, true // 5月, and 上旬 on the line below
	} else if last.passage == r.passage && last.basis != Published && (last.sentence == r.sentence || m.within || m.season > 20 && m.season < 30) {
		near = true
	} else if r.heading != 0 {
		last, near = named{at: day{y: r.heading}}, true
	}
	switch {
	case !near && (m.within || m.season > 20 && m.season < 30):
		return day{}, Published, false
	case m.feast != 0:
		return r.placeFeast(m, last.at, near)
	case m.month.given() && near && last.at.m != 0:
		return day{last.at.y, last.at.m, 0}, Earlier, true
	case m.month.given():
		at := day{r.day.y, r.day.m, 0}
		if r.day.d != 0 && r.day.d < m.firstDay() && !m.deadline && r.tense() == past {
			at = at.addMonths(-1)
		}
		return at, Published, r.day.m != 0
	case near:
		return day{y: last.at.y}, Earlier, last.at.known()
	}
	return day{y: r.bareYear(m)}, Published, r.day.m != 0
}

// firstDay is the first day of the part of a month.
func (m *mention) firstDay() int {
	switch m.part {
	case secondTen:
		return 11
	case lastTen:
		return 21
	}
	return 1
}

// bareYear is the year of a part of a year that lies nearest to the publication, and not after it where its sentence does
// not say so.
func (r *Reader) bareYear(m *mention) int {
	first := 1
	switch {
	case m.part == end:
		first = 12
	case m.season > 32:
		first = 3*(m.season-33) + 1
	}
	t := r.tense()
	switch ahead := t == coming || t == planned || m.deadline && t != past; {
	case first > r.day.m && !ahead && (t == past || m.season != 0 || r.day.m < 4):
		return r.day.y - 1
	case first < r.day.m && ahead && m.part != end:
		return r.day.y + 1
	case m.part == beginning && r.day.m > 9 && t != past:
		return r.day.y + 1
	}
	return r.day.y
}

// quarterEnds go on behind a quarter of no year.
func quarterEnds() *phrases {
	return newPhrases("に", "は、", "から", "の間", "だけで", "で、", "まで", "以降", "、", "と比", "末", "の被", "の攻", "の件", "の検", "の観", "の報告", "の時点")
}
