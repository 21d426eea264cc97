package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"strings"

	"jikenbo/internal/clipping"
	"jikenbo/internal/draft"
	"jikenbo/internal/source"
)

// show says what became of all files.
func (r *intakeRun) show(passed int) error {
	var all source.Problems
	for _, got := range r.done {
		all = append(all, got.problems...)
	}
	r.showProblems(all.Sorted())
	if r.flags.json {
		return r.showJSON()
	}
	written := false
	for _, got := range r.done {
		switch {
		case got.in == nil || got.problems.Errors() > 0:
		case got.in.Known != "":
			fmt.Fprintf(r.Stdout, "%s: is in the archive already, as %s\n", got.file, got.in.Known)
		default:
			r.showText(got)
			written = true
		}
	}
	if passed > 0 {
		fmt.Fprintf(r.Stdout, "%s passed over: only plain files are read that end in %s\n", plural(passed, "file"), strings.Join(textEndings(), " "))
	}
	if written && !r.flags.dryRun {
		fmt.Fprintln(r.Stdout, "\nWrite the articles in your own words, in ja.md and en.md; jikenbo suggest lists the names that nobody knows.")
	}
	return nil
}

// showText says what was found of one text, and what was written.
func (r *intakeRun) showText(got received) {
	w, c, in := r.Stdout, got.clip, got.in
	fmt.Fprintf(w, "%s → %s\n", got.file, in.ID)
	for _, g := range []struct {
		name string
		clipping.Guess
	}{{"title", c.Title}, {"publisher", in.Publisher}, {"published", c.Published}, {"url", c.URL}, {"language", c.Language}, {"kind", c.Kind}} {
		fmt.Fprintf(w, "  %-10s %s (%s)\n", g.name, printable(cmp.Or(g.Value, "?")), printable(g.Guess.String()))
	}
	f := in.Found
	fmt.Fprintf(w, "  %-10s %s, %s, %s, %s that the registry knows, %d that nobody knows\n", "found", plural(f.Acts, "act"), plural(f.Dates, "date"),
		plural(f.Figures, "figure"), plural(f.Known, "name"), len(f.Unknown))
	for _, n := range f.Unknown[:min(len(f.Unknown), 10)] {
		fmt.Fprintf(w, "  %-10s %s (%s ×%d, by %s, %.2f)\n", "unknown", printable(n.Surface), n.Kind, n.Times, n.Why, n.Sure)
	}
	verb := "written"
	if r.flags.dryRun {
		verb = "to write"
	}
	for _, file := range in.Files {
		fmt.Fprintf(w, "  %-10s %s\n", verb, file.Path)
	}
}

// A shownGuess is a guess as --json prints it.
type shownGuess struct {
	Value      string       `json:"value"`
	Confidence float64      `json:"confidence"`
	From       string       `json:"from"`
	Others     []shownGuess `json:"others,omitempty"`
}

func shownOf(g clipping.Guess) shownGuess {
	out := shownGuess{g.Value, math.Round(g.Sure*100) / 100, g.From, nil}
	for _, o := range g.Others {
		out.Others = append(out.Others, shownOf(o))
	}
	return out
}

// A shownImport is what became of a file, as --json prints it.
type shownImport struct {
	File     string                `json:"file"`
	ID       string                `json:"id,omitempty"`
	Known    bool                  `json:"known,omitempty"`
	Written  []string              `json:"written,omitempty"`
	DryRun   bool                  `json:"dryRun,omitempty"`
	Format   string                `json:"format,omitempty"`
	Encoding string                `json:"encoding,omitempty"`
	Guesses  map[string]shownGuess `json:"guesses,omitempty"`
	Found    *draft.Found          `json:"found,omitempty"`
	Problems []shownProblem        `json:"problems,omitempty"`
}

// showJSON prints an object for each file, one a line.
func (r *intakeRun) showJSON() error {
	out := json.NewEncoder(r.Stdout)
	out.SetEscapeHTML(false)
	for _, got := range r.done {
		s := shownImport{File: got.file, DryRun: r.flags.dryRun}
		for _, q := range got.problems.Sorted() {
			s.Problems = append(s.Problems, shown(q))
		}
		if c := got.clip; c != nil {
			s.Format, s.Encoding = c.Format, c.Encoding
			s.Guesses = map[string]shownGuess{}
			for key, g := range map[string]clipping.Guess{"title": c.Title, "publisher": c.Publisher, "author": c.Author, "published": c.Published,
				"url": c.URL, "language": c.Language, "kind": c.Kind} {
				if g.Value != "" {
					s.Guesses[key] = shownOf(g)
				}
			}
		}
		if in := got.in; in != nil {
			s.ID, s.Known = in.ID, in.Known != ""
			if !s.Known {
				s.Found = &in.Found
			}
			for _, f := range in.Files {
				s.Written = append(s.Written, f.Path)
			}
		}
		if err := out.Encode(s); err != nil {
			return err
		}
	}
	return nil
}
