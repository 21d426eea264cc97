package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"
	"golang.org/x/text/language"

	"jikenbo"
	"jikenbo/internal/clipping"
	"jikenbo/internal/config"
	"jikenbo/internal/content"
	"jikenbo/internal/draft"
	"jikenbo/internal/edtf"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// givenFlags are what an editor says of a text, so that it need not be guessed.
type givenFlags struct{ id, title, publisher, published, url, language, kind string }

func (g *givenFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&g.id, "id", "", "id of the source and of the draft (default: made of title and day)")
	flags.StringVar(&g.title, "title", "", "title of the text")
	flags.StringVar(&g.publisher, "publisher", "", "who published it: the id of an organization, or a name")
	flags.StringVar(&g.published, "published", "", "when it was published, as 2025-01-15")
	flags.StringVar(&g.url, "url", "", "its address")
	flags.StringVar(&g.language, "language", "", "its language: ja, en …")
	flags.StringVar(&g.kind, "kind", "", "what it is: "+strings.Join(seeds.Kinds[:], ", "))
}

// check refuses what cannot be, before a file is read.
func (g *givenFlags) check() error {
	switch {
	case g.url != "" && !content.IsWebAddress(g.url):
		return fmt.Errorf("--url: %q is no whole address, as https://example.org/news/1 is", g.url)
	case g.kind != "" && !slices.Contains(seeds.Kinds[:], g.kind):
		return fmt.Errorf("--kind: %q is none of %s%s", g.kind, strings.Join(seeds.Kinds[:], ", "), meant(g.kind, seeds.Kinds[:]))
	}
	if _, err := language.Parse(g.language); g.language != "" && err != nil {
		return fmt.Errorf("--language: %q is no language, as ja, en and zh are", g.language)
	}
	if g.published != "" {
		if _, err := edtf.Parse(g.published); err != nil {
			return fmt.Errorf("--published: %w; write it as 2025-01-15", err)
		}
	}
	return nil
}

// meant asks whether another word was meant, if one is near.
func meant(word string, known []string) string {
	if near := source.Nearest(word, known); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}

// tell puts what the editor says in the place of what was guessed.
func (g *givenFlags) tell(c *clipping.Clipping) {
	for _, v := range []struct {
		value string
		to    *clipping.Guess
	}{{g.title, &c.Title}, {g.publisher, &c.Publisher}, {g.published, &c.Published}, {g.url, &c.URL}, {g.language, &c.Language}, {g.kind, &c.Kind}} {
		if v.value != "" {
			*v.to = draft.Tell(v.value)
		}
	}
}

// receive takes texts in, one after another; one that fails does not stop the others.
func (p program) receive(ctx context.Context, stdin io.Reader, args []string, f importFlags) error {
	if len(args) == 0 {
		return usageError{errors.New("import wants a file, a folder, or - for the standard input; or --misp or --stix with a file")}
	}
	if err := f.given.check(); err != nil {
		return usageError{err}
	}
	if err := p.placed(); err != nil {
		return err
	}
	files, passed, err := p.textFiles(args)
	if err != nil {
		return absentError{err}
	}
	if f.given != (givenFlags{}) && len(files) != 1 {
		return usageError{fmt.Errorf("--id, --title and the like are for one text, here are %d", len(files))}
	}
	archive := os.DirFS(p.Dir)
	conf, _ := config.Load(archive)
	desk, err := p.desk(archive)
	if err != nil {
		return err
	}
	in := intakeRun{program: p, flags: f, desk: desk, zone: conf.TimeZone, stdin: stdin}
	for _, file := range files {
		if ctx.Err() == nil {
			in.take(file)
		}
	}
	if err := in.show(passed); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return fmt.Errorf("%s taken in, %d left: %w", plural(len(in.done), "file"), len(files)-len(in.done), ctx.Err())
	}
	if in.failed {
		return errProblems
	}
	return nil
}

// desk prepares what takes texts in, with the registry and the sources of this folder. What is wrong with these
// is for a build to say.
func (p program) desk(archive fs.FS) (*draft.Desk, error) {
	_, err := os.Stat(p.path(cacheFolder))
	b, err := p.builder(buildFlags{cache: cacheFolder, noCache: err != nil}) // an archive that was never built gets no cache
	if err != nil {
		return nil, err
	}
	written, _ := content.Load(jikenbo.Files, archive)
	sources, _ := seeds.Load(archive, nil)
	return draft.NewDesk(archive, written.Registry, sources, b.Analyzer().Analyze), nil
}

// textEndings are those of the files that a folder is searched for.
func textEndings() []string {
	return []string{".txt", ".html", ".htm", ".xhtml", ".md", ".markdown", ".mht", ".mhtml"}
}

// textFiles lists the files that are named, and those in the folders that are named. Passed counts the files there that are no texts.
func (p program) textFiles(args []string) (files []string, passed int, err error) {
	for _, arg := range args {
		if arg == "-" {
			files = append(files, arg)
			continue
		}
		info, err := os.Stat(p.path(arg))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, 0, fmt.Errorf("there is no file %q%s", arg, p.similar(arg))
		case err != nil:
			return nil, 0, err
		case !info.IsDir():
			files = append(files, arg)
			continue
		}
		err = filepath.WalkDir(p.path(arg), func(name string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case name == p.path(arg):
			case strings.HasPrefix(e.Name(), "."), e.IsDir() && (strings.HasSuffix(e.Name(), "_files") || strings.HasSuffix(e.Name(), ".files")):
				if e.IsDir() {
					return fs.SkipDir
				}
			case e.Type().IsRegular() && slices.Contains(textEndings(), strings.ToLower(filepath.Ext(name))):
				rel, err := filepath.Rel(p.path(arg), name)
				files = append(files, filepath.Join(arg, rel))
				return err
			case !e.IsDir():
				passed++
			}
			return nil
		})
		if err != nil {
			return nil, 0, err
		}
	}
	return files, passed, nil
}

// similar names the file that was meant, if the folder has one with a name that is near.
func (p program) similar(arg string) string {
	entries, err := os.ReadDir(filepath.Dir(p.path(arg)))
	if err != nil {
		return ""
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if near := source.Nearest(filepath.Base(arg), names); near != "" {
		return fmt.Sprintf("; did you mean %q?", filepath.ToSlash(filepath.Join(filepath.Dir(arg), near)))
	}
	return ""
}

// An intakeRun is the state of one import of texts.
type intakeRun struct {
	program
	flags  importFlags
	desk   *draft.Desk
	zone   *time.Location
	stdin  io.Reader
	done   []received
	failed bool
}

// received is what became of one file.
type received struct {
	file     string
	clip     *clipping.Clipping
	in       *draft.Import
	problems source.Problems
}

// take takes in one file.
func (r *intakeRun) take(file string) {
	got := received{file: printable(filepath.ToSlash(file))}
	defer func() {
		r.failed = r.failed || got.problems.Errors() > 0
		r.done = append(r.done, got)
	}()
	fail := func(hint, format string, args ...any) {
		got.problems.Add(draft.BadText, source.Position{Path: got.file}, hint, format, args...)
	}
	data, err := r.read(file)
	if err != nil {
		fail("", "cannot be read: %v", err)
		return
	}
	name := got.file
	if file == "-" {
		name = ""
	}
	clip, err := clipping.Cut(path.Base(name), data, r.zone)
	if err != nil {
		hint := "save it as plain text in UTF-8, or copy the text and import that: jikenbo import -"
		if errors.Is(err, clipping.ErrNoText) {
			hint = "if the page shows its text by script, copy that and import it: jikenbo import - --url https://…"
		}
		fail(hint, "%v", err)
		return
	}
	r.flags.given.tell(clip)
	got.clip = clip
	in, problems := r.desk.Receive(draft.Received{Name: cmp.Or(name, "standard input"), Clip: clip, ID: r.flags.given.id, InPlace: r.inPlace(file)})
	got.problems = problems
	if in == nil {
		return
	}
	got.in = in
	if in.Known != "" || r.flags.dryRun {
		return
	}
	if err := r.write(in.Files); err != nil {
		fail("mend that and import it again", "%v", err)
	}
}

// inPlace returns the id of a file that stands in seeds/ already, "" for any other.
func (r *intakeRun) inPlace(file string) string {
	dir, err := filepath.Abs(r.Dir)
	if err != nil {
		return ""
	}
	at, err := filepath.Abs(r.path(file))
	if err != nil {
		return ""
	}
	rel, err := filepath.Rel(filepath.Join(dir, "seeds"), at)
	id, isText := strings.CutSuffix(rel, ".txt")
	if err != nil || !isText || !content.IsID(id) {
		return ""
	}
	return id
}

// read reads a file, no more of it than a text may have.
func (r *intakeRun) read(file string) ([]byte, error) {
	in := r.stdin
	if file != "-" {
		f, err := os.Open(r.path(file))
		if err != nil {
			return nil, reasonOf(err)
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, clipping.MaxSize+1))
	return data, reasonOf(err)
}

// reasonOf is an error of the file system without the path.
func reasonOf(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}
