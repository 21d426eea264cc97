package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"jikenbo"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/dossier"
	"jikenbo/internal/i18n"
)

// exportFlags are the flags of jikenbo export.
type exportFlags struct {
	dossier, lang string
	quiet         bool
	buildFlags
}

func (p program) exportCommand() *cobra.Command {
	var f exportFlags
	cmd := &cobra.Command{
		Use:   "export --dossier ID FILE.html",
		Short: "write one operation or actor as a single file",
		Long: `Writes the page of an operation, an actor or another entity as one HTML file that needs nothing
beside it, in one language or both, with the addresses of its sources. - writes to the standard output.
A file that jikenbo did not write is never replaced.`,
		Example: "  jikenbo export --dossier plugx-removal plugx.html",
		Args:    func(_ *cobra.Command, args []string) error { return f.check(args) },
		RunE:    func(cmd *cobra.Command, args []string) error { return p.export(cmd.Context(), f, args[0]) },
	}
	cmd.Flags().StringVar(&f.dossier, "dossier", "", "id of the entity")
	cmd.Flags().StringVar(&f.lang, "lang", "both", "ja, en or both")
	cmd.Flags().BoolVarP(&f.quiet, "quiet", "q", false, "do not say what was written")
	cmd.Flags().StringVar(&f.originals, "originals", "", "folder with the texts of sources as received")
	f.cacheFlags(cmd)
	cmd.ValidArgsFunction = cobra.FixedCompletions([]string{"html"}, cobra.ShellCompDirectiveFilterFileExt)
	complete(cmd, "dossier", p.entities)
	complete(cmd, "lang", func() []string { return append(langNames(), "both") })
	return cmd
}

// check refuses what cannot be, before anything is read.
func (f exportFlags) check(args []string) error {
	switch {
	case f.dossier == "" && len(args) > 1:
		return usageError{fmt.Errorf("export wants --dossier before the id, as in: jikenbo export --dossier %s %s", args[0], args[1])}
	case f.dossier == "":
		return usageError{errors.New("export wants --dossier with the id of an operation or an actor")}
	case len(args) != 1:
		return usageError{fmt.Errorf("export wants one file to write, got %d", len(args))}
	case !i18n.Lang(f.lang).Valid() && f.lang != "both":
		return usageError{fmt.Errorf("--lang: %q is none of ja, en and both", f.lang)}
	}
	return nil
}

func langNames() []string {
	var names []string
	for _, l := range i18n.Langs {
		names = append(names, string(l))
	}
	return names
}

// entities lists the ids of all entities, for the shell to complete.
func (p program) entities() []string {
	written, _ := content.Load(jikenbo.Files, os.DirFS(p.Dir))
	var ids []string
	for _, e := range written.Registry.All() {
		ids = append(ids, e.ID)
	}
	return ids
}

func (p program) export(ctx context.Context, f exportFlags, file string) error {
	langs := i18n.Langs[:]
	if f.lang != "both" {
		langs = []i18n.Lang{i18n.Lang(f.lang)}
	}
	if err := p.mayWrite(file); err != nil {
		return err
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
	if file == "-" {
		_, err = p.Stdout.Write(data)
		return err
	}
	if err := errors.Join(p.mayWrite(file), writeWhole(p.path(file), data)); err != nil {
		return err
	}
	if !f.quiet {
		fmt.Fprintf(p.Stderr, "written %s: %s, %d KB\n", file, e.ID, (len(data)+1023)/1024)
	}
	return nil
}

// mayWrite reports, as an error, that the folder of a dossier is not there, or that something else stands in its place.
func (p program) mayWrite(file string) error {
	if file == "-" {
		return nil
	}
	if err := p.folderOf(file); err != nil {
		return err
	}
	path := p.path(file)
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.Mode().IsRegular():
		if data, err := readAtMost(path, maxDossier); err == nil && dossier.Ours(data) {
			return nil
		}
	}
	return fmt.Errorf("%s is not a dossier that jikenbo wrote; choose another name or delete it", file)
}

// meantPage asks whether the id of another page was meant.
func meantPage(id string, book *casebook.Casebook) string {
	var ids []string
	for _, e := range book.Entities {
		ids = append(ids, e.ID)
	}
	return meant(id, ids)
}
