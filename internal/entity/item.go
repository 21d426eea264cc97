package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// A list of names says behind each of them what it is: ・GRAYTERN：起動時に動くバックドア. Those of its items that say nothing of the sort
// and have the form of a coined name are of the kind of the others.

// An item is one of a list, whose name nothing has found yet.
type item struct {
	part   int
	name   source.Span
	kind   content.Kind // of what it says that it is, "" if it does not say
	coined bool
	known  bool // whether a name of a program that has been found stands there
}

// items adds the names of the items of lists that say what they are.
func items(ps []*passage, parts []Part) {
	var run []item
	column := -1 // of the table that is open, the one with the names
	for i := range parts {
		if !ps[i].touched {
			run, column = addItems(parts, run), -1
			continue
		}
		start, table := 0, len(ps[i].spots[cellWords]) > 1
		for line := range strings.Lines(parts[i].Text) {
			it, ok := item{}, false
			if table {
				it, ok, column = rowOf(line, start, column)
			}
			if !table || column < 0 {
				it, ok = ps[i].itemOf(line, start)
			}
			if ok {
				it.part = i
				if k := parts[i].programAt(it.name); k != "" {
					it.kind, it.known = k, k == content.Malware
				}
				run = append(run, it)
			} else if !table || column < 0 {
				run = addItems(parts, run)
			}
			start += len(line)
		}
	}
	addItems(parts, run)
}

// addItems adds the names of a list, and returns the empty one.
func addItems(parts []Part, run []item) []item {
	kind, known := content.Kind(""), 0
	for _, it := range run {
		if it.known {
			known++
		}
		switch {
		case it.kind == "":
		case kind == "":
			kind = it.kind
		case kind != it.kind:
			kind = "mixed"
		}
	}
	for _, it := range run {
		k := it.kind
		if k == "" && (it.coined || known > 1 && kind == content.Malware) && kind != "mixed" {
			k = kind
		}
		if k != "" {
			parts[it.part].addName(it.name, k)
		}
	}
	return run[:0]
}

// namedColumns are the heads of columns that name programs, and other things.
var namedColumns = wordSet("ツール", "ツール名", "名称", "名前", "ファミリー", "ファミリー名", "検体", "検体名", "プログラム", "プログラム名", "使用ツール")

// rowOf returns what a line names that is a row of a table, and which column of it names things, -1 where it is none.
func rowOf(line string, start, column int) (item, bool, int) {
	_, cells := cellsOf(line)
	if head := slices.IndexFunc(cells, func(s source.Span) bool { return namedColumns[line[s.Start:s.End]] }); head >= 0 {
		return item{}, false, head
	}
	if column < 0 || column >= len(cells) {
		return item{}, false, -1
	}
	n := cells[column]
	name := line[n.Start:n.End]
	it := item{name: source.Span{Start: start + n.Start, End: start + n.End}, coined: coined(name) && !strings.Contains(name, " ") || shouted(name)}
	for i, c := range cells {
		if i != column && it.kind == "" {
			it.kind = saidKind(line[c.Start:c.End])
		}
	}
	return it, name != "" && !productTable[strings.ToLower(name)] && strings.Trim(name, "-:") != "", column
}

// itemOf returns the item of a list that a line is, which begins at a place in the text.
func (p *passage) itemOf(line string, start int) (item, bool) {
	n := marked(line)
	rest := strings.TrimLeft(line[n.End:], "」 ")
	if n.Len() == 0 || rest != "" && !beginsAny(rest, ":", "：", "―", "—", "–", "（", "(", "- ", "、", "\n") {
		return item{}, false
	}
	name := line[n.Start:n.End]
	if strings.HasPrefix(line, name) || productTable[strings.ToLower(name)] || strings.Contains(name, ".") {
		return item{}, false
	}
	it := item{name: source.Span{Start: start + n.Start, End: start + n.End}, kind: saidKind(rest), coined: coined(name) && !strings.Contains(name, " ") || shouted(name)}
	return it, it.coined || it.kind != "" || upper(name[0]) && !strings.Contains(name, " ")
}

// programAt returns the kind of attackers or of malware that has been found at a span, "" if none has.
func (part *Part) programAt(s source.Span) content.Kind {
	for i := range part.Mentions {
		if m := &part.Mentions[i]; m.Span == s && (m.Kind == content.Actor || m.Kind == content.Malware) {
			return m.Kind
		}
	}
	return ""
}

// saidKind returns the kind of the noun that the first words of an explanation end with, "" if that is none of such: ：DNSで通信する|バックドア。.
func saidKind(explained string) content.Kind {
	explained = strings.TrimLeft(explained, ":：―—–（(- 、")
	if n := strings.IndexAny(explained, "。、，,（(）)\n"); n >= 0 {
		explained = explained[:n]
	}
	explained = strings.TrimRight(explained, " 　")
	explained = explained[:len(explained)-predicateTable.longest(explained)]
	if n := headTable.longest(explained); n > 0 {
		return headKind(explained[len(explained)-n:])
	}
	return ""
}

// headKind returns the kind of what a word says by itself that it is, "" if it is no such word.
func headKind(word string) content.Kind {
	for i := range heads {
		if h := &heads[i]; !h.weak && h.kind != content.Operation && h.word == word {
			return h.kind
		}
	}
	return ""
}
