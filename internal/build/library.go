package build

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
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
