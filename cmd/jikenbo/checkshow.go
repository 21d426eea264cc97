package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"jikenbo/internal/source"
)

// A shownProblem is a problem as --json prints it.
type shownProblem struct {
	Code     source.Code `json:"code"`
	Severity string      `json:"severity"` // "error" or "warning"
	Path     string      `json:"path,omitempty"`
	Line     int         `json:"line,omitempty"`
	Col      int         `json:"col,omitempty"`
	Message  string      `json:"message"`
	Hint     string      `json:"hint,omitempty"`
}

// A waivedProblem is one that an editor has waived, with the reason.
type waivedProblem struct {
	shownProblem
	Reason string `json:"reason"`
}

// A checkReport is what check --json prints; docs/problems.md explains it.
type checkReport struct {
	Site     string          `json:"site,omitempty"`
	Errors   int             `json:"errors"`
	Warnings int             `json:"warnings"`
	Problems []shownProblem  `json:"problems"`
	Waived   []waivedProblem `json:"waived"`
}

func shown(q source.Problem) shownProblem {
	return shownProblem{Code: q.Code, Severity: severity(q), Path: q.Pos.Path, Line: q.Pos.Line, Col: q.Pos.Col, Message: q.Msg, Hint: q.Hint}
}

func severity(p source.Problem) string {
	if p.Warning {
		return "warning"
	}
	return "error"
}

// showCheck prints all problems, and how many there are.
func (p program) showCheck(found proof, dir string, asJSON bool) error {
	failed := found.problems.Errors()
	warned := len(found.problems) - failed
	if asJSON {
		return p.checkJSON(found, dir, failed, warned)
	}
	paint := newPainter(p.Stdout)
	for _, q := range found.problems {
		fmt.Fprintln(p.Stdout, paint.problem(q.String(), q.Warning))
	}
	what := "content and " + dir
	if dir == "" {
		what = "content (no site has been built)"
	}
	waived := ""
	if n := len(found.waived); n > 0 {
		waived = fmt.Sprintf(" (%d waived; --json lists them)", n)
	}
	fmt.Fprintf(p.Stdout, "%s: %s, %s%s\n", what, plural(failed, "error"), plural(warned, "warning"), waived)
	return nil
}

// checkJSON prints the same for programs, and what was waived with the reasons.
func (p program) checkJSON(found proof, dir string, failed, warned int) error {
	report := checkReport{dir, failed, warned, []shownProblem{}, []waivedProblem{}}
	for _, q := range found.problems {
		report.Problems = append(report.Problems, shown(q))
	}
	for _, w := range found.waived {
		report.Waived = append(report.Waived, waivedProblem{shown(w.Problem), w.Waiver.Reason})
	}
	out := json.NewEncoder(p.Stdout)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(report)
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// annotate writes the commands by which GitHub Actions shows problems beside the lines that they are about.
func (p program) annotate(problems source.Problems) {
	text := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, q := range problems {
		var where []string
		if q.Pos.Path != "" {
			where = append(where, "file="+property.Replace(q.Pos.Path))
		}
		if q.Pos.Line > 0 {
			where = append(where, fmt.Sprintf("line=%d", q.Pos.Line))
		}
		if q.Pos.Col > 0 {
			where = append(where, fmt.Sprintf("col=%d", q.Pos.Col))
		}
		where = append(where, "title="+property.Replace(string(q.Code)))
		msg := q.Msg
		if q.Hint != "" {
			msg += "\nhint: " + q.Hint
		}
		fmt.Fprintf(p.Stderr, "::%s %s::%s\n", severity(q), strings.Join(where, ","), text.Replace(msg))
	}
}
