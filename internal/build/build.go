package build

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"slices"

	"jikenbo/internal/casebook"
	"jikenbo/internal/config"
	"jikenbo/internal/content"
	"jikenbo/internal/export"
	"jikenbo/internal/i18n"
	"jikenbo/internal/morph"
	"jikenbo/internal/picture"
	"jikenbo/internal/render"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// A Builder builds the site of one archive. Its fields do not change while it works.
type Builder struct {
	// Archive is the folder of config.toml, content/ and seeds/.
	Archive fs.FS // required
	// Shipped is what is built into the program: templates/, static/ and the registry.
	Shipped fs.FS // required
	// Originals is a folder of source texts, recognised by their SHA-256; nil for none.
	Originals fs.FS
	// Tokenizer makes the tokenizer for a user dictionary.
	Tokenizer func(words []morph.Word) morph.Tokenizer // required
	// Ahead loads what cutting a text needs; it is called beside the reading of the archive where texts will have to be cut. May be nil.
	Ahead func()
	// SiteURL overrides site_url of config.toml unless it is empty.
	SiteURL string
	// Version is the edition of the program.
	Version string
	// Cache is the folder in which analysed texts are kept from build to build, "" for none.
	Cache string
	// Edition stands for the program with its rules and dictionary; what another edition kept is not used.
	Edition string
	// Strict makes a warning stop the build as an error does.
	Strict bool
	// Drafts makes articles of drafts, as for a look at them.
	Drafts bool
	// Zip is the file to which [Builder.Update] writes the site as one file too, "" for none.
	Zip string
	// ReadFont reads a font of the machine, by its path or below the archive; nil where no pictures are drawn.
	ReadFont func(name string) ([]byte, error)
	// Progress is told how far a stage is, from one goroutine at a time; may be nil.
	Progress func(stage string, done, total int)
	// Known is told when nearly all texts are known from builds before, or likely to be; may be nil.
	Known func()
	// Clock is told that a stage begins, and to end the last one by ""; may be nil.
	Clock func(stage string)

	articles *knownArticles // of which some need not be read; nil where nothing is known of any
	beside   func()         // is done while everything is linked, which one processor does; may be nil
	recent   *recent        // kept from one state of the archive to the next; nil where each is built by itself
}

// stage tells the clock that a stage begins.
func (b *Builder) stage(name string) {
	if b.Clock != nil {
		b.Clock(name)
	}
}

// known tells that nearly all texts are.
func (b *Builder) known() {
	if b.Known != nil {
		b.Known()
	}
}

// A Site is a finished site, in memory.
type Site struct {
	Files    []render.File // sorted by path; nil where problems stopped the build
	Casebook *casebook.Casebook
	Title    i18n.Text
	URL      string // where it will stand, or ""
}

// Build runs all stages. Problems of every stage come together, sorted; if one of them is an
// error (or a warning, when the build is strict), the site has no files. The error is for
// what stops the program: a template that does not parse, a cancelled context.
func (b *Builder) Build(ctx context.Context) (*Site, source.Problems, error) {
	defer b.stage("")
	l, err := b.link(ctx)
	if err != nil {
		return nil, nil, err
	}
	if b.stops(l.problems) {
		return &Site{Casebook: l.book}, l.problems, nil
	}
	var out memory
	if err := b.render(ctx, l, b.plan(l, nil), &out, nil); err != nil {
		return nil, nil, err
	}
	files, err := out.sorted()
	problems := append(l.problems, limits(sizes(files))...)
	if b.Strict && len(problems) > 0 {
		files = nil
	}
	return &Site{Files: files, Casebook: l.book, Title: l.conf.Title, URL: cmp.Or(b.SiteURL, l.conf.SiteURL)}, problems, err
}

// stops reports whether there is to be no site.
func (b *Builder) stops(problems source.Problems) bool {
	return problems.Errors() > 0 || b.Strict && len(problems) > 0
}

// linked is what the pages are made of.
type linked struct {
	conf     config.Config
	in       casebook.Input
	book     *casebook.Casebook
	painter  *picture.Painter
	texts    *library        // of which documents are still asked for where articles are known; it wants to be closed
	reviews  map[string]bool // of articles: whether nothing is wrong with them
	found    source.Problems // of all stages
	problems source.Problems // those that the editors have not waived
}

// link runs the stages up to the linking of everything.
func (b *Builder) link(ctx context.Context) (linked, error) {
	b.stage("load")
	if problems := symlinks(b.Archive); len(problems) > 0 {
		nothing := casebook.Input{Content: &content.Content{Registry: content.NewRegistry()}, Sources: seeds.NewSet()}
		book, _ := casebook.Link(nothing)
		return linked{conf: config.Default(), in: nothing, book: book, problems: problems, found: problems}, nil
	}
	b.goAhead()
	conf, problems := config.Load(b.Archive)
	written, sources, more := b.load()
	problems = append(problems, more...)

	b.stage("analyse")
	l := linked{conf: conf, texts: b.library(written.Registry), reviews: map[string]bool{}}
	in, err := b.analyze(ctx, written, sources, l.texts)
	if err == nil {
		more, err = b.review(ctx, &in, l.reviews)
	}
	if err != nil || !b.articles.any() {
		l.texts.close(err == nil)
	}
	if err != nil {
		return linked{}, err
	}
	problems = append(problems, more...)
	b.stage("link")
	wait := b.meanwhile()
	in.Outlines = b.recent.outlined()
	book, more := casebook.Link(in)
	wait()
	b.recent.keepOutlines(book)
	l.in, l.book = in, book
	l.note(append(problems, more...))
	if !b.stops(l.problems) {
		l.painter, more = b.painter(conf)
		l.note(more)
	}
	return l, nil
}

// meanwhile begins what is done beside the linking, and returns what waits for it.
func (b *Builder) meanwhile() (wait func()) {
	if b.beside == nil {
		return func() {}
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		b.beside()
	}()
	return func() { <-done }
}

// A sink takes the files of the site, several at once, as they are made.
type sink interface {
	// put takes a file. Its data is good until put returns.
	put(render.File) error
	// stream puts a file that is too large to be held, and tells what it holds.
	stream(path string, write func(io.Writer) error) (entry, error)
	paths() []string // of all files that were put; only asked when no more come but the marker
}

// render makes every file of the site: pages, many at once, assets, and the files of search and export. With a cache,
// pages that stay as they were are taken from the tree of the last build.
func (b *Builder) render(ctx context.Context, l linked, p plan, out sink, cache *pageCache) error {
	b.stage("render")
	r, pages := p.Renderer, p.pages
	paint := func(p render.Page, out sink) error { return draw(r, l.painter, p, out) }
	page := func(p render.Page) error { return paint(p, out) }
	if cache != nil {
		cache.reader = p.reader
		page = func(p render.Page) error { return cache.draw(r, p, paint) }
	}
	var told []export.Download
	// What takes longest comes first, beside the pages: no processor waits for it in the end.
	jobs := sideBySide(cache.spares(),
		func() error { return searched(l, out, cache) },
		func() (err error) {
			told, err = exported(r, l, pages, out, cache)
			return err
		},
	)
	jobs = append(jobs, func() error {
		assets, err := r.Assets()
		return errors.Join(err, putAll(out, assets, same))
	})
	readings := render.Readings(l.book)
	drawn := render.ByPlace(slices.DeleteFunc(slices.Concat(pages, r.Moved(l.book)), render.Page.TellsOfDownloads))
	job := func(i int) (struct{}, error) {
		if i < len(jobs) {
			return struct{}{}, jobs[i]()
		}
		if i -= len(jobs); i < len(readings) {
			return struct{}{}, cache.reading(readings[i], out)
		}
		for _, p := range drawn[i-len(readings)] {
			if err := page(p); err != nil {
				return struct{}{}, err
			}
		}
		return struct{}{}, nil
	}
	n := len(jobs) + len(readings) + len(drawn)
	if err := all(ctx, numbers(n), counted(b.Progress, "render", n, job)); err != nil {
		return err
	}
	b.stage("finish")
	for _, p := range r.WithDownloads(l.book, pages, downloads(told)) {
		if p.TellsOfDownloads() {
			if err := page(p); err != nil {
				return err
			}
		}
	}
	return out.put(markerOf(out.paths()))
}

func same(f render.File) render.File { return f }

// putAll puts files of another stage, one after the other.
func putAll[T any](out sink, files []T, as func(T) render.File) error {
	for _, f := range files {
		if err := out.put(as(f)); err != nil {
			return err
		}
	}
	return nil
}

// renderer makes what renders the pages.
func (b *Builder) renderer(l linked) *render.Renderer {
	r := &render.Renderer{
		Templates:   subtree(overlay{b.Archive, b.Shipped}, "templates"),
		Static:      subtree(overlay{b.Archive, b.Shipped}, "static"),
		Title:       l.conf.Title,
		Description: l.conf.Description,
		Licence:     l.conf.Licence,
		LicenceURL:  l.conf.LicenceURL,
		First:       l.conf.Languages[0],
		SiteURL:     cmp.Or(b.SiteURL, l.conf.SiteURL),
		Version:     b.Version,
		Extra:       render.Extra{Search: true, Data: true, EntityData: true, Feed: export.HasFeed(l.book)},
	}
	if l.painter != nil {
		r.Pictured = func(c render.Card) bool { return l.painter.Can(picture.Card(c)) }
	}
	return r
}

func exporter(r *render.Renderer, conf config.Config, pages []render.Page) *export.Exporter {
	x := &export.Exporter{Title: r.Title, Description: r.Description, SiteURL: r.SiteURL, Zone: conf.TimeZone, Namespace: conf.Namespace, Licence: conf.Licence, LicenceURL: conf.LicenceURL}
	for _, p := range pages {
		x.Pages = append(x.Pages, p.Path)
	}
	return x
}

// exported makes the files of the export stage, and returns those that pages tell of. With a cache, those of which it is told that they
// are made of the same are taken from the old tree.
func exported(r *render.Renderer, l linked, pages []render.Page, out sink, cache *pageCache) ([]export.Download, error) {
	x := exporter(r, l.conf, pages)
	stream := func(f export.File) (entry, error) { return out.stream(f.Path, f.Write) }
	if cache != nil && cache.reader.Whole() {
		x.Made, x.Shelf = cache.reader, cache.shelf
		defer cache.shelf.close()
		stream = func(f export.File) (entry, error) { return cache.stream(f.Path, f.Of, f.Write) }
	}
	return x.Each(l.book, func(f export.File) (err error) {
		var e entry
		switch {
		case f.Make != nil: // only where it is known what it is made of
			return cache.put(f.Path, f.Of, f.Make)
		case f.Write != nil:
			e, err = stream(f)
		default:
			e, err = putEntry(out, render.File{Path: f.Path, Data: f.Data})
		}
		if err == nil && f.Stands != nil {
			f.Stands(e.Size, e.Sum)
		}
		return err
	})
}

// putEntry puts a file and tells what it holds.
func putEntry(out sink, f render.File) (entry, error) {
	if tells, ok := out.(interface {
		putEntry(render.File) (entry, error)
	}); ok {
		return tells.putEntry(f)
	}
	return entry{Path: f.Path, Size: len(f.Data), Sum: sha256.Sum256(f.Data)}, out.put(f)
}

// downloads are the data files that a page tells of.
func downloads(files []export.Download) []render.Download {
	var out []render.Download
	for _, d := range files {
		out = append(out, render.Download(d))
	}
	return out
}

// subtree is fs.Sub for a folder name that is known to be valid.
func subtree(fsys fs.FS, dir string) fs.FS {
	sub, err := fs.Sub(fsys, dir)
	if err != nil {
		panic(err)
	}
	return sub
}
