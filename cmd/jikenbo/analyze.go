package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"jikenbo"
	"jikenbo/internal/analysis"
	"jikenbo/internal/build"
	"jikenbo/internal/edtf"
	"jikenbo/internal/ipadic"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

func (p program) analyzeCommand() *cobra.Command {
	var how view
	var published string
	var share shardFlags
	cmd := &cobra.Command{
		Use:   "analyze FILE...",
		Short: "show what the machine finds in a text",
		Long: `Analyses raw texts (UTF-8, Shift_JIS, EUC-JP or ISO-2022-JP) or articles (Markdown) by themselves,
with the registry of this folder and of the program.

It prints every sentence in which something was found, with what it is: names, dates, acts and figures.
With --explain it says of each how it was decided. With --json it prints one object a file, one a line,
whose offsets are bytes of the text in UTF-8 and which carries the same reasons.

With --shard it analyses a share of the texts of this archive instead and keeps what it finds in the cache, so that
several machines can do the analysis of a large archive: a build with all shares in its cache analyses nothing.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 && share.shard == "" {
				return usageError{errors.New("analyze wants a file")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, files []string) error {
			if share.shard != "" {
				return p.analyzeShard(cmd.Context(), share, files)
			}
			var date edtf.Date
			if published != "" {
				var err error
				if date, err = edtf.Parse(published); err != nil {
					return usageError{fmt.Errorf("--published: %w; write it as 2025-01-15", err)}
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
	cmd.Flags().StringVar(&share.shard, "shard", "", "analyse a share of the archive into the cache: 1/4 is the first of four")
	cmd.Flags().StringVar(&share.cache, "cache", cacheFolder, "with --shard: folder to keep the analysed texts in")
	cmd.Flags().StringVar(&share.originals, "originals", "", "with --shard: folder with the texts of sources as received")
	return cmd
}

// analyze shows every file that it can read; it fails if there is one that it cannot.
func (p program) analyze(files []string, published edtf.Date, how view) error {
	b := build.Builder{
		Archive:   os.DirFS(p.Dir),
		Shipped:   jikenbo.Files,
		Tokenizer: func(words []morph.Word) morph.Tokenizer { return morph.New(ipadic.Load, words) },
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
	data, err := readAtMost(path, source.MaxOriginal)
	if err != nil {
		return analysis.Text{}, err
	}
	return build.Text(filepath.ToSlash(file), data, published)
}
