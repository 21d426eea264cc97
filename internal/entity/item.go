package entity

import (
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
}

// items adds the names of the items of lists that say what they are.
func items(ps []*passage, parts []Part) {
	var run []item
	for i := range parts {
		if !ps[i].touched || len(ps[i].spots[cellWords]) > 1 {
			run = addItems(parts, run)
			continue
		}
		start := 0
		for line := range strings.Lines(parts[i].Text) {
			if it, ok := ps[i].itemOf(line, start); ok {
				it.part = i
				run = append(run, it)
			} else {
				run = addItems(parts, run)
			}
			start += len(line)
		}
	}
	addItems(parts, run)
}

// addItems adds the names of a list, and returns the empty one.
func addItems(parts []Part, run []item) []item {
	kind := content.Kind("")
	for _, it := range run {
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
		if k == "" && it.coined && kind != "mixed" {
			k = kind
		}
		if k != "" {
			parts[it.part].addName(it.name, k)
		}
	}
	return run[:0]
}

// itemOf returns the item of a list that a line is, which begins at a place in the text.
func (p *passage) itemOf(line string, start int) (item, bool) {
	n := marked(line)
	rest := strings.TrimLeft(line[n.End:], "」 ")
	if n.Len() == 0 || !beginsAny(rest, ":", "：", "―", "—", "–", "（", "(", "- ", "、") {
		return item{}, false
	}
	name := line[n.Start:n.End]
	if strings.HasPrefix(line, name) || productTable[strings.ToLower(name)] || strings.Contains(name, ".") {
		return item{}, false
	}
	it := item{name: source.Span{Start: start + n.Start, End: start + n.End}, kind: saidKind(rest), coined: coined(name) && !strings.Contains(name, " ") || shouted(name)}
	return it, it.coined || it.kind != ""
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
