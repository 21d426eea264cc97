package edtf

// A kind is the shape of an expression.
type kind int

const (
	none     kind = iota // the zero Date
	point                // one date of some precision
	interval             // a/b
	set                  // [a,b..c]: one of these
)

// An expr is a parsed expression. A point has one span; an interval has one span from
// its start to its end; a set has one span for each of its members.
type expr struct {
	kind  kind
	spans []span
}

// A span reaches from one date to another; both are the same where one date stands.
type span struct{ from, to date }

// A limit says what stands at an end of an interval.
type limit int

const (
	dated   limit = iota // a date
	open                 // ..
	unknown              // nothing
)

// A date is one calendar date of some precision, or an end of an interval without one.
type date struct {
	limit   limit
	year    int
	blurred int // digits X at the end of the year: 1 for a decade, 2 for a century
	month   int // 1 to 12, or a grouping 21 to 41; 0 where there is none
	day     int // 0 where there is none
	// noMonth and noDay mark XX in the place of the month and of the day.
	noMonth, noDay bool
	qualifier      byte // '?', '~', '%' or 0
}

// single returns the date of an expression that is a point.
func (e expr) single() (date, bool) {
	if e.kind != point {
		return date{}, false
	}
	return e.spans[0].from, true
}

// listed returns the date that an expression is listed under.
func (e expr) listed() date {
	if e.kind == none {
		return date{}
	}
	if s := e.spans[0]; s.from.limit == dated {
		return s.from
	}
	return e.spans[0].to
}

// plain reports whether every part that the date gives is sure.
func (d date) plain() bool {
	return d.limit == dated && d.blurred == 0 && !d.noMonth && !d.noDay && d.qualifier == 0
}

// calendarMonth returns the month, 0 where there is none or only a season or quarter.
func (d date) calendarMonth() int {
	if d.limit != dated || d.month > 12 {
		return 0
	}
	return d.month
}

// precision ranks dates by how much they say: 1 year, 2 month, season or quarter, 3 day.
func (d date) precision() int {
	switch {
	case d.day != 0 || d.noDay:
		return 3
	case d.month != 0 || d.noMonth:
		return 2
	}
	return 1
}
