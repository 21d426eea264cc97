package build

import (
	"context"
	"io/fs"
	"path"
	"reflect"
	"strconv"
	"strings"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// A Live builds the site of an archive again and again, while somebody writes there. It keeps what it has loaded and analysed, so
// that a change costs the reading of all files, the analysis of the texts that changed, and the linking of everything. Pages are
// made when they are read, with the bytes that a build gives. Nothing is written but the cache of analysed texts.
//
// A Live is for one goroutine; its views are for any number.
type Live struct {
	builder *Builder
	looks   string // of the last view
}

// Live returns a Live of the builder's archive.
func (b *Builder) Live() *Live {
	own := *b
	own.recent = &recent{}
	return &Live{builder: &own}
}

// Warm makes the first change as quick as the others: it loads the dictionary, which a state whose texts are all
// known does not need.
func (l *Live) Warm() {
	if l.builder.recent.analyzer != nil {
		l.builder.recent.analyzer.Tokenizer.Tokens(nil, "。")
	}
}

// Next builds the site as the archive is now. There is no view where problems stop it. The error is that of [Builder.Build].
func (l *Live) Next(ctx context.Context) (*View, source.Problems, error) {
	b := l.builder
	defer b.stage("")
	linked, err := b.link(ctx)
	if err != nil {
		return nil, nil, err
	}
	if b.stops(linked.problems) {
		return nil, linked.problems, nil
	}
	v := b.view(linked)
	looks, err := b.looks(ctx, nil)
	if err == nil {
		err = v.try(looks != l.looks)
	}
	if err != nil {
		return nil, linked.problems, err
	}
	l.looks = looks
	return v, linked.problems, nil
}

// recent is what a Live keeps from one state of the archive to the next.
type recent struct {
	content  content.Memory
	registry *content.Registry  // of the last state
	analyzer *analysis.Analyzer // with its names
	docs     map[textKey]*analysis.Document
	outlines map[*analysis.Document]*casebook.Outline
}

type textKey struct {
	isArticle bool
	id        string
	lang      i18n.Lang
}

// keyOf is the place of a text among those of an archive.
func keyOf(t analysis.Text) textKey {
	return textKey{path.Dir(path.Dir(t.File.Path)) == "content/articles", t.ID, t.Lang}
}

// memory is what of the content may be taken over, nil where nothing is kept.
func (k *recent) memory() *content.Memory {
	if k == nil {
		return nil
	}
	return &k.content
}

// analyzerOf returns the analyser of a registry, which is made by f where it is another one than before. What was found with that
// one counts no more.
func (k *recent) analyzerOf(r *content.Registry, f func() *analysis.Analyzer) *analysis.Analyzer {
	if k == nil {
		return f()
	}
	if k.registry != r {
		k.registry, k.analyzer, k.docs, k.outlines = r, f(), nil, nil
	}
	return k.analyzer
}

// document returns what was found in a text, nil where it is not the same as before.
func (k *recent) document(t analysis.Text) *analysis.Document {
	if k == nil {
		return nil
	}
	doc := k.docs[keyOf(t)]
	switch {
	case doc == nil || doc.Text.Published != t.Published:
		return nil
	case doc.Text.File == t.File:
		return doc
	case doc.Text.File.Path != t.File.Path || doc.Text.File.Text != t.File.Text || !reflect.DeepEqual(doc.Text.Passages, t.Passages):
		return nil
	}
	again := *doc
	again.Text = t
	return &again
}

// keep takes over what was found in all texts; it is nil for one that is not there.
func (k *recent) keep(docs []*analysis.Document) {
	k.docs = make(map[textKey]*analysis.Document, len(docs))
	for _, doc := range docs {
		if doc != nil {
			k.docs[keyOf(doc.Text)] = doc
		}
	}
}

// outlined returns the outlines of documents of the last state.
func (k *recent) outlined() map[*analysis.Document]*casebook.Outline {
	if k == nil {
		return nil
	}
	return k.outlines
}

// keepOutlines takes over the outlines of all articles.
func (k *recent) keepOutlines(book *casebook.Casebook) {
	if k == nil {
		return
	}
	k.outlines = make(map[*analysis.Document]*casebook.Outline, 2*len(book.Articles))
	for _, a := range book.Articles {
		for _, l := range i18n.Langs {
			if o := a.Docs.Outline(l); o != nil {
				k.outlines[a.Docs.In(l)] = o
			}
		}
	}
}

// try renders the pages that tell whether the templates are sound: one, since all are parsed for it, or one of each folder
// where the templates are not those of the last view.
func (v *View) try(all bool) error {
	tried := map[string]bool{}
	for _, p := range v.order {
		kind := kindOf(p.Path)
		if p.TellsOfDownloads() || tried[kind] {
			continue
		}
		tried[kind] = true
		if _, err := v.renderer.Render(p); err != nil {
			return err
		}
		if !all {
			return nil
		}
	}
	return nil
}

// kindOf returns the same for pages of one kind, mostly: they are as deep below the same folder of a language. Pages outside
// these folders, and their lists, are each of a kind.
func kindOf(name string) string {
	parts := strings.Split(name, "/")
	if len(parts) < 3 || parts[len(parts)-1] == "index.html" {
		return name
	}
	return path.Join(parts[0], parts[1], strconv.Itoa(len(parts)))
}

// errNoFile is the error of a path that no file of the site has.
func errNoFile(name string) error {
	return &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
