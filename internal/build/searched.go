package build

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"slices"
	"strings"

	"jikenbo/internal/render"
	"jikenbo/internal/search"
)

// searched makes the data of the search. With a cache, scripts whose records stay as they were are taken from the tree of the last
// build, and the index is made of that of the last build.
func searched(l linked, out sink, cache *pageCache) error {
	put := func(f search.File) error {
		switch {
		case cache != nil && f.Stays:
			return cache.stays(f.Path, f.Make)
		case cache != nil && f.Make != nil:
			return cache.put(f.Path, f.Of, f.Make)
		case cache != nil:
			return cache.putData(f.Path, f.Data)
		case f.Make == nil:
			return out.put(render.File{Path: f.Path, Data: f.Data})
		}
		data, err := f.Make()
		if err != nil {
			return err
		}
		return out.put(render.File{Path: f.Path, Data: data})
	}
	var origins search.Origins
	if cache != nil && cache.reader.Whole() {
		origins = cache.reader
	}
	index, err := search.Each(l.book, cache.readIndex(), origins, put)
	if err == nil && cache != nil {
		cache.searched = index
	}
	return err
}

// indexFile is where it is kept what the scripts of the search are made of. It has a digest of the rest, the key of the cache, that of the
// scripts, and what is kept.
func (o *oldTree) indexFile() string { return strings.TrimSuffix(o.file, pagesEnd) + ".search" }

// scripts is a digest of the scripts of the search among the files of a tree: what is kept counts only for these.
func scripts(files map[string]kept) []byte {
	h := sha256.New()
	var paths []string
	for path := range files {
		if strings.HasPrefix(path, search.Folder) {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	for _, path := range paths {
		for _, e := range files[path].files {
			fmt.Fprintf(h, "%s %x\n", e.Path, e.Sum)
		}
	}
	return h.Sum(nil)
}

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
	body, ok := bytes.CutPrefix(c.index, slices.Concat([]byte(c.key), scripts(c.old)))
	if c.index = nil; !ok {
		return nil
	}
	return search.ParseKept(body, c.oldData)
}

// writeIndex keeps what the scripts were made of for the next build. What cannot be written is no error.
func (c *pageCache) writeIndex() {
	if c.searched == nil {
		os.Remove(c.indexFile)
		return
	}
	data := append(append(make([]byte, sha256.Size), c.key...), scripts(c.new)...)
	data = c.searched.Append(data)
	sum := sha256.Sum256(data[sha256.Size:])
	copy(data, sum[:])
	if replace(c.indexFile, data) != nil {
		os.Remove(c.indexFile)
	}
}
