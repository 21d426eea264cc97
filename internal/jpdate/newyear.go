package jpdate

// 年明け before a month says that it is one of the year after that of which the text has told: 2021年11月に…、年明けの1月に….

// turnWords stand before such a month, or its day.
var turnWords = newPhrases("年明け早々の", "年明けの", "年明け早々", "年明け", "年が明けた", "年が明けて", "年が明け", "年をまたいだ", "年をまたいで", "明けて")

// newYearForm reads 年明けの1月, 年が明けて1月7日 and their like.
func (c *cursor) newYearForm() (mention, bool) {
	start := *c
	if c.takeAny(turnWords) == "" || start.at(0) == '明' && (start.at(-1) == 'が' || !start.opensPhrase()) {
		return mention{}, false // 夜が明けて
	}
	c.takeRune('、')
	c.skipSpace()
	m := mention{newYear: true}
	_, ok := c.month(&m)
	return m, ok && c.monthTail(&m)
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
