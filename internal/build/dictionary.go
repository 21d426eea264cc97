package build

import (
	"os"
	"path/filepath"
)

// goAhead loads the dictionary while the archive is read, unless texts have been kept: then it may not be needed.
func (b *Builder) goAhead() {
	if b.Ahead == nil {
		return
	}
	if b.Cache != "" {
		if kept, err := os.ReadDir(filepath.Join(b.Cache, textsFolder)); err == nil && len(kept) > 0 {
			return
		}
	}
	go b.Ahead()
}
