package jpdate

import (
	"strings"

	"jikenbo/internal/source"
)

// A year may be a column of its own, at the head of the lines of a list: 2017年　3月15日, 2007　A国, R5 | 7月4日.

// column returns the cursor in the text up to the end of the column that a year makes, where one opens the line at the
// cursor and the lines of the text have such a column: no month behind it belongs to that year's date.
func (r *Reader) column(c cursor, p *page) cursor {
	if !r.yearColumn || !c.opensLine() {
		return c
	}
	from := int(p.offsets[c.pos])
	n := yearIn(p.prose[from:])
	if n == 0 || columnBehind(p.prose[from+n:]) == 0 {
		return c
	}
	end := c.pos
	for int(p.offsets[end]) < from+n {
		end++
	}
	if end < len(c.runes) {
		c.runes[end] = '\t' // what follows goes not on from it as a month does behind 年 and a space
	}
	return cursor{c.runes[:end], c.pos}
}

// yearIn returns how many bytes of a line a year with 年 takes that the line opens with, 0 where none does. What stands in
// brackets behind it belongs to it: 2023年（令和5年）.
func yearIn(s string) int {
	i := strings.Index(s[:min(len(s), len("令和二〇二四 年"))], "年")
	if i <= 0 || strings.Trim(s[:i], "'’0123456789０１２３４５６７８９〇一二三四五六七八九十元令和平成昭RHS ") != "" {
		return 0
	}
	i += len("年")
	for _, pair := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		if inside, ok := strings.CutPrefix(s[i:], pair[0]); ok {
			if n := strings.Index(inside, pair[1]); n > 0 && n < 24 {
				return i + len(pair[0]) + n + len(pair[1])
			}
		}
	}
	return i
}

// columnBehind returns how many bytes of space or rule set a column off from what a line has before it, 0 where something
// goes on from that at once, or behind one space as within a date.
func columnBehind(s string) int {
	rest := strings.TrimLeft(s, " \t\u3000|｜")
	n := len(s) - len(rest)
	if rest == "" || s[:n] == " " {
		return 0
	}
	return n
}

// yearCell reads the year that a line opens with and that has no 年, where the lines of the text do so: 2007　A国, 2013, R5, '19.
// Where a month goes on from it behind one space (2023 5月2日), it is only kept for that.
func (r *Reader) yearCell(s string) int {
	if !r.years && !r.forms && r.heading == 0 {
		return 0
	}
	c := cursor{runes: r.text.runes}
	for c.seesFrame() {
		c.pos++
	}
	start := c
	r.start, r.after = start.pos, start.pos
	at := r.opensYear(&c)
	if !at.known() || r.future(at) && at.y > r.day.y+1 {
		return 0
	}
	r.atRow = true
	r.keepRow(&mention{}, at, true)
	ahead := c
	for ahead.seesFrame() {
		ahead.pos++
	}
	if ahead.at(0) == 0 {
		r.heading = at.y
	} else if m, ok := ahead.mention(); ok && m.month.given() && !m.year.given() && columnBehind(s[r.text.offsets[c.pos]:]) == 0 {
		return c.pos
	}
	r.after = c.pos
	r.note(&mention{year: field{number, at.y}}, at, Stated)
	d := Date{Basis: Stated, Why: []string{"a year that opens a line, as other lines do"}}
	d.Value, _ = parsed(at.String())
	d.Span = source.Span{Start: int(r.text.offsets[start.pos]), End: int(r.text.offsets[c.pos])}
	d.Surface = s[d.Span.Start:d.Span.End]
	r.found = append(r.found, d)
	return c.pos
}

// opensYear reads the year without 年 that opens a line, in one of the forms that the lines of the text have.
func (r *Reader) opensYear(c *cursor) day {
	switch ahead := *c; {
	case r.years && c.opensYear():
		year, _ := c.numeral()
		return day{y: year.value}
	case !r.forms && c.at(0) != '\'':
	case ahead.opensForm():
		if _, y, ok := c.eraYear(); ok {
			return day{y: y}
		}
		c.pos++ // the apostrophe
		year, _ := c.numeral()
		if y, _, ok := r.shortYear(&mention{year: field{marked, year.value}}); ok {
			return day{y: y}
		}
	}
	return day{}
}

// seesFrame reports whether a character of the frame of a line stands at the cursor.
func (c cursor) seesFrame() bool { return c.seesOneOf(frame) }

// setOff reports whether what a line has before the cursor is set off from what follows.
func (c cursor) setOff() bool { return c.at(0) == 0 || c.seesOneOf(" \t|:】])>〉》〕◆■●★") }

// opensYear reports whether a year of four digits stands at the cursor that is set off from what follows.
func (c cursor) opensYear() bool {
	if c.at(0) != '1' && c.at(0) != '2' || !c.opensLine() {
		return false
	}
	n, ok := c.numeral()
	if ahead := c; ahead.takeSpaced("年", "月", "人", "件", "台", "社", "か", "カ", "の", "に") != "" {
		return false // 2008 年以来
	}
	return ok && n.digits == 4 && n.value >= 1900 && n.value < 2100 && c.setOff()
}

// opensForm reports whether a year of an era by its letter, or one of two digits behind an apostrophe, stands at the cursor, set
// off from what follows, and moves behind it.
func (c *cursor) opensForm() bool {
	if !c.seesOneOf("RHS'") || !c.opensLine() {
		return false
	}
	if c.shortMark() {
		n, ok := c.numeral()
		return ok && n.digits == 2 && c.setOff()
	}
	_, _, ok := c.eraYear()
	return ok && c.setOff()
}
