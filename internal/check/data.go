package check

import (
	"unicode"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/source"
)

// firstYear is the year before which no archive tells of cyber operations: an earlier one is a slip of the pen.
const firstYear = 1980

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
	if begun, said, before := earlier(announced, done); before {
		r.problems.Warn(DataOrder, pos, "exchange the two dates, or correct one of them", "announced %s, before it began, %s", said, begun)
	}
}

// told wants what a source tells of to be no later than the source.
func (r *records) told(ev content.Evidence, date edtf.Date) {
	s := r.Sources.Get(ev.Source)
	if s == nil {
		return // loading or linking has said so
	}
	if begun, said, before := earlier(s.Published, date); before {
		r.problems.Warn(DataOrder, ev.SourcePos, "correct the date, or name the source that tells of it",
			"the source %q came out %s and cannot tell of %s", ev.Source, said, begun)
	}
}

// earlier reports whether a date lies wholly before another one, and returns the two the other way round.
func earlier(date, than edtf.Date) (edtf.Date, edtf.Date, bool) {
	begun, _, known, _ := than.Bounds()
	_, last, _, ended := date.Bounds()
	return than, date, known && ended && last.Compare(begun) < 0
}
