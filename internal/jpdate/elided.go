package jpdate

import "strings"

// The era of a list is named once, above it or in its first date, and left out below: 平成 … 28年11月30日, 元年5月.

// elidedMayEnd reports whether a year of one digit or in kanji may be one of an era that was named
// before, and no number of years: a month goes on from it, or it opens a line.
func (c cursor) elidedMayEnd(start cursor) bool {
	if start.opensLine() && (c.at(0) == 0 || c.seesOneOf(" \t:|")) {
		return true
	}
	m := mention{}
	c.takeSpaced("/")
	c.skipSpace()
	_, ok := c.month(&m)
	return ok
}

// opensLine reports whether nothing but the frame of a line and its number stands before the cursor on it.
func (c cursor) opensLine() bool {
	numbered := false
	for range 20 {
		switch r := c.at(-1); {
		case r == 0 || r == '\n':
			return true
		case strings.ContainsRune(frame, r), r == '-' && c.at(0) == ' ', r == '/' && isDigit(c.at(0)) && (c.at(-2) == ' ' || c.at(-2) == 0 || c.at(-2) == '\n'): //   /7/13, of the year of the line above
		case isDigit(r) && !numbered && strings.ContainsRune(" \t|", c.at(0)), r == '位' && !numbered && isDigit(c.at(-2)):
			numbered = true
			for n := 0; isDigit(c.at(-2)) && n < 2; n++ {
				c.pos--
			}
			if c.at(-2) == '第' {
				c.pos--
			}
		default:
			return false
		}
		c.pos--
	}
	return false
}

// nameEra keeps the era of a date. A year of our calendar ends it, unless it stands above the lines.
func (r *Reader) nameEra(m *mention) {
	switch {
	case m.era != nil:
		r.era, r.eraIsNear = *m.era, true
	case m.year.how == number && !r.eraIsHeading:
		r.eraIsNear = false
	}
}

// headEra keeps the era of a passage that is nothing but its name.
func (r *Reader) headEra(s string) {
	name := strings.Trim(s, frame)
	if len(name) > len("元号 平成時代") || len(name) < len("平成") {
		return
	}
	name = strings.TrimSuffix(strings.TrimSuffix(name, "時代"), "年")
	name = strings.TrimPrefix(strings.TrimPrefix(name, "元号"), "年")
	name = strings.Trim(name, frame)
	for i := range theEras {
		if theEras[i].name == name {
			r.era, r.eraIsNear, r.eraIsHeading = theEras[i], true, true
			r.heading = 0
		}
	}
}

// elidedYear completes a year whose era was named before.
func (r *Reader) elidedYear(n int) (int, bool) {
	if !r.eraIsNear {
		return 0, false
	}
	last := r.lastNamed().at.y
	year, ok := r.era.year(n)
	if next, known := r.nextEra(); known && last > r.era.from.y && (n == 1 || !ok || r.eraIsHeading && year < last-1) {
		if y, fits := next.year(n); fits && y >= last && !r.future(day{y: y}) {
			r.era = next
			return y, true
		}
	}
	return year, ok && (r.day.y == 0 || year <= r.day.y+10)
}

// year returns the n-th year of the era.
func (e *era) year(n int) (int, bool) {
	y := e.from.y + n - 1
	return y, n > 0 && y <= e.to.y
}

// nextEra returns the era after the one that was named last.
func (r *Reader) nextEra() (era, bool) {
	for i := 1; i < len(theEras); i++ {
		if theEras[i].name == r.era.name {
			return theEras[i-1], true
		}
	}
	return era{}, false
}

// shortOfEra returns a year of two digits as one of the era that was named before, if that brings it nearer to the
// last year of the text than a year of our calendar.
func (r *Reader) shortOfEra(n, western int) (int, bool) {
	year, ok := r.elidedYear(n)
	if !ok {
		return 0, false
	}
	last := r.lastNamed().at.y
	return year, r.eraIsHeading || last != 0 && abs(year-last) < abs(western-last)
}
