package content

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"slices"

	"jikenbo/internal/source"
)

// A Memory loads content/ again and again, as a server does while somebody writes there. What depends on nothing but
// files that hold what they held is taken over from the load before: an article from those of its folder, the registry
// from those of the entities. So what has not changed is the same value, and what is loaded is what [Load] would give.
//
// All files are read each time: no date is trusted. A Memory belongs to one archive, and to one goroutine.
type Memory struct {
	articles map[string]part[*Article] // by folder
	registry *part[*Registry]
}

// remembering is what a loader with a memory has of it: what was, and what will have been.
type remembering struct{ old, next *Memory }

// newRemembering begins with a memory, nil where there is none.
func newRemembering(m *Memory) *remembering {
	if m == nil {
		return nil
	}
	return &remembering{m, &Memory{articles: make(map[string]part[*Article]), registry: m.registry}}
}

// keep puts what will have been into the place of what was.
func (r *remembering) keep() {
	if r != nil {
		*r.old = *r.next
	}
}

// A part is what was made of some files, with all that came up.
type part[T any] struct {
	value    T
	saw      []sighting
	drafts   bool
	problems source.Problems
	refs     []reference
	waivers  []source.Waiver
}

// recall returns what read gives, from the part if it holds still.
func recall[T any](l *loader, p part[T], known bool, read func(*loader) T) part[T] {
	if known && p.drafts == l.drafts && holds(l.fsys, p.saw) {
		return p
	}
	seen := &recorder{fsys: l.fsys}
	p = apart(l, seen, read)
	p.saw = seen.saw
	return p
}

// apart returns what read gives, with all that comes up. It leaves the loader as it is.
func apart[T any](l *loader, fsys fs.FS, read func(*loader) T) part[T] {
	own := loader{fsys: fsys, where: make(map[string]source.Position), drafts: l.drafts, parsed: l.parsed, decoded: l.decoded, rooms: l.rooms}
	value := read(&own)
	return part[T]{value: value, drafts: l.drafts, problems: own.problems, refs: own.refs, waivers: own.waivers}
}

// add takes over what came up with a part.
func add[T any](l *loader, p part[T]) {
	l.problems = append(l.problems, p.problems...)
	l.refs = append(l.refs, p.refs...)
	l.waivers = append(l.waivers, p.waivers...)
}

// recallArticle is article apart, from memory if there is one. Several may be asked for at once.
func (l *loader) recallArticle(id, folder string) part[*Article] {
	read := func(l *loader) *Article { return l.article(id, folder) }
	if l.memory == nil {
		return apart(l, l.fsys, read)
	}
	old, known := l.memory.old.articles[folder]
	return recall(l, old, known, read)
}

// recallRegistry is registry, from memory if there is one.
func (l *loader) recallRegistry(shipped fs.FS) *Registry {
	if l.memory == nil {
		return l.registry(shipped)
	}
	var old part[*Registry]
	if l.memory.old.registry != nil {
		old = *l.memory.old.registry
	}
	p := recall(l, old, l.memory.old.registry != nil, func(l *loader) *Registry { return l.registry(shipped) })
	add(l, p)
	l.memory.next.registry = &p
	return p.value
}

// A recorder is a file system that notes what was seen of it.
type recorder struct {
	fsys fs.FS
	saw  []sighting
}

// A sighting is one answer of a file system.
type sighting struct {
	look look
	name string
	sum  [sha256.Size]byte // of the answer
}

// A look is a way in which a file system is asked.
type look func(fsys fs.FS, name string) (any, error)

func readFile(fsys fs.FS, name string) (any, error) { return fs.ReadFile(fsys, name) }
func readDir(fsys fs.FS, name string) (any, error)  { return fs.ReadDir(fsys, name) }
func stat(fsys fs.FS, name string) (any, error)     { return fs.Stat(fsys, name) }
func lstat(fsys fs.FS, name string) (any, error)    { return fs.Lstat(fsys, name) }

// holds reports whether a file system gives the same answers still.
func holds(fsys fs.FS, saw []sighting) bool {
	return !slices.ContainsFunc(saw, func(s sighting) bool { return digest(s.look(fsys, s.name)) != s.sum })
}

// digest stands for an answer. Dates do not count: what a file holds is read.
func digest(answer any, err error) [sha256.Size]byte {
	if err != nil {
		return sha256.Sum256([]byte("error: " + err.Error()))
	}
	switch a := answer.(type) {
	case []byte:
		return sha256.Sum256(a)
	case fs.FileInfo:
		return sha256.Sum256(fmt.Appendf(nil, "%v %d", a.Mode().Type(), a.Size()))
	}
	var list []byte
	for _, e := range answer.([]fs.DirEntry) {
		list = fmt.Appendf(list, "%q %v\n", e.Name(), e.Type())
	}
	return sha256.Sum256(list)
}

func recorded[T any](r *recorder, l look, name string) (T, error) {
	answer, err := l(r.fsys, name)
	r.saw = append(r.saw, sighting{l, name, digest(answer, err)})
	t, _ := answer.(T)
	return t, err
}

// ReadFile implements [fs.ReadFileFS].
func (r *recorder) ReadFile(name string) ([]byte, error) { return recorded[[]byte](r, readFile, name) }

// ReadDir implements [fs.ReadDirFS].
func (r *recorder) ReadDir(name string) ([]fs.DirEntry, error) {
	return recorded[[]fs.DirEntry](r, readDir, name)
}

// Stat implements [fs.StatFS].
func (r *recorder) Stat(name string) (fs.FileInfo, error) {
	return recorded[fs.FileInfo](r, stat, name)
}

// Lstat implements [fs.ReadLinkFS].
func (r *recorder) Lstat(name string) (fs.FileInfo, error) {
	return recorded[fs.FileInfo](r, lstat, name)
}

// ReadLink implements [fs.ReadLinkFS]. No link is followed in content/.
func (r *recorder) ReadLink(name string) (string, error) {
	return "", &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrInvalid}
}

// Open implements [fs.FS]. What would be read by it could not be noted.
func (r *recorder) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
}
