package jpdate

// A value is what a resolved mention means: one date, or the first and the last of several.
type value struct {
	shape  shape
	lo, hi string // EDTF; the same where the shape is one
	// rough is a date that takes in all of a set, for an interval, which cannot end in a set.
	rough string
	about bool
}

type shape int

const (
	one     shape = iota
	stretch       // from lo to hi
	among         // one of the dates from lo to hi
)

func (v value) text() string {
	switch v.shape {
	case stretch:
		return v.start() + "/" + v.finish()
	case among:
		return "[" + v.lo + ".." + v.hi + "]"
	}
	return v.start()
}

// start returns the value as the start of an interval.
func (v value) start() string { return v.limit(v.lo) }

// finish returns the value as the end of an interval.
func (v value) finish() string { return v.limit(v.hi) }

func (v value) limit(s string) string {
	switch {
	case v.shape == among:
		return v.rough
	case v.about:
		return s + "~"
	}
	return s
}

// value returns what the mention means if it is placed at a day.
func (m *mention) value(at day) value {
	v := m.meaning(at)
	v.about = v.about || m.about
	return v
}

func (m *mention) meaning(at day) value {
	month := func(n int) string { return day{at.y, 1, 0}.addMonths(n - 1).String() }
	year := func(n int) string { return day{at.y + n, 0, 0}.String() }
	switch {
	case m.week.given() && (m.weekday != 0 || m.day.how == number):
		return single(at.String())
	case m.week.given():
		monday := at.monday()
		if m.weekend {
			return value{shape: stretch, lo: monday.addDays(5).String(), hi: monday.addDays(6).String()}
		}
		return value{shape: stretch, lo: monday.String(), hi: monday.addDays(6).String()}
	case m.span == fiscalYear:
		return m.fiscal(month)
	case m.span == americanYear:
		return value{shape: stretch, lo: month(-2), hi: month(9)}
	case m.span == decade:
		return m.decade(year)
	case m.feast != 0, m.election != 0:
		return single(at.String())
	case m.season != 0:
		return single(day{y: at.y, m: m.season}.String())
	case m.closing:
		return value{shape: stretch, lo: month(at.m - 11), hi: month(at.m)}
	case m.month.given():
		return m.partOfMonth(at)
	case m.part == beginning:
		return value{lo: month(1), hi: month(1), about: true}
	case m.part == middle:
		return value{lo: month(6), hi: month(6), about: true}
	case m.part == end:
		return value{lo: month(12), hi: month(12), about: true}
	case m.part == firstHalf:
		return value{shape: stretch, lo: month(1), hi: month(6)}
	case m.part == secondHalf:
		return value{shape: stretch, lo: month(7), hi: month(12)}
	}
	return single(at.String())
}

func single(s string) value { return value{lo: s, hi: s} }

// fiscal returns parts of a fiscal year, whose first month is the fourth.
func (m *mention) fiscal(month func(int) string) value {
	first, last := 4, 15
	switch {
	case m.season != 0:
		first = 4 + 3*(m.season-33)
		last = first + 2
	case m.part == firstHalf:
		last = 9
	case m.part == secondHalf:
		first = 10
	case m.part == beginning:
		return value{lo: month(4), hi: month(4), about: true}
	case m.part == middle:
		return value{lo: month(9), hi: month(9), about: true}
	case m.part == end:
		return value{lo: month(15), hi: month(15), about: true}
	}
	return value{shape: stretch, lo: month(first), hi: month(last)}
}

func (m *mention) decade(year func(int) string) value {
	first, last := 0, 9
	if m.era != nil {
		last = min(last, m.era.to.y-m.year.n)
		return value{shape: stretch, lo: year(first), hi: year(last)} // the tens of an era are none of our calendar
	}
	switch m.part {
	case whole:
		return single(year(0)[:3] + "X")
	case beginning:
		last = 3
	case middle:
		first, last = 3, 7
	case end:
		first = 7
	case firstHalf:
		last = 4
	case secondHalf:
		first = 5
	}
	return value{shape: among, lo: year(first), hi: year(last), rough: year(0)[:3] + "X"}
}

// partOfMonth returns a day, a month, or one of the days of a part of it.
func (m *mention) partOfMonth(at day) value {
	first, last := 1, daysIn(at.y, at.m)
	if m.lastDay {
		return single(day{at.y, at.m, last}.String())
	}
	if m.nth != 0 {
		first = 7*m.nth - 6
		return value{shape: stretch, lo: day{at.y, at.m, first}.String(), hi: day{at.y, at.m, min(last, first+6)}.String()}
	}
	switch m.part {
	case whole:
		return single(at.String())
	case firstTen:
		last = 10
	case secondTen:
		first, last = 11, 20
	case lastTen:
		first = 21
	case firstHalf:
		last = 15
	case secondHalf:
		first = 16
	}
	return value{
		shape: among, rough: day{at.y, at.m, 0}.String(),
		lo: day{at.y, at.m, first}.String(), hi: day{at.y, at.m, last}.String(),
	}
}
