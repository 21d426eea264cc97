package build

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"time"

	"jikenbo/internal/morph"
)

// Dictionary returns what loads the dictionary: from the cache, where it lies in a form that is read in a
// fraction of the time, or else by load, and then it is kept there. A damaged file counts as missing.
func Dictionary(cache, edition string, load func() *morph.Dictionary) func() *morph.Dictionary {
	if cache == "" {
		return load
	}
	sum := sha256.Sum256([]byte(edition))
	file := filepath.Join(cache, "dictionary", hex.EncodeToString(sum[:12]))
	return func() *morph.Dictionary {
		if data, err := os.ReadFile(file); err == nil {
			if d, err := morph.Unpack(data); err == nil {
				return d
			}
		}
		d := load()
		if os.MkdirAll(filepath.Dir(file), 0o755) == nil && replace(file, d.Pack()) == nil {
			forget(filepath.Dir(file), file, time.Now())
		}
		return d
	}
}

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

// forget removes the other files of a folder that are older than a day: those of editions that are gone.
func forget(dir, but string, now time.Time) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if info, err := e.Info(); err == nil && path != but && now.Sub(info.ModTime()) > 24*time.Hour {
			os.Remove(path)
		}
	}
}
