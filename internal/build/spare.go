package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A spare is the tree that stood in the place of the site before the last build, kept in the cache. Nearly all of its files are those of the
// site, under another name, so that the next build changes what differs and puts it in the place of the site: neither are all files
// linked, nor is a whole tree taken away.
//
// Nothing is kept about it. A file of it counts if the system says of it what it says of the site's own (see [ledger]), which holds only for the same
// file; what else stands in it is written over or removed.
type spare struct {
	dir    string
	folder *os.File        // held open since it was looked at; nil where it is not to be used
	sound  map[string]bool // its folders that were looked at, and whether they are what a build makes
	in     *os.File        // the folder of it in which the last file stood
	path   string          // of that
}

// spareEnd is the end of the name of the folder.
const spareEnd = ".spare"

// spareFolders are the modes of folders as a build makes them.
const spareFolders = fs.ModeDir | 0o755

// open begins the look at a spare.
func (s *spare) open() {
	folder, err := os.Open(s.dir)
	if err != nil {
		return
	}
	s.folder, s.sound = folder, map[string]bool{".": true}
	if info, err := os.Lstat(s.dir); err != nil || info.Mode() != spareFolders {
		s.close()
	}
}

func (s *spare) close() {
	s.leave()
	if s.folder != nil {
		s.folder.Close()
		s.folder = nil
	}
}

// leave lets go of the folder in which the last file stood.
func (s *spare) leave() {
	if s.in != nil {
		s.in.Close()
		s.in = nil
	}
}

// holds reports whether a file of the spare is one of the site's that holds what was written. It is quickest where those of a folder are asked for one after the other.
func (s *spare) holds(e entry, known *ledger) bool {
	if s.folder == nil {
		return false
	}
	was, ok := known.of(e)
	if !ok || !s.enter(folderOf(e.Path)) {
		return false
	}
	m, ok := known.look(s.in, e.Path[strings.LastIndexByte(e.Path, '/')+1:])
	return ok && m == was
}

// enter makes a folder of the spare the one in which files are looked for.
func (s *spare) enter(path string) bool {
	if s.in != nil && s.path == path {
		return true
	}
	s.leave()
	if !s.folders(path) {
		return false
	}
	in, err := os.Open(filepath.Join(s.dir, filepath.FromSlash(path)))
	if err == nil {
		s.in, s.path = in, path
	}
	return err == nil
}

// folders reports whether a folder of the spare and all above it are such, and not links to others. One that is anything else makes the spare useless.
func (s *spare) folders(path string) bool {
	ok, seen := s.sound[path]
	if !seen {
		info, err := os.Lstat(filepath.Join(s.dir, filepath.FromSlash(path)))
		ok = err == nil && info.Mode() == spareFolders && s.folders(folderOf(path))
		s.sound[path] = ok
		if !ok && !errors.Is(err, fs.ErrNotExist) {
			s.close()
		}
	}
	return ok
}

// folderOf returns the folder of a file in a tree, "." for the tree itself.
func folderOf(path string) string {
	if i := strings.LastIndexByte(path, '/'); i >= 0 {
		return path[:i]
	}
	return "."
}

// still reports whether a folder that is held open is the one that stands at a place.
func still(folder *os.File, dir string) bool {
	if folder == nil {
		return false
	}
	then, err := folder.Stat()
	if err != nil {
		return false
	}
	now, err := os.Lstat(dir)
	return err == nil && os.SameFile(then, now)
}

// A spareError is a tree that could not be made of the spare, which is gone by then: it can be made without.
type spareError struct{ error }

func (e spareError) Unwrap() error { return e.error }

// inFresh is the error of work in the new tree.
func (t *output) inFresh(err error) error {
	if err != nil && t.adopted {
		return spareError{err}
	}
	return err
}

// adopt begins the new tree with what stands in the spare. It reports whether it could; else there is no spare any more. The folder of the new tree is its own: no
// other tree is ever taken for one that was looked at.
func (t *output) adopt(s *spare) bool {
	names, err := s.folder.Readdirnames(-1)
	s.close()
	for _, name := range names {
		if err == nil {
			err = os.Rename(filepath.Join(s.dir, name), filepath.Join(t.fresh, name))
		}
	}
	if t.adopted = err == nil; !t.adopted {
		removeTree(t.fresh)
		os.Mkdir(t.fresh, 0o755) // which fails later where it fails
	}
	removeTree(s.dir)
	return t.adopted
}

// makeChecked makes a folder in a tree that was begun with the spare, and all above it. What stands there already may be a link that leads out of the
// tree, or a folder of another mode: nobody has looked at those of which no page is known.
func (t *output) makeChecked(dir string) error {
	if t.made[dir] {
		return nil
	}
	if err := t.makeChecked(filepath.Dir(dir)); err != nil {
		return err
	}
	err := os.Mkdir(dir, 0o755)
	if errors.Is(err, fs.ErrExist) {
		var info fs.FileInfo
		if info, err = os.Lstat(dir); err == nil && info.Mode() != spareFolders {
			err = fmt.Errorf("%s is no folder that a build has made", dir)
		}
	}
	if err == nil {
		t.made[dir] = true
	}
	return err
}

// prune removes what stands in a tree that was begun with the spare and is no file of the site: in each folder have to be as many names as
// were put there.
func (t *output) prune(entries []entry) error {
	if !t.adopted {
		return nil
	}
	counts := map[string]int{".": 0}
	for _, e := range entries {
		dir := folderOf(e.Path)
		counts[dir]++
		for counts[dir] == 1 && dir != "." { // named for the first time
			dir = folderOf(dir)
			counts[dir]++
		}
	}
	var wanted map[string]bool
	for dir, count := range counts {
		folder, err := os.Open(filepath.Join(t.fresh, filepath.FromSlash(dir)))
		if err != nil {
			return t.inFresh(err)
		}
		names, err := folder.Readdirnames(-1)
		if err = errors.Join(err, folder.Close()); err != nil {
			return t.inFresh(err)
		}
		if len(names) == count {
			continue
		}
		if wanted == nil {
			wanted = namesIn(entries)
		}
		for _, name := range names {
			if path := strings.TrimPrefix(dir+"/"+name, "./"); !wanted[path] {
				if err := os.RemoveAll(filepath.Join(t.fresh, filepath.FromSlash(path))); err != nil {
					return t.inFresh(err)
				}
			}
		}
	}
	return nil
}

// namesIn returns all names that stand in a tree: its files and folders.
func namesIn(entries []entry) map[string]bool {
	out := map[string]bool{}
	for _, e := range entries {
		for path := e.Path; path != "." && !out[path]; path = folderOf(path) {
			out[path] = true
		}
	}
	return out
}

// drop keeps a tree that was replaced as the spare, if most of it is what the new one has too, or else removes it.
func (t *output) drop(old string) error {
	if t.spare != "" && 2*t.written < len(t.entries) && os.Rename(old, t.spare) == nil {
		t.spared = true
		return nil
	}
	return removeTree(old)
}

// noSpare removes a spare that is of no use. It has names of files of the site, and taking one away is a change that the system notes of the file: it is done before
// any is looked at for what the next build is to know.
func (t *output) noSpare() {
	if t.spare != "" {
		removeTree(t.spare)
	}
}

// abandoned removes the spares of trees that are gone, or were named otherwise by another edition, in the folder of the cache in which they stand. They take up what
// the trees took.
func (b *Builder) abandoned(folder string) {
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), spareEnd)
		if !ok {
			continue
		}
		file := filepath.Join(folder, name+".json")
		if s := readStampFile(file); s != nil && b.stampFile(s.Tree) == file {
			if _, err := os.Stat(s.Tree); err == nil || !errors.Is(err, fs.ErrNotExist) {
				continue
			}
		}
		// No build can take it for its own once it has another name.
		gone := filepath.Join(folder, newPart+e.Name())
		if os.Rename(filepath.Join(folder, e.Name()), gone) == nil {
			removeTree(gone)
		}
	}
}

// stayed returns the entries of a tree that is in its place. Where the old one was removed, so was a name of each file that both had, which the
// system notes of the file: then none is what it was when it was looked at.
func (t *output) stayed(entries []entry) []entry {
	if t.spared {
		return entries
	}
	out := slices.Clone(entries)
	for i := range out {
		out[i].at = unseen
	}
	return out
}
