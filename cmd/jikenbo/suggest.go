package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"jikenbo/internal/analysis"
	"jikenbo/internal/build"
	"jikenbo/internal/content"
	"jikenbo/internal/draft"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
	"jikenbo/internal/suggest"
)

// suggestFlags are the flags of jikenbo suggest.
type suggestFlags struct {
	buildFlags
	kind   string
	limit  int
	json   bool
	write  []string
	dryRun bool
}

func (p program) suggestCommand() *cobra.Command {
	var f suggestFlags
	cmd := &cobra.Command{
		Use:   "suggest",
		Short: "list the names that the registry does not know",
		Long: `Reads all articles, drafts and texts of sources, and lists the names in them that no record has: those found most often
first, each with the rules by which it was found, how sure that is, a sentence of each of some texts with its place, known
names that are spelt nearly the same (it may be another spelling: then add it to their variants), and the
beginning of a record. Sentences of sources whose rights are "none" are left out.

--write ID writes that record, with all that may stand in it, where nothing is yet. Of several, or of one that
the machine took for another kind, begin the record yourself: jikenbo new.`,
		Example: `  jikenbo suggest --kind actor --limit 5
  jikenbo suggest --write pebble-rat`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return p.suggest(cmd.Context(), f) },
	}
	cmd.Flags().StringVar(&f.kind, "kind", "", "only names of this kind: "+strings.Join(kindNames(), ", "))
	cmd.Flags().IntVar(&f.limit, "limit", 20, "how many names; 0 for all")
	cmd.Flags().BoolVar(&f.json, "json", false, "print JSON, one object a line")
	cmd.Flags().StringSliceVar(&f.write, "write", nil, "write the record of the name with this id")
	cmd.Flags().BoolVar(&f.dryRun, "dry-run", false, "with --write: print the record, write nothing")
	cmd.Flags().StringVar(&f.originals, "originals", "", "folder with the texts of sources as received")
	f.cacheFlags(cmd)
	complete(cmd, "kind", kindNames)
	complete(cmd, "write", func() []string { return p.writable(cmd.Context(), f) })
	return cmd
}

func kindNames() []string {
	var names []string
	for _, k := range content.Kinds {
		names = append(names, string(k))
	}
	return names
}

// suggest lists unknown names, or writes the records of some.
func (p program) suggest(ctx context.Context, f suggestFlags) error {
	switch {
	case f.kind != "" && !slices.Contains(kindNames(), f.kind):
		return usageError{fmt.Errorf("--kind: %q is none of %s%s", f.kind, strings.Join(kindNames(), ", "), meant(f.kind, kindNames()))}
	case f.limit < 0:
		return usageError{fmt.Errorf("--limit: %d is less than nothing; 0 is for all", f.limit)}
	}
	names, registry, err := p.unknownNames(ctx, f)
	if err != nil {
		return err
	}
	if len(f.write) > 0 {
		return p.writeSuggested(names, registry, f)
	}
	all := len(names)
	names = slices.DeleteFunc(names, func(n suggest.Name) bool { return f.kind != "" && string(n.Kind) != f.kind })
	of := len(names)
	if f.limit > 0 {
		names = names[:min(len(names), f.limit)]
	}
	speller := suggest.NewSpeller(registry)
	for i := range names {
		names[i].Near = speller.Near(names[i].Name, names[i].Kind)
	}
	if f.json {
		return p.showNamesJSON(names)
	}
	for i, n := range names {
		p.showName(i+1, n)
	}
	what := plural(of, "name")
	if of < all {
		what += fmt.Sprintf(" of the kind %s among %d", f.kind, all)
	}
	what += " that the registry does not know"
	if len(names) < of {
		what += fmt.Sprintf("; shown are %d, --limit 0 shows all", len(names))
	}
	fmt.Fprintln(p.Stdout, what)
	return nil
}

// unknownNames are the names in the texts of the archive that its registry does not have. What else is wrong there is for a build to say.
func (p program) unknownNames(ctx context.Context, f suggestFlags) ([]suggest.Name, *content.Registry, error) {
	f.drafts = true
	b, err := p.builder(f.buildFlags)
	if err != nil {
		return nil, nil, err
	}
	in, _, err := b.Inspect(ctx)
	if err != nil {
		return nil, nil, err
	}
	return suggest.Names(allTexts(in), in.Content.Registry), in.Content.Registry, nil
}

// writable lists the ids that --write takes, with their names, for the shell to complete: at once, so only where the texts
// have been analysed before.
func (p program) writable(ctx context.Context, f suggestFlags) []string {
	if _, err := os.Stat(p.path(f.cache)); f.noCache || err != nil {
		return nil
	}
	names, _, err := p.unknownNames(ctx, f)
	if err != nil {
		return nil
	}
	var out []string
	for _, n := range names {
		if f.kind == "" || string(n.Kind) == f.kind {
			out = append(out, fmt.Sprintf("%s\t%s (%s)", n.ID, n.Name, n.Kind))
		}
	}
	return out
}

// allTexts are all texts of an archive, with what their rights allow.
func allTexts(in *build.Inspection) []suggest.Text {
	var out []suggest.Text
	for _, a := range in.Articles {
		for _, l := range i18n.Langs {
			out = append(out, suggest.Text{Doc: a.In(l), Shown: true})
		}
	}
	for i, s := range in.Sources.All() {
		var doc *analysis.Document
		if i < len(in.Originals) {
			doc = in.Originals[i]
		}
		out = append(out, suggest.Text{Doc: doc, Shown: s.Rights != seeds.None})
	}
	return out
}

const (
	evidenceShown = 3   // sentences of a name
	sentenceShown = 160 // characters of a sentence
)

// showName writes what is known of a name, for people.
func (p program) showName(number int, n suggest.Name) {
	w, paint := p.Stdout, newPainter(p.Stdout)
	var ways []string
	for _, way := range n.Ways {
		ways = append(ways, fmt.Sprintf("%s ×%d", way.Rule, way.Times))
	}
	fmt.Fprintf(w, "%d. %s (%s) ×%d in %s, %.2f by %s\n", number, paint.in(cyan, n.Name), n.Kind, n.Times, plural(n.Texts, "text"), n.Sure, strings.Join(ways, ", "))
	if len(n.Spellings) > 0 {
		fmt.Fprintf(w, "   also written %s\n", printable(strings.Join(n.Spellings, ", ")))
	}
	if len(n.Kinds) > 0 {
		var kinds []string
		for _, k := range n.Kinds {
			kinds = append(kinds, string(k))
		}
		fmt.Fprintf(w, "   also taken for: %s\n", strings.Join(kinds, ", "))
	}
	for _, near := range n.Near {
		fmt.Fprintf(w, "   %s\n", paint.in(yellow, fmt.Sprintf("like %q of %s (%s): %s", near.Name, near.Entity, near.Kind, near.What())))
	}
	for _, e := range n.Evidence[:min(len(n.Evidence), evidenceShown)] {
		sentence := "(its source has the rights none)"
		if e.Sentence != "" {
			sentence = shortened(e.Sentence, n.Name)
		}
		fmt.Fprintf(w, "   %s: %s\n", e.Pos, sentence)
	}
	fmt.Fprintf(w, "   %s\n", paint.in(grey, recordOf(n)+", with --write "+n.ID+":"))
	for line := range strings.Lines(entityOf(n).Short()) {
		fmt.Fprintf(w, "     %s", printable(line))
	}
	fmt.Fprintln(w)
}

// shortened is a sentence, or the part of a long one around a name.
func shortened(s, name string) string {
	r := []rune(printable(strings.Join(strings.Fields(s), " ")))
	if len(r) <= sentenceShown {
		return string(r)
	}
	at := max(0, len([]rune(strings.SplitN(string(r), name, 2)[0]))-sentenceShown/2)
	end := min(len(r), at+sentenceShown)
	out := string(r[at:end])
	if at > 0 {
		out = "…" + out
	}
	if end < len(r) {
		out += "…"
	}
	return out
}

// entityOf is the record that a name may have.
func entityOf(n suggest.Name) draft.Entity {
	e := draft.Entity{Kind: n.Kind, ID: n.ID, Name: i18n.Both(n.Name), Reading: n.Reading, Variants: n.Spellings}
	if suggest.Latin(n.Name) {
		e.Name = i18n.Text{EN: n.Name}
	} else {
		e.Name = i18n.Text{JA: n.Name}
	}
	e.Notes = append(e.Notes, fmt.Sprintf("jikenbo suggest: ×%d in %s, %.2f. Where it stands:", n.Times, plural(n.Texts, "text"), n.Sure))
	for _, at := range n.Evidence[:min(len(n.Evidence), 10)] {
		e.Notes = append(e.Notes, "  "+at.Pos.String())
	}
	return e
}

// writeSuggested writes the records of some of the names.
func (p program) writeSuggested(names []suggest.Name, r *content.Registry, f suggestFlags) error {
	var ids []string
	for _, n := range names {
		ids = append(ids, n.ID)
	}
	var files []draft.File
	var problems source.Problems
	archive := os.DirFS(p.Dir)
	for _, id := range f.write {
		i := slices.Index(ids, id)
		if i < 0 {
			return usageError{fmt.Errorf("--write: no unknown name has the id %q%s; jikenbo suggest lists them", id, meant(id, ids))}
		}
		more, ps := draft.NewEntity(archive, r, entityOf(names[i]))
		problems = append(problems, ps...)
		files = append(files, more...)
	}
	p.showProblems(problems.Sorted())
	if problems.Errors() > 0 {
		fmt.Fprintln(p.Stderr, "nothing was written")
		return errProblems
	}
	return p.writeNew(oneOfEach(files), f.dryRun)
}

// oneOfEach joins what is added to the same file.
func oneOfEach(files []draft.File) []draft.File {
	var out []draft.File
	for _, f := range files {
		if i := slices.IndexFunc(out, func(o draft.File) bool { return o.Path == f.Path }); i >= 0 {
			out[i].Data = append(append(out[i].Data, '\n'), f.Data...)
			continue
		}
		out = append(out, f)
	}
	return out
}

// The JSON of suggest.
type (
	shownName struct {
		ID         string           `json:"id"`
		Name       string           `json:"name"`
		Kind       content.Kind     `json:"kind"`
		Reading    string           `json:"reading,omitempty"`
		Times      int              `json:"times"`
		Texts      int              `json:"texts"`
		Confidence float64          `json:"confidence"`
		Ways       []shownWay       `json:"ways"`
		Spellings  []string         `json:"spellings,omitempty"`
		Kinds      []content.Kind   `json:"otherKinds,omitempty"`
		Near       []shownNear      `json:"near,omitempty"`
		Evidence   []shownStatement `json:"evidence"`
		Path       string           `json:"path"`
		Draft      string           `json:"draft"`
	}
	shownWay struct {
		Rule  string `json:"rule"`
		Times int    `json:"times"`
	}
	shownNear struct {
		Entity string       `json:"entity"`
		Kind   content.Kind `json:"kind"`
		Name   string       `json:"name"`
		How    string       `json:"how"`
	}
	shownStatement struct {
		Path     string `json:"path"`
		Line     int    `json:"line"`
		Col      int    `json:"col"`
		Sentence string `json:"sentence,omitempty"`
	}
)

// showNamesJSON writes names for programs.
func (p program) showNamesJSON(names []suggest.Name) error {
	out := json.NewEncoder(p.Stdout)
	out.SetEscapeHTML(false)
	for _, n := range names {
		s := shownName{ID: n.ID, Name: n.Name, Kind: n.Kind, Reading: n.Reading, Times: n.Times, Texts: n.Texts, Confidence: n.Sure,
			Spellings: n.Spellings, Kinds: n.Kinds, Path: recordOf(n), Draft: entityOf(n).Short()}
		for _, way := range n.Ways {
			s.Ways = append(s.Ways, shownWay(way))
		}
		for _, near := range n.Near {
			s.Near = append(s.Near, shownNear(near))
		}
		for _, e := range n.Evidence {
			s.Evidence = append(s.Evidence, shownStatement{e.Pos.Path, e.Pos.Line, e.Pos.Col, e.Sentence})
		}
		if err := out.Encode(s); err != nil {
			return err
		}
	}
	return nil
}

// recordOf is the file in which the record of a name stands.
func recordOf(n suggest.Name) string {
	if n.Kind == content.Place {
		return "content/places.toml"
	}
	return path.Join("content", n.Kind.Folder(), n.ID+".toml")
}
