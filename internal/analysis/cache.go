package analysis

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"jikenbo/internal/entity"
)

// A Cache keeps the documents of texts in a folder, many in a file, so that a text is analysed once.
//
// A document is found by the digest of the text, its passages and the edition of the program, and by that of what of the
// registry the text meets: it is used as long as nothing changes in that. Which it is takes time to find out, so it is
// kept too, for the registry as a whole. Each document has a digest of itself: one that is damaged counts as missing. Files are
// written beside their place and moved there whole, and never changed, so that several builds may share the folder.
type Cache struct {
	dir      string
	edition  string
	names    *entity.Finder
	registry entity.Digest
	reach    func() *entity.Reach
	rooms    sync.Pool // of *readingRoom
	writers  sync.Pool // of *writer

	open  sync.Once
	packs []*pack
	texts map[textKey]place   // of every document that is kept
	again map[textKey][]place // of further ones of the same text, under other registries

	mu    sync.Mutex
	met   map[textKey]meeting // as far as that is known
	new   *packWriter         // nil where nothing is to be written
	ended []string            // the packs that were written
	lost  bool                // one could not be
}

// A meeting is what a text meets of the registry, and the entry that says so; nil where it was found out.
type meeting struct {
	digest entity.Digest
	note   *packEntry
}

// A readingRoom is what documents are read into, one after the other.
type readingRoom struct {
	bytes   []byte
	reader  reader
	namings namings
	prose   []string
	met     entity.Met
}

// A place is where a document is kept.
type place struct {
	pack  *pack
	entry *packEntry
}

const (
	newPack   = ".new-"
	packSize  = 4 << 20      // a pack of about so much is ended, so that a build that is killed loses no more
	smallPack = packSize / 4 // one below that may be put together with others,
	maxSmall  = 8            // when there are more than so many
	keepFor   = 24 * time.Hour
)

// NewCache returns the cache in a folder. Edition stands for the program's rules and dictionary: what another one
// wrote is not used. It wants to be closed.
func NewCache(dir, edition string, names *entity.Finder) *Cache {
	return &Cache{
		dir: dir, edition: edition, names: names, registry: names.Digest(), reach: sync.OnceValue(names.Reach),
		texts: map[textKey]place{}, again: map[textKey][]place{}, met: map[textKey]meeting{},
	}
}

// read reads the indexes of all packs. One that is damaged counts as missing. Where one goes while it is at work, another build has
// put it together with others, and it looks again.
func (c *Cache) read() {
	known := map[string]bool{}
	for again, tries := true, 0; again && tries < 3; tries++ {
		again = false
		files, _ := os.ReadDir(c.dir)
		for _, f := range files {
			if filepath.Ext(f.Name()) != packEnd || known[f.Name()] {
				continue
			}
			p, err := openPack(filepath.Join(c.dir, f.Name()))
			again = again || errors.Is(err, fs.ErrNotExist)
			if err == nil {
				known[f.Name()] = true
				c.know(p, len(files))
			}
		}
	}
}

// know enters what one of so many packs holds.
func (c *Cache) know(p *pack, packs int) {
	c.packs = append(c.packs, p)
	if len(c.packs) == 1 { // most likely the others have as many
		c.texts, c.met = make(map[textKey]place, len(p.entries)*packs), make(map[textKey]meeting, len(p.entries)*packs)
	}
	for i := range p.entries {
		e := &p.entries[i]
		if _, there := c.texts[e.text]; e.size > 0 && there {
			c.again[e.text] = append(c.again[e.text], place{p, e})
		} else if e.size > 0 {
			c.texts[e.text] = place{p, e}
		}
		if e.known && p.registry == c.registry {
			c.met[e.text] = meeting{e.met, e}
		}
	}
}

// Get returns the document of a text, nil if the cache does not hold it.
func (c *Cache) Get(t Text) *Document {
	c.open.Do(c.read)
	room, ok := c.rooms.Get().(*readingRoom)
	if !ok {
		room = &readingRoom{namings: namings{}}
	}
	defer c.rooms.Put(room)
	key := t.key(c.edition, &room.bytes)
	first, kept := c.texts[key]
	if !kept {
		return nil
	}
	met, known := c.meets(key, t, room)
	if doc := c.document(first, t, met, room); doc != nil {
		c.use(first, known)
		return doc
	}
	for _, p := range c.again[key] {
		if doc := c.document(p, t, met, room); doc != nil {
			c.use(p, known)
			return doc
		}
	}
	return nil
}

// document reads the document of a text that meets that of the registry, nil where it is another one or damaged.
func (c *Cache) document(p place, t Text, met entity.Digest, room *readingRoom) *Document {
	if p.entry.met != met {
		return nil
	}
	var whole bool
	if room.bytes, whole = p.pack.read(p.entry, room.bytes); whole {
		if doc, err := room.reader.decode(t, room.bytes, room.namings); err == nil {
			return doc
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	p.pack.damaged = true
	return nil
}

// meets is the digest of what a text meets of the registry; known says that it had not to be found out.
func (c *Cache) meets(key textKey, t Text, room *readingRoom) (met entity.Digest, known bool) {
	c.mu.Lock()
	m, known := c.met[key]
	if m.note != nil {
		m.note.used = true
	}
	c.mu.Unlock()
	if known {
		return m.digest, true
	}
	room.prose = room.prose[:0]
	for i := range t.Passages {
		if p := &t.Passages[i]; t.Lang.Valid() && inProse(p) {
			room.prose = append(room.prose, p.Text())
		}
	}
	c.names.Meets(room.prose, &room.met)
	clear(room.prose)
	met = c.reach().Digest(&room.met)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.met[key] = meeting{digest: met}
	return met, false
}

// use notes that a document is wanted, and that its text meets what it meets under this registry, unless that was known.
func (c *Cache) use(p place, known bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	p.entry.used = true
	if !known {
		c.add(packEntry{text: p.entry.text, met: p.entry.met, known: true}, nil)
	}
}

// Analyze analyses a text, for the registry of the cache, and keeps the document. A cache that cannot be written to is no error: the text is
// analysed again next time.
func (c *Cache) Analyze(a *Analyzer, t Text) *Document {
	room := a.room()
	defer a.leave(room)
	doc := a.analyze(t, room)
	c.put(doc, c.reach().Digest(&room.met))
	return doc
}

// put keeps a document of a text that meets that of the registry.
func (c *Cache) put(d *Document, met entity.Digest) {
	w, ok := c.writers.Get().(*writer)
	if !ok {
		w = newWriter()
	}
	defer c.writers.Put(w)
	key := d.Text.key(c.edition, &w.out)
	body := w.document(d)
	e := packEntry{text: key, met: met, sum: sha256.Sum256(body), known: true}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.add(e, body)
}

// add writes an entry, and ends the pack at work where it is large enough.
func (c *Cache) add(e packEntry, body []byte) {
	if c.new == nil {
		c.new = newPackWriter(c.dir)
	}
	c.new.add(e, body)
	if c.new.at >= packSize {
		c.end()
	}
}

// end ends the pack at work.
func (c *Cache) end() {
	if c.new == nil {
		return
	}
	path, err := c.new.finish(c.registry)
	c.new = nil
	if err != nil {
		c.lost = true
		return
	}
	c.ended = append(c.ended, path)
}

// Close writes what is not written yet. Where there are many small packs, as one build after the other leaves them, they become one.
func (c *Cache) Close() { c.tidy(func(*pack) bool { return false }) }

// Prune is Close that removes what this build did not ask for, and broken writes, if they are older than a
// day: another build, of another branch perhaps, may use what is younger. Now is the present time.
func (c *Cache) Prune(now time.Time) {
	stale := func(at time.Time) bool { return now.Sub(at) > keepFor }
	c.tidy(func(p *pack) bool { return stale(p.written) })
	files, _ := os.ReadDir(c.dir)
	for _, f := range files {
		info, err := f.Info()
		switch {
		case err != nil || !stale(info.ModTime()):
		case !f.IsDir() && strings.HasPrefix(f.Name(), newPack):
			os.Remove(filepath.Join(c.dir, f.Name()))
		case f.IsDir() && len(f.Name()) == 2: // as editions before this one kept a file for each document
			os.RemoveAll(filepath.Join(c.dir, f.Name()))
		}
	}
}

// tidy ends the pack at work, and puts into it what is to be kept of packs that are damaged, small, or stale and of little use.
func (c *Cache) tidy(stale func(*pack) bool) {
	c.open.Do(c.read)
	c.mu.Lock()
	defer c.mu.Unlock()
	var gone, small []*pack
	copied := map[textKey]entity.Digest{}
	for _, p := range c.packs {
		switch {
		case p.damaged || stale(p) && 2*p.used() < len(p.entries):
			c.copy(p, copied, func(e *packEntry) bool { return e.used })
			gone = append(gone, p)
		case p.size < smallPack:
			small = append(small, p)
		}
	}
	if len(small) > maxSmall {
		for _, p := range small {
			c.copy(p, copied, func(e *packEntry) bool { return e.used || !stale(p) })
		}
		gone = append(gone, small...)
	}
	c.end()
	for _, p := range c.packs {
		p.file.Close()
		if !c.lost && slices.Contains(gone, p) && !slices.Contains(c.ended, p.path) {
			os.Remove(p.path)
		}
	}
	c.packs, c.texts, c.again = nil, nil, nil
}

// copy puts entries of a pack into the one at work, but those that were copied from another.
func (c *Cache) copy(p *pack, copied map[textKey]entity.Digest, wanted func(*packEntry) bool) {
	for i := range p.entries {
		e := p.entries[i]
		if !wanted(&e) || copied[e.text] == e.met {
			continue
		}
		e.known = c.met[e.text].digest == e.met
		if e.size == 0 {
			if e.known {
				c.add(e, nil)
			}
			continue
		}
		if body, whole := p.read(&e, nil); whole {
			copied[e.text] = e.met
			c.add(e, body)
		}
	}
}

// key stands for everything of a text that its analysis can depend on, apart from the registry. It is made in a room.
func (t Text) key(edition string, room *[]byte) textKey {
	b := (*room)[:0]
	defer func() { *room = b }()
	text := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	number := func(n int) { b = binary.AppendVarint(b, int64(n)) }
	text(edition)
	text(string(t.Lang))
	text(t.Published.String())
	whole := t.File.Sum()
	b = append(b, whole[:]...)
	number(len(t.Passages))
	for i := range t.Passages {
		p := &t.Passages[i]
		text(string(p.Kind))
		text(p.ID)
		for _, n := range []int{p.Level, p.Number, bit(p.Ordered) | bit(p.Header)<<1 | bit(p.Continues)<<2, len(p.Runs)} {
			number(n)
		}
		for j := range p.Runs {
			r := &p.Runs[j]
			plain := r.Text == t.File.Text[r.File.Start:r.File.End] // as most are: no need to say it again
			for _, n := range []int{r.File.Start, r.File.End, r.Cell, bit(r.Emph) | bit(r.Strong)<<1 | bit(r.Code)<<2 | bit(r.Break)<<3 | bit(plain)<<4} {
				number(n)
			}
			if !plain {
				text(r.Text)
			}
			text(r.Href)
			text(r.Ruby)
		}
	}
	sum := sha256.Sum256(b)
	return textKey(sum[:])
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}
