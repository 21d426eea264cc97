package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ikawaha/kagome-dict/ipa"
	"github.com/spf13/cobra"

	"jikenbo"
	"jikenbo/internal/analysis"
	"jikenbo/internal/build"
	"jikenbo/internal/edtf"
	"jikenbo/internal/morph"
)

func (p program) analyzeCommand() *cobra.Command {
	var how view
	var published string
	cmd := &cobra.Command{
		Use:   "analyze FILE...",
		Short: "show what the machine finds in a text",
		Long: `Analyses raw texts (UTF-8, Shift_JIS, EUC-JP or ISO-2022-JP) or articles (Markdown) by themselves,
with the registry of this folder and of the program.

It prints every sentence in which something was found, with what it is: names, dates, acts and figures.
With --explain it says of each how it was decided. With --json it prints one object a file, one a line,
whose offsets are bytes of the text in UTF-8 and which carries the same reasons.`,
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
				if !date.IsDay() {
					return usageError{fmt.Errorf("--published: %q is not a day; write it as 2025-01-15", published)}
				}
			}
			return p.analyze(files, date, how)
		},
	}
	cmd.Flags().BoolVar(&how.json, "json", false, "print JSON")
	cmd.Flags().BoolVar(&how.explain, "explain", false, "say how everything was decided")
	cmd.Flags().StringVar(&published, "published", "", "day from which relative dates count, as 2025-01-15")
	return cmd
}

// analyze shows every file that it can read; it fails if there is one that it cannot.
func (p program) analyze(files []string, published edtf.Date, how view) error {
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
		if err := p.showDocument(analyzer.Analyze(text), how); err != nil {
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
