package build

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"jikenbo/internal/source"
)

// An oldTree is the tree of the last build, with what is known of its pages.
type oldTree struct {
	dir, file string
	key       string // see [pageCache]
	pages     map[string]kept
	whole     map[string]bool // the files that are known to hold what was written; nil as long as nobody has looked
	folder    *os.File        // held open since then, so that no other folder can be taken for it
	known     *ledger
	index     []byte // what is kept of the search; nil as long as nobody has looked
}

// pagesEnd is the end of the file in which it is kept.
const pagesEnd = ".pages"

// oldTree returns the tree in a folder, of which nothing is known as long as nobody has looked.
func (b *Builder) oldTree(dir string, known *ledger) *oldTree {
	o := &oldTree{dir: dir, known: known, file: strings.TrimSuffix(b.stampFile(dir), ".json") + pagesEnd}
	if real, err := outputDir(dir); err == nil {
		o.dir = real
	}
	return o
}

// look reads what is kept of the tree, and finds out which files hold what was written. Where a folder that is held open cannot be moved, nobody looks.
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
	var room []byte
	whole := make(map[string]bool, len(o.pages))
	for _, page := range o.pages {
		for _, e := range page.files {
			if ctx.Err() != nil {
				return
			}
			whole[e.Path] = o.known.holds(filepath.Join(o.dir, filepath.FromSlash(e.Path)), e) || e.stands(o.dir, &room)
		}
	}
	o.whole = whole
}

// close lets go of the folder.
func (o *oldTree) close() {
	if o.folder != nil {
		o.folder.Close()
		o.folder = nil
	}
}

// still reports whether the tree that was looked at is in its place: another build may have put a new one there.
func (o *oldTree) still() bool {
	if o.folder == nil {
		return false
	}
	then, err := o.folder.Stat()
	if err != nil {
		return false
	}
	now, err := os.Stat(o.dir)
	return err == nil && os.SameFile(then, now)
}

// stands reports whether a file of a tree holds what was written. It reads it into the room.
func (e entry) stands(dir string, room *[]byte) bool {
	name := filepath.Join(dir, filepath.FromSlash(e.Path))
	info, err := os.Lstat(name)
	if err != nil || !plainFile(info, e.Size) {
		return false
	}
	*room = slices.Grow((*room)[:0], e.Size)[:e.Size]
	return fill(name, *room) == nil && sha256.Sum256(*room) == e.Sum
}

// load reads what is kept: nothing where it is missing, damaged, or another program's.
func (o *oldTree) load() {
	data, err := os.ReadFile(o.file)
	if err != nil || len(data) < 2*sha256.Size+1 {
		return
	}
	body, sum := data[:len(data)-2*sha256.Size-1], data[len(data)-2*sha256.Size-1:]
	if want := sha256.Sum256(body); string(sum) != hex.EncodeToString(want[:])+"\n" {
		return
	}
	lines := bufio.NewScanner(bytes.NewReader(body))
	if !lines.Scan() {
		return
	}
	key, pages := lines.Text(), map[string]kept{}
	for lines.Scan() {
		page, k, ok := keptLine(strings.Fields(lines.Text()))
		if !ok {
			return
		}
		k.files = append(pages[page].files, k.files...)
		pages[page] = k
	}
	o.key, o.pages = key, pages
}

// keptLine reads one line of the file: a page with one of its files.
func keptLine(fields []string) (page string, k kept, ok bool) {
	if len(fields) != 6 {
		return "", k, false
	}
	e := entry{Path: fields[5]}
	for i, to := range [][]byte{k.reads[:], k.view[:], e.Sum[:]} {
		if len(fields[i]) != hex.EncodedLen(len(to)) {
			return "", k, false
		}
		if _, err := hex.Decode(to, []byte(fields[i])); err != nil {
			return "", k, false
		}
	}
	var err error
	e.Size, err = strconv.Atoi(fields[3])
	k.files = []entry{e}
	return fields[4], k, err == nil
}

// takeOver puts files of the old tree into the new one, if all of them hold what they have to.
func (t *output) takeOver(files []entry) bool {
	if !t.hasOld || len(files) == 0 {
		return false
	}
	for _, e := range files {
		if !t.stands(e) {
			return false
		}
	}
	for _, e := range files {
		path := filepath.Join(t.fresh, filepath.FromSlash(e.Path))
		if t.makeFolder(filepath.Dir(path)) != nil || os.Link(filepath.Join(t.dir, filepath.FromSlash(e.Path)), path) != nil {
			return false // what was linked already is written over
		}
	}
	for _, e := range files {
		t.add(e, 0)
	}
	return true
}

// stands reports whether a file of the old tree holds what was written, if nobody has looked yet.
func (t *output) stands(e entry) bool {
	if t.whole != nil {
		return t.whole[e.Path]
	}
	room, ok := t.rooms.Get().(*[]byte)
	if !ok {
		room = new([]byte)
	}
	defer t.rooms.Put(room)
	return e.stands(t.dir, room)
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
