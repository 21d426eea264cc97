package build

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sync"

	"jikenbo/internal/source"
)

// An input is a file or folder that a build may read.
type input struct {
	fsys fs.FS
	path string
	mode fs.FileMode
}

// read returns what a file holds.
func (i input) read() ([]byte, error) {
	if !i.mode.IsRegular() {
		return nil, fmt.Errorf("%s is no file", i.path)
	}
	return fs.ReadFile(i.fsys, i.path)
}

// A folder is what stood in a folder of the disk when it had a mark: as that of a file, it changes whenever something is put there, taken away or
// renamed.
type folder struct {
	mark mark
	in   []child
}

// A child is a name in a folder, and of what kind it is.
type child struct {
	name string
	mode fs.FileMode
}

// list returns everything below a folder, in the order of its names; nothing where there is none. It errors if a folder cannot be read, which then
// stands for what is in it.
func list(fsys fs.FS, root string) ([]input, error) { return (*ledger)(nil).list(fsys, root) }

// list is list for folders of which those that are known need not be read.
func (l *ledger) list(fsys fs.FS, root string) ([]input, error) {
	info, err := fs.Lstat(fsys, root)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case !info.IsDir(): // a link would be followed here, and nowhere below
		return []input{{fsys, root, info.Mode().Type()}}, nil
	}
	s := &listing{known: l, now: l.now()}
	files, err := s.below(input{fsys, root, fs.ModeDir})
	l.stood(s)
	return files, err
}

// A listing is a look at folders.
type listing struct {
	known *ledger
	now   int64 // when it began, see [ledger]

	mu    sync.Mutex
	stood []listed
	read  bool // one of those was not known before
}

// listed is a folder of which it is known what stands in it.
type listed struct {
	path string
	folder
}

// below returns a folder and everything below it. Where that is many folders, several are read at once.
func (s *listing) below(dir input) ([]input, error) {
	children, err := s.folder(dir)
	if err != nil {
		return []input{dir}, err
	}
	in := make([]input, len(children))
	below, errs := make([][]input, len(in)), make([]error, len(in))
	each := func(n int, f func(i int)) {
		for i := range n {
			f(i)
		}
	}
	if len(in) > manyEntries {
		each = many
	}
	each(len(in), func(i int) {
		in[i] = input{dir.fsys, path.Join(dir.path, children[i].name), children[i].mode}
		if in[i].mode.IsDir() {
			below[i], errs[i] = s.below(in[i])
		}
	})
	out := append(make([]input, 0, 1+len(in)), dir)
	for i := range in {
		if below[i] == nil {
			out = append(out, in[i])
		} else {
			out = append(out, below[i]...)
		}
	}
	return out, errors.Join(errs...)
}

// folder returns what stands in a folder, by name.
func (s *listing) folder(dir input) ([]child, error) {
	m, ok := s.known.mark(dir)
	ok = ok && m.isFolder()
	if was, known := s.known.folder(dir.path); ok && known && was.mark == m {
		s.note(dir.path, was, false)
		return was.in, nil
	}
	entries, err := fs.ReadDir(dir.fsys, dir.path)
	if err != nil {
		return nil, err
	}
	in := make([]child, len(entries))
	for i, e := range entries {
		in[i] = child{e.Name(), e.Type()}
	}
	if ok && m.changed < s.now {
		s.note(dir.path, folder{m, in}, true)
	}
	return in, nil
}

// note keeps what is known of a folder.
func (s *listing) note(path string, f folder, read bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stood, s.read = append(s.stood, listed{path, f}), s.read || read
}

// manyEntries is of how many entries of a folder several are looked at at once.
const manyEntries = 100

// folder is what is known of a folder.
func (l *ledger) folder(path string) (folder, bool) {
	if l == nil {
		return folder{}, false
	}
	f, ok := l.folders[path]
	return f, ok
}

// stood notes what is known of folders after a look at them.
func (l *ledger) stood(s *listing) {
	if l == nil {
		return
	}
	l.fresh = l.fresh || s.read
	for _, f := range s.stood {
		l.folders[f.path] = f.folder
		l.listed[f.path] = true
	}
}

// listTree lists the files of a tree.
func (l *ledger) listTree(dir string) ([]input, error) {
	files, err := l.list(source.Disk(dir), ".")
	return slices.DeleteFunc(files, func(f input) bool { return f.mode.IsDir() }), err
}
