package jpdate

// A year of two digits means one of our time, unless what stands around it tells of an older one.

// shortYear completes a year of two digits. A doubtful one is a year only where
// the text has shown that it speaks of years.
func (r *Reader) shortYear(m *mention) (int, Basis, bool) {
	limit := r.day.y
	if limit == 0 {
		limit = max(r.stated, r.latest)
	}
	if r.day.y == 0 && (m.year.how == marked || r.atRow && (m.month.given() || m.season != 0 || r.shorts || r.standsAbove())) {
		limit = limitOfRows(limit) // '19, or 19年5月 at the head of a line, needs no text around it
	}
	if limit == 0 && r.eraIsNear {
		limit = r.era.from.y // 平成 alone tells which years are short
	}
	if limit == 0 || m.year.how == doubtful && r.stated == 0 && !r.eraIsHeading && !(r.shorts && r.atRow) && !r.standsAbove() && !r.amongShort() && !r.firmShort() {
		return 0, Stated, false
	}
	year := limit/100*100 + m.year.n
	if year > limit+1 && !(year <= limit+yearsAhead && r.day.y != 0 && (m.deadline || r.tense() >= planned)) {
		year -= 100
	}
	if y, ok := r.shortOfEra(m.year.n, year); ok && m.year.how != marked {
		return y, Stated, true
	}
	year = r.amongRows(year)
	// Newspapers shorten years of our time alone, unless they tell of an older one.
	return year, Stated, limit-year < 50 || r.afterOld(year)
}

// lifetime is how many years at most an old year may be behind the one that shows of what time it is.
const lifetime = 60

// amongRows returns a short year as one of the century before, where the row above makes it that: 1913年, 23年.
func (r *Reader) amongRows(year int) int {
	before, ok := r.rowBefore()
	if ok && year-before.at.y > lifetime && year-100 >= before.at.y && before.falls == 0 {
		return year - 100
	}
	return year
}

// afterOld reports whether the row above, or the passage, has named a year that an old one goes on from: 1932年、…生まれ。58年に….
func (r *Reader) afterOld(year int) bool {
	if before, ok := r.rowBefore(); ok {
		return before.at.y <= year && year-before.at.y <= lifetime
	}
	last := r.lastNamed()
	return last.passage == r.passage && last.basis == Stated && last.at.y <= year && year-last.at.y <= lifetime
}

// shortYearsThrough reads the rest of 17~23年. Round numbers are more often those of years that something takes.
func (c *cursor) shortYearsThrough(m *mention) bool {
	ahead := *c
	last := ahead.through("年")
	if last <= m.year.n || last >= 100 || m.year.n%5 == 0 && last%5 == 0 || ahead.takeSpaced("年") == "" {
		return false
	}
	if !ahead.sees("に", "の", "まで") || ahead.seesAny(afterYears) || ahead.yearIsCount(short) {
		return false
	}
	*c, m.through = ahead, last
	return true
}
