package build

import (
	"cmp"
	"context"
	"crypto/sha256"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"jikenbo/internal/render"
	"jikenbo/internal/source"
)

// An oldTree is the tree of the last build, with what is known of its pages.
type oldTree struct {
	dir        string
	file, head string // what is kept of the tree, and the beginning of that
	key        string // see [pageCache]
	ground     render.Digest
	pages      map[string]kept
	order      []string // the pages as they stand in the file, by path
	folder     *os.File // held open since it was looked at, so that no other folder can be taken for it
	spare      spare
	known      *ledger
	index      []byte // what is kept of the search; nil as long as nobody has looked
}

// pagesEnd is the end of the file in which it is kept.
const pagesEnd = ".pages"

// oldTree returns the tree in a folder, of which nothing is known as long as nobody has looked.
func (b *Builder) oldTree(dir string, known *ledger) *oldTree {
	stem := strings.TrimSuffix(b.stampFile(dir), ".json")
	o := &oldTree{dir: dir, known: known, file: stem + pagesEnd, head: sealHead("pages", b.Edition), spare: spare{dir: stem + spareEnd}}
	if real, err := outputDir(dir); err == nil {
		o.dir = real
	}
	return o
}

// look reads what is kept of the tree, and finds out which files hold what was written, in the spare or else in the tree. A spare of which
// little holds is not used. Where a folder that is held open cannot be moved, nobody looks.
func (o *oldTree) look(ctx context.Context) {
	o.load()
	o.index = indexIn(o.indexFile())
	folder, err := os.Open(o.dir)
	if err != nil {
		return
	}
	if o.folder = folder; runtime.GOOS == "windows" {
		o.close()
		return
	}
	if o.known != nil {
		o.spare.open()
	}
	var room []byte
	spared, rest := 0, 0
	for _, path := range o.order { // so that files of a folder come one after the other
		page := o.pages[path]
		for i := range page.files {
			if ctx.Err() != nil {
				return
			}
			at := o.find(&page.files[i], &room)
			if page.files[i].at = at; at == inSpare {
				spared++
			} else {
				rest++
			}
		}
	}
	if spared < rest {
		o.spare.close() // a copy of one, say: what stands in it would only be in the way
	}
}

// find tells where a file that was written holds that still.
func (o *oldTree) find(e *entry, room *[]byte) place {
	switch {
	case o.spare.holds(*e, o.known):
		return inSpare
	case o.known.holds(filepath.Join(o.dir, filepath.FromSlash(e.Path)), *e), e.stands(o.dir, o.known, room):
		return inTree
	}
	return nowhere
}

// forget forgets where files were found, or only of those in the spare.
func (o *oldTree) forget(at ...place) {
	for _, page := range o.pages {
		for i := range page.files {
			if slices.Contains(at, page.files[i].at) {
				page.files[i].at = unseen
			}
		}
	}
}

// close lets go of the folders.
func (o *oldTree) close() {
	o.spare.close()
	if o.folder != nil {
		o.folder.Close()
		o.folder = nil
	}
}

// still reports whether the tree that was looked at is in its place: another build may have put a new one there.
func (o *oldTree) still() bool { return still(o.folder, o.dir) }

// stands reports whether a file of a tree holds what was written. It reads it into the room, and notes the mark that it had before.
func (e *entry) stands(dir string, known *ledger, room *[]byte) bool {
	name := filepath.Join(dir, filepath.FromSlash(e.Path))
	read, ok := known.plain(name, e.Size)
	if !ok {
		return false
	}
	*room = slices.Grow((*room)[:0], e.Size)[:e.Size]
	e.read = read
	return fill(name, *room) == nil && sha256.Sum256(*room) == e.Sum
}

// load reads what is kept: nothing where it is missing, damaged, or another program's.
func (o *oldTree) load() {
	o.key, o.pages, o.order = "", nil, nil
	body := unsealed(o.file, o.head)
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
	o.key, o.pages, o.order = text(), make(map[string]kept, len(body)/150), make([]string, 0, len(body)/150)
	copy(o.ground[:], r.bytes(len(o.ground)))
	files := make([]entry, 0, len(body)/150) // of all pages, in few pieces
	for len(r.rest) > 0 {
		var k kept
		page := text()
		copy(k.reads[:], r.bytes(len(k.reads)))
		copy(k.view[:], r.bytes(len(k.view)))
		first := len(files)
		for range r.number() {
			e := entry{Path: cmp.Or(text(), page), Size: r.number()}
			copy(e.Sum[:], r.bytes(len(e.Sum)))
			files = append(files, e)
		}
		k.files = files[first:len(files):len(files)]
		o.pages[page], o.order = k, append(o.order, page)
	}
}

// takeOver puts files of the old tree into the new one, if all of them hold what they have to.
func (t *output) takeOver(files []entry) bool {
	if !t.hasOld || len(files) == 0 {
		return false
	}
	for i := range files {
		if !t.stands(&files[i]) {
			return false
		}
	}
	for _, e := range files {
		if e.at != inSpare && t.link(e.Path) != nil {
			return false // what was linked already is written over
		}
	}
	for _, e := range files {
		t.add(e, 0)
	}
	return true
}

// stands reports whether a file of the old tree holds what was written, if nobody has looked yet.
func (t *output) stands(e *entry) bool {
	if e.at != unseen {
		return e.at != nowhere
	}
	room, ok := t.rooms.Get().(*[]byte)
	if !ok {
		room = new([]byte)
	}
	defer t.rooms.Put(room)
	return e.stands(t.dir, t.known, room)
}

// reading reads a file of a known size into room that is used again and again.
func (t *output) reading(name string, size int, look func([]byte)) error {
	room, ok := t.rooms.Get().(*[]byte)
	if !ok {
		room = new([]byte)
	}
	defer t.rooms.Put(room)
	*room = slices.Grow((*room)[:0], size)[:size]
	if err := fill(name, *room); err != nil {
		return err
	}
	look(*room)
	return nil
}

// fill reads the beginning of a file.
func fill(name string, room []byte) error {
	f, err := source.OpenFile(name, os.O_RDONLY, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.ReadFull(f, room)
	return err
}

// plainFile reports whether a file is one that a build could have written.
func plainFile(info fs.FileInfo, size int) bool {
	return info.Mode().IsRegular() && info.Size() == int64(size) && info.Mode().Perm() == 0o644
}
