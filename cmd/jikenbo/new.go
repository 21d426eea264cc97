package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"jikenbo"
	"jikenbo/internal/content"
	"jikenbo/internal/draft"
	"jikenbo/internal/i18n"
)

// newFlags are the flags of jikenbo new.
type newFlags struct {
	name   i18n.Text
	dryRun bool
}

func (p program) newCommand() *cobra.Command {
	var f newFlags
	cmd := &cobra.Command{
		Use:   "new " + strings.Join(draft.KindNames(), "|") + " ID",
		Short: "begin an article, the record of an entity or of a source",
		Long: `Writes a file with everything that may stand in it, each key explained, which builds as it is: what is left to you
says TODO, and check tells of it. An article is a draft, left out of the site until you delete that line.
Nothing is ever replaced. A place is added to content/places.toml; an entity that is built into the program gets a file that adds to it.`,
		Example: `  jikenbo new article harbour-seizure
  jikenbo new actor grey-heron --ja グレー・ヘロン --en "Grey Heron"
  jikenbo new vulnerability cve-2025-1234`,
		ValidArgs: draft.KindNames(),
		Args: func(_ *cobra.Command, args []string) error {
			kinds := "; the kinds are: " + strings.Join(draft.KindNames(), ", ")
			switch {
			case len(args) > 0 && !slices.Contains(draft.KindNames(), args[0]):
				return usageError{fmt.Errorf("unknown kind %q%s%s", args[0], meant(args[0], draft.KindNames()), kinds)}
			case len(args) != 2:
				return usageError{errors.New("new wants a kind and an id, as in: jikenbo new actor grey-heron" + kinds)}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return p.begin(args[0], args[1], f) },
	}
	cmd.Flags().StringVar(&f.name.JA, "ja", "", "name of the entity in Japanese")
	cmd.Flags().StringVar(&f.name.EN, "en", "", "name of the entity in English")
	cmd.Flags().BoolVar(&f.dryRun, "dry-run", false, "print the files, write nothing")
	return cmd
}

// begin writes the files of something new.
func (p program) begin(kind, id string, f newFlags) error {
	if err := p.placed(); err != nil {
		return err
	}
	archive := os.DirFS(p.Dir)
	written, _ := content.Load(jikenbo.Files, archive) // what is wrong there is for a build to say
	files, problems := draft.New(archive, written.Registry, kind, id, f.name)
	p.showProblems(problems)
	if len(files) == 0 {
		return errProblems
	}
	return p.writeNew(files, f.dryRun)
}

// writeNew writes files that are new, or shows them.
func (p program) writeNew(files []draft.File, dry bool) error {
	if !dry {
		if err := p.write(files); err != nil {
			return err
		}
	}
	for _, f := range files {
		switch {
		case dry:
			fmt.Fprintf(p.Stdout, "%s\n%s\n", f.Path, f.Data)
		case f.Adds:
			fmt.Fprintf(p.Stdout, "added to %s\n", f.Path)
		default:
			fmt.Fprintf(p.Stdout, "written  %s\n", f.Path)
		}
	}
	return nil
}
