package jpdate

import "strings"

// Days are counted from what a text has told: 3日後, 事件の2日後, 侵入から5日後.

// mayFollow reports whether the passage has named a date from which 3日後 counts, and the sentence tells what came then.
func (r *Reader) mayFollow(m *mention) bool {
	last, fine := r.lastNamed(), toYear
	switch m.finest() {
	case "日":
		fine = toDay
	case "月":
		fine = toMonth
	}
	t := r.tense()
	return (last.passage == r.passage || r.inCells()) && last.at.fine(fine) && t != coming && t != planned
}

// fromDeed returns what lies so long before or after a deed that the text has told: 公表|の5日後.
func (r *Reader) fromDeed(m *mention) (day, Basis, bool) {
	if t := r.tense(); t == coming || t == planned {
		return day{}, Earlier, false
	}
	base, ok := r.dayOfDeed(string(m.deed[:]))
	if !ok {
		return day{}, Earlier, false
	}
	r.ref = base
	switch {
	case m.day.given():
		return base.addDays(m.day.n), Earlier, base.d != 0
	case m.month.given():
		at := base.addMonths(m.month.n)
		return day{at.y, at.m, 0}, Earlier, base.m != 0
	}
	return day{y: base.y + m.year.n}, Earlier, true
}

const (
	deedsBack = 3   // passages in which a deed may have been told
	deedScope = 300 // bytes behind its date
)

// dayOfDeed returns the date of the last sentence that tells of a deed: 5月7日、手口を公表した. A thing that has happened is told of
// where it is what the sentence ends with: 殺害された事件.
func (r *Reader) dayOfDeed(deed string) (day, bool) {
	for i := len(r.named) - 1; i >= 0 && r.passage-r.named[i].passage < deedsBack; i-- {
		n := r.named[i]
		if n.ranged {
			continue
		}
		rest := n.rest[:min(len(n.rest), deedScope)]
		rest, _, _ = strings.Cut(rest, "。")
		if at := strings.Index(rest, deed); at >= 0 && (!isThing(deed) || strings.HasSuffix(rest[:at], "た") || strings.HasSuffix(rest[:at], "の")) {
			return n.at, true
		}
	}
	return day{}, false
}

// isThing reports whether a word names what happened rather than what somebody did.
func isThing(deed string) bool {
	return deed == "事件" || deed == "事故" || deed == "災害" || deed == "障害"
}
