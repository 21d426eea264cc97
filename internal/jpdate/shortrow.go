package jpdate

// Years of two digits that a sentence puts in a row show each other to be years, and no numbers of them: 07年に…、15年には….

// amongShort reports whether the year of two digits that is resolved is one of such a row. Each opens its clause, one at least goes on
// as only years do, and they go forward in time.
func (r *Reader) amongShort() bool {
	c := cursor{r.text.runes, r.start}
	for c.pos > 0 && c.at(-1) != '。' && c.at(-1) != '\n' {
		c.pos--
	}
	count, last, sure, own := 0, 0, false, false
	for ; c.at(0) != 0 && c.at(0) != '。' && c.at(0) != '\n'; c.pos++ {
		y, firm, ok := c.rowYear()
		if !ok {
			continue
		}
		if y = nearShort(y, r.day.y); y < last || r.day.y == 0 {
			return false
		}
		count, last, sure, own = count+1, y, sure || firm, own || c.pos == r.start
	}
	return count > 1 && sure && own
}

// nearShort returns the year of our time that two digits mean for a text of a year.
func nearShort(n, of int) int {
	if y := of/100*100 + n; y <= of+1 {
		return y
	}
	return of/100*100 + n - 100
}

// rowYear reads a year of two digits that opens a clause; firm says that none counts years so.
func (c cursor) rowYear() (n int, firm, ok bool) {
	if !isDigit(c.at(0)) || !isDigit(c.at(1)) || c.at(2) != '年' || !c.opensItem() || c.countsYears() {
		return 0, false, false
	}
	n = int(c.at(0)-'0')*10 + int(c.at(1)-'0')
	zero := c.at(0) == '0'
	c.pos += 3
	if c.yearIsCount(short) {
		return 0, false, false
	}
	month := isDigit(c.at(0)) && (c.at(1) == '月' || isDigit(c.at(1)) && c.at(2) == '月')
	return n, zero || month || c.seesOneOf("に末春夏秋冬"), zero || month || c.seesOneOf("に末春夏秋冬の")
}

// opensItem reports whether an item of a row may begin at the cursor.
func (c cursor) opensItem() bool {
	switch c.at(-1) {
	case 0, '。', '\n', '、', '「', 'は', 'が', 'も', ' ':
		return true
	}
	return false
}
