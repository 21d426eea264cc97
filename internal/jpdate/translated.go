package jpdate

// Machine translation leaves the parts of a date in the order of the other language: 5月 1、2025, 18日 の 3月 2021年, 6月 2023年.

// monthFirst reads what follows a month in that order: its day and its year, or its year alone.
func (c *cursor) monthFirst(m *mention) bool {
	ahead := *c
	ahead.skipSpace()
	spaced := ahead.pos > c.pos
	if y, ok := ahead.lastYear(spaced); ok {
		m.year = field{number, y}
		*c = ahead
		return true
	}
	n, ok := ahead.numeral()
	if !ok || n.kanji || n.digits > 2 || n.value < 1 || n.value > 31 {
		return false
	}
	named := ahead.takeSpaced("日") != ""
	ahead.skipSpace()
	if ahead.take("、", ",") == "" {
		return false
	}
	ahead.skipSpace()
	y, ok := ahead.lastYear(spaced || !named)
	if !ok {
		y, ok = ahead.bareLastYear()
		ok = ok && (!named || spaced && ahead.endsYear())
	}
	if !ok || n.value > daysIn(y, m.month.n) {
		return false
	}
	m.year, m.day = field{number, y}, field{number, n.value}
	*c = ahead
	return true
}

// lastYear reads the year that ends such a date. Another month behind it makes it that of another date.
func (c *cursor) lastYear(spaced bool) (int, bool) {
	ahead := *c
	n, ok := ahead.fourDigits()
	if !ok || !spaced || ahead.takeSpaced("年") == "" || ahead.seesOneOf("度代間版") {
		return 0, false
	}
	next := ahead
	next.skipSpace()
	if isDigit(next.at(0)) {
		return 0, false
	}
	*c = ahead
	return n, true
}

// bareLastYear reads one without 年: 5月 1、2025.
func (c *cursor) bareLastYear() (int, bool) {
	ahead := *c
	n, ok := ahead.fourDigits()
	if !ok || isDigit(ahead.at(0)) || isLatin(ahead.at(0)) || ahead.seesOneOf("./-人件台円社個万億") {
		return 0, false
	}
	*c = ahead
	return n, true
}

// endsYear reports whether nothing but a year can end at the cursor, with a space left behind it: 6 月 1 日 、 2023| に.
func (c cursor) endsYear() bool {
	c.skipSpace()
	return c.at(0) == 0 || c.seesOneOf("、。)") || c.at(0) == 'に' && !c.sees("にん")
}

// fourDigits reads a year of our time.
func (c *cursor) fourDigits() (int, bool) {
	if !isDigit(c.at(0)) {
		return 0, false
	}
	n, ok := c.numeral()
	return n.value, ok && n.digits == 4 && n.value >= 1900 && n.value <= 2100
}

// dayFirst reads a date that begins with its day: 18日 の 3月 2021年, 7 5月 2021年.
func (c *cursor) dayFirst() (mention, bool) {
	ahead := *c
	d, ok := ahead.numeral()
	if !ok || d.kanji || d.digits > 2 {
		return mention{}, false
	}
	ahead.takeSpaced("日")
	ahead.takeSpaced("の")
	if ahead.at(0) != ' ' {
		return mention{}, false
	}
	ahead.skipSpace()
	month, ok := ahead.numeral()
	if !ok || month.kanji || ahead.takeSpaced("月") == "" {
		return mention{}, false
	}
	ahead.takeSpaced("の", "、", ",")
	spaced := ahead.at(0) == ' '
	ahead.skipSpace()
	y, ok := ahead.lastYear(spaced)
	m := mention{year: field{number, y}, month: field{number, month.value}, day: field{number, d.value}}
	if !ok || month.value < 1 || month.value > 12 || d.value < 1 || !m.dayFits() {
		return mention{}, false
	}
	*c = ahead
	return m, true
}
