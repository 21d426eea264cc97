package build

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
)

// A library has the documents of texts: from the last state of an archive, from the cache, or by analysing the text. Several may be asked for at
// once. It wants to be closed.
type library struct {
	builder  *Builder
	analyzer func() *analysis.Analyzer
	cache    func() *analysis.Cache // nil where there is to be none; it is opened for the first text
	opened   *analysis.Cache
	fresh    atomic.Int64 // how many texts were analysed that the cache did not have
}

// library returns that of texts under a registry.
func (b *Builder) library(r *content.Registry) *library {
	l := &library{builder: b, analyzer: sync.OnceValue(func() *analysis.Analyzer { return b.analyzer(r) })}
	l.cache = sync.OnceValue(func() *analysis.Cache {
		l.opened = b.cache(l.analyzer())
		return l.opened
	})
	if b.recent != nil {
		l.analyzer() // which tells whether the last state counts
	}
	return l
}

// document returns that of a text, nil where it has no File.
func (l *library) document(t analysis.Text) *analysis.Document {
	if t.File == nil {
		return nil
	}
	if doc := l.builder.recent.document(t); doc != nil {
		return doc
	}
	cache := l.cache()
	if cache == nil {
		return l.analyzer().Analyze(t)
	}
	if doc := cache.Get(t); doc != nil {
		return doc
	}
	l.fresh.Add(1)
	return cache.Analyze(l.analyzer(), t)
}

// documents returns those of texts, many at once.
func (l *library) documents(ctx context.Context, texts []analysis.Text) ([]*analysis.Document, error) {
	b := l.builder
	docs, err := each(ctx, texts, counted(b.Progress, "analyse", len(texts), func(t analysis.Text) (*analysis.Document, error) {
		return l.document(t), nil
	}))
	if err == nil && b.recent != nil {
		b.recent.keep(docs)
	}
	if l.fresh.Load() < int64(len(texts)/20) {
		b.known()
	}
	return docs, err
}

// close keeps what was found. All says that every text of the archive was asked for: what nobody asked for is of no use then.
func (l *library) close(all bool) {
	switch {
	case l == nil || l.opened == nil:
	case all && l.builder.recent == nil && l.fresh.Load() > 0:
		l.opened.Prune(time.Now())
	default: // also where the build is stopped: what was found is not lost
		l.opened.Close()
	}
}

// analyze turns every text into a Document, many at once, and hands them on in their places.
func (b *Builder) analyze(ctx context.Context, c *content.Content, set *seeds.Set, texts *library) (casebook.Input, error) {
	in := casebook.Input{Content: c, Sources: set, Many: many, Articles: make([]casebook.Versions, len(c.Articles))}
	var docs []*analysis.Document
	var err error
	many(2, func(i int) {
		if i == 0 {
			docs, err = texts.documents(ctx, textsOf(c, set, b.articles))
			return
		}
		for i, a := range c.Articles {
			if b.articles.knows(a.ID) {
				in.Articles[i] = b.articles.versions(a, func(l i18n.Lang, reviewed bool) *analysis.Document { return b.later(a, c.Registry, texts, l, reviewed) })
			}
		}
	})
	if err != nil {
		return in, err
	}
	for i, a := range c.Articles {
		if !b.articles.knows(a.ID) {
			in.Articles[i] = casebook.Whole(docs[2*i], docs[2*i+1])
		}
	}
	in.Originals = docs[2*len(c.Articles):]
	return in, nil
}

// textsOf returns every text that is analysed: two for each article, one for each source, without a File where there is none, or where it is known.
func textsOf(c *content.Content, set *seeds.Set, known *knownArticles) []analysis.Text {
	var texts []analysis.Text
	for _, a := range c.Articles {
		for _, l := range i18n.Langs {
			if known.knows(a.ID) {
				texts = append(texts, analysis.Text{})
				continue
			}
			texts = append(texts, articleText(a, l))
		}
	}
	for _, s := range set.All() {
		texts = append(texts, sourceText(s))
	}
	return texts
}

// articleText is a version of an article as the analysis wants it; without a File where it is missing.
func articleText(a *content.Article, l i18n.Lang) analysis.Text {
	v := a.In(l)
	if v == nil {
		return analysis.Text{}
	}
	return analysis.Text{ID: a.ID, Lang: l, File: v.File(), Passages: v.Passages(), Published: a.Reference}
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
