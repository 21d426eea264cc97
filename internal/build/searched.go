package build

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"strings"

	"jikenbo/internal/render"
	"jikenbo/internal/search"
)

// searched makes the data of the search. With a cache, scripts whose records stay as they were are taken from the tree of the last
// build, and the index is made of that of the last build.
func searched(l linked, out sink, cache *pageCache) error {
	put := func(f search.File) error {
		if f.Make == nil {
			return out.put(render.File{Path: f.Path, Data: f.Data})
		}
		if cache != nil {
			return cache.put(f.Path, f.Of, f.Make)
		}
		data, err := f.Make()
		if err != nil {
			return err
		}
		return out.put(render.File{Path: f.Path, Data: data})
	}
	index, err := search.Each(l.book, cache.readIndex(), put)
	if err == nil {
		cache.writeIndex(index) // at once, so that it is not held while pages are made; it tells by itself what it is of
	}
	return err
}

// indexFile is where the index of the search is kept. It has a digest of the rest, the key of the cache, and the index.
func (o *oldTree) indexFile() string { return strings.TrimSuffix(o.file, pagesEnd) + ".search" }

// indexIn returns what such a file has behind the digest, nil where it is missing or damaged.
func indexIn(file string) []byte {
	data, err := os.ReadFile(file)
	if err != nil || len(data) < sha256.Size {
		return nil
	}
	if sum := sha256.Sum256(data[sha256.Size:]); !bytes.Equal(sum[:], data[:sha256.Size]) {
		return nil
	}
	return data[sha256.Size:]
}

// readIndex returns the index of the last build, nil where there is none, or it is another program's.
func (c *pageCache) readIndex() *search.Kept {
	if c == nil {
		return nil
	}
	body, ok := bytes.CutPrefix(c.index, []byte(c.key))
	if c.index = nil; !ok {
		return nil
	}
	return search.ParseKept(body)
}

// writeIndex keeps the index for the next build. One that cannot be written is no error.
func (c *pageCache) writeIndex(index *search.Kept) {
	if c == nil || os.MkdirAll(filepath.Dir(c.file), 0o755) != nil {
		return
	}
	if index == nil {
		os.Remove(c.indexFile)
		return
	}
	data := index.Append(append(make([]byte, sha256.Size), c.key...))
	sum := sha256.Sum256(data[sha256.Size:])
	copy(data, sum[:])
	if replace(c.indexFile, data) != nil {
		os.Remove(c.indexFile)
	}
}
