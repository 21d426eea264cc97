package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/ikawaha/kagome-dict/ipa"
	"github.com/spf13/cobra"

	"jikenbo"
	"jikenbo/internal/analysis"
	"jikenbo/internal/build"
	"jikenbo/internal/edtf"
	"jikenbo/internal/morph"
)

func (p program) analyzeCommand() *cobra.Command {
	var asJSON bool
	var published string
	cmd := &cobra.Command{
		Use:   "analyze FILE...",
		Short: "show what the machine finds in a text",
		Long: `Analyses raw texts (UTF-8, Shift_JIS, EUC-JP or ISO-2022-JP) or articles (Markdown) by themselves,
with the registry of this folder and of the program.

With --json it prints one object a file, one a line, whose offsets are bytes of the text in UTF-8.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("analyze wants a file")}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, files []string) error {
			var date edtf.Date
			if published != "" {
				var err error
				if date, err = edtf.Parse(published); err != nil {
					return usageError{fmt.Errorf("--published: %w", err)}
				}
			}
			return p.analyze(files, date, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	cmd.Flags().StringVar(&published, "published", "", "day from which relative dates count, as 2025-01-15")
	return cmd
}

// analyze shows every file that it can read; it fails if there is one that it cannot.
func (p program) analyze(files []string, published edtf.Date, asJSON bool) error {
	b := build.Builder{
		Archive:   os.DirFS(p.Dir),
		Shipped:   jikenbo.Files,
		Tokenizer: func(words []morph.Word) morph.Tokenizer { return morph.New(ipa.Dict, words) },
	}
	analyzer := b.Analyzer()
	failed := false
	for _, file := range files {
		text, err := p.text(file, published)
		if err != nil {
			fmt.Fprintf(p.Stderr, "jikenbo: %v\n", err)
			failed = true
			continue
		}
		if err := p.showDocument(analyzer.Analyze(text), asJSON); err != nil {
			return err
		}
	}
	if failed {
		return errProblems
	}
	return nil
}

func (p program) text(file string, published edtf.Date) (analysis.Text, error) {
	path := file
	if !filepath.IsAbs(path) {
		path = filepath.Join(p.Dir, path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return analysis.Text{}, err
	}
	return build.Text(filepath.ToSlash(file), data, published)
}

func (p program) showDocument(doc *analysis.Document, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(p.Stdout).Encode(doc)
	}
	fmt.Fprintf(p.Stdout, "%s: %d sentences, %d mentions, %d dates, %d events, %d figures\n",
		doc.Text.File.Path, len(doc.Sentences), len(doc.Mentions), len(doc.Dates), len(doc.Events), len(doc.Figures))
	for i := range doc.Sentences {
		p.showSentence(doc, i)
	}
	return nil
}

// showSentence writes a sentence with its line, and below it what was found in it.
// A sentence in which nothing was found is left out.
func (p program) showSentence(doc *analysis.Document, i int) {
	var found []string
	for _, m := range doc.Mentions {
		if m.Sentence == i {
			found = append(found, fmt.Sprintf("%-12s %s → %s", m.Kind, m.Surface, meaning(m)))
		}
	}
	for _, d := range doc.Dates {
		if d.Sentence == i {
			found = append(found, fmt.Sprintf("%-12s %s → %s (%s)", "date", d.Surface, d.Value, d.Basis))
		}
	}
	for _, e := range doc.Events {
		if e.Sentence == i {
			found = append(found, fmt.Sprintf("%-12s %s %s%s", "event", e.Type, e.Event.Date, roles(e)))
		}
	}
	for _, f := range doc.Figures {
		if f.Sentence == i {
			found = append(found, fmt.Sprintf("%-12s %s → %v %s", "figure", f.Surface, f.Min, f.Unit))
		}
	}
	if len(found) == 0 {
		return
	}
	fmt.Fprintf(p.Stdout, "\n%s: %s\n", doc.Text.File.Position(doc.Sentences[i].Span.Start), doc.Sentences[i].Text)
	for _, line := range found {
		fmt.Fprintf(p.Stdout, "    %s\n", line)
	}
}

// meaning is whom a mention means: an id, the ids that claim a contested name, or nobody who is known.
func meaning(m analysis.Mention) string {
	switch {
	case m.Entity != "":
		return m.Entity
	case len(m.Candidates) > 0:
		return strings.Join(m.Candidates, " or ") + "?"
	}
	return "not in the registry"
}

func roles(e analysis.Event) string {
	var b strings.Builder
	for _, part := range e.Participants {
		fmt.Fprintf(&b, ", %s %s", part.Role, part.Mention.Surface)
	}
	return b.String()
}
