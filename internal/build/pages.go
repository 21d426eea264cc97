package build

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"jikenbo/internal/render"
	"jikenbo/internal/source"
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
	old    map[string]kept
	shelf  *shelf

	mu  sync.Mutex
	new map[string]kept
}

// kept is what is known of a page: the digests of what it reads, zero where that is not told, and of its view, and its files.
type kept struct {
	reads, view render.Digest
	files       []entry
}

// pages opens the cache of the pages of a tree that is made of what was read, nil where there is none.
func (b *Builder) pages(ctx context.Context, dir string, out *output, fonts map[string]string, in inputs) *pageCache {
	if b.Cache == "" {
		return nil
	}
	key, err := b.looks(ctx, fonts)
	if err != nil {
		return nil
	}
	name := strings.TrimSuffix(b.stampFile(dir), ".json")
	c := &pageCache{out: out, origin: in.origin(), key: key, file: name + ".pages", new: map[string]kept{}, shelf: openShelf(name+".records", out)}
	c.old = c.load()
	return c
}

// looks is the digest of all that a page depends on apart from its view: the templates, and the program, which has
// the messages and the functions. A picture depends on the fonts.
func (b *Builder) looks(ctx context.Context, fonts map[string]string) (string, error) {
	files, err := list(overlay{b.Archive, b.Shipped}, "templates")
	if err != nil {
		return "", err
	}
	sums, err := each(ctx, files, input.digest)
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
	viewed, digest, ok, err := r.Viewed(page)
	if err != nil {
		return err
	}
	if ok && known && old.view == digest && c.out.takeOver(old.files) {
		c.keep(page.Path, kept{reads, digest, old.files})
		return nil
	}
	w := &watched{output: c.out}
	if err := draw(viewed, w); err != nil {
		return err
	}
	if ok {
		c.keep(page.Path, kept{reads, digest, w.entries})
	}
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

// stream is put for a file that is too large to be held; what it is made of may be unknown, and then of is zero. It returns what stands
// in the tree where nothing was made.
func (c *pageCache) stream(path string, of render.Digest, write func(io.Writer) error) (stands *entry, err error) {
	old, known := c.old[path]
	if known && of != (render.Digest{}) && old.reads == of && len(old.files) == 1 && c.out.takeOver(old.files) {
		c.keep(path, old)
		c.shelf.stays(path)
		return &old.files[0], nil
	}
	e, err := c.out.streamEntry(path, write)
	if err == nil && of != (render.Digest{}) {
		c.keep(path, kept{reads: of, files: []entry{e}})
	}
	c.shelf.wrote(e)
	return nil, err
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
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n", c.key)
	for _, path := range slices.Sorted(maps.Keys(c.new)) {
		k := c.new[path]
		for _, f := range k.files {
			fmt.Fprintf(&b, "%x %x %x %d %s %s\n", k.reads, k.view, f.Sum, f.Size, path, f.Path)
		}
	}
	fmt.Fprintf(&b, "%x\n", sha256.Sum256(b.Bytes()))
	if replace(c.file, b.Bytes()) != nil {
		os.Remove(c.file)
	}
	c.shelf.write()
}

// load returns what is known of the pages; nothing where the file is missing, damaged, or another program's.
func (c *pageCache) load() map[string]kept {
	data, err := os.ReadFile(c.file)
	if err != nil || len(data) < 2*sha256.Size+1 {
		return nil
	}
	body, sum := data[:len(data)-2*sha256.Size-1], data[len(data)-2*sha256.Size-1:]
	if want := sha256.Sum256(body); string(sum) != hex.EncodeToString(want[:])+"\n" {
		return nil
	}
	lines := bufio.NewScanner(bytes.NewReader(body))
	if !lines.Scan() || lines.Text() != c.key {
		return nil
	}
	out := map[string]kept{}
	for lines.Scan() {
		page, k, ok := keptLine(strings.Fields(lines.Text()))
		if !ok {
			return nil
		}
		k.files = append(out[page].files, k.files...)
		out[page] = k
	}
	return out
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
		old := filepath.Join(t.dir, filepath.FromSlash(e.Path))
		info, err := os.Lstat(old)
		if err != nil || !plainFile(info, e.Size) {
			return false
		}
		same := false
		err = t.reading(old, e.Size, func(data []byte) { same = sha256.Sum256(data) == e.Sum })
		if err != nil || !same {
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
