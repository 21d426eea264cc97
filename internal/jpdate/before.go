package jpdate

// A quarter or a half of 前年 is one of the year before that which is told of, while 前年 alone mostly measures: 前年の第4四半期, 前年下期.

// yearBack is the year before that of another date.
var yearBack = field{earlier, -1}

// seesPeriod reports whether a quarter or a half follows 前年, or the end of the business year, with which nothing is only compared: 前年下期比.
func (c cursor) seesPeriod() bool {
	c.skipSpace()
	fiscal := c.takeRune('度')
	c.takeRune('の')
	c.skipSpace()
	m := mention{}
	if !c.quarter(&m) && c.take("上半期", "下半期", "上期", "下期", "前半", "後半") == "" && !(fiscal && c.takeRune('末')) {
		return false
	}
	return !c.sees("比", "並")
}

// isPeriod reports whether a mention is one of a quarter or a half of a year.
func (m *mention) isPeriod() bool {
	return m.season > 32 || !m.month.given() && (m.part == firstHalf || m.part == secondHalf)
}

// baseOfYear returns the date whose year a relative year counts from. A quarter of 前年 counts from what its passage tells of, from the last
// quarter of the text or from the publication; what is itself of 前年 is no base for another: 前年第3四半期は…、前年第4四半期は….
// So does 前年度, from a business year.
func (r *Reader) baseOfYear(m *mention) (day, Basis, bool) {
	if m.year != yearBack || !m.isPeriod() && m.span != fiscalYear {
		return r.base(m.year.how, toYear)
	}
	for i := len(r.named) - 1; i >= 0; i-- {
		n := &r.named[i]
		if r.tellsYear(m, n) {
			r.ref = n.at
			return n.at, Earlier, true
		}
	}
	r.ref = r.day
	return r.day, Published, r.day.known()
}

// tellsYear reports whether 前年, or 前年度, counts from the year of a date of the text.
func (r *Reader) tellsYear(m *mention, n *named) bool {
	switch {
	case n.back:
		return false
	case !m.isPeriod():
		return n.passage == r.passage && n.span == fiscalYear
	}
	return n.passage == r.passage && (n.at.m != 0 || n.sentence == r.sentence) || n.season > 32 || n.part == firstHalf || n.part == secondHalf
}

// yearTold returns a month or a day of 同年 in the last year that the text has told before and in which it is not still to come:
// 2016年7月に…, 26日に明らかにした. |同年9月|に….
func (r *Reader) yearTold(at day) (day, bool) {
	for i := len(r.named) - 1; i >= 0; i-- {
		if n := &r.named[i]; n.at.y != 0 && n.at.y < at.y {
			at.y = n.at.y
			r.ref = n.at
			return at, !r.future(at)
		}
	}
	return day{}, false
}
