package build

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"sync"

	"jikenbo/internal/render"
)

// memory is a sink that keeps the files.
type memory struct {
	mu    sync.Mutex
	files []render.File
}

func (m *memory) put(f render.File) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.files = append(m.files, render.File{Path: f.Path, Data: bytes.Clone(f.Data)})
	return nil
}

func (m *memory) stream(path string, write func(io.Writer) error) (entry, error) {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return entry{}, err
	}
	e := entry{Path: path, Size: b.Len(), Sum: sha256.Sum256(b.Bytes())}
	return e, m.put(render.File{Path: path, Data: b.Bytes()})
}

func (m *memory) paths() []string { return pathsOf(m.files, pathOf) }

func pathOf(f render.File) string { return f.Path }

func pathsOf[T any](files []T, path func(T) string) []string {
	out := make([]string, len(files))
	for i, f := range files {
		out[i] = path(f)
	}
	return out
}

// sorted returns the files by path.
func (m *memory) sorted() ([]render.File, error) {
	slices.SortFunc(m.files, func(a, b render.File) int { return cmp.Compare(a.Path, b.Path) })
	return m.files, twice(m.files, pathOf)
}

// sizes says how large files are.
func sizes(files []render.File) []entry {
	out := make([]entry, len(files))
	for i, f := range files {
		out[i] = entry{Path: f.Path, Size: len(f.Data)}
	}
	return out
}

// twice is the error that two files of a sorted tree have one path: one of them would be lost.
func twice[T any](files []T, path func(T) string) error {
	for i := 1; i < len(files); i++ {
		if p := path(files[i]); p == path(files[i-1]) {
			return fmt.Errorf("two files of the site have the path %s", p)
		}
	}
	return nil
}
