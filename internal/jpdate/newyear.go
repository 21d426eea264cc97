package jpdate

import "strings"

// 年明け before a month says that it is one of the year after that of which the text has told: 2021年11月に…、年明けの1月に….

// turnWords stand before such a month, or its day.
var turnWords = newPhrases("年明け早々の", "年明けの", "年明け早々", "年明け", "年が明けた", "年が明けてから", "年が明けてすぐ", "年が明けて", "年が明けると", "年が明け", "年をまたいだ", "年をまたいで", "明けて")

// newYearForm reads 年明けの1月, 年が明けて1月7日 and their like.
func (c *cursor) newYearForm() (mention, bool) {
	start := *c
	if c.takeAny(turnWords) == "" || start.at(0) == '明' && (start.at(-1) == 'が' || !start.opensPhrase()) {
		return mention{}, false // 夜が明けて
	}
	c.takeRune('、')
	c.skipSpace()
	m := mention{newYear: true}
	turn := *c
	if _, ok := c.month(&m); ok {
		return m, c.monthTail(&m)
	}
	*c = turn
	return mention{newYear: true, year: field{bare, 0}, part: beginning}, start.at(0) == '年' && start.at(1) == 'が' && !isDigit(c.at(0))
}

// placeTurn returns the turn of the year that is told behind a date: of the year after it, or of its own where that is one of the first
// months or a year of which it is said: 2022年12月に…、年明けに…, 2023年は年明けから….
func (r *Reader) placeTurn(m *mention) (day, Basis, bool) {
	last := r.lastNamed()
	if _, ok := r.inRow(); ok || r.heading != 0 || !last.at.known() || last.passage < r.passage-1 {
		return r.placeBare(m)
	}
	at := day{y: last.at.y}
	switch year := last.at.m == 0; {
	case year && last.sentence != r.sentence:
		return r.placeBare(m)
	case year && (strings.HasPrefix(last.rest, "は") || strings.HasPrefix(last.rest, "の") || strings.HasPrefix(last.rest, "も") || strings.HasPrefix(last.rest, "に入")):
	case year || last.at.m > lastOfYear:
		at.y++
	}
	if r.future(at) {
		return r.placeBare(m)
	}
	return at, Earlier, true
}

// lastOfYear is the month up to which a date may itself lie behind the turn of the year.
const lastOfYear = 3

// placeNewYear returns a month behind the turn of the year: of the year after that of the last date, or of its own where that is one of
// the first months.
func (r *Reader) placeNewYear(m *mention) (day, Basis, bool) {
	last := r.lastNamed()
	for i := len(r.named) - 1; i >= 0 && last.at.m == 0 && last.basis == Published; i-- {
		last = r.named[i] // 昨年の覇者 tells of no year that has turned
	}
	at := day{last.at.y, m.month.n, m.day.n}
	if last.at.m == 0 || last.at.m > lastOfYear {
		at.y++
	}
	t := r.tense()
	ahead := t == coming || t == planned
	if !last.at.known() || last.at.m == 0 && last.basis == Published || last.basis == Published && ahead || r.future(at) && !ahead {
		return r.placeMonth(m)
	}
	return at, Earlier, true
}
