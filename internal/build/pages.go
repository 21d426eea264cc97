package build

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
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
	origin render.Origin
	reader *render.Reader
	key    string // stands for everything that a page depends on apart from its view
	file   string
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
func (b *Builder) pages(ctx context.Context, old *oldTree, out *output, fonts map[string]string, in inputs) *pageCache {
	if b.Cache == "" {
		return nil
	}
	key, err := b.looks(ctx, fonts)
	if err != nil {
		return nil
	}
	c := &pageCache{out: out, origin: in.origin(), key: key, file: old.file, indexFile: old.indexFile(), new: map[string]kept{}}
	c.shelf = openShelf(strings.TrimSuffix(c.file, pagesEnd)+".records", b.Edition, out, old.known)
	c.index = old.index
	if !old.still() { // what is known of the tree may be another's
		old.whole, c.index = nil, indexIn(old.indexFile())
		old.load()
	}
	if old.key == key {
		c.old, out.whole = old.pages, old.whole
	}
	return c
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

// draw renders a page, unless its files can be taken from the old tree.
func (c *pageCache) draw(r *render.Renderer, page render.Page, draw func(render.Page, sink) error) error {
	old, known := c.old[page.Path]
	reads, told := c.reader.Digest(page)
	if told && known && old.reads == reads && c.out.takeOver(old.files) {
		c.keep(page.Path, old)
		return nil
	}
	// A page of which it is told what it reads, and that is made for the first time, needs no digest of its view: most are never asked for it.
	var digest render.Digest
	if known || !told {
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
	if c != nil {
		if of, ok := c.reader.Reading(r); ok {
			return c.put(r.Path, of, func() ([]byte, error) { return r.File().Data, nil })
		}
	}
	return out.put(r.File())
}

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

// The file of the cache has the key, then a line for each file of each page: the digests of what the page reads, of its view and of
// the file, the size of that, the path of the page and that of the file. What is no page stands there as one without a view. Paths have no
// spaces. The last line is a digest of all before.

// write keeps what is known now. A cache that cannot be written to is no error.
func (c *pageCache) write() {
	if c == nil || os.MkdirAll(filepath.Dir(c.file), 0o755) != nil {
		return
	}
	b := append(make([]byte, 0, 300*len(c.new)), c.key+"\n"...)
	for _, path := range slices.Sorted(maps.Keys(c.new)) {
		k := c.new[path]
		for _, f := range k.files {
			for _, digest := range [][]byte{k.reads[:], k.view[:], f.Sum[:]} {
				b = append(hex.AppendEncode(b, digest), ' ')
			}
			b = append(strconv.AppendInt(b, int64(f.Size), 10), " "+path+" "+f.Path+"\n"...)
		}
	}
	sum := sha256.Sum256(b)
	b = append(hex.AppendEncode(b, sum[:]), '\n')
	if replace(c.file, b) != nil {
		os.Remove(c.file)
	}
	c.shelf.write()
	c.writeIndex()
}
