package content

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"jikenbo/internal/source"
)

// root is the folder that this package reads, placesFile the one file of entities that stands in it.
const (
	root       = "content"
	placesFile = "places.toml"
	articles   = "articles"
	pages      = "pages"
)

// Load reads content/ of an archive, and joins it with the entities that are shipped with the program.
//
// Local is the root of the archive, shipped that of the embedded tree, or nil. Of the shipped tree only
// entities are read, and no operations. Where an id is in both, the local entity holds.
//
// Everything that could be read is returned, whatever problems there are. Problems of
// shipped entities that no editor of this archive can mend are left out.
// Ids of sources are not looked up: that is done when the sources are known.
//
// Drafts are set aside, and nothing is said of what is wrong with them.
func Load(shipped, local fs.FS) (*Content, source.Problems) { return Loading{}.Load(shipped, local) }

// A Loading is a way to load, which brings what [Load] brings.
type Loading struct {
	// Drafts are among the articles. What is wrong with them is told as warnings.
	Drafts bool
	// Many calls f for each number below n, several at a time perhaps, and returns when all is done. Articles are read by it; where it
	// is nil, one after the other.
	Many func(n int, f func(i int))
	// Parsed keeps what Markdown is read as; nil where nothing is kept.
	Parsed Parsed
	// Decoded keeps what the files of entities are decoded as; nil where nothing is kept.
	Decoded Parsed
	// Known tells of articles that need not be read; nil where that is not known of any.
	Known Known
	// Memory is what of another loading may be taken over; nil for nothing.
	Memory *Memory
}

// Load is [Load] in this way.
func (how Loading) Load(shipped, local fs.FS) (*Content, source.Problems) {
	l := loader{fsys: local, where: make(map[string]source.Position), drafts: how.Drafts, many: how.Many, parsed: how.Parsed, decoded: how.Decoded, known: how.Known, rooms: new(sync.Pool), memory: newRemembering(how.Memory)}
	defer l.memory.keep()
	c := &Content{Registry: l.recallRegistry(shipped), Articles: l.articles()}
	c.Drafts, c.Pages = l.aside, l.pages()
	c.Unread = unread(l.problems)
	l.strangers(root, append(folders(), placesFile, articles, pages))

	c.Waivers = l.waivers
	c.Registry.resolve(l.refs, &l.problems)
	c.Registry.eventIDs(&l.problems)
	c.movedIDs(&l.problems)
	c.Registry.names(&l.problems)
	c.Registry.suspicious(&l.problems)
	c.warnOfDrafts(l.problems)
	return c, l.problems
}

// registry reads the entities of both trees.
func (l *loader) registry(shipped fs.FS) *Registry {
	l.entities(Kinds[:])
	r := NewRegistry(l.join(l.loadShipped(shipped))...)
	r.withoutUnknown()
	r.contest()
	return r
}

// loadShipped reads the entities of the embedded tree.
func (l *loader) loadShipped(fsys fs.FS) []*Entity {
	if fsys == nil {
		return nil
	}
	l = &loader{fsys: fsys, where: make(map[string]source.Position), many: l.many, decoded: l.decoded}
	l.entities(slices.DeleteFunc(slices.Clone(Kinds[:]), func(k Kind) bool { return k == Operation }))
	for _, e := range l.found {
		e.Shipped = true
		for i := range e.Claims {
			e.Claims[i].Shipped = true
		}
	}
	return l.found
}

// loader is the state of one reading of a tree.
type loader struct {
	fsys     fs.FS
	problems source.Problems
	found    []*Entity
	where    map[string]source.Position // of the entities found, by id
	refs     []reference
	waivers  []source.Waiver
	drafts   bool                       // are articles like any other
	aside    []*Article                 // drafts
	many     func(n int, f func(i int)) // may be nil
	parsed   Parsed                     // may be nil
	decoded  Parsed                     // may be nil
	known    Known                      // may be nil
	rooms    *sync.Pool                 // of *[]byte, to read texts into
	memory   *remembering               // nil where nothing is taken over
}

// folders are those of entities with files of their own.
func folders() []string {
	var names []string
	for _, k := range Kinds {
		if k != Place {
			names = append(names, k.Folder())
		}
	}
	return names
}

// list returns the entries of a folder that are content. It reports symbolic links,
// and leaves out hidden files, backups and README files.
func (l *loader) list(dir string) []fs.DirEntry {
	entries, err := fs.ReadDir(l.fsys, dir)
	if err != nil {
		if _, statErr := fs.Stat(l.fsys, dir); statErr == nil {
			l.problems.Add(source.Unreadable, source.Position{Path: dir}, "make it a folder that can be read", "cannot be read: %v", err)
		}
		return nil
	}
	entries = source.TooMany(&l.problems, dir, entries)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		if e.Type()&fs.ModeSymlink != 0 {
			l.problems.Add(source.Symlink, source.Position{Path: path.Join(dir, e.Name())}, "put the file itself here", "this is a symbolic link, which is not followed")
			return true
		}
		name := e.Name()
		return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || strings.HasPrefix(name, "#") || name == "README.md"
	})
}

// strangers reports entries of a folder that nothing reads.
func (l *loader) strangers(dir string, known []string) {
	for _, e := range l.list(dir) {
		if !slices.Contains(known, e.Name()) {
			l.stranger(path.Join(dir, e.Name()), known)
		}
	}
}

func (l *loader) stranger(file string, known []string) {
	hint := "here stand: " + strings.Join(known, ", ")
	if near := source.Nearest(path.Base(file), known); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	l.problems.Add(source.Stray, source.Position{Path: file}, hint, "nothing reads this file or folder")
}

// idOf returns the id in the name of a file or folder, and reports one that is not well formed.
func (l *loader) idOf(file, id string) (string, bool) {
	if IsID(id) {
		return id, true
	}
	if isID(id) {
		l.problems.Add(source.BadID, source.Position{Path: file}, nameHint, "the id %q cannot be the name of a page", id)
		return "", false
	}
	l.problems.Add(source.BadID, source.Position{Path: file}, idHint, "the name %q has not the form of an id", id)
	return "", false
}

// entities reads the entities of some kinds. Their files are read several at a time.
func (l *loader) entities(kinds []Kind) {
	for _, k := range kinds {
		if k == Place {
			l.places()
			continue
		}
		var ids, files []string
		dir := path.Join(root, k.Folder())
		for _, e := range l.list(dir) {
			file := path.Join(dir, e.Name())
			name, isTOML := strings.CutSuffix(e.Name(), ".toml")
			if e.IsDir() || !isTOML {
				l.problems.Add(source.Stray, source.Position{Path: file}, "here stand files called ID.toml", "nothing reads this file or folder")
				continue
			}
			if id, ok := l.idOf(file, name); ok {
				ids, files = append(ids, id), append(files, file)
			}
		}
		read := make([]entityRead, len(ids))
		l.each(len(ids), func(i int) { read[i] = l.readEntity(k, ids[i], files[i]) })
		for _, r := range read {
			l.entity(r)
		}
	}
}

// An entityRead is what has come of the file of an entity: no entity where it is broken, and no fields where it cannot be read.
type entityRead struct {
	entity   *Entity
	fields   *fields
	problems source.Problems
}

func (l *loader) readEntity(k Kind, id, file string) (r entityRead) {
	f, toml, ps := l.readTOML(k, file)
	r.problems = ps
	if f != nil {
		r.entity, r.fields = parseEntity(k, id, f, toml)
	}
	return r
}

// entity takes over an entity.
func (l *loader) entity(r entityRead) {
	l.problems = append(l.problems, r.problems...)
	if r.fields == nil {
		return
	}
	if r.entity != nil {
		l.keep(r.entity, r.fields)
	}
	l.take(r.fields)
}

// ParseEntity reads the file of one entity by itself, nil where its syntax is wrong.
// References to other entities and to sources are left unchecked.
func ParseEntity(k Kind, id string, f *source.File) (*Entity, source.Problems) {
	e, fl := parseEntity(k, id, f, tomlReader{})
	return e, fl.problems
}

func parseEntity(k Kind, id string, f *source.File, toml tomlReader) (*Entity, *fields) {
	fl := &fields{file: f}
	var e *Entity
	decode := func(v any) { fl.problems = append(fl.problems, toml.read(f, k, v)...) }
	broken := func() bool { return slices.ContainsFunc(fl.problems, isSyntax) }
	switch k {
	case Operation:
		var raw operationTOML
		if decode(&raw); !broken() {
			e = fl.newFile(k, id, &raw.plainTOML)
			e.Operation = fl.operation(&raw)
		}
	case Person:
		var raw personTOML
		if decode(&raw); !broken() {
			e = fl.newFile(k, id, &raw.plainTOML)
			e.Title = fl.text(raw.Title, source.Span{}, "title", false)
		}
	default:
		var raw plainTOML
		if decode(&raw); !broken() {
			e = fl.newFile(k, id, &raw)
		}
	}
	return e, fl
}

// newFile takes over the keys that all files of one entity have.
func (f *fields) newFile(k Kind, id string, raw *plainTOML) *Entity {
	f.waive(raw.waiversTOML)
	return f.newEntity(k, id, &raw.entityTOML, source.Span{})
}

// isSyntax reports whether a file could not be decoded at all: then keys are not
// missing, and it would not help to say so.
func isSyntax(p source.Problem) bool { return p.Code == source.Syntax || p.Code == source.Limit }

// take takes over what the reading of one file has brought.
func (l *loader) take(f *fields) {
	l.problems = append(l.problems, f.problems...)
	l.refs = append(l.refs, f.refs...)
	l.waivers = append(l.waivers, f.waivers...)
}

// keep adds an entity, unless its id is taken.
func (l *loader) keep(e *Entity, f *fields) {
	if at, ok := l.where[e.ID]; ok {
		f.problems.Add(source.TakenID, e.Pos, "ids are unique over all kinds of entity: choose another one", "id %q is used at %s too", e.ID, at)
		return
	}
	l.where[e.ID] = e.Pos
	l.found = append(l.found, e)
}

// places reads content/places.toml.
func (l *loader) places() {
	file := path.Join(root, placesFile)
	if _, err := fs.Stat(l.fsys, file); err != nil {
		return
	}
	f, toml, ps := l.readTOML(Place, file)
	l.problems = append(l.problems, ps...)
	if f == nil {
		return
	}
	fl := &fields{file: f}
	var raw placesTOML
	fl.problems = toml.read(f, Place, &raw)
	fl.waive(raw.waiversTOML)
	for _, p := range raw.Places {
		at := p.Span
		id := fl.word(p.Value.ID, at, "id", true)
		if id != "" && !isID(id) {
			fl.add(source.BadID, p.Value.ID.Span, idHint, "%q has not the form of an id", id)
			id = ""
		} else if id != "" && !IsID(id) {
			fl.add(source.BadID, p.Value.ID.Span, nameHint, "the id %q cannot be the name of a page", id)
			id = ""
		}
		e := fl.newEntity(Place, id, &p.Value.entityTOML, at)
		e.Code, e.Region = fl.code(p.Value.Code), fl.region(p.Value.Region)
		if id != "" {
			l.keep(e, fl)
		}
	}
	l.take(fl)
}
