package jpdate

import "jikenbo/internal/source"

// yearCell reads the year that a line opens with and that has no 年: 2007　A国, 2013, where the lines of the text do so.
// Where a month goes on from it (2023　5月2日), it is only kept for that.
func (r *Reader) yearCell(s string) int {
	c := cursor{runes: r.text.runes}
	for c.seesFrame() {
		c.pos++
	}
	if !r.years || !c.opensYear() {
		return 0
	}
	start := c
	year, _ := c.numeral()
	at := day{y: year.value}
	if r.future(at) && at.y > r.day.y+1 {
		return 0
	}
	r.atRow = true
	r.keepRow(at, true)
	ahead := c
	for ahead.seesFrame() {
		ahead.pos++
	}
	if ahead.at(0) == 0 {
		r.heading = at.y
	} else if m, ok := ahead.mention(); ok && m.month.given() && !m.year.given() {
		return c.pos
	}
	r.note(mention{year: field{number, at.y}}, at, Stated)
	d := Date{Basis: Stated, Why: []string{"a year that opens a line, as other lines do"}}
	d.Value, _ = parsed(at.String())
	d.Span = source.Span{Start: int(r.text.offsets[start.pos]), End: int(r.text.offsets[c.pos])}
	d.Surface = s[d.Span.Start:d.Span.End]
	r.found = append(r.found, d)
	return c.pos
}

// seesFrame reports whether a character of the frame of a line stands at the cursor.
func (c cursor) seesFrame() bool { return c.seesOneOf(frame) }

// opensYear reports whether a year of four digits stands at the cursor that is set off from what follows.
func (c cursor) opensYear() bool {
	if c.at(0) != '1' && c.at(0) != '2' || !c.opensLine() {
		return false
	}
	n, ok := c.numeral()
	if ahead := c; ahead.takeSpaced("年", "月", "人", "件", "台", "社", "か", "カ", "の", "に") != "" {
		return false // 2008 年以来
	}
	return ok && n.digits == 4 && n.value >= 1900 && n.value < 2100 && (c.at(0) == 0 || c.seesOneOf(" \t\n|:】])>"))
}
