package analysis

import (
	"slices"
	"strings"

	"jikenbo/internal/event"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/source"
)

// The header of a table may say what its days are: 公表日 is no day on which anything was stolen. Such a day dates what its column names, and
// nothing else of the row.

// columnTypes has the names of columns of days, and what is done on these: "" for the days of all that the row tells, as 発生日 and 日付 are.
var columnTypes = map[string]event.Type{
	"公表日": event.Disclosure, "発表日": event.Disclosure, "公開日": event.Disclosure, "報道日": event.Disclosure, "掲載日": event.Disclosure,
	"公表時期": event.Disclosure, "発表時期": event.Disclosure, "公表年月日": event.Disclosure, "発表年月日": event.Disclosure, "公表年月": event.Disclosure, "発表年月": event.Disclosure,
	"開示日": event.Disclosure, "公表月": event.Disclosure, "発表月": event.Disclosure, "声明日": event.Statement,
	"有罪答弁日": event.Legal, "公判日": event.Legal, "引き渡し日": event.Legal, "引渡日": event.Legal,
	"指定日": event.Sanction, "差し押さえ日": event.Seizure, "差押日": event.Seizure, "閉鎖日": event.Takedown, "停止日": event.Takedown,
	"注意喚起日": event.Advisory, "発出日": event.Advisory,
	"逮捕日": event.Arrest, "検挙日": event.Arrest, "拘束日": event.Arrest,
	"起訴日": event.Indictment, "訴追日": event.Indictment, "送検日": event.Indictment,
	"判決日": event.Legal, "提訴日": event.Legal,
	"制裁日": event.Sanction, "制裁指定日": event.Sanction, "押収日": event.Seizure, "摘発日": event.Takedown,
	"報告日": event.Notification, "届出日": event.Notification, "通報日": event.Notification,
	"発生日": "", "発生時期": "", "発生": "", "発生年月日": "", "発生年月": "", "攻撃日": "", "侵入日": "", "被害日": "", "日付": "", "年月日": "", "時期": "",
	"判明日": "", "発覚日": "", "検知日": "", "確認日": "", "期間": "", "攻撃時期": "",
}

// shortTypes has the names that say so only in a line with rules: a headline may be ハッカー 逮捕 起訴, and a menu 発表.
var shortTypes = map[string]event.Type{
	"公表": event.Disclosure, "発表": event.Disclosure, "開示": event.Disclosure, "逮捕": event.Arrest, "検挙": event.Arrest, "起訴": event.Indictment, "判決": event.Legal, "身柄引き渡し": event.Legal, "制裁": event.Sanction,
}

// A column is one of days.
type column struct {
	at  int        // its place among the cells of the header
	act event.Type // "" where its days are those of all that the row tells
}

// A columnReader goes through the passages of a text once and gives the dates of tables what their columns say of them.
type columnReader struct {
	all []found
	// lines and cells are the columns of the table in lines, and of that with a cell a line, that the last passage stands in.
	lines, cells []column
	// spaced are those of the table whose lines have only spaces between their cells.
	spaced []column
	kind   source.PassageKind // of the cells of that
	first  int                // the passage with the first date of its last row, -1 before the first row
	// excess is by how much, from each passage on, twice the passages that tell measures exceed those with a date; nil until it is asked for.
	excess []int
}

// setColumns gives the dates of tables what their columns say of them.
func setColumns(all []found) {
	r := columnReader{all: all}
	for i := 0; i < len(all); i++ {
		cells := all[i].cells()
		r.mark(i, cells)
		if len(cells) > 2 {
			if days := ruledDays(cells); typed(days) && !r.tellsMeasures(i, i+1, days) {
				r.lines = days
			}
			continue
		}
		if days := spacedDays(all[i].text); days != nil && !r.tellsMeasures(i, i+1, days) {
			r.spaced = days
			continue
		}
		n := headerLen(all[i:])
		if n < 3 {
			continue
		}
		header := make([]string, n)
		for k := range header {
			header[k] = all[i+k].text
			if k > 0 {
				r.mark(i+k, nil)
			}
		}
		if days := daysOf(header); i+n < len(all) && typed(days) && !r.tellsMeasures(i, i+n, days) {
			r.cells, r.kind, r.first = days, all[i+n].passage.Kind, -1
		}
		i += n - 1
	}
}

// mark marks the first date of a passage by the tables that it stands in.
func (r *columnReader) mark(i int, cells []string) {
	if r.lines != nil {
		r.markLine(i, cells)
	}
	if r.cells != nil {
		r.markCell(i)
	}
	if r.spaced != nil {
		r.markSpaced(i)
	}
}

// spacedDays returns the columns of days of a header that has only spaces between the names of its columns, nil where none says what is
// done on its days or the line is no header: 氏名 国 逮捕日 逮捕場所 判決日 量刑.
func spacedDays(line string) []column {
	if len(line) > maxTitle || strings.ContainsFunc(line, isProseOrDigit) {
		return nil
	}
	cells := strings.Fields(line)
	if len(cells) < 3 {
		return nil
	}
	if days := daysOf(cells); typed(days) {
		return days
	}
	return nil
}

// isProseOrDigit reports whether a character is one that prose and dates have, and no header of such a table.
func isProseOrDigit(r rune) bool {
	return r == '。' || r == '、' || r == '「' || '0' <= r && r <= '9'
}

// markSpaced marks the dates of a line of such a table, of which the cells cannot be counted, as names have spaces too: they stand in the order of
// their columns where there are as many.
func (r *columnReader) markSpaced(i int) {
	f := &r.all[i]
	if strings.HasSuffix(f.text, "。") || f.isNote() || f.passage.Kind == source.Heading {
		r.spaced = nil
		return
	}
	if len(f.dates) != len(r.spaced) {
		return
	}
	for d, c := range r.spaced {
		f.setColumn(d, c.act)
	}
}

// daysOf returns the columns of days of a header.
func daysOf(cells []string) []column {
	var days []column
	for at, cell := range cells {
		if act, ok := columnTypes[strings.Trim(cell, " 　*|")]; ok {
			days = append(days, column{at, act})
		}
	}
	return days
}

// ruledDays returns those of a header with rules between its cells.
func ruledDays(cells []string) []column {
	days := daysOf(cells)
	for at, cell := range cells {
		if act, ok := shortTypes[strings.Trim(cell, " 　*|")]; ok {
			days = append(days, column{at, act})
		}
	}
	return days
}

// typed reports whether one of the columns says what is done on its days.
func typed(days []column) bool {
	return slices.ContainsFunc(days, func(c column) bool { return c.act != "" })
}

// tellsMeasures reports whether the title above a header with a column of days of publication, or most rows below it, tell what authorities
// did. That is done by making it known: what was announced as an indictment on a day is one of that day.
func (r *columnReader) tellsMeasures(header, rows int, days []column) bool {
	if !slices.ContainsFunc(days, func(c column) bool { return c.act == event.Disclosure }) {
		return false
	}
	for i := max(0, header-titleReach); i < rows; i++ {
		if len(r.all[i].text) <= maxTitle && measures.In(r.all[i].text) {
			return true
		}
	}
	if r.excess == nil {
		r.excess = make([]int, len(r.all)+1)
		for i := len(r.all) - 1; i >= 0; i-- {
			r.excess[i] = r.excess[i+1]
			if len(r.all[i].dates) > 0 {
				r.excess[i]--
			}
			if measures.In(r.all[i].text) {
				r.excess[i] += 2
			}
		}
	}
	return r.excess[rows] >= 0
}

// titleReach is how many passages above its header the title of a table stands at most.
const titleReach = 2

// measures are words for what authorities do.
var measures = event.Words("起訴", "訴追", "制裁", "差し押さえ", "差押", "押収", "逮捕", "摘発", "無力化", "無害化", "テイクダウン", "閉鎖", "解体", "管理権", "名指し", "非難", "帰属", "注意喚起", "勧告")

// cells returns the cells of a row that stands in one line, nil where it has no rules or tabs between them.
func (f *found) cells() []string {
	if len(f.text) > maxEntry {
		return nil
	}
	line := strings.TrimSpace(f.text)
	for _, rule := range []string{"\t", "|", "｜"} {
		if strings.Contains(line, rule) {
			return strings.Split(strings.Trim(line, rule), rule)
		}
	}
	return nil
}

// markLine marks the first date of a line of a table, if that opens a cell of a column with a name.
func (r *columnReader) markLine(i int, cells []string) {
	f := &r.all[i]
	if len(cells) < 3 {
		r.lines = nil
		return
	}
	for _, c := range r.lines {
		for d := range f.dates {
			if cellOf(f.text[:f.dates[d].Span.Start]) == c.at {
				f.setColumn(d, c.act)
				break
			}
		}
	}
}

// cellOf returns how many cells of a line end in the text before a place.
func cellOf(before string) int {
	before = strings.TrimSpace(before)
	return strings.Count(strings.TrimLeft(before, "|｜"), "|") + strings.Count(before, "｜") + strings.Count(before, "\t")
}

// setColumn sets what is done on a date of the passage.
func (f *found) setColumn(date int, act event.Type) {
	if len(f.columns) <= date {
		f.columns = append(f.columns, make([]event.Type, date+1-len(f.columns))...)
	}
	f.columns[date] = act
}

// headerLen returns how many short lines without a date or a full stop open the passages: the names of columns, a line each.
func headerLen(all []found) int {
	n := 0
	for n < len(all) && n < maxRow && len(all[n].dates) == 0 && len(all[n].text) <= maxCell && !strings.ContainsAny(all[n].text, "。、「") && !all[n].isNumber() {
		n++
	}
	return n
}

// markCell marks a date that stands alone in a line, by how far behind the first date of its row it is.
func (r *columnReader) markCell(i int) {
	f := &r.all[i]
	switch {
	case f.isNumber():
		return
	case !f.isDate():
		if f.passage.Kind != r.kind {
			r.cells = nil
		}
		return
	}
	at := 0
	for k := range r.cells {
		if r.first >= 0 && i-r.first == r.cells[k].at-r.cells[0].at {
			at = k
		}
	}
	if at == 0 {
		r.first = i
	}
	f.columns, f.opens = []event.Type{r.cells[at].act}, at == 0
}

// column returns what is done on the first date, by the name of its column; "" where no header says so.
func (f *found) column() event.Type {
	if len(f.columns) == 0 {
		return ""
	}
	return f.columns[0]
}

// columnsIn returns what is done on those dates of the passage that a sentence has.
func (f *found) columnsIn(dates []jpdate.Date) []event.Type {
	if len(f.columns) == 0 || len(dates) == 0 {
		return nil
	}
	first := slices.IndexFunc(f.dates, func(d jpdate.Date) bool { return d.Span == dates[0].Span })
	if first < 0 || first >= len(f.columns) {
		return nil
	}
	return f.columns[first:min(len(f.columns), first+len(dates))]
}
