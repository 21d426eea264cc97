package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"jikenbo/internal/build"
	"jikenbo/internal/review"
)

// reviewFlags are the flags of jikenbo review.
type reviewFlags struct {
	buildFlags
	check, rest bool
}

func (p program) reviewCommand() *cobra.Command {
	var f reviewFlags
	cmd := &cobra.Command{
		Use:   "review ID...",
		Short: "write what was found in a text as a file to accept, correct or reject",
		Long: `Writes content/articles/ID/review.toml for an article, or seeds/ID.review.toml for the text of a source: every
name, date, act and figure that the machine found, each with its sentence, to be accepted, corrected or rejected. You can
add what it missed. The next build shows on the site what you have reviewed.

An article that import began and its source share an id: ID is the article then, as articles/ID is, and seeds/ID the source.

Run it again whenever the text or the program has changed: what you wrote stays, what the machine finds now is
added, and verdicts on sentences that are gone are reported and kept. With --check nothing is written, and without an ID
all reviews are shown.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 && !f.check {
				return usageError{errors.New("review wants the id of an article or of a source")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return p.review(cmd.Context(), f, args) },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return p.reviewable(), cobra.ShellCompDirectiveNoFileComp
		},
	}
	cmd.Flags().BoolVar(&f.check, "check", false, "show how far the reviews are, write nothing")
	cmd.Flags().BoolVar(&f.rest, "accept-rest", false, "accept everything that has no verdict yet")
	cmd.Flags().StringVar(&f.originals, "originals", "", "folder with the texts of sources as received; each is known by its SHA-256")
	f.cacheFlags(cmd)
	return cmd
}

// reviewable lists the ids of what can be reviewed, for the shell to complete.
func (p program) reviewable() []string {
	var ids []string
	for _, pattern := range []string{"content/articles/*", "seeds/*.toml"} {
		found, _ := fs.Glob(os.DirFS(p.Dir), pattern) // the pattern is a good one
		for _, file := range found {
			id := strings.TrimSuffix(path.Base(file), ".toml")
			switch {
			case strings.Contains(id, "."):
			case slices.Contains(ids, id):
				ids = append(ids, "seeds/"+id)
			default:
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// review brings reviews up to date, and shows how far they are.
func (p program) review(ctx context.Context, f reviewFlags, ids []string) error {
	b, err := p.builder(f.buildFlags)
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		ids = b.Reviewed()
	}
	reviews, problems, err := b.Reviews(ctx, ids, f.rest && !f.check)
	switch {
	case errors.Is(err, build.ErrNoSubject):
		return absentError{err}
	case errors.Is(err, context.Canceled):
		return errors.New("interrupted; nothing was written")
	case err != nil:
		return err
	}
	p.showProblems(problems)
	for _, r := range reviews {
		if !f.check && r.New != r.Old {
			if err := p.writeReview(r); err != nil {
				return err
			}
		}
	}
	p.showSources(reviews, ids)
	p.showReviews(reviews)
	if problems.Errors() > 0 {
		return errProblems
	}
	return nil
}

// showSources says of articles that were named by an id which a source has too how that is named.
func (p program) showSources(reviews []build.Review, names []string) {
	for _, r := range reviews {
		_, err := os.Stat(p.path("seeds/" + r.ID + ".toml"))
		if err == nil && r.File.Path == review.ArticlePath(r.ID) && slices.Contains(names, r.ID) {
			fmt.Fprintf(p.Stderr, "%s is the article; its source has a review of its own: jikenbo review seeds/%s\n", r.ID, r.ID)
		}
	}
}

// writeReview writes a review file whole, or not at all, and says so.
func (p program) writeReview(r build.Review) error {
	file := filepath.Join(p.Dir, filepath.FromSlash(r.File.Path))
	if err := writeWhole(file, []byte(r.New)); err != nil {
		return err
	}
	fmt.Fprintf(p.Stdout, "wrote %s\n", r.File.Path)
	return nil
}

// showReviews writes how many finds have which verdict.
func (p program) showReviews(reviews []build.Review) {
	if len(reviews) == 0 {
		return
	}
	w := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\taccepted\tcorrected\trejected\tadded\topen\tgone\t")
	var sum review.Tally
	row := func(name string, t review.Tally) {
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t\n", name, t.Accepted, t.Corrected, t.Rejected, t.Added, t.Open, t.Gone)
	}
	for _, r := range reviews {
		t := r.File.Tally()
		row(r.ID, t)
		sum = review.Tally{
			Accepted: sum.Accepted + t.Accepted, Corrected: sum.Corrected + t.Corrected, Rejected: sum.Rejected + t.Rejected,
			Added: sum.Added + t.Added, Open: sum.Open + t.Open, Gone: sum.Gone + t.Gone,
		}
	}
	if len(reviews) > 1 {
		row("all", sum)
	}
	w.Flush()
}
