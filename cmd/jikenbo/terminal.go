package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"golang.org/x/term"
)

// Colours, as a terminal knows them.
const (
	red    = "31"
	yellow = "33"
	grey   = "2"
)

// isTerminal reports whether w is a terminal that a person looks at.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd())) && os.Getenv("TERM") != "dumb"
}

// printable is a text without what a terminal would obey.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || unicode.IsPrint(r) || unicode.Is(unicode.Zs, r) {
			return r
		}
		return '\ufffd'
	}, s)
}

// A painter colours text on a terminal, unless NO_COLOR is set.
type painter struct{ on bool }

func newPainter(w io.Writer) painter {
	return painter{on: isTerminal(w) && os.Getenv("NO_COLOR") == ""}
}

// in returns a text in a colour, without what the terminal would obey in it.
func (p painter) in(colour, s string) string {
	s = printable(s)
	if !p.on {
		return s
	}
	return "\x1b[" + colour + "m" + s + "\x1b[0m"
}

// problem returns a problem as [source.Problem.String] writes it, its hint in grey behind it.
func (p painter) problem(text string, warning bool) string {
	colour := red
	if warning {
		colour = yellow
	}
	first, hint, found := strings.Cut(text, "\n")
	if !found {
		return p.in(colour, first)
	}
	return p.in(colour, first) + "\n" + p.in(grey, hint)
}

// A meter shows how far the work is, on one line of a terminal and nowhere else.
type meter struct {
	w     io.Writer
	on    bool
	shown string
}

func newMeter(w io.Writer, quiet bool) *meter {
	return &meter{w: w, on: !quiet && isTerminal(w)}
}

// show writes the line anew when the whole percentage has changed.
func (m *meter) show(stage string, done, total int) {
	if !m.on || total == 0 {
		return
	}
	line := fmt.Sprintf("%s %3d%%", stage, 100*done/total)
	if line != m.shown {
		m.shown = line
		fmt.Fprintf(m.w, "\r\x1b[K%s", line)
	}
}

// clear removes the line.
func (m *meter) clear() {
	if m.shown != "" {
		fmt.Fprint(m.w, "\r\x1b[K")
	}
}
