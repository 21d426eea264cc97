package check

import (
	"unicode"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/source"
)

// firstYear is the year before which no archive tells of cyber operations: an earlier one is a slip of the pen.
const firstYear = 1980

// records is the check of what editors wrote down of entities.
type records struct {
	today    edtf.Day
	problems source.Problems
}

// check looks at every entity; what the program brings along is not theirs to mend.
func (r *records) check(all *content.Registry) {
	for _, e := range all.All() {
		if e.Shipped {
			continue
		}
		r.reading(e)
		for _, c := range e.Claims {
			r.date(c.Pos, c.Date)
			r.date(c.Pos, c.AsOf)
		}
		if e.Operation != nil {
			r.operation(e)
		}
	}
}

// reading wants to know how a name is read, for the order of lists.
func (r *records) reading(e *content.Entity) {
	if e.Reading == "" && hasHan(e.Name.JA) {
		r.problems.Warn(DataReading, e.Pos, `write reading in hiragana, as in reading = "みなと"`,
			"%q has no reading: lists in Japanese cannot order it", e.Name.JA)
	}
}

func hasHan(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			return true
		}
	}
	return false
}

func (r *records) operation(e *content.Entity) {
	op := e.Operation
	if len(op.Events) == 0 {
		r.problems.Warn(DataEvents, e.Pos, "write at least one [[event]] with its date and source", "the operation %q has no event", e.ID)
	}
	r.date(e.Pos, op.Period)
	r.date(e.Pos, op.Announced)
	r.announced(e.Pos, op.Period, op.Announced)
	told := []edtf.Date{op.Period, op.Announced}
	for _, l := range op.Legal {
		r.date(l.Pos, l.Date)
		told = append(told, l.Date)
	}
	for _, v := range op.Events {
		r.date(v.Pos, v.Date)
		r.date(v.Pos, v.Announced)
		r.announced(v.Pos, v.Date, v.Announced)
		r.years(v.Pos, v.Title, v.Date, v.Announced)
		told = append(told, v.Date, v.Announced)
	}
	r.years(e.Pos, e.Name, told...)
}

// date wants a date of the time that archives tell of.
func (r *records) date(pos source.Position, date edtf.Date) {
	earliest, latest, from, to := date.Bounds()
	if from && earliest.Compare(r.today) > 0 {
		r.problems.Warn(DataFuture, pos, "correct the year, or wait until it has happened", "the date %s lies in the future", date)
	}
	if to && latest.Year < firstYear {
		r.problems.Warn(DataEarly, pos, "correct the year", "the date %s lies before %d", date, firstYear)
	}
}

// announced wants what was done to be no later than what was said of it.
func (r *records) announced(pos source.Position, done, announced edtf.Date) {
	begun, _, known, _ := done.Bounds()
	_, said, _, ended := announced.Bounds()
	if known && ended && said.Compare(begun) < 0 {
		r.problems.Warn(DataOrder, pos, "exchange the two dates, or correct one of them", "announced %s, before it began, %s", announced, done)
	}
}
