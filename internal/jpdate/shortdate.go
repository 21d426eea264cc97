package jpdate

import "strings"

// Dates of tables that are shorter than elsewhere are dates where their column says so: 21/6/16, 24.8.13, R5.5, 同4.14.

// shortDate reads 21/6/16 and 24.8.13.
func (c *cursor) shortDate() (mention, bool) {
	start := *c
	m, ok := c.markedJoined()
	if !ok || !m.day.given() || m.joint == '-' && !start.opensLine() || start.insideCode() {
		return mention{}, false
	}
	if m.joint == '/' && c.pos == start.pos+len("24/04/09") {
		return m, true
	}
	m.year.how = short
	switch {
	case start.opensLine() && (c.at(0) == 0 || c.seesOneOf(" \t:|(~-\n")):
		m.stand = head
	case c.standsApart(start), c.seesOneOf("に") && start.opensLine():
		m.stand = apart
	}
	return m, m.stand != plain
}

// isShortDate reports whether the text has columns of days that are written so.
func (r *Reader) isShortDate(m *mention) bool {
	switch {
	case m.year.how == earlier:
		return r.columns.has(m.joint) || r.joinedDates.has(m.joint)
	case m.era != nil:
		return r.formDates
	}
	return r.shortDates.has(m.joint)
}

// formMonth reads the rest of R5.6, 令和5.6 and R5.5頃, a month without a day. With a letter the text has to show that it writes months so.
func (m *mention) formMonth(start, c cursor) bool {
	if !start.seesOneOf("RHS") {
		return true
	}
	m.stand = apart
	return c.at(0) == 0 || c.seesOneOf(" \t|:()~-、,に頃上中下末") || c.sees("ごろ", "から", "まで", "以降", "時点", "現在")
}

// sameJoined reads 同4.14, 同.10.1 and 同/5/7, days of the year named before.
func (c *cursor) sameJoined() (mention, bool) {
	if isKanji(c.at(-1)) {
		return mention{}, false
	}
	c.pos++
	c.take(".", "/")
	inner := cursor{runes: c.runes[c.pos:]} // the 同 has shown that the number is no part of another
	m, ok := inner.monthDay()
	c.pos += inner.pos
	m.year = field{earlier, 0}
	return m, ok
}

// seesFormDate reports whether the number at the cursor is the year of a date with the letter of an era: R|5.6.
func (c cursor) seesFormDate() bool {
	if r := c.at(-1); r != 'R' && r != 'H' && r != 'S' || isLatin(c.at(-2)) || isDigit(c.at(-2)) || c.at(-2) == '-' {
		return false
	}
	c.pos--
	m, ok := c.eraJoined()
	return ok && m.month.given()
}

// isTriple reports whether three numbers or more, joined by dots, stand at the cursor.
func (c cursor) isTriple() bool {
	for range 2 {
		c.digits(4)
		if c.at(0) != '.' || !isDigit(c.at(1)) {
			return false
		}
		c.pos++
	}
	return true
}

// shortDates counts the days with years of two digits in the columns of a text.
type shortDates struct {
	slash, dot, dash int
	bad, dashBad     bool // what stands like one of them with dots, or with hyphens, is none: 22.0.1
}

func (s *shortDates) add(m *mention) {
	switch m.joint {
	case '/':
		s.slash++
	case '.':
		s.dot++
	case '-':
		s.dash++
	}
}

// columns tells the signs that join such days. One alone tells nothing.
func (s shortDates) columns() joints {
	return joints{slash: s.slash > 1, dot: s.dot > 1 && !s.bad, dash: s.dash > 1 && !s.dashBad}
}

// heads counts the years that lines open with.
type heads struct {
	column  int  // set off from what follows by more than a space
	joined  int  // and not
	aligned bool // numbers are set off from one another too: 令和6年　4月　1日
	forms   int  // years of an era by its letter, or of two digits
	months  int  // how many of these a month follows
	form    bool // the line before opened with one of these
}

// look counts the year that a passage opens with; opens is the passage from its first digit on.
func (h *heads) look(passage, opens string) {
	if opens == "" {
		opens = passage
	}
	if h.form && startsMonth(opens) {
		h.months++
	}
	h.form = false
	if opens == "" || opens[0] >= 0xe1 && !startsEra(opens) && !strings.HasPrefix(opens, "\uff10") && opens[0] != 0xef && !strings.HasPrefix(opens, "〇") && !strings.HasPrefix(opens, "一") && !strings.HasPrefix(opens, "二") {
		return
	}
	if n := yearIn(opens); n > 0 {
		gap := columnBehind(opens[n:])
		rest := opens[n+gap:]
		switch {
		case gap == 0 && startsMonth(rest):
			h.joined++
		case gap > 0:
			h.column++
			_, behind, ok := strings.Cut(rest, "月")
			h.aligned = h.aligned || ok && startsMonth(rest) && (strings.HasPrefix(behind, "\u3000") || strings.HasPrefix(behind, " "))
		}
		return
	}
	if strings.IndexByte("RHS'", opens[0]) < 0 && !strings.HasPrefix(opens, "’") || len(opens) > 400 {
		return
	}
	var t text
	t.read(opens[:min(len(opens), headLen)])
	c := cursor{runes: t.runes}
	if !c.opensForm() {
		return
	}
	h.forms++
	for c.seesFrame() {
		c.pos++
	}
	h.form = c.at(0) == 0
	if _, ok := c.month(&mention{}); ok {
		h.months++
	}
}

// columns tells whether years are a column of their own, and whether lines open with years in a short form, below or behind which months stand.
func (h heads) columns() (year, forms bool) {
	return h.column > 1 && h.joined < h.column && !h.aligned, h.forms > 1 && h.months > 1
}

// startsMonth reports whether a text begins with the number of a month.
func startsMonth(s string) bool {
	rest := strings.TrimLeft(s, " \u30000123456789０１２３４５６７８９一二三四五六七八九十・")
	return len(s)-len(rest) > 0 && strings.HasPrefix(strings.TrimLeft(rest, " "), "月")
}
