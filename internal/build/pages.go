package build

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"jikenbo/internal/render"
	"jikenbo/internal/search"
)

// A pageCache spares pages whose templates would be given what they were given last time: their files are taken
// from the old tree, where these still hold what was written then. A page that reads what it read last time is not even asked
// what its template would be given.
type pageCache struct {
	out    *output
	reader *render.Reader
	ground render.Digest // what every page read last time
	key    string        // stands for everything that a page depends on apart from its view
	file   string
	head   string // of the file
	// indexFile is where the index of the search is kept.
	indexFile string
	old       map[string]kept
	shelf     *shelf
	index     []byte       // what is kept of the search
	searched  *search.Kept // and will be

	mu  sync.Mutex
	new map[string]kept
}

// kept is what is known of a page: the digests of what it reads, zero where that is not told, and of its view, zero where that was not made
// out, and its files.
type kept struct {
	reads, view render.Digest
	files       []entry
}

// pages opens the cache of the pages of a tree that is made of what was read, nil where there is none.
func (b *Builder) pages(ctx context.Context, old *oldTree, out *output, fonts map[string]string) *pageCache {
	if b.Cache == "" {
		return nil
	}
	key, err := b.looks(ctx, fonts)
	if err != nil {
		return nil
	}
	c := &pageCache{out: out, key: key, file: old.file, head: old.head, indexFile: old.indexFile()}
	c.shelf = openShelf(strings.TrimSuffix(c.file, pagesEnd)+".records", b.Edition, out, old.known)
	c.index = old.index
	looked := old.still()
	if !looked { // what is known of the tree may be another's
		c.index = indexIn(old.indexFile())
		old.load()
	}
	if old.key == key {
		c.old, c.ground = old.pages, old.ground
	}
	c.new = make(map[string]kept, len(c.old))
	if out.known = old.known; old.known != nil {
		out.spare = old.spare.dir
	}
	if !looked || old.key != key || !still(old.spare.folder, old.spare.dir) || !out.adopt(&old.spare) {
		old.forget(inSpare)
		out.noSpare()
	}
	return c
}

// A plan is what a site is to be.
type plan struct {
	*render.Renderer
	pages  []render.Page
	reader *render.Reader // tells what they read; nil where nothing is kept
}

// plan lists the pages, and makes ready what tells what they read, where it is told what all was made of.
func (b *Builder) plan(l linked, o *render.Origin) plan {
	p := plan{Renderer: b.renderer(l)}
	many(2, func(i int) {
		switch {
		case i == 0:
			p.pages = p.Pages(l.book)
		case o != nil:
			p.reader = p.Reader(l.book, *o)
		}
	})
	return p
}

// looks is the digest of all that a page depends on apart from its view: the templates, and the program, which has
// the messages and the functions. A picture depends on the fonts.
func (b *Builder) looks(ctx context.Context, fonts map[string]string) (string, error) {
	files, err := list(overlay{b.Archive, b.Shipped}, "templates")
	if err != nil {
		return "", err
	}
	sums, err := each(ctx, files, digester())
	if err != nil {
		return "", err
	}
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q\n", b.Edition, b.SiteURL, b.Version)
	for i, f := range files {
		fmt.Fprintf(h, "%q %v %x\n", f.path, f.mode, sums[i])
	}
	for _, name := range slices.Sorted(maps.Keys(fonts)) {
		fmt.Fprintf(h, "%q %q\n", name, fonts[name])
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// spares reports whether most pages are taken from the old tree. There may be no cache.
func (c *pageCache) spares() bool { return c != nil && len(c.old) > 0 && c.ground == c.reader.Ground() }

// draw renders a page, unless its files can be taken from the old tree.
func (c *pageCache) draw(r *render.Renderer, page render.Page, draw func(render.Page, sink) error) error {
	old, known := c.old[page.Path]
	reads, told := c.reader.Digest(page)
	if told && known && old.reads == reads && c.out.takeOver(old.files) {
		c.keep(page.Path, old)
		return nil
	}
	// A page of which it is told what it reads needs a digest of its view only where all pages read something else than before: one that
	// is made for the first time is hardly ever asked for it, and one that shows an article that changed shows another view.
	var digest render.Digest
	if !told || known && c.ground != c.reader.Ground() {
		viewed, view, ok, err := r.Viewed(page)
		if err != nil {
			return err
		}
		if ok && known && old.view == view && c.out.takeOver(old.files) {
			c.keep(page.Path, kept{reads, view, old.files})
			return nil
		}
		page, digest = viewed, view
	}
	w := &watched{output: c.out}
	if err := draw(page, w); err != nil {
		return err
	}
	c.keep(page.Path, kept{reads, digest, w.entries})
	return nil
}

// put makes a file of which it is known what it is made of, unless it can be taken from the old tree.
func (c *pageCache) put(path string, of render.Digest, make func() ([]byte, error)) error {
	if old, known := c.old[path]; known && old.reads == of && c.out.takeOver(old.files) {
		c.keep(path, old)
		return nil
	}
	data, err := make()
	if err != nil {
		return err
	}
	e, err := c.out.putEntry(render.File{Path: path, Data: data})
	c.keep(path, kept{reads: of, files: []entry{e}})
	return err
}

// putData puts a file of which nothing is told but what it holds.
func (c *pageCache) putData(path string, data []byte) error {
	e, err := c.out.putEntry(render.File{Path: path, Data: data})
	c.keep(path, kept{files: []entry{e}})
	return err
}

// stays puts a file that is what it was in the old tree; it is made where it is gone from there.
func (c *pageCache) stays(path string, make func() ([]byte, error)) error {
	if old, known := c.old[path]; known && c.out.takeOver(old.files) {
		c.keep(path, old)
		return nil
	}
	data, err := make()
	if err != nil {
		return err
	}
	return c.putData(path, data)
}

// oldData returns what a file of the old tree holds, nil where that is not what was written.
func (c *pageCache) oldData(path string) []byte {
	old := c.old[path]
	if len(old.files) != 1 || !c.out.hasOld {
		return nil
	}
	e := old.files[0]
	data := make([]byte, e.Size)
	if fill(filepath.Join(c.out.dir, filepath.FromSlash(path)), data) != nil || sha256.Sum256(data) != e.Sum {
		return nil
	}
	return data
}

// stream is put for a file that is too large to be held, and tells what it holds; what it is made of may be unknown, and then of is zero.
func (c *pageCache) stream(path string, of render.Digest, write func(io.Writer) error) (entry, error) {
	old, known := c.old[path]
	if known && of != (render.Digest{}) && old.reads == of && len(old.files) == 1 && c.out.takeOver(old.files) {
		c.keep(path, old)
		c.shelf.stays(path)
		return old.files[0], nil
	}
	e, err := c.out.stream(path, write)
	if err == nil && of != (render.Digest{}) {
		c.keep(path, kept{reads: of, files: []entry{e}})
	}
	c.shelf.wrote(e)
	return e, err
}

// reading makes a script of readings, unless it can be taken from the old tree. There may be no cache.
func (c *pageCache) reading(r render.Reading, out sink) error {
	room, _ := scriptRooms.Get().(*[]byte)
	if room == nil {
		room = new([]byte)
	}
	defer scriptRooms.Put(room)
	script := func() ([]byte, error) {
		*room = r.Append((*room)[:0])
		return *room, nil
	}
	if c != nil {
		if of, ok := c.reader.Reading(r); ok {
			return c.put(r.Path, of, script)
		}
	}
	data, err := script()
	return errors.Join(err, out.put(render.File{Path: r.Path, Data: data}))
}

// scriptRooms are rooms for one script of readings after the other, as *[]byte.
var scriptRooms sync.Pool

func (c *pageCache) keep(path string, k kept) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.new[path] = k
}

// watched is an output that notes what is put into it.
type watched struct {
	*output
	entries []entry
}

func (w *watched) put(f render.File) error {
	e, err := w.output.putEntry(f)
	w.entries = append(w.entries, e)
	return err
}

// The file of the cache has the key, the digest of what all pages read, and then for each page its path, the digests of what it reads and of
// its view, and its files: the path of each, nothing where it is that of the page, its size and digest. What is no page stands there as one
// without a view.

// write keeps what is known now. A cache that cannot be written to is no error.
func (c *pageCache) write() {
	if c == nil || os.MkdirAll(filepath.Dir(c.file), 0o755) != nil {
		return
	}
	ground := c.reader.Ground()
	b := append(make([]byte, 0, 180*len(c.new)), c.head...)
	text := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	text(c.key)
	b = append(b, ground[:]...)
	for _, path := range slices.Sorted(maps.Keys(c.new)) {
		k := c.new[path]
		text(path)
		b = append(append(b, k.reads[:]...), k.view[:]...)
		b = binary.AppendUvarint(b, uint64(len(k.files)))
		for _, f := range k.files {
			if f.Path == path {
				f.Path = ""
			}
			text(f.Path)
			b = binary.AppendUvarint(b, uint64(f.Size))
			b = append(b, f.Sum[:]...)
		}
	}
	if replace(c.file, sealed(b)) != nil {
		os.Remove(c.file)
	}
	c.shelf.write()
	c.writeIndex()
}
