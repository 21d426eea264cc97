package build

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"slices"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/config"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/export"
	"jikenbo/internal/i18n"
	"jikenbo/internal/morph"
	"jikenbo/internal/picture"
	"jikenbo/internal/render"
	"jikenbo/internal/search"
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
	// ReadFont reads a font of the machine, by its path or below the archive; nil where no pictures are drawn.
	ReadFont func(name string) ([]byte, error)
	// Progress is told how far a stage is, from one goroutine at a time; may be nil.
	Progress func(stage string, done, total int)
	// Clock is told that a stage begins, and to end the last one by ""; may be nil.
	Clock func(stage string)
}

// stage tells the clock that a stage begins.
func (b *Builder) stage(name string) {
	if b.Clock != nil {
		b.Clock(name)
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
	b.stage("load")
	defer b.stage("")
	conf, problems := config.Load(b.Archive)
	written, more := content.Load(b.Shipped, b.Archive)
	problems = append(problems, more...)
	if len(written.Articles) == 0 {
		problems.Warn(source.Position{Path: "content/articles"}, "run jikenbo in the folder of the archive, or write content/articles/ID/ja.md",
			"there is no article")
	}
	sources, more := seeds.Load(b.Archive, b.Originals)
	problems = append(problems, more...)

	b.stage("analyse")
	in, err := b.analyze(ctx, written, sources)
	if err != nil {
		return nil, nil, err
	}
	b.stage("link")
	book, more := casebook.Link(in)
	problems = append(problems, more...)
	problems = problems.Sorted()
	if problems.Errors() > 0 || b.Strict && len(problems) > 0 {
		return &Site{Casebook: book}, problems, nil
	}
	painter, more := b.painter(conf)
	problems = append(problems, more...)
	files, err := b.render(ctx, conf, book, painter)
	problems = append(problems, limits(files)...)
	if b.Strict && len(problems) > 0 {
		files = nil
	}
	return &Site{Files: files, Casebook: book, Title: conf.Title, URL: cmp.Or(b.SiteURL, conf.SiteURL)}, problems, err
}

// analyze turns every text into a Document, many at once, and hands them on in their places.
func (b *Builder) analyze(ctx context.Context, c *content.Content, set *seeds.Set) (casebook.Input, error) {
	var texts []analysis.Text
	for _, a := range c.Articles {
		for _, l := range i18n.Langs {
			texts = append(texts, articleText(a, l))
		}
	}
	for _, s := range set.All() {
		texts = append(texts, sourceText(s))
	}
	docs, err := b.documents(ctx, b.analyzer(c.Registry), texts)
	in := casebook.Input{Content: c, Sources: set}
	for range c.Articles {
		if err == nil {
			in.Articles = append(in.Articles, casebook.Versions{JA: docs[0], EN: docs[1]})
			docs = docs[2:]
		}
	}
	in.Originals = docs
	return in, err
}

// articleText is a version of an article as the analysis wants it; without a File where it is missing.
func articleText(a *content.Article, l i18n.Lang) analysis.Text {
	v := a.In(l)
	if v == nil {
		return analysis.Text{}
	}
	return analysis.Text{ID: a.ID, Lang: l, File: v.File, Passages: v.Passages, Published: a.Reference}
}

// sourceText is the text of a source; without a File where we hold none, or one in a third language.
func sourceText(s *seeds.Source) analysis.Text {
	lang := i18n.Lang(s.Language)
	if s.Text == nil || !lang.Valid() {
		return analysis.Text{}
	}
	published := s.Published
	if !published.IsDay() {
		published = edtf.Date{}
	}
	return analysis.Text{ID: s.ID, Lang: lang, File: s.Text, Passages: s.Passages, Published: published}
}

// render makes every file of the site: pages, many at once, assets, and the files of search and export.
func (b *Builder) render(ctx context.Context, conf config.Config, book *casebook.Casebook, painter *picture.Painter) ([]render.File, error) {
	r := &render.Renderer{
		Templates:   subtree(overlay{b.Archive, b.Shipped}, "templates"),
		Static:      subtree(overlay{b.Archive, b.Shipped}, "static"),
		Title:       conf.Title,
		Description: conf.Description,
		First:       conf.Languages[0],
		SiteURL:     cmp.Or(b.SiteURL, conf.SiteURL),
		Version:     b.Version,
		Extra:       render.Extra{Search: true, Data: true, EntityData: true, Feed: export.HasFeed(book)},
	}
	if painter != nil {
		r.Pictured = func(c render.Card) bool { return painter.Can(picture.Card(c)) }
	}
	pages := r.Pages(book)
	b.stage("export")
	exported, err := exporter(r, conf, pages).Files(book)
	if err != nil {
		return nil, err
	}
	b.stage("render")
	all := slices.Concat(r.WithDownloads(book, pages, downloads(exported)), r.Moved(book))
	made, err := each(ctx, all, counted(b.Progress, "render", len(all), drawn(r, painter)))
	if err != nil {
		return nil, err
	}
	files := flat(made)
	assets, err := r.Assets()
	if err != nil {
		return nil, err
	}
	b.stage("search")
	scripts, err := search.Files(book)
	if err != nil {
		return nil, err
	}
	files = append(files, slices.Concat(assets, r.Furigana(book))...)
	for _, f := range scripts {
		files = append(files, render.File(f))
	}
	for _, f := range exported {
		files = append(files, render.File(f))
	}
	files = append(files, markerOf(files))
	slices.SortFunc(files, func(a, b render.File) int { return cmp.Compare(a.Path, b.Path) })
	return files, twice(files)
}

func exporter(r *render.Renderer, conf config.Config, pages []render.Page) *export.Exporter {
	x := &export.Exporter{Title: r.Title, Description: r.Description, SiteURL: r.SiteURL, Zone: conf.TimeZone, Namespace: conf.Namespace}
	for _, p := range pages {
		x.Pages = append(x.Pages, p.Path)
	}
	return x
}

// downloads are the data files that a page tells of.
func downloads(files []export.File) []render.Download {
	var out []render.Download
	for _, d := range export.Downloads(files) {
		out = append(out, render.Download(d))
	}
	return out
}

// twice is the error that two files of a sorted tree have one path: one of them would be lost.
func twice(files []render.File) error {
	for i := 1; i < len(files); i++ {
		if files[i].Path == files[i-1].Path {
			return fmt.Errorf("two files of the site have the path %s", files[i].Path)
		}
	}
	return nil
}

// subtree is fs.Sub for a folder name that is known to be valid.
func subtree(fsys fs.FS, dir string) fs.FS {
	sub, err := fs.Sub(fsys, dir)
	if err != nil {
		panic(err)
	}
	return sub
}
