package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"jikenbo/internal/casebook"
	"jikenbo/internal/dossier"
	"jikenbo/internal/i18n"
)

// exportFlags are the flags of jikenbo export.
type exportFlags struct {
	dossier, lang string
	buildFlags
}

func (p program) exportCommand() *cobra.Command {
	var f exportFlags
	cmd := &cobra.Command{
		Use:   "export --dossier ID FILE.html",
		Short: "write one operation or actor as a single file",
		Long: `Writes the page of an operation, an actor or another entity as one HTML file that needs nothing
beside it, in one language or both, with the addresses of its sources.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{errors.New("export wants one file to write")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return p.export(cmd.Context(), f, args[0]) },
	}
	cmd.Flags().StringVar(&f.dossier, "dossier", "", "id of the entity")
	cmd.Flags().StringVar(&f.lang, "lang", "both", "ja, en or both")
	cmd.Flags().StringVar(&f.originals, "originals", "", "folder with the texts of sources as received")
	f.cacheFlags(cmd)
	return cmd
}

func (p program) export(ctx context.Context, f exportFlags, file string) error {
	langs := i18n.Langs[:]
	switch {
	case f.dossier == "":
		return usageError{errors.New("export wants --dossier with the id of an operation or an actor")}
	case i18n.Lang(f.lang).Valid():
		langs = []i18n.Lang{i18n.Lang(f.lang)}
	case f.lang != "both":
		return usageError{fmt.Errorf("--lang: %q is none of ja, en and both", f.lang)}
	}
	b, err := p.builder(f.buildFlags)
	if err != nil {
		return err
	}
	site, problems, err := b.Build(ctx)
	if err != nil {
		return err
	}
	if site.Files == nil {
		p.showProblems(problems)
		fmt.Fprintln(p.Stderr, "nothing was written")
		return errProblems
	}
	e := site.Casebook.Entity(f.dossier)
	if e == nil || e.Path == "" {
		return fmt.Errorf("no page has the id %q%s", f.dossier, meantPage(f.dossier, site.Casebook))
	}
	data, err := dossier.Make(site.Files, e, dossier.Options{ID: e.ID, Langs: langs, Title: site.Title, SiteURL: site.URL})
	if err != nil {
		return err
	}
	path := p.path(file)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

// meantPage asks whether the id of another page was meant.
func meantPage(id string, book *casebook.Casebook) string {
	var ids []string
	for _, e := range book.Entities {
		ids = append(ids, e.ID)
	}
	return meant(id, ids)
}
