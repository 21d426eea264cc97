package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// A table that has been copied out of a page or a paper loses what parts its cells: they stand one below another, or side by side
// with a space between them.

// A tableLine is a line of a text, without the blanks around it.
type tableLine struct {
	part int
	source.Span
	text string
}

// flattened adds the attackers of such tables, in a text with the words of attacks.
func flattened(ps []*passage, parts []Part) {
	if !anyOf(attackWords, ps) {
		return
	}
	var lines []tableLine
	for i := range parts {
		start := 0
		for line := range strings.Lines(parts[i].Text) {
			text := beforeBlanks(strings.TrimRight(line, "\r\n"))
			if text != "" {
				lines = append(lines, tableLine{i, source.Span{Start: start, End: start + len(text)}, text})
			}
			start += len(line)
		}
	}
	stacked(lines, parts)
	spaced(lines, parts)
}

// stacked adds the names that stand in a line of their own above the state that is said to be behind them. Two such pairs at least
// must stand in a text.
func stacked(lines []tableLine, parts []Part) {
	var names []tableLine
	for i := 1; i < len(lines); i++ {
		if name := lines[i-1]; slices.Contains(adversaryStates, lines[i].text) && nameLike(name.text) && !slices.Contains(adversaryStates, name.text) {
			names = append(names, name)
		}
	}
	if len(names) < 2 {
		return
	}
	for _, n := range names {
		parts[n.part].addName(n.Span, content.Actor)
	}
}

// spaced adds the names that end the rows of a table whose last column is one of names. Its cells may hold spaces, so that only
// what stands at the end of a row is sure. A row begins with a number or a day.
func spaced(lines []tableLine, parts []Part) {
	kind := content.Kind("")
	for _, line := range lines {
		i := strings.LastIndexByte(line.text, ' ')
		if head := headEnding(line.text, i); head != "" {
			kind = head
			continue
		}
		if kind == "" || i < 0 {
			continue
		}
		if firstRune(line.text) > '9' || firstRune(line.text) < '0' || strings.Count(line.text, " ") < 2 {
			kind = ""
			continue
		}
		parts[line.part].addName(source.Span{Start: line.Start + i + 1, End: line.End}, kind)
	}
}

// headEnding returns the kind of the names in the last column that a line is the head of, "" if it is none. Its last space stands at i.
func headEnding(line string, i int) content.Kind {
	if i < 0 || len(line) > 200 || strings.Count(line, " ") < 2 || strings.ContainsAny(line, "。0123456789") {
		return ""
	}
	return columnHeads[line[i+1:]]
}
