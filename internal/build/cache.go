package build

import (
	"os"
	"path/filepath"

	"jikenbo/internal/analysis"
)

// textsFolder is where analysed texts are kept, below the folder of the cache.
const textsFolder = "texts"

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
