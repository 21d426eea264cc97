package build

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"jikenbo/internal/render"
	"jikenbo/internal/source"
)

// An entry says what a file of the tree holds, without holding it.
type entry struct {
	Path string
	Size int
	Sum  [sha256.Size]byte
	new  bool // written, and not taken from the old tree
	at   place
	read *mark // of the old tree's file, from before it was read and found to hold this; nil where nobody had to, or it cannot be told
}

// A place is where a file that was written once was found to hold that still.
type place uint8

const (
	unseen  place = iota // nobody has looked
	nowhere              // it does not
	inTree
	inSpare // see [spare]
)

// An output is the site while it is written, in a folder beside the old one. Files are put in it by several at once, as
// soon as they are made. One that the old tree has with the same bytes is not written again: it is linked.
type output struct {
	dir, fresh string
	hasOld     bool
	lock       *lock

	mu      sync.Mutex
	made    map[string]bool
	entries []entry
	written int // files that were not linked

	spare   string // the folder in which the old tree is kept, "" where it is removed
	adopted bool   // the new tree was begun with the spare
	spared  bool   // the old tree was kept

	known *ledger   // of the old tree; nil where nothing is kept
	rooms sync.Pool // of *[]byte, to read old files into
}

// newOutput begins a tree that will take the place of dir, as soon as no other build does the same; waiting is told if it
// has to wait, and may be nil. It errors as [Write] does.
func newOutput(ctx context.Context, dir string, waiting func()) (*output, error) {
	dir, err := outputDir(dir)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return nil, fmt.Errorf("no folder can be made for the site: %w", err)
	}
	l, err := acquire(ctx, dir, waiting)
	if errors.Is(err, context.Canceled) {
		return nil, err
	}
	if err != nil {
		return nil, fmt.Errorf("the site is made beside the old one, where nothing can be written: %w", err)
	}
	t := &output{dir: dir, lock: l, made: map[string]bool{}}
	if err := t.begin(); err != nil {
		return nil, errors.Join(err, t.discard())
	}
	return t, nil
}

// outputDir is where the tree stands that a name leads to.
func outputDir(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(dir)
	if err == nil {
		return real, nil
	}
	if _, there := os.Lstat(dir); there == nil {
		return "", fmt.Errorf("%s is a symbolic link that leads to nothing; delete it or make the folder", dir)
	}
	return dir, nil
}

// begin makes the folder of the new tree.
func (t *output) begin() error {
	t.recover()
	if err := ours(t.dir); err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(filepath.Dir(t.dir), "."+filepath.Base(t.dir)+freshPart)
	if err != nil {
		return fmt.Errorf("the site is made beside the old one, where nothing can be written: %w", err)
	}
	t.fresh, t.made[fresh] = fresh, true
	_, err = os.Stat(t.dir)
	t.hasOld = err == nil
	return os.Chmod(fresh, 0o755)
}

// put writes a file.
func (t *output) put(f render.File) error {
	_, err := t.putEntry(f)
	return err
}

// putEntry writes a file and tells what it holds.
func (t *output) putEntry(f render.File) (entry, error) {
	path := filepath.Join(t.fresh, filepath.FromSlash(f.Path))
	if err := t.makeFolder(filepath.Dir(path)); err != nil {
		return entry{}, err
	}
	e := entry{Path: f.Path, Size: len(f.Data), Sum: sha256.Sum256(f.Data)}
	if t.linked(f, path, &e) {
		t.add(e, 0)
		return e, nil
	}
	// A link to a file of the old tree may stand there, which stays as it is.
	if err := t.clear(path); err != nil {
		return e, err
	}
	if err := source.WriteFile(path, f.Data, 0o644); err != nil {
		return e, err
	}
	t.add(e, 1)
	return e, nil
}

// linked puts the file of the old tree in its place in the new one, if it holds the same.
func (t *output) linked(f render.File, path string, e *entry) bool {
	if !t.hasOld {
		return false
	}
	old := filepath.Join(t.dir, filepath.FromSlash(f.Path))
	read, ok := t.known.plain(old, len(f.Data))
	if !ok {
		return false
	}
	same := false
	err := t.reading(old, len(f.Data), func(data []byte) { same = bytes.Equal(data, f.Data) })
	e.read = read
	return err == nil && same && t.link(f.Path) == nil
}

// clear makes room for a file of the new tree.
func (t *output) clear(path string) error {
	if !t.hasOld {
		return nil
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return t.inFresh(err)
	}
	return nil
}

// link puts a file of the old tree in its place in the new one, where another may stand.
func (t *output) link(path string) error {
	old, name := filepath.Join(t.dir, filepath.FromSlash(path)), filepath.Join(t.fresh, filepath.FromSlash(path))
	err := t.makeFolder(filepath.Dir(name))
	if err == nil {
		err = os.Link(old, name)
	}
	if errors.Is(err, fs.ErrExist) && t.clear(name) == nil {
		err = os.Link(old, name)
	}
	return err
}

func (t *output) add(e entry, written int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	e.new = written > 0
	t.entries = append(t.entries, e)
	t.written += written
}

func (t *output) makeFolder(dir string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.adopted {
		return t.inFresh(t.makeChecked(dir))
	}
	if t.made[dir] {
		return nil
	}
	t.made[dir] = true
	return os.MkdirAll(dir, 0o755)
}

func (t *output) paths() []string { return pathsOf(t.entries, func(e entry) string { return e.Path }) }

// sorted returns what stands in the tree, by path.
func (t *output) sorted() ([]entry, error) {
	slices.SortFunc(t.entries, byPath)
	return t.entries, twice(t.entries, func(e entry) string { return e.Path })
}

func byPath(a, b entry) int { return cmp.Compare(a.Path, b.Path) }

// swapIn puts the tree in its place.
func (t *output) swapIn() error {
	t.noSpare()
	return swap(t.fresh, t.dir, t.drop)
}

// discard removes what was written, unless it has been swapped in, and lets the next build begin.
func (t *output) discard() error {
	var err error
	if t.fresh != "" {
		err = os.RemoveAll(t.fresh)
	}
	return errors.Join(err, t.lock.release())
}
