package jpdate

import (
	"slices"
)

// A timeline gives each of its lines a date and says most of it once: the year above the lines, or in the
// first of them. A line that opens with a date is a row.

// A row is the last line that opened with a date.
type row struct {
	at      day
	stated  bool // its year stands in the text: in the row or in one before it
	passage int
	falls   int  // how many rows in a row have gone back in time
	rises   int  // and forward
	minute  int  // of its time, or the first of a day that is all of the line; 0 elsewhere
	cell    bool // it is a line of its own in a table, and the lines below belong to it
}

const (
	rowGap    = 8  // lines that two rows of one list may be apart
	yearTurn  = 3  // months that a row may lie before the one above it without being of the next year
	monthTurn = 9  // and days, without being of the next month
	turnDays  = 62 // from a row to a day of the year before it that leaves out that year
)

// opensRow reports whether a date from first to the cursor opens a line as one of a list does: nothing
// but its frame stands before it, and what follows is set off.
func (c cursor) opensRow(first int) bool {
	if !(cursor{c.runes, first}).opensLine() {
		return false
	}
	if c.takeAny(partsOfDay) == "" { // 1月30日|未明 A社
		c.take("、", ",")
	}
	return c.at(0) == 0 || c.seesOneOf(" \t\n|:】])」>〉》-~=・◆■●★▽▼△〕〗』") || c.follows(" ") || c.at(0) == '/' && !isDigit(c.at(1))
}

// keepRow keeps the date of a row.
func (r *Reader) keepRow(m *mention, at day, stated bool) {
	if at.m == 0 && r.row.passage == r.passage {
		return
	}
	next := row{at: at, stated: stated, passage: r.passage, falls: r.row.falls, rises: r.row.rises, cell: r.nextCell, minute: r.opensDay(m)}
	switch c := (day{at.y, at.m, 0}).compare(day{r.row.at.y, r.row.at.m, 0}); {
	case c < 0:
		next.falls, next.rises = next.falls+1, 0
	case c > 0 && r.row.at.known():
		next.falls, next.rises = 0, next.rises+1
	}
	r.row = next
}

// inRow returns the date that opens the line, or that of the row of the table to which the line belongs, where its year
// stands in the text.
func (r *Reader) inRow() (day, bool) {
	return r.row.at, r.row.stated && !r.atRow && (r.row.passage == r.passage || r.inCells())
}

// inCells reports whether the passage is one of the cells behind the date of a row.
func (r *Reader) inCells() bool {
	gap := r.passage - r.row.passage
	return r.row.cell && gap > 0 && gap <= rowGap
}

// keepCells sees to where the row of a table with a cell a line begins and ends: a date alone on its line, as there are
// others, and the number of the next row or a note below the table.
func (r *Reader) keepCells() {
	r.nextCell = false
	switch c := (cursor{runes: r.text.runes}); {
	case !r.cells:
	case c.isCell():
		r.nextCell = true
	case c.isCounter(), c.sees("※", "注", "(注", "出典", "資料"):
		r.row.cell = false
	}
}

// isCell reports whether the text is nothing but one date with its month, in its frame.
func (c cursor) isCell() bool {
	for c.seesFrame() {
		c.pos++
	}
	if len(c.runes)-c.pos > len("2024年10月10日（木）～20日ごろ") || !isDigit(c.at(0)) && !c.seesOneOf("令平昭RHS'") {
		return false
	}
	p, ok := c.phrase()
	c.skipSpace()
	c.take("未明", "早朝", "深夜", "夜間", "午前中", "午前", "午後", "夕方", "朝", "昼", "夕", "夜")
	c.take("頃", "ごろ")
	for c.seesFrame() {
		c.pos++
	}
	return ok && p.from.month.given() && !p.asOf && c.at(0) == 0
}

// isCounter reports whether the text is no more than the number of a row.
func (c cursor) isCounter() bool {
	if len(c.runes) > 4 {
		return false
	}
	for ; c.pos < len(c.runes); c.pos++ {
		if !isDigit(c.at(0)) && !c.seesOneOf(".()") {
			return false
		}
	}
	return true
}

// rowBefore returns the row before this one, where its year stands in the text.
func (r *Reader) rowBefore() (row, bool) {
	gap := r.passage - r.row.passage
	return r.row, r.atRow && r.row.stated && gap > 0 && gap <= rowGap
}

// byRows completes a month, or a month and its day, in a list.
func (r *Reader) byRows(d day) (day, bool) {
	if last, ok := r.inRow(); ok {
		return r.withinRow(d, last)
	}
	before, ok := r.rowBefore()
	if !ok || r.heading != 0 && r.heading == before.at.y || r.title.passage > before.passage && r.heading == 0 || r.headed > before.passage {
		return day{}, false
	}
	r.ref = before.at
	at := day{before.at.y, d.m, d.d}
	switch next := (day{at.y + 1, d.m, d.d}); {
	case before.at.m == 0:
	case before.falls > 1 && d.m > before.at.m+yearTurn:
		at.y--
	case before.falls < 2 && d.m < before.at.m-yearTurn && (!r.future(next) || before.rises > 1 && r.isPlan()):
		at = next
	}
	if r.future(at) && !r.future(before.at) && before.rises == 0 && !r.rest().listsPlan() {
		at.y--
	}
	return at, at.valid()
}

// withinRow completes a month that a row names behind its date. Who leaves out a year means that of the row, but for what lies
// close to it on the other side of the turn of the year.
func (r *Reader) withinRow(d, row day) (day, bool) {
	if last := r.lastNamed(); last.passage == r.passage && last.basis == Earlier && last.at.m != 0 && last.at.compare(row) > 0 {
		row = last.at // 翌年8月1日に逮捕、9月に起訴
	}
	r.ref = row
	same, near := day{row.y, d.m, d.d}, nearestYear(d, row)
	switch {
	case near.y > row.y && (r.future(near) || r.tense() == past && r.perfect()):
		near = same
	case near.y < row.y && near.distance(row) > turnDays && !r.perfect() && !r.future(same):
		near = same
	}
	if r.future(near) {
		near = same
	}
	return near, near.valid()
}

// besideRow completes a day that is written with a sign in a column behind the day of its row: 5/8|5/31|A社.
func (r *Reader) besideRow(m *mention, d day) (day, bool) {
	if m.stand == plain || r.atRow || r.row.passage != r.passage || r.row.at.d == 0 {
		return day{}, false
	}
	r.ref = r.row.at
	at := nearestYear(d, r.row.at)
	return at, at.valid() && !r.future(at)
}

// yearOf completes a month behind a date of its passage: in the year of that, or the year before or after where that is nearer,
// but not in one far back that only a sentence in the perfect would leave out.
func (r *Reader) yearOf(d, last day) day {
	near := nearestYear(d, last)
	if first, ok := r.beginningOfLast(); ok && near.compare(first) >= 0 && near.compare(last) <= 0 {
		return near // 2023年11月から2024年4月まで…。|12月1日|
	}
	same := day{last.y, d.m, d.d}
	if near.y < last.y && near.distance(last) > turnDays && same.valid() && !r.future(same) && !r.perfect() {
		return same
	}
	return near
}

// beginningOfLast returns the month, or the day, with which the last date of the text begins, if that is a range.
func (r *Reader) beginningOfLast() (day, bool) {
	n := len(r.named)
	if n < 2 || !r.named[n-1].ranged || !r.named[n-2].ranged {
		return day{}, false
	}
	first := r.named[n-2].at
	return first, first.m != 0 && r.named[n-2].passage == r.named[n-1].passage
}

// isPlan reports whether what follows tells what lies ahead.
func (r *Reader) isPlan() bool {
	t := r.tense()
	return t == coming || t == planned || r.rest().plans()
}

// plans reports whether the line goes on with a plan and no verb: 新体制（予定）, 訴えの期限.
func (c cursor) plans() bool {
	for n := 0; n < scope && c.at(0) != 0 && c.at(0) != '\n' && c.at(0) != '。'; n++ {
		if c.sees("予定", "期限", "見込み", "見通し", "めど", "開始へ") {
			return true
		}
		c.pos++
	}
	return false
}

// dayByRows completes a bare day in a list.
func (r *Reader) dayByRows(d int) (day, bool) {
	if last := r.row.at; !r.atRow && last.m != 0 && (r.row.passage == r.passage || r.inCells()) {
		if near := r.lastNamed(); near.passage == r.passage && near.at.m != 0 {
			last = near.at
		}
		r.ref = last
		at := nearestMonth(d, last)
		return at, at.valid() && !r.future(at)
	}
	before := r.row
	if gap := r.passage - before.passage; !r.atRow || gap < 1 || gap > rowGap || before.at.m == 0 {
		return day{}, false
	}
	r.ref = before.at
	at := day{before.at.y, before.at.m, d}
	if before.at.d > d+monthTurn && before.falls < 2 {
		at = before.at.addMonths(1)
		at.d = d
	}
	return at, at.valid() && !r.future(at)
}

// perfect reports whether what follows tells of something that came before what the line tells: 感染していたことが判明.
func (r *Reader) perfect() bool {
	c := r.rest()
	for n := 0; n < scope && c.at(0) != 0 && c.at(0) != '。'; n++ {
		if c.sees("ていた", "でいた") {
			return true
		}
		c.pos++
	}
	return false
}

// rest is the text behind the phrase that is resolved.
func (r *Reader) rest() cursor { return cursor{r.text.runes, r.after} }

// restHas reports whether one of some phrases stands in the sentence behind the phrase that is resolved.
func (r *Reader) restHas(phrases *phrases) bool {
	for c := r.rest(); c.at(0) != 0 && c.at(0) != '。' && c.at(0) != '\n'; c.pos++ {
		if c.seesAny(phrases) {
			return true
		}
	}
	return false
}

// tense is what the sentence says of the phrase that is resolved.
func (r *Reader) tense() tense {
	if r.rest().listsPlan() {
		return coming
	}
	return r.rest().whole().tense()
}

// whole returns the cursor in a text without the spaces that machine translation left in words, if there are any ahead.
func (c cursor) whole() cursor {
	end := min(len(c.runes), c.pos+scope)
	if !slices.Contains(c.runes[c.pos:end], ' ') {
		return c
	}
	start := max(0, c.pos-4)
	out := cursor{make([]rune, 0, end-start), c.pos - start}
	for i, r := range c.runes[start:end] {
		if r != ' ' {
			out.runes = append(out.runes, r)
		} else if i < c.pos-start {
			out.pos--
		}
	}
	return out
}

// limitOfRows returns the last year that a short one may mean in the rows of a text whose publication is not known, from
// the last year that the text writes out: rows may go on some years after that.
func limitOfRows(latest int) int {
	if latest == 0 {
		return 2029
	}
	return max(latest, min(latest+yearsAhead, 2025))
}

// byTitle completes a month, or a month and its day, that opens a line below a title with a year.
func (r *Reader) byTitle(d day) (day, bool) {
	if !r.atRow && (!r.atLine || d.d == 0) || !r.title.at.known() || r.heading != 0 {
		return day{}, false
	}
	at := day{r.title.at.y, d.m, d.d}
	if d.m < r.title.at.m {
		at.y++ // a fiscal year goes on to March
	}
	r.ref = day{y: r.title.at.y}
	return at, at.valid() && !r.future(at)
}

// countsFromRow reports whether 6日前 is said of the day of the row rather than of the publication.
func (r *Reader) countsFromRow() bool {
	last, ok := r.inRow()
	return ok && (r.inCells() || last.distance(r.day) > recentMonths)
}

// fromRow makes what counts from the publication count from the date named before.
func (h how) fromRow() how {
	if h == published {
		return earlier
	}
	return h
}
