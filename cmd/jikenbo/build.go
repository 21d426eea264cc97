package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"jikenbo"
	"jikenbo/internal/build"
	"jikenbo/internal/config"
	"jikenbo/internal/i18n"
	"jikenbo/internal/ipadic"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// buildFlags are the flags of jikenbo build.
type buildFlags struct {
	output, originals, siteURL string
	zip                        string
	strict, quiet, drafts      bool
	timings                    bool
	cache                      string
	noCache                    bool
	cpuProfile                 string
}

func (p program) buildCommand() *cobra.Command {
	var f buildFlags
	cmd := &cobra.Command{
		Use:   "build",
		Short: "build the whole site",
		Long: `Reads config.toml, content/ and seeds/ of this folder and writes the site.

All problems are shown at once. If one of them is an error, nothing is written and
the site of the last build stays as it was.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.build(cmd.Context(), f)
		},
	}
	cmd.Flags().StringVar(&f.output, "output", "public", "folder to write the site to")
	cmd.Flags().StringVar(&f.originals, "originals", "", "folder with the texts of sources as received; each is known by its SHA-256")
	cmd.Flags().StringVar(&f.siteURL, "site-url", "", "address at which the site will stand (default: site_url of config.toml)")
	cmd.Flags().StringVar(&f.zip, "zip", "", "write the site as one zip file too, for readers without a network")
	cmd.Flags().BoolVar(&f.strict, "strict", false, "treat warnings as errors")
	cmd.Flags().BoolVar(&f.drafts, "drafts", false, "build drafts too, for a look at them")
	f.cacheFlags(cmd)
	cmd.Flags().BoolVar(&f.timings, "timings", false, "say how long each stage took")
	cmd.Flags().StringVar(&f.cpuProfile, "cpuprofile", "", "write a profile of the processors to this file")
	cobra.CheckErr(cmd.Flags().MarkHidden("cpuprofile"))
	cmd.Flags().BoolVarP(&f.quiet, "quiet", "q", false, "show problems only")
	return cmd
}

func (p program) build(ctx context.Context, f buildFlags) error {
	if rel, err := filepath.Rel(p.path(f.output), p.path(f.zip)); f.zip != "" && err == nil && filepath.IsLocal(rel) {
		return usageError{fmt.Errorf("--zip: %s lies in the folder of the site, which is replaced at every build", f.zip)}
	}
	if f.zip != "" {
		if err := p.folderOf(f.zip); err != nil {
			return err
		}
	}
	b, err := p.builder(f)
	if err != nil {
		return err
	}
	clock, stop, err := p.measure(f)
	if err != nil {
		return err
	}
	defer stop()
	var garbage pacer
	b.Clock = func(stage string) {
		garbage.pace()
		clock.stage(stage)
	}
	b.Known = func() {
		garbage.known = true
		garbage.pace()
	}
	meter := newMeter(p.Stderr, f.quiet)
	b.Progress = func(stage string, done, total int) {
		garbage.often()
		meter.show(stage, done, total)
	}
	if f.zip != "" {
		b.Zip = p.path(f.zip)
	}
	output := p.path(f.output)
	report, problems, err := b.Update(ctx, output)
	meter.clear()
	p.showProblems(problems)
	if err != nil {
		return err
	}
	if report.Files == 0 {
		fmt.Fprintf(p.Stderr, "nothing was written: %s\n", count(problems))
		return errProblems
	}
	if !f.quiet {
		p.summary(report, f.output)
	}
	return nil
}

// cacheFolder is where a build keeps what it need not do again, unless it is told another place.
const cacheFolder = ".jikenbo-cache"

func (f *buildFlags) cacheFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.cache, "cache", cacheFolder, "folder to keep analysed texts in; it may be deleted at any time")
	cmd.Flags().BoolVar(&f.noCache, "no-cache", false, "keep nothing and use nothing that was kept")
}

// builder makes what builds the archive in this folder.
func (p program) builder(f buildFlags) (*build.Builder, error) {
	siteURL, ok := config.SiteURL(f.siteURL)
	if f.siteURL != "" && !ok {
		return nil, usageError{fmt.Errorf("--site-url: %q is not the address of a site, as https://example.org/casebook/ is", f.siteURL)}
	}
	b := &build.Builder{
		Archive:  source.Disk(p.Dir),
		Shipped:  jikenbo.Files,
		SiteURL:  siteURL,
		Version:  version(),
		ReadFont: func(name string) ([]byte, error) { return readFont(p.path(name)) },
		Strict:   f.strict,
		Drafts:   f.drafts,
	}
	if f.cache != "" && !f.noCache {
		if err := p.mayCache(f.cache); err != nil {
			return nil, err
		}
		b.Cache = p.path(f.cache)
		var err error
		if b.Edition, err = edition(); err != nil {
			return nil, err
		}
	}
	b.Tokenizer = func(words []morph.Word) morph.Tokenizer { return morph.New(ipadic.Load, words) }
	b.Ahead = func() { ipadic.Load() }
	if f.originals != "" {
		originals, err := folder(p.path(f.originals), f.originals)
		if err != nil {
			return nil, absentError{fmt.Errorf("--originals: %w", err)}
		}
		b.Originals = originals
	}
	return b, nil
}

// mayCache reports, as an error, that the folder of the cache is one in which something else is kept.
func (p program) mayCache(cache string) error {
	rel, err := filepath.Rel(p.path("."), p.path(cache))
	if err != nil {
		return nil // on another disk, say
	}
	first, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
	if rel == "." || slices.Contains([]string{config.Path, "content", "seeds", "static", "templates", outputFolder}, first) {
		return usageError{fmt.Errorf("--cache: %q belongs to the archive; give the cache a folder of its own, as %s is", cache, cacheFolder)}
	}
	return nil
}

// path is a path as given, below the folder in which the program is run unless it is absolute.
func (p program) path(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(p.Dir, name)
}

// folder opens a folder. Name is what the user calls it.
func folder(path, name string) (fs.FS, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no folder %q", name)
	}
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%s is not a folder", name)
	}
	return source.Disk(path), nil
}

// showProblems writes all problems, warnings too, with colour on a terminal.
func (p program) showProblems(problems source.Problems) {
	paint := newPainter(p.Stderr)
	for _, problem := range problems {
		fmt.Fprintln(p.Stderr, paint.problem(problem.String(), problem.Warning))
	}
}

// count says how many problems there are, of each sort.
func count(problems source.Problems) string {
	of := func(n int, what string) string {
		if n == 1 {
			return "1 " + what
		}
		return fmt.Sprintf("%d %ss", n, what)
	}
	errors := problems.Errors()
	warnings := len(problems) - errors
	switch {
	case warnings == 0:
		return of(errors, "error")
	case errors == 0:
		return of(warnings, "warning")
	}
	return of(errors, "error") + ", " + of(warnings, "warning")
}

// summary writes the table of pages per language and what was found in the texts.
func (p program) summary(r build.Report, output string) {
	w := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tja\ten\t")
	for _, row := range r.Pages {
		fmt.Fprintf(w, "%s\t%d\t%d\t\n", row.Name, row.Count[i18n.JA], row.Count[i18n.EN])
	}
	w.Flush()
	fmt.Fprintln(p.Stdout)
	w = tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\ttexts\tsentences\tmentions\tdates\tevents\tfigures\t")
	for _, row := range r.Finds {
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t\n", row.Name, row.Texts, row.Sentences, row.Mentions, row.Dates, row.Events, row.Figures)
	}
	w.Flush()
	end := ""
	if r.Drafts > 0 {
		end = fmt.Sprintf("; %s left out", plural(r.Drafts, "draft"))
	}
	if r.Unchanged {
		end += "; nothing has changed"
	}
	fmt.Fprintf(p.Stdout, "\n%s on the timeline. %s in %s%s\n", plural(r.Acts, "event"), plural(r.Files, "file"), output, end)
}
