package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"jikenbo"
	"jikenbo/internal/check"
	"jikenbo/internal/source"
)

// outputFolder is where a build writes the site, unless it is told another place.
const outputFolder = "public"

// checkFlags are the flags of jikenbo check.
type checkFlags struct{ json, strict bool }

func (p program) checkCommand() *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "prove that the content and the built site are whole",
		Long: `Reads config.toml, content/ and seeds/ of this folder, and the site that was built into DIR
(` + outputFolder + ` if it is there), and shows all problems of both at once: what loading finds in the content, and
in the site every link, image and id that fails and everything that would not work from a disk.

Each problem has a code; docs/problems.md says what it means and what to do. Exit code 1 says that
there are problems, or with --strict warnings. In GitHub Actions they are shown beside the lines too.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{fmt.Errorf("check wants one folder at most, got %d: %s", len(args), strings.Join(args, " "))}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return p.check(f, args) },
	}
	cmd.Flags().BoolVar(&f.json, "json", false, "print JSON")
	cmd.Flags().BoolVar(&f.strict, "strict", false, "treat warnings as errors")
	return cmd
}

// check proves the content and, where there is one, the site.
func (p program) check(f checkFlags, args []string) error {
	dir, err := p.siteFolder(args)
	if err != nil {
		return err
	}
	problems := check.Content(jikenbo.Files, os.DirFS(p.Dir), time.Now())
	if dir != "" {
		found, err := check.Tree(os.DirFS(p.path(dir)))
		if err != nil {
			return fmt.Errorf("%s: %w", dir, err)
		}
		for _, problem := range found {
			problem.Pos.Path = path.Join(filepath.ToSlash(dir), problem.Pos.Path)
			problems = append(problems, problem)
		}
	}
	problems = problems.Sorted()
	if os.Getenv("GITHUB_ACTIONS") == "true" {
		p.annotate(problems)
	}
	if err := p.showCheck(problems, dir, f.json); err != nil {
		return err
	}
	if problems.Errors() > 0 || f.strict && len(problems) > 0 {
		return errProblems
	}
	return nil
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
		return "", usageError{fmt.Errorf("there is no folder %q; build the site first: jikenbo build --output %s", dir, dir)}
	case err != nil:
		return "", err
	case !info.IsDir():
		return "", usageError{fmt.Errorf("%s is not a folder; name the one that the site was built into", dir)}
	}
	if _, err := os.Stat(filepath.Join(p.path(dir), "index.html")); errors.Is(err, fs.ErrNotExist) {
		return "", usageError{fmt.Errorf("%s holds no site: it has no index.html; name the folder that the site was built into", dir)}
	}
	return dir, nil
}

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

func severity(p source.Problem) string {
	if p.Warning {
		return "warning"
	}
	return "error"
}

// showCheck prints all problems, and how many there are.
func (p program) showCheck(problems source.Problems, dir string, asJSON bool) error {
	failed, warned := problems.Errors(), len(problems)-problems.Errors()
	if asJSON {
		shown := make([]shownProblem, 0, len(problems))
		for _, q := range problems {
			shown = append(shown, shownProblem{q.Code, severity(q), q.Pos.Path, q.Pos.Line, q.Pos.Col, q.Msg, q.Hint})
		}
		out := json.NewEncoder(p.Stdout)
		out.SetEscapeHTML(false)
		out.SetIndent("", "  ")
		return out.Encode(struct {
			Site     string         `json:"site,omitempty"`
			Errors   int            `json:"errors"`
			Warnings int            `json:"warnings"`
			Problems []shownProblem `json:"problems"`
		}{dir, failed, warned, shown})
	}
	paint := newPainter(p.Stdout)
	for _, q := range problems {
		fmt.Fprintln(p.Stdout, paint.problem(q.String(), q.Warning))
	}
	what := "content and " + dir
	if dir == "" {
		what = "content (no site has been built)"
	}
	fmt.Fprintf(p.Stdout, "%s: %s, %s\n", what, plural(failed, "error"), plural(warned, "warning"))
	return nil
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
