package build

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"jikenbo/internal/analysis"
)

// textsFolder is where analysed texts are kept, below the folder of the cache.
const textsFolder = "texts"

// documents analyses texts, many at once, or takes them from the cache. A text without a File has no document.
func (b *Builder) documents(ctx context.Context, analyzer *analysis.Analyzer, texts []analysis.Text) ([]*analysis.Document, error) {
	var opened *analysis.Cache
	open := sync.OnceValue(func() *analysis.Cache {
		opened = b.cache(analyzer)
		return opened
	})
	var fresh atomic.Int64
	docs, err := each(ctx, texts, counted(b.Progress, "analyse", len(texts), func(t analysis.Text) (*analysis.Document, error) {
		if t.File == nil {
			return nil, nil
		}
		if doc := b.recent.document(t); doc != nil {
			return doc, nil
		}
		cache := open()
		if cache == nil {
			return analyzer.Analyze(t), nil
		}
		if doc := cache.Get(t); doc != nil {
			return doc, nil
		}
		fresh.Add(1)
		return cache.Analyze(analyzer, t), nil
	}))
	if err == nil && b.recent != nil {
		b.recent.keep(docs)
	}
	if fresh.Load() < int64(len(texts)/20) {
		b.known()
	}
	switch {
	case opened == nil:
	case err == nil && b.recent == nil && fresh.Load() > 0:
		opened.Prune(time.Now())
	default: // also where the build is stopped: what was found is not lost
		opened.Close()
	}
	return docs, err
}

// cache opens the cache of analysed texts, nil where there is to be none.
func (b *Builder) cache(analyzer *analysis.Analyzer) *analysis.Cache {
	if b.Cache == "" || prepareCache(b.Cache) != nil {
		return nil
	}
	return analysis.NewCache(filepath.Join(b.Cache, textsFolder), b.Edition, analyzer.Names)
}

// prepareCache makes the folder of the cache, and tells git to leave it alone.
func prepareCache(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	ignore := filepath.Join(dir, ".gitignore")
	if _, err := os.Stat(ignore); err == nil {
		return nil
	}
	return os.WriteFile(ignore, []byte("*\n"), 0o644)
}
