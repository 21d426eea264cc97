package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"jikenbo/internal/build"
	"jikenbo/internal/check"
	"jikenbo/internal/source"
)

// outputFolder is where a build writes the site, unless it is told another place.
const outputFolder = "public"

// checkFlags are the flags of jikenbo check.
type checkFlags struct {
	buildFlags
	json  bool
	today string
}

func (p program) checkCommand() *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "prove that the content and the built site are whole",
		Long: `Reads config.toml, content/ and seeds/ of this folder, and the site that was built into DIR
(` + outputFolder + ` if it is there), and shows all problems of both at once: what loading and linking find in the content,
records that contradict each other, numbers, dates and names that the two languages do not share, what is
alleged and told as a fact; and in the site every link, image and id that fails and everything that
would not work from a disk. A file can waive a problem with a reason; --json lists those too.

Each problem has a code; docs/problems.md says what it means and what to do. Exit code 1 says that
there are problems, or with --strict warnings. In GitHub Actions they are shown beside the lines too.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{fmt.Errorf("check wants one folder at most, got %d: %s", len(args), strings.Join(args, " "))}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return p.check(cmd.Context(), f, args) },
	}
	cmd.Flags().BoolVar(&f.json, "json", false, "print JSON")
	cmd.Flags().BoolVar(&f.strict, "strict", false, "treat warnings as errors")
	cmd.Flags().StringVar(&f.originals, "originals", "", "folder with the texts of sources as received, to hold records and quotations to")
	cmd.Flags().StringVar(&f.today, "date", "", "the day after which a date lies in the future, as 2026-11-22 (default: today)")
	f.cacheFlags(cmd)
	return cmd
}

// check proves the content and, where there is one, the site.
func (p program) check(ctx context.Context, f checkFlags, args []string) error {
	dir, err := p.siteFolder(args)
	if err != nil {
		return err
	}
	if _, err := time.Parse(time.DateOnly, f.today); f.today != "" && err != nil {
		return usageError{fmt.Errorf("--date: %q is no day, as 2026-11-22 is", f.today)}
	}
	found, err := p.proof(ctx, f, dir)
	if err != nil {
		return err
	}
	if os.Getenv("GITHUB_ACTIONS") == "true" {
		p.annotate(found.problems)
	}
	if err := p.showCheck(found, dir, f.json); err != nil {
		return err
	}
	if found.problems.Errors() > 0 || f.strict && len(found.problems) > 0 {
		return errProblems
	}
	return nil
}

// A proof is what check has found.
type proof struct {
	problems source.Problems
	waived   []source.Waived
}

// proof proves the content and, where there is one, the site.
func (p program) proof(ctx context.Context, f checkFlags, dir string) (proof, error) {
	b, err := p.builder(f.buildFlags)
	if err != nil {
		return proof{}, err
	}
	in, problems, err := b.Inspect(ctx)
	if err != nil {
		return proof{}, err
	}
	today := time.Now().In(in.Config.TimeZone)
	if f.today != "" {
		today, _ = time.Parse(time.DateOnly, f.today) // its form has been seen to
	}
	problems = append(problems, check.Records(check.Archive{Input: in.Input, Book: in.Book, Today: today})...)
	if dir != "" {
		found, err := check.Tree(os.DirFS(p.path(dir)))
		if err != nil {
			return proof{}, fmt.Errorf("%s: %w", dir, err)
		}
		for _, problem := range found {
			problem.Pos.Path = path.Join(filepath.ToSlash(dir), problem.Pos.Path)
			problems = append(problems, problem)
		}
	}
	left, waived, unused := problems.Sorted().Waive(in.Waivers)
	left = append(left, check.Unused(unused, check.Seen{Site: dir != "", Originals: f.originals != ""})...)
	return proof{left.Sorted(), waived}, nil
}

// siteFolder returns the folder of the site, or "" where none is named and none was built.
func (p program) siteFolder(args []string) (string, error) {
	dir := outputFolder
	if len(args) == 1 {
		dir = args[0]
	}
	info, err := os.Stat(p.path(dir))
	switch {
	case errors.Is(err, fs.ErrNotExist) && len(args) == 0:
		return "", nil
	case errors.Is(err, fs.ErrNotExist):
		return "", absentError{fmt.Errorf("there is no folder %q; build the site first: jikenbo build --output %s", dir, dir)}
	case err != nil:
		return "", err
	case !info.IsDir():
		return "", absentError{fmt.Errorf("%s is not a folder; name the one that the site was built into", dir)}
	}
	if _, err := os.Stat(filepath.Join(p.path(dir), "index.html")); errors.Is(err, fs.ErrNotExist) {
		return "", absentError{fmt.Errorf("%s holds no site: it has no index.html; name the folder that the site was built into", dir)}
	}
	if !build.Made(p.path(dir)) {
		return "", absentError{fmt.Errorf("%s holds a site that jikenbo did not build; name the folder that the site was built into", dir)}
	}
	return dir, nil
}
