package jpdate

// An era is a Japanese era with its first and its last day.
type era struct {
	name     string
	from, to day
}

// eras returns the eras with a Gregorian calendar. The Meiji calendar before 1873 is not converted:
// only its years are known here, as the law of the new calendar counts them.
func eras() [5]era {
	return [...]era{
		{"令和", day{2019, 5, 1}, day{2100, 12, 31}},
		{"平成", day{1989, 1, 8}, day{2019, 4, 30}},
		{"昭和", day{1926, 12, 25}, day{1989, 1, 7}},
		{"大正", day{1912, 7, 30}, day{1926, 12, 24}},
		{"明治", day{1868, 1, 25}, day{1912, 7, 29}},
	}
}

// eraYear reads an era and its year (令和6, 平成元) up to the 年, and moves behind it.
func (c *cursor) eraYear() (*era, int, bool) {
	if isDigit(c.at(0)) {
		return nil, 0, false
	}
	for i := range theEras {
		e := &theEras[i]
		if c.take(e.name) == "" && !c.eraLetter(i) {
			continue
		}
		c.skipSpace()
		if c.takeRune('元') {
			return e, e.from.y, true
		}
		n, ok := c.numeral()
		year := e.from.y + n.value - 1
		return e, year, ok && n.value > 0 && year <= e.to.y
	}
	return nil, 0, false
}

// eraLetter moves over R, H or S, which stand for the eras in forms: R6.7.12.
func (c *cursor) eraLetter(i int) bool {
	if i < 3 && c.at(0) == []rune("令平昭")[i] && !isKanji(c.at(-1)) && isDigit(c.at(1)) {
		c.pos++
		return true
	}
	if i > 2 || c.at(0) != rune("RHS"[i]) || isLatin(c.at(-1)) || isDigit(c.at(-1)) || c.at(-1) == '-' || !isDigit(c.at(1)) && c.at(1) != '元' {
		return false
	}
	c.pos++
	return true
}

// holds reports whether a month or a day of the era's year lies in the era; m and d are 0 where not given.
func (e *era) holds(y, m, d int) bool {
	if m == 0 {
		return true
	}
	first, last := day{y, m, max(d, 1)}, day{y, m, d}
	if d == 0 {
		first.d, last.d = 31, 1
	}
	return first.compare(e.from) >= 0 && last.compare(e.to) <= 0
}
