package jpdate

// Below a day, the lines of a timeline may open with no more than a time: 2023年2月27日（月）, 04:40頃　…, 06:15　….

// clockForm reads a time of day that opens a line and is set off there: 04:40頃, 同 21:05.
func (c *cursor) clockForm() (mention, bool) {
	start := *c
	if !start.opensLine() {
		return mention{}, false
	}
	c.takeRune('同')
	m := mention{day: field{earlier, 0}, clock: true, lone: true, minute: c.minute()}
	return m, m.minute > 0 && c.clock() && c.opensRow(start.pos) && c.at(0) != 0 && !c.seesOneOf("~-")
}

// minute returns which minute of its day the time at the cursor is, from 1; 0 where there is none.
func (c cursor) minute() int {
	c.skipSpace()
	c.takeRune('の')
	afternoon := c.take("午前", "午後") == "午後"
	hour, ok := c.numeral()
	if !ok || hour.kanji || hour.digits > 2 || hour.value > 24 {
		return 0
	}
	if afternoon && hour.value < 12 {
		hour.value += 12
	}
	sign := c.at(0) == ':'
	if !c.takeRune(':') && !c.takeRune('時') {
		return 0
	}
	minute, ok := (&cursor{runes: c.runes[c.pos:]}).numeral()
	if sign && minute.digits != 2 || ok && minute.value > 59 {
		return 0
	}
	return 60*hour.value + minute.value + 1
}

// dayOfClock returns the day of a time that opens a line: that of the row above, which is no more than a day or has a time that is not
// later.
func (r *Reader) dayOfClock(m *mention) (day, bool) {
	above := r.row
	if !r.atRow || r.passage-above.passage > rowGap || above.at.d == 0 || above.minute == 0 || m.minute < above.minute {
		return day{}, false
	}
	r.ref = above.at
	return above.at, true
}

// opensDay returns the minute of the day from which times may stand alone below the row that is resolved, 0 where none may.
func (r *Reader) opensDay(m *mention) int {
	c := r.rest()
	for c.seesFrame() {
		c.pos++
	}
	if m.minute == 0 && c.at(0) == 0 {
		return 1
	}
	return m.minute
}
