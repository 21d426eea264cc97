package jpdate

import "strings"

// A day of the week may stand alone: 火曜日に逮捕され、水曜日に出廷した.

// mayOpenWeekday reports whether a day of the week may be one of its own: at the head of a sentence or of a clause.
func (c cursor) mayOpenWeekday() bool {
	return c.at(-1) == 0 || strings.ContainsRune("、。「\n 　はがも", c.at(-1)) && !c.follows("曜日、", "曜、")
}

// placeWeekday finds a day of the week that stands alone: the first behind another one of its sentence, else the last one, or the next
// where its sentence tells of a plan.
func (r *Reader) placeWeekday(n int) (day, Basis, bool) {
	if last := r.lastNamed(); last.weekday && last.passage == r.passage && last.sentence == r.sentence {
		r.ref = last.at
		at := last.at.monday().addDays(n - 1)
		if at.compare(last.at) <= 0 {
			at = at.addDays(7) // 土曜日に逮捕され、火曜日に…
		}
		return at, Earlier, true
	}
	if r.day.d == 0 {
		return day{}, Published, false
	}
	at := r.day.monday().addDays(n - 1)
	ahead := r.tense() == coming && !r.rest().whole().goesOnFromDeed()
	switch {
	case ahead && at.compare(r.day) <= 0:
		at = at.addDays(7)
	case !ahead && at.compare(r.day) > 0:
		at = at.addDays(-7)
	}
	return at, Published, true
}
