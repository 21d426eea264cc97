package analysis

import (
	"strings"
	"unicode/utf8"

	"jikenbo/internal/jpdate"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// Tables that were copied out of a page come with a cell a line, and chronicles with a date above each entry or at the head of
// its line. There a sentence without a date of its own has that of its row.

// maxRow is how many lines a row may go on below its date.
const maxRow = 8

// setRows gives each passage the date of the row that it stands in.
// A single date on a line of its own makes no table: that is when a text came out.
func setRows(all []found) {
	setColumns(all)
	cells, heads, entries := 0, 0, 0
	for i := range all {
		switch {
		case all[i].isDate():
			cells++
		case all[i].column() == "" && all[i].opensWithDate():
			heads++
		case all[i].opensEntry():
			entries++
		}
	}
	if cells > 1 || cells == 1 && hasHours(all) {
		fillRows(all)
	}
	if heads > 2 {
		for i := range all {
			if all[i].column() == "" && all[i].opensWithDate() {
				all[i].row = all[i].dates[0]
			}
		}
	}
	for i := range all {
		all[i].entry = !all[i].row.Value.IsZero() && all[i].opensWithDate() || entries > 2 && all[i].opensEntry()
	}
}

// hasHours reports whether the line below a date opens with an hour, so that the lines there tell the course of that day: 04:40頃　….
func hasHours(all []found) bool {
	for i := range all[:max(len(all)-1, 0)] {
		if all[i].isDate() {
			return opensWithHour(all[i+1].text)
		}
	}
	return false
}

// opensWithHour reports whether a line opens with an hour and its minutes.
func opensWithHour(line string) bool {
	line = strings.TrimLeft(line, " 　・-")
	hour := strings.TrimLeft(line, "0123456789")
	minute, ok := strings.CutPrefix(hour, ":")
	if !ok || len(line)-len(hour) > 2 || len(line) == len(hour) {
		return false
	}
	rest := strings.TrimLeft(minute, "0123456789")
	return len(minute)-len(rest) == 2 && rest != ""
}

// fillRows gives the lines below a line that is a date that date.
func fillRows(all []found) {
	var row jpdate.Date
	lines := 0
	for i := range all {
		f := &all[i]
		lines++
		switch {
		case f.isDate() && f.column() != "":
			if lines = 0; f.opens {
				row = jpdate.Date{}
			}
		case f.isDate():
			row, lines = f.dates[0], 0
		case f.passage.Kind == source.Heading, f.isNumber(), f.isNote(), lines > maxRow:
			row = jpdate.Date{}
		}
		if !f.isDate() {
			f.row = row
		}
	}
}

// isDate reports whether a passage is nothing but a date, in its frame.
func (f *found) isDate() bool {
	if len(f.dates) != 1 || len(f.text) > 64 {
		return false
	}
	d := f.dates[0]
	rest := strings.TrimLeft(f.text[d.Span.End:], " 　")
	for _, part := range []string{"未明", "早朝", "深夜", "夜間", "午前中", "午前", "午後", "夕方", "朝", "昼", "夕", "夜"} {
		if after, ok := strings.CutPrefix(rest, part); ok {
			rest = strings.TrimPrefix(strings.TrimPrefix(after, "頃"), "ごろ")
			break
		}
	}
	return d.Value.Month() != 0 && !d.AsOf && framed(f.text[:d.Span.Start]) && framed(rest)
}

// opensWithDate reports whether a passage opens with a date that is set off from what follows: 5月10日　…, 5月10日：….
func (f *found) opensWithDate() bool { return f.opensWith(setOff) }

func (f *found) opensWith(seps string) bool {
	if len(f.dates) == 0 || len(f.text) > maxEntry {
		return false
	}
	d := f.dates[0]
	if d.Value.Month() == 0 || !framed(f.text[:d.Span.Start]) && !numbers(f.text[:d.Span.Start]) {
		return false
	}
	rest := f.text[d.Span.End:]
	if strings.HasPrefix(rest, "（") || strings.HasPrefix(rest, "(") { // the weekday, or where
		if end := strings.IndexAny(rest, ")）"); end > 0 && end < 24 {
			_, n := utf8.DecodeRuneInString(rest[end:])
			rest = rest[end+n:]
		}
	}
	r, n := utf8.DecodeRuneInString(rest)
	return n > 0 && len(rest) > n && strings.ContainsRune(seps, r)
}

// setOff are the signs that set a date off from its entry.
const setOff = " 　\t:：|】」-–—"

// opensEntry reports whether a passage opens with a date that has its year and that a comma sets off: 平成29年　5月中旬、….
// What it tells further on need not have been on that date.
func (f *found) opensEntry() bool {
	return len(f.dates) > 0 && f.dates[0].Basis == jpdate.Stated && f.opensWith("、，")
}

// maxEntry is how many bytes an entry of a chronicle may have.
const maxEntry = 900

// maxCell is how many bytes a cell may have that is no sentence.
const maxCell = 48

// isCell reports whether a passage is a short cell of a row: its date, its number, a name or an amount.
func (f *found) isCell() bool {
	return len(f.text) <= maxCell && (!f.row.Value.IsZero() || f.isNumber() || f.isDate())
}

// isNumber reports whether a passage is no more than the number of a row.
func (f *found) isNumber() bool {
	return len(f.text) <= 9 && strings.Trim(f.text, "0123456789０１２３４５６７８９.．()（）") == ""
}

// numbers reports whether a text is the number of a row, set off from the date behind it: 3|　|2024年5月10日.
func numbers(s string) bool {
	number := strings.TrimRight(s, " 　\t|.．)）")
	return number != "" && number != s && len(number) <= 6 && strings.Trim(number, "|(（0123456789０１２３４５６７８９") == ""
}

// isNote reports whether a passage is a note below a table.
func (f *found) isNote() bool {
	for _, mark := range []string{"※", "注", "（注", "(注", "＊", "* ", "出典", "資料：", "（出典", "[注"} {
		if strings.HasPrefix(f.text, mark) {
			return true
		}
	}
	return false
}

// framed reports whether a text is no more than what stands around a date on a line.
func framed(s string) bool {
	return only(s, frameSigns) || only(s, weekdaySigns)
}

var (
	frameSigns   = morph.NewRuneSet(" 　\t|#*・■□●○◆◇▼▽【】[]()（）<>〈〉《》「」:：-–—◎▶▲△➤")
	weekdaySigns = morph.NewRuneSet("() （）月火水木金土日曜祝")
)

// only reports whether a text is nothing but characters of a set.
func only(s string, set *morph.RuneSet) bool {
	for _, r := range s {
		if r >= 1<<16 || !set.Has(r) {
			return false
		}
	}
	return true
}
