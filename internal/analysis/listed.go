package analysis

import (
	"slices"
	"sort"
	"strings"

	"jikenbo/internal/event"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/source"
)

// A table may tell its acts by no verb: its title or a column says what they are (主な流出の一覧), and a row gives the day, who
// was hit and how much was lost.

// addListed adds the acts of such rows, where no sentence of the row has told an act of its day.
func (b *builder) addListed(all []found) {
	if !b.topic {
		return
	}
	var title rowType
	for i := range all {
		f := &all[i]
		switch {
		case f.column() != "":
		case f.isDate():
			if cells := rowCells(all[i:]); len(cells) > 1 {
				b.addRow(cells, f.dates[0], title)
			} else if cells := numberedRow(all, i); len(cells) > 1 {
				b.addRow(cells, f.dates[0], title)
			}
		case f.opensRow():
			b.addLine(f, title)
		case f.row.Value.IsZero() && len(f.text) <= maxTitle && !strings.HasSuffix(f.text, "。"):
			if t, at, ok := event.TypeOfRows(f.text); ok {
				title = rowType{t, f.text[at.Start:at.End]}
			}
		case f.row.Value.IsZero() && strings.HasSuffix(f.text, "。") && !f.isNote():
			title = rowType{} // prose: the table is over
		}
	}
}

// listsIncidents reports whether a passage is the title of a table of what attackers did.
func (f *found) listsIncidents() bool {
	if len(f.text) > maxTitle || strings.HasSuffix(f.text, "。") {
		return false
	}
	typ, _, ok := event.TypeOfRows(f.text)
	return ok && typ.Incident()
}

// maxTitle is how many bytes the title of a table may have.
const maxTitle = 180

// A rowType is the type that is told of a row, and the word for it.
type rowType struct {
	act  event.Type
	word string
}

// rowCells returns the passages of the row below a date that stands first.
func rowCells(all []found) []found {
	n := 1
	for n < len(all) && !all[n].isDate() && !all[n].row.Value.IsZero() {
		n++
	}
	return all[1:n]
}

// numberedRow returns the passages of the row that the date at i is a cell of, where it stands behind others: 1, 甲, 財務省, |2024/1/9|, 備考.
// Such a row begins behind its number and ends before the next, or before what is no cell; nil if it has no number or another date.
func numberedRow(all []found, i int) []found {
	from := i
	for from > 0 && i-from < maxRow && !all[from-1].isNumber() {
		if from--; all[from].isDate() || all[from].passage.Kind == source.Heading {
			return nil
		}
	}
	if from == i || from == 0 || !all[from-1].isNumber() {
		return nil
	}
	to := i + 1
	for to < len(all) && to-i <= maxRow && !all[to].isNumber() && !all[to].isNote() && all[to].passage.Kind != source.Heading {
		if all[to].isDate() {
			return nil
		}
		to++
	}
	return all[from:to]
}

// addRow adds the act of a row with a cell a line.
func (b *builder) addRow(cells []found, row jpdate.Date, typ rowType) {
	best, last := -1, &cells[len(cells)-1]
	for i := range cells {
		f := &cells[i]
		if mishaps.In(f.text) {
			return
		}
		if t, at, ok := event.TypeOfCell(f.text); ok {
			typ = rowType{t, f.text[at.Start:at.End]}
		}
		if best < 0 && !f.isDate() && f.passage.Kind != source.Heading && len(f.sentences) == 1 && f.names() {
			best = i
		}
	}
	end := last.first + len(last.sentences)
	if best < 0 || typ.act == "" {
		return
	}
	if b.untitled(cells[0].first, end, row.Value.String(), typ.act, len(cells)); b.tells(cells[0].first, end, row.Value.String(), false) {
		return
	}
	f := &cells[best]
	c := cursor{found: f}
	in := c.sentence(f.sentences[0])
	in.Row = row
	b.insert(event.OfRow(in, typ.act, typ.word), f, f.first)
}

// addLine adds the act of a row that is one line: the one that a column names (3.5 甲社 ランサムウェア 52GB), or else that of the title,
// where the row has an amount, or tells nothing that fits the title.
func (b *builder) addLine(f *found, title rowType) {
	d, s := f.dates[0], f.sentences[0]
	if d.Span.End > s.End || mishaps.In(f.text) {
		return // the number of the line ends a sentence
	}
	line := readLine(f.text[:s.End], d.Span.End)
	end, day := f.first+len(f.sentences), d.Value.String()
	typ, word := line.typ, line.word
	lost := typ.act == "" && line.amount
	switch {
	case typ.act != "" || lost && title.act != "":
		b.dropGuesses(f.first, end, day)
	case !b.untitled(f.first, end, day, title.act, line.columns):
		return
	}
	if typ.act == "" {
		typ, word = title, d.Span
	}
	if typ.act == "" || b.tells(f.first, end, day, lost && typ.act.Incident()) {
		return
	}
	c := cursor{found: f}
	in := c.sentence(s)
	in.Row = d
	e := event.OfRow(in, typ.act, typ.word)
	e.Trigger, e.Inherited = word, false
	b.insert(e, f, f.first)
}

// A line is what the columns behind the date of a row say.
type line struct {
	columns int
	typ     rowType // that a column names, in a row of three and more
	word    source.Span
	amount  bool
}

func readLine(text string, at int) line {
	const fewest = 3 // columns that name the act
	var l line
	for column := range strings.FieldsFuncSeq(text[at:], isColumnEnd) {
		l.columns++
		start := at + strings.Index(text[at:], column)
		at = start + len(column)
		if t, in, ok := event.TypeOfCell(column); ok && l.typ.act == "" {
			l.typ, l.word = rowType{t, column[in.Start:in.End]}, source.Span{Start: start, End: at}
		}
		l.amount = l.amount || isAmount(column)
	}
	if l.columns < fewest {
		l.typ, l.amount = rowType{}, false
	}
	return l
}

// untitled drops what the sentences of a row have been read to tell of its day where that does not fit the title, as cells without
// a verb are easily read amiss; of a row in one column only what no word told. It reports whether the title may tell the act of
// that day: nothing of the day is left of what was read, or the row has told nothing at all.
func (b *builder) untitled(first, end int, day string, title event.Type, columns int) bool {
	if title == "" || strings.HasSuffix(b.Sentences[end-1].Text, "。") {
		return false
	}
	read, left := 0, 0
	b.Events = slices.DeleteFunc(b.Events, func(e Event) bool {
		if e.Sentence < first || e.Sentence >= end {
			return false
		}
		read++
		amiss := e.Event.Date.String() == day && !title.Fits(e.Event) && (columns > 1 || e.Event.Told.Rank == "clause")
		if !amiss {
			left++
		}
		return amiss
	})
	return left < read && !b.tells(first, end, day, false) || read == 0
}

// opensRow reports whether a line begins with a date, or with its number and a date.
func (f *found) opensRow() bool {
	return len(f.dates) > 0 && f.passage.Kind != source.Heading && f.dates[0].Value.Month() != 0 && framed(strings.TrimLeft(f.text[:f.dates[0].Span.Start], "0123456789. "))
}

// isAmount reports whether a column gives how much was lost and no more, or says that it is as in the row above.
func isAmount(column string) bool {
	return column == "〃" || column == "同上" || len(column) <= 30 && strings.ContainsAny(column, "0123456789０１２３４５６７８９") && amountEnds.In(column) && !strings.ContainsAny(column, "、。")
}

// amountEnds are the units of what is lost.
var amountEnds = event.Words("円", "ドル", "ユーロ", "ポンド", "ウォン", "BTC", "ETH", "件", "人分", "GB", "TB")

func isColumnEnd(r rune) bool { return r == ' ' || r == '\u3000' || r == '\t' || r == '|' }

// mishaps are what no attacker does.
var mishaps = event.Words("誤送信", "紛失", "誤廃棄", "置き忘れ", "誤操作", "設定ミス", "誤公開", "誤配", "未遂")

// names reports whether a passage names who was hit, or how much was lost.
func (f *found) names() bool {
	return len(f.mentions) > 0 || strings.ContainsAny(f.text, "0123456789０１２３４５６７８９")
}

// dropGuesses drops the acts that no word of the sentences of a row told but its day: the row tells what was done then.
func (b *builder) dropGuesses(first, end int, day string) {
	b.Events = slices.DeleteFunc(b.Events, func(e Event) bool {
		return e.Sentence >= first && e.Sentence < end && e.Event.Type == event.Other && e.Event.Told.Rank == "clause" && e.Event.Date.String() == day
	})
}

// tells reports whether the sentences of a row have told an act of its day, or an incident where that is asked for:
// what was done about a loss is no reason to leave it out.
func (b *builder) tells(first, end int, day string, incident bool) bool {
	return slices.ContainsFunc(b.Events, func(e Event) bool {
		return e.Sentence >= first && e.Sentence < end && e.Event.Date.String() == day && (!incident || e.Event.Type.Incident())
	})
}

// insert adds an act to those before it in the text.
func (b *builder) insert(e event.Event, f *found, sentence int) {
	at := sort.Search(len(b.Events), func(i int) bool { return b.Events[i].Sentence > sentence })
	b.Events = slices.Insert(b.Events, at, Event{Event: e, File: f.file(e.Trigger), Sentence: sentence})
}
