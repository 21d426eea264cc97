package build

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"jikenbo/internal/source"
)

// A mark is what the system says of a file without reading it. A file cannot be given other bytes and keep its mark: whatever is done to
// it changes the moment that the system notes by itself, and which no program can set.
type mark struct {
	node              uint64
	size              int64
	modified, changed int64 // in nanoseconds; changed is the system's own
	mode              uint32
}

// A fact is what a file held when it had a mark.
type fact struct {
	mark mark
	sum  [sha256.Size]byte
}

// A ledger keeps what files hold from one build to the next, so that those with the same mark need not be read again. A file counts only if
// its mark was made before the moment at which it was asked for: what is done to a file within one tick of the system's clock leaves the mark
// as it is. A ledger counts as long as the machine runs, and for files on its own disk. Where marks cannot be trusted, there is none; a nil
// ledger knows nothing.
type ledger struct {
	file, head string
	// look returns the mark of a file of the disk, by its name in a folder that is held open, or as a whole where that is nil.
	look    func(in *os.File, name string) (mark, bool)
	known   map[string]fact
	folders map[string]folder
	listed  map[string]bool // the folders that were looked at: of others nothing is kept
	fresh   bool            // something is known that is not written
}

// openLedger reads what is kept in a file; nothing where that is missing, damaged, or of another run of the machine.
func openLedger(file string) *ledger {
	if os.MkdirAll(filepath.Dir(file), 0o755) != nil {
		return nil
	}
	disk, ok := deviceOf(filepath.Dir(file))
	if !ok {
		return nil
	}
	l := &ledger{file: file, head: sealHead("marks of files and folders", disk.run), look: disk.mark, listed: map[string]bool{}}
	l.read()
	return l
}

// read reads what is kept: how many files, then their paths, marks and digests; how many folders, then their paths, marks, how many names are in each, and each of
// these with its kind.
func (l *ledger) read() {
	l.known, l.folders = map[string]fact{}, map[string]folder{}
	body := unsealed(l.file, l.head)
	if body == nil {
		return
	}
	all, r := string(body), unpacker{rest: body}
	text := func() string {
		n := r.number()
		s := all[len(all)-len(r.rest):][:n]
		r.bytes(n)
		return s
	}
	stamp := func() mark {
		return mark{r.word(), int64(r.word()), int64(r.word()), int64(r.word()), uint32(r.word())}
	}
	n := r.number()
	l.known = make(map[string]fact, n)
	for range n {
		path := text()
		f := fact{mark: stamp()}
		copy(f.sum[:], r.bytes(sha256.Size))
		l.known[path] = f
	}
	n = r.number()
	l.folders = make(map[string]folder, n)
	for range n {
		path := text()
		f := folder{mark: stamp(), in: make([]child, r.number())}
		for i := range f.in {
			f.in[i] = child{text(), fs.FileMode(r.number())}
		}
		l.folders[path] = f
	}
}

// now is the present moment by the clock that makes the marks of the ledger's disk, 0 where it cannot be told.
func (l *ledger) now() int64 {
	if l == nil {
		return 0
	}
	f, err := os.CreateTemp(filepath.Dir(l.file), newPart+"*")
	if err != nil {
		return 0
	}
	defer os.Remove(f.Name())
	f.Close()
	m, _ := l.look(nil, f.Name())
	return m.changed
}

// holds reports whether a file is known to hold what has a digest.
func (l *ledger) holds(name string, e entry) bool {
	if l == nil {
		return false
	}
	was, ok := l.of(e)
	if !ok {
		return false
	}
	m, ok := l.look(nil, name)
	return ok && m == was
}

// of returns the mark that the file had which is known to hold what has a digest.
func (l *ledger) of(e entry) (mark, bool) {
	was, known := l.fact(e.Path)
	return was.mark, known && was.sum == e.Sum && was.mark.size == int64(e.Size) && was.mark.plain()
}

// plain reports whether a file is one of a size that a build could have written, and its mark, nil where that cannot be told.
func (l *ledger) plain(name string, size int) (*mark, bool) {
	if l != nil {
		if m, ok := l.look(nil, name); ok {
			return &m, m.plain() && m.size == int64(size)
		}
	}
	info, err := os.Lstat(name)
	return nil, err == nil && plainFile(info, size)
}

// isFolder reports whether it is that of a folder, and no link to one.
func (m mark) isFolder() bool { return m.mode&kindBits == kindFolder }

// plain reports whether a file is one that a build could have written.
func (m mark) plain() bool { return m.mode == plainMode }

// digests are those of what files hold, zero for what is no file, and the marks that these had, zero where there is none. Files whose marks are
// known are not read. Broken says that one could not be.
func (l *ledger) digests(ctx context.Context, files []input) (sums [][sha256.Size]byte, marks []mark, broken bool, err error) {
	facts, now := make([]fact, len(files)), l.now()
	marks = make([]mark, len(files))
	var failed atomic.Bool
	read := digester()
	sums, err = each(ctx, numbers(len(files)), func(i int) (sum [sha256.Size]byte, err error) {
		f := files[i]
		if !f.mode.IsRegular() {
			return sum, nil
		}
		m, ok := l.mark(f)
		marks[i] = m
		if was, known := l.fact(f.path); ok && known && was.mark == m {
			return was.sum, nil
		}
		sum, err = read(f)
		if err != nil {
			failed.Store(true)
		} else if ok && m.changed < now {
			facts[i] = fact{m, sum}
		}
		return sum, nil
	})
	for i, f := range files {
		if facts[i] != (fact{}) {
			l.known[f.path], l.fresh = facts[i], true
		}
	}
	return sums, marks, failed.Load(), err
}

func (l *ledger) fact(path string) (fact, bool) {
	if l == nil {
		return fact{}, false
	}
	f, ok := l.known[path]
	return f, ok
}

func (l *ledger) mark(f input) (mark, bool) {
	if l == nil {
		return mark{}, false
	}
	name, ok := source.OnDisk(f.fsys, f.path)
	if !ok {
		return mark{}, false
	}
	return l.look(nil, name)
}

// enter notes the files of a tree that was just put in its place. One that was taken over from the tree before counts only if it is the file that was known or
// read there, with the date that it had, and from before the build began; one that is new, if nobody wrote to it since the tree was put there. Of any other it
// is not known what it holds, and the next build reads it. The moment of the last change of a file taken over is not asked for: taking it over is one. One that
// stayed where it was in a spare is not looked at again: it counts as long as it is what it was.
func (l *ledger) enter(ctx context.Context, dir string, entries []entry, began, swapped int64) {
	if l == nil {
		return
	}
	now := l.now()
	facts, err := each(ctx, entries, func(e entry) (fact, error) {
		if e.at == inSpare {
			return l.known[e.Path], nil
		}
		m, ok := l.look(nil, filepath.Join(dir, filepath.FromSlash(e.Path)))
		before := swapped
		if !e.new {
			was := l.known[e.Path].mark
			if e.read != nil {
				was = *e.read
			}
			ok, before = ok && was.node == m.node && was.modified == m.modified, began
		}
		if !ok || m.size != int64(e.Size) || !m.plain() || m.modified >= before || m.changed >= now {
			return fact{}, nil
		}
		return fact{m, e.Sum}, nil
	})
	if err != nil {
		return
	}
	l.known, l.fresh = make(map[string]fact, len(entries)), true
	for i, e := range entries {
		if facts[i] != (fact{}) {
			l.known[e.Path] = facts[i]
		}
	}
}

// write keeps what is known of some files, and of the folders that were listed. What cannot be written is no error.
func (l *ledger) write(paths []string) {
	if l == nil || !l.fresh {
		return
	}
	paths = slices.DeleteFunc(slices.Clone(paths), func(path string) bool { _, ok := l.known[path]; return !ok })
	b := append(make([]byte, 0, 140*(len(paths)+len(l.listed))), l.head...)
	text := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	stamp := func(m mark) {
		for _, n := range []uint64{m.node, uint64(m.size), uint64(m.modified), uint64(m.changed), uint64(m.mode)} {
			b = binary.LittleEndian.AppendUint64(b, n)
		}
	}
	b = binary.AppendUvarint(b, uint64(len(paths)))
	for _, path := range paths {
		f := l.known[path]
		text(path)
		stamp(f.mark)
		b = append(b, f.sum[:]...)
	}
	b = binary.AppendUvarint(b, uint64(len(l.listed)))
	for _, path := range slices.Sorted(maps.Keys(l.listed)) {
		f := l.folders[path]
		text(path)
		stamp(f.mark)
		b = binary.AppendUvarint(b, uint64(len(f.in)))
		for _, c := range f.in {
			text(c.name)
			b = binary.AppendUvarint(b, uint64(c.mode))
		}
	}
	if replace(l.file, sealed(b)) != nil {
		os.Remove(l.file)
	}
}

// word reads a number of a fixed size.
func (p *unpacker) word() uint64 { return binary.LittleEndian.Uint64(p.bytes(8)) }

// The ledgers of a build: of what it reads, and of the tree.
const (
	inputsEnd = ".inputs"
	filesEnd  = ".files"
)

// ledger returns one of the ledgers for a tree, nil where nothing is kept.
func (b *Builder) ledger(dir, end string) *ledger {
	if b.Cache == "" || prepareCache(b.Cache) != nil {
		return nil
	}
	return openLedger(strings.TrimSuffix(b.stampFile(dir), ".json") + end)
}

// pathsIn are the paths of files.
func pathsIn(files []input) []string {
	return pathsOf(slices.DeleteFunc(slices.Clone(files), func(f input) bool { return !f.mode.IsRegular() }), func(f input) string { return f.path })
}

// numbers are those below n.
func numbers(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}
