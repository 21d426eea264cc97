package jpdate

// place finds the year, month and day that a mention means.
func (r *Reader) place(m *mention) (day, Basis, bool) {
	r.ref = r.lastNamed().at
	at, basis, ok := r.placeParts(m)
	return at, basis, ok && at.valid()
}

func (r *Reader) placeParts(m *mention) (day, Basis, bool) {
	switch {
	case m.stand != plain && m.year.given() && !r.isShortDate(m):
		return day{}, Stated, false
	case m.previous != 0:
		return r.electionBefore(m)
	case m.newYear && !m.month.given():
		return r.placeTurn(m)
	case m.week.how == bare:
		return r.placeWeekday(m.weekday)
	case m.year.how == bare, m.month.how == bare:
		return r.placeBare(m)
	case m.year.given() && m.month == field{earlier, 0}:
		return r.sameInYear(m)
	case m.week.given():
		return r.placeWeek(m)
	case m.deed[0] != 0:
		return r.fromDeed(m)
	case m.then && !r.mayFollow(m):
		return day{}, Earlier, false
	case m.day == field{published, 0} && r.quoted > 0:
		return r.statementDay()
	case m.ago && r.countsFromRow():
		of := *m
		of.year.how, of.month.how, of.day.how = m.year.how.fromRow(), m.month.how.fromRow(), m.day.how.fromRow()
		of.ago = false
		return r.placeParts(&of)
	case m.lone:
		at, ok := r.dayOfClock(m)
		return at, Earlier, ok
	case m.day.how == published || m.day.how == earlier:
		if at, ok := r.dayOfAct(m.act); ok && m.act[0] != 0 {
			return at, Earlier, true
		}
		base, basis, ok := r.baseDay(m.day)
		return base.addDays(m.day.n), basis, ok
	case m.month.how == published || m.month.how == earlier:
		base, basis, ok := r.base(m.month.how, toMonth)
		at := base.addMonths(m.month.n)
		at.d = m.day.n
		return at, basis, ok
	case m.next:
		return r.following(m)
	case m.year.given():
		return r.placeInYear(m)
	case m.newYear:
		return r.placeNewYear(m)
	case m.stand != plain && !r.isDate(m):
		return day{}, Published, false
	case m.month.given():
		return r.placeMonth(m)
	}
	return r.placeDay(m)
}

// placeDay finds the month of a bare day: that of the rows about it, the next one where it is still to come, and else the last that had it.
func (r *Reader) placeDay(m *mention) (day, Basis, bool) {
	if at, ok := r.dayByRows(m.day.n); ok {
		return at, Earlier, true
	}
	if at, ok := r.comingDay(m); ok {
		r.ahead = true
		return at, Published, true
	}
	return r.lookBackDay(m.day.n)
}

// placeWeek finds the day that is meant in a week told from another: 先週の金曜日, 来週13日. Without a day it is one week or more from that of the reference.
func (r *Reader) placeWeek(m *mention) (day, Basis, bool) {
	base, basis, ok := r.base(m.week.how, toDay)
	at := base.addDays(7 * m.week.n)
	if m.day.how == number {
		return at.inWeek(m.day.n), basis, ok && at.inWeek(m.day.n).known()
	}
	if m.weekday != 0 {
		at = at.monday().addDays(m.weekday - 1)
	}
	return at, basis, ok
}

// placeInYear returns the day of a mention that tells its year.
func (r *Reader) placeInYear(m *mention) (day, Basis, bool) {
	y, basis, ok := r.placeYear(m)
	if m.election != 0 {
		at := theElections[m.election-1].day(y)
		return at, basis, ok && at.known()
	}
	if m.feast != 0 {
		at := theFeasts[m.feast-1].day(y)
		return at, basis, ok && at.known()
	}
	at := day{y, m.month.n, m.day.n}
	if m.year == (field{earlier, 0}) && m.month.how == number && r.future(at) {
		if before, known := r.yearTold(at); known {
			return before, Earlier, ok
		}
	}
	return at, basis, ok
}

// placeMonth returns the day of a mention that tells its month and no year.
func (r *Reader) placeMonth(m *mention) (day, Basis, bool) {
	at := day{0, m.month.n, m.day.n}
	if found, ok := r.yearBefore(m); ok {
		return found, Earlier, true
	}
	if last := r.lastNamed(); r.shift && last.at.m != 0 {
		return nearestYear(at, last.at), last.basis, true
	}
	if found, ok := r.byRows(at); ok {
		return found, Earlier, true
	}
	if found, ok := r.byTitle(at); ok {
		return found, Earlier, true
	}
	if found, ok := r.besideRow(m, at); ok {
		return found, Earlier, true
	}
	if found, ok := r.inComingYear(at); ok {
		r.ahead = true
		return found, Earlier, true
	}
	if found, ok := r.comingMonth(m); ok {
		r.ahead = true
		return found, Published, true
	}
	return r.lookBack(at)
}

// baseDay is the base of 本日, 翌日 and 同日. What is no single day (27日から29日) is not the day that 同日 means.
func (r *Reader) baseDay(f field) (day, Basis, bool) {
	if f.how == earlier && f.n == 0 {
		if at, basis, ok := r.dayBehind(); ok {
			return at, basis, true
		}
		if at, ok := r.thatDay(r.quoted > 0); ok {
			r.ref = at
			return at, Earlier, true
		}
	}
	return r.base(f.how, toDay)
}

// base returns the day that relative words count from: the publication, or the last date
// that is known as finely as the word needs.
func (r *Reader) base(h how, fine precision) (day, Basis, bool) {
	if h == published {
		if at, ok := r.spokenOn(); ok {
			r.ref = at
			return at, Earlier, true
		}
		if r.entry.known() && r.entryAt < r.passage && fine == toDay && !r.future(r.entry) {
			r.ref = r.entry // the writer of an entry speaks of its day
			return r.entry, Earlier, true
		}
		return r.day, Published, r.day.fine(fine)
	}
	if before := r.row; r.atRow && before.passage < r.passage && r.passage-before.passage <= rowGap && before.at.fine(fine) {
		r.ref = before.at // 同年 that opens a line is the year of the line above
		return before.at, Earlier, true
	}
	if at, ok := r.storyYear(); ok && fine == toYear {
		r.ref = at
		return at, Earlier, true
	}
	if last := r.last[fine]; last.known() {
		r.ref = last
		return last, Earlier, true
	}
	return day{}, Earlier, false
}

// A precision is how finely a day is known.
type precision int

const (
	toYear precision = iota
	toMonth
	toDay
	precisions
)

func (a day) fine(p precision) bool {
	switch p {
	case toMonth:
		return a.m != 0
	case toDay:
		return a.d != 0
	}
	return a.known()
}

func (r *Reader) placeYear(m *mention) (int, Basis, bool) {
	switch m.year.how {
	case published, earlier:
		base, basis, ok := r.baseOfYear(m)
		year := base.y + m.year.n
		if m.span == fiscalYear && base.m != 0 && base.m < 4 {
			year-- // 昨年度 in January is the year that began in April of the year before
		}
		if m.season == 24 && m.year.n == 0 && m.year.how == published && base.m <= 2 {
			year-- // 今冬 in January began in December
		}
		return year, basis, ok
	case short, doubtful, marked:
		return r.shortYear(m)
	case elided:
		y, ok := r.elidedYear(m.year.n)
		return y, Stated, ok
	}
	return m.year.n, Stated, true
}

// following finds the first such month or day after the last date.
func (r *Reader) following(m *mention) (day, Basis, bool) {
	base, basis, ok := r.base(earlier, toMonth)
	if m.month.given() {
		at := day{base.y, m.month.n, m.day.n}
		if at.m <= base.m {
			at.y++
		}
		return at, basis, ok
	}
	at := day{base.y, base.m, m.day.n}
	if at.d <= base.d {
		at = base.addMonths(1)
		at.d = m.day.n
	}
	return at, basis, ok
}

// A newspaper's 19日 lies in the week before it comes out, and its 7月19日 in the month before.
const (
	recentDays   = 7
	recentMonths = 31
)

// lookBack completes a month, or a month and its day. It takes the year of a stated date before it
// in the passage, unless the publication date gives a recent day, and then the publication date.
func (r *Reader) lookBack(d day) (day, Basis, bool) {
	if last := r.lastNamed(); r.joined && last.at.m != 0 {
		if at := nearestYear(d, last.at); !r.future(at) || r.future(last.at) {
			return at, last.basis, true
		}
	}
	if at, ok := r.runMonth(d); ok {
		return at, Earlier, true
	}
	if at, ok := r.ofTopicYear(d); ok {
		return at, Earlier, true
	}
	if at, ok := r.chained(d); ok {
		return at, Earlier, true
	}
	byNews, recent := r.beforePublication(d)
	if recent && r.heading == 0 {
		return byNews, Published, true
	}
	if at, ok := r.ofToldYear(d); ok {
		return at, Earlier, true
	}
	if last, ok := r.inPassage(); ok && last.basis != Published && (!r.news || last.sentence == r.sentence || last.at.d != 0) {
		at := r.yearOf(d, last.at)
		if last.span == fiscalYear && last.at.m == 0 {
			at = inBusinessYear(d, last.at.y)
		}
		if !r.future(at) || r.future(last.at) {
			return at, Earlier, true
		}
	}
	if r.heading != 0 {
		r.ref = day{y: r.heading}
		return day{r.heading, d.m, d.d}, Earlier, true
	}
	if at, ok := r.again(d); ok {
		return at, Earlier, true
	}
	if byNews.known() {
		return byNews, Published, true
	}
	base, basis, ok := r.base(earlier, toYear)
	return nearestYear(d, base), basis, ok
}

// again returns the last date of the text with the same month and day, which is then named again.
func (r *Reader) again(d day) (day, bool) {
	if r.ofYear == nil {
		r.ofYear = map[day]day{}
	}
	for _, n := range r.named[r.counted:] {
		r.ofYear[day{0, n.at.m, n.at.d}] = n.at
	}
	r.counted = len(r.named)
	at, ok := r.ofYear[day{0, d.m, d.d}]
	if ok && d.d != 0 {
		r.ref = at
		return at, true
	}
	return day{}, false
}

// beforePublication returns the last such month or day that is not after the publication.
func (r *Reader) beforePublication(d day) (at day, recent bool) {
	if !r.day.known() {
		return day{}, false
	}
	at = day{r.day.y, d.m, d.d}
	if r.future(at) {
		at.y--
	}
	for !at.valid() && at.y > r.day.y-8 { // 29 February
		at.y--
	}
	return at, r.day.d != 0 && at.distance(r.day) <= recentMonths
}

// future reports whether a day lies after the publication, where that is known as finely.
// One day is allowed for the zones of the Earth.
func (r *Reader) future(at day) bool {
	switch {
	case r.day.m == 0 || at.m == 0:
		return r.day.y != 0 && at.y > r.day.y
	case r.day.d == 0 || at.d == 0:
		return day{at.y, at.m, 0}.compare(day{r.day.y, r.day.m, 0}) > 0
	}
	return r.day.distance(at) > 1
}

// lookBackDay completes a bare day.
func (r *Reader) lookBackDay(d int) (day, Basis, bool) {
	if last := r.lastNamed(); r.joined && last.at.d != 0 {
		if at := nearestMonth(d, last.at); !r.future(at) || r.future(last.at) {
			return at, last.basis, true
		}
	}
	if at, ok := r.sameSentence(d); ok {
		return at, Earlier, true
	}
	if at, ok := r.toldDay(d); ok {
		r.ref = at
		return at, Earlier, true
	}
	if at, ok := r.storyDay(d); ok {
		r.ref = r.lastNamed().at
		return at, Earlier, true
	}
	var byNews day
	if r.day.d != 0 {
		byNews = r.lastSuch(d)
		if ago := byNews.distance(r.day); ago >= 0 && ago <= recentDays {
			return byNews, Published, true
		}
	}
	if last, ok := r.inPassage(); ok && last.at.m != 0 && (last.at.d != 0 || last.sentence == r.sentence || r.day.d == 0) {
		if at := nearestMonth(d, last.at); !r.future(at) {
			return at, Earlier, true
		}
	}
	if byNews.known() {
		return byNews, Published, true
	}
	base, basis, ok := r.base(earlier, toMonth)
	if !ok {
		return day{}, basis, false
	}
	return nearestMonth(d, base), basis, true
}

// lastSuch returns the last such day that is not after the publication.
func (r *Reader) lastSuch(d int) day {
	at := monthBack(r.day, d)
	if r.future(at) {
		at = monthBack(r.day.addMonths(-1), d)
	}
	return at
}

// monthBack sets the day in the month of base, or in the last month before it that has such a day.
func monthBack(base day, d int) day {
	at := day{base.y, base.m, d}
	if !at.valid() { // no two months in a row are short
		at = base.addMonths(-1)
		at.d = d
	}
	return at
}
