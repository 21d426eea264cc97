package analysis

import (
	"slices"
	"strings"

	"jikenbo/internal/event"
)

// The header of a table may say what its days are: 公表日 is no day on which anything was stolen. Such a day dates what its column names, and
// nothing else of the row.

// columnTypes has the names of such columns, and what is done on their days. 発生日 and 日付 are not among them: theirs are the days of the row.
var columnTypes = map[string]event.Type{
	"公表日": event.Disclosure, "発表日": event.Disclosure, "公開日": event.Disclosure, "報道日": event.Disclosure, "掲載日": event.Disclosure,
	"公表時期": event.Disclosure, "発表時期": event.Disclosure, "公表年月日": event.Disclosure, "発表年月日": event.Disclosure, "公表年月": event.Disclosure, "発表年月": event.Disclosure,
	"注意喚起日": event.Advisory, "発出日": event.Advisory,
	"逮捕日": event.Arrest, "検挙日": event.Arrest, "拘束日": event.Arrest,
	"起訴日": event.Indictment, "訴追日": event.Indictment, "送検日": event.Indictment,
	"判決日": event.Legal, "提訴日": event.Legal,
	"制裁日": event.Sanction, "制裁指定日": event.Sanction, "押収日": event.Seizure, "摘発日": event.Takedown,
	"報告日": event.Notification, "届出日": event.Notification, "通報日": event.Notification,
}

// dayColumns are other names of columns of days.
var dayColumns = []string{"発生日", "発生時期", "発生", "発生年月日", "発生年月", "攻撃日", "侵入日", "被害日", "日付", "年月日", "時期", "判明日", "発覚日", "検知日", "確認日", "期間", "攻撃時期"}

// A column is one of days.
type column struct {
	at  int        // its place among the cells of the header
	act event.Type // "" where its days are those of all that the row tells
}

// columnOf returns the column of days that a cell of a header names.
func columnOf(cell string, at int) (column, bool) {
	cell = strings.Trim(cell, " 　*|")
	act, ok := columnTypes[cell]
	return column{at, act}, ok || slices.Contains(dayColumns, cell)
}

// setColumns gives the dates of tables what their columns say of them.
func setColumns(all []found) {
	for i := 0; i < len(all); i++ {
		if cells := all[i].cells(); len(cells) > 2 {
			if days := daysOf(cells); typed(days) && !tellsMeasures(all, i, i+1, days) {
				lineColumns(all[i+1:], days)
			}
		} else if n := headerLen(all[i:]); n > 2 {
			header := make([]string, n)
			for k := range header {
				header[k] = all[i+k].text
			}
			if days := daysOf(header); typed(days) && !tellsMeasures(all, i, i+n, days) {
				cellColumns(all[i+n:], days)
			}
			i += n - 1
		}
	}
}

// daysOf returns the columns of days of a header.
func daysOf(cells []string) []column {
	var days []column
	for at, cell := range cells {
		if c, ok := columnOf(cell, at); ok {
			days = append(days, c)
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
func tellsMeasures(all []found, header, rows int, days []column) bool {
	if !slices.ContainsFunc(days, func(c column) bool { return c.act == event.Disclosure }) {
		return false
	}
	for i := max(0, header-titleReach); i < rows; i++ {
		if len(all[i].text) <= maxTitle && measures.In(all[i].text) {
			return true
		}
	}
	dates, told := 0, 0
	for i := rows; i < len(all); i++ {
		if len(all[i].dates) > 0 {
			dates++
		}
		if measures.In(all[i].text) {
			told++
		}
	}
	return 2*told >= dates
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

// lineColumns marks the first date of each of the lines of a table, if that opens a cell of a column with a name.
func lineColumns(rows []found, days []column) {
	for i := range rows {
		f := &rows[i]
		cells := f.cells()
		if len(cells) < 3 {
			return
		}
		if len(f.dates) == 0 {
			continue
		}
		before := strings.TrimSpace(f.text[:f.dates[0].Span.Start])
		at := strings.Count(strings.TrimLeft(before, "|｜"), "|") + strings.Count(before, "｜") + strings.Count(before, "\t")
		for _, c := range days {
			if c.at == at {
				f.column = c.act
			}
		}
	}
}

// headerLen returns how many short lines without a date or a full stop open the passages: the names of columns, a line each.
func headerLen(all []found) int {
	n := 0
	for n < len(all) && n < maxRow && len(all[n].dates) == 0 && len(all[n].text) <= maxCell && !strings.ContainsAny(all[n].text, "。、「") && !all[n].isNumber() {
		n++
	}
	return n
}

// cellColumns marks the dates that stand alone in a line, by how far behind the first date of their row they are.
func cellColumns(all []found, days []column) {
	first := -1
	for i := range all {
		f := &all[i]
		if f.passage.Kind == all[0].passage.Kind && !f.isDate() || f.isNumber() {
			continue
		}
		if !f.isDate() {
			return
		}
		at := 0
		for k := range days {
			if first >= 0 && i-first == days[k].at-days[0].at {
				at = k
			}
		}
		if at == 0 {
			first = i
		}
		f.column, f.opens = days[at].act, at == 0
	}
}
