package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"jikenbo"
	"jikenbo/internal/intake"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// importFlags are the flags of jikenbo import.
type importFlags struct {
	misp, stix   string
	dryRun, json bool
	given        givenFlags
}

func (p program) importCommand() *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use:   "import FILE|DIR|-... | --misp FILE | --stix FILE",
		Short: "take a text, or another catalogue, into the archive",
		Long: `Takes texts as you have received them into the archive: plain text, HTML or MHTML saved from a browser,
Markdown; in UTF-8, UTF-16, Shift_JIS, EUC-JP or ISO-2022-JP. A folder is searched for such files; - reads one
from the standard input. Nothing is fetched.

Of each it writes the record of a source and its text, seeds/ID.toml and seeds/ID.txt, and a draft,
content/articles/ID/ja.md, which lists what was found and which no build publishes until you have written it.
Behind each guess stands how sure it is, and from what it was guessed. Nothing is ever replaced: where
the id is taken, or the archive has the text already, nothing is written.

--misp reads a cluster of the MISP galaxy (clusters/threat-actor.json), --stix a STIX 2.0 or 2.1 bundle
(enterprise-attack.json of MITRE ATT&CK), and writes or completes the files of content/actors and
content/malware: names, other names and who uses them, ids, references.
What stands in a file is never changed, only added to; a second run changes nothing. A name that
an entity of yours has stays its own. Names that only the catalogues dispute are declared contested.
Shown are all such names: look at them before you commit.`,
		Example: `  jikenbo import ~/Downloads/article.html
  pbpaste | jikenbo import - --url https://example.org/news/1 --published 2025-01-15
  jikenbo import --misp threat-actor.json`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.misp == "" && f.stix == "" {
				return p.receive(cmd.Context(), cmd.InOrStdin(), args, f)
			}
			if len(args) > 0 || f.json || f.given != (givenFlags{}) {
				return usageError{errors.New("--misp and --stix stand alone, with --dry-run at most")}
			}
			return p.importCatalogue(f)
		},
	}
	cmd.Flags().StringVar(&f.misp, "misp", "", "cluster of the MISP galaxy")
	cmd.Flags().StringVar(&f.stix, "stix", "", "STIX 2.0 or 2.1 bundle")
	cmd.Flags().BoolVar(&f.dryRun, "dry-run", false, "show what would be done, write nothing")
	cmd.Flags().BoolVar(&f.json, "json", false, "print JSON")
	f.given.add(cmd.Flags())
	complete(cmd, "kind", func() []string { return seeds.Kinds[:] })
	complete(cmd, "language", langNames)
	return cmd
}

func (p program) importCatalogue(f importFlags) error {
	if f.misp != "" && f.stix != "" {
		return usageError{errors.New("import wants one of --misp and --stix, with a file")}
	}
	if err := p.placed(); err != nil {
		return err
	}
	name, read := f.misp, intake.MISP
	if f.stix != "" {
		name, read = f.stix, intake.STIX
	}
	path := name
	if !filepath.IsAbs(path) {
		path = filepath.Join(p.Dir, path)
	}
	data, err := readAtMost(path, maxCatalogue)
	if err != nil {
		return err
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	catalogue, problems := read(source.NewFile(filepath.ToSlash(name), text))
	var plan *intake.Plan
	if catalogue != nil {
		var more source.Problems
		plan, more = catalogue.Plan(os.DirFS(p.Dir), jikenbo.Files)
		problems = append(problems, more...)
	}
	p.showProblems(problems.Sorted())
	if plan == nil {
		fmt.Fprintln(p.Stderr, "nothing was written")
		return errProblems
	}
	if !f.dryRun {
		if err := p.writeContent(plan.Files); err != nil {
			return err
		}
	}
	p.showImport(catalogue, plan, f.dryRun)
	if problems.Errors() > 0 {
		return errProblems
	}
	return nil
}

// writeContent writes files of the archive, each whole or not at all.
func (p program) writeContent(files []intake.File) error {
	for _, f := range files {
		path := filepath.Join(p.Dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := writeWhole(path, f.Data); err != nil {
			return err
		}
	}
	return nil
}

// showImport says what was done, and about which names an editor should think.
func (p program) showImport(c *intake.Catalogue, plan *intake.Plan, dry bool) {
	verb := "written"
	if dry {
		verb = "to write"
	}
	w := p.Stdout
	fmt.Fprintf(w, "%s: %d entries, %d new, %d completed, %d unchanged; %d files %s\n",
		c.Title, len(c.Records), plan.New, plan.Completed, plan.Unchanged, len(plan.Files), verb)
	for _, why := range []string{"revoked", "deprecated", "of another type"} {
		if n := c.Passed[why]; n > 0 {
			fmt.Fprintf(w, "%d objects passed over: %s\n", n, why)
		}
	}
	list := func(title string, names []intake.Shared) {
		if len(names) > 0 {
			fmt.Fprintf(w, "\n%s: %d\n", title, len(names))
		}
		for _, n := range names {
			fmt.Fprintf(w, "  %s: %s\n", n.Name, strings.Join(n.IDs, ", "))
		}
	}
	list("Names that several claim, declared contested", plan.Contested)
	list("Names that stay with an entity of yours or of the program", plan.Kept)
	if c.Notice != "" {
		fmt.Fprintf(w, "\nThis line has to go with the data wherever it is published; it stands in the files and in seeds/%s.toml:\n%s\n", c.Source, c.Notice)
	}
}
