package analysis

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"jikenbo/internal/entity"
)

// A Cache keeps the documents of texts in a folder, a file each, so that a text is analysed once.
//
// The name of a file is the digest of the text, its passages and the edition of the program. A file is
// used as long as the registry is the one that it was made with, or the text can meet nothing in what changed. It
// carries a digest of itself: one that is damaged counts as missing. Files are written beside their place
// and moved there whole, so that several builds may share the folder.
type Cache struct {
	dir      string
	edition  string
	registry entity.Digest
	reach    func() *entity.Reach

	mu   sync.Mutex
	used map[string]bool // the files that this build has asked for
}

// NewCache returns the cache in a folder. Edition stands for the program's rules and dictionary: what another one
// wrote is not used.
func NewCache(dir, edition string, names *entity.Finder) *Cache {
	return &Cache{dir: dir, edition: edition, registry: names.Digest(), reach: sync.OnceValue(names.Reach), used: map[string]bool{}}
}

// Layout of a file: what it is, a digest of the rest, the digests of the registry and of what
// of it the text meets, the document.
const (
	cacheMagic = "jkb1"
	cacheHead  = len(cacheMagic) + 3*sha256.Size
)

// Get returns the document of a text, nil if the cache does not hold it.
func (c *Cache) Get(t Text) *Document {
	path := c.path(t)
	data, err := os.ReadFile(path)
	if err != nil || len(data) < cacheHead || string(data[:len(cacheMagic)]) != cacheMagic {
		return nil
	}
	sum, rest := data[len(cacheMagic):][:sha256.Size], data[len(cacheMagic)+sha256.Size:]
	if digest := sha256.Sum256(rest); !bytes.Equal(sum, digest[:]) {
		return nil
	}
	registry, met, body := rest[:sha256.Size], rest[sha256.Size:2*sha256.Size], rest[2*sha256.Size:]
	other := !bytes.Equal(registry, c.registry[:])
	if now := c.met(t, other); other && !bytes.Equal(met, now[:]) {
		return nil
	}
	doc, err := decode(t, body)
	if err != nil {
		return nil
	}
	if other {
		c.put(path, entity.Digest(met), body) // known under this registry from now on
	}
	return doc
}

// met is the digest of what a text meets; it takes time, so it is only made where it is wanted.
func (c *Cache) met(t Text, wanted bool) entity.Digest {
	if !wanted {
		return entity.Digest{}
	}
	prose := make([]string, len(t.Passages))
	for i := range t.Passages {
		prose[i] = t.Passages[i].Text()
	}
	return c.reach().Digest(prose)
}

// Put keeps a document. A cache that cannot be written to is no error: the text is analysed again next time.
func (c *Cache) Put(d *Document) {
	c.put(c.path(d.Text), c.met(d.Text, true), d.encode())
}

func (c *Cache) put(path string, met entity.Digest, body []byte) {
	rest := slices.Concat(c.registry[:], met[:], body)
	sum := sha256.Sum256(rest)
	writeWhole(path, slices.Concat([]byte(cacheMagic), sum[:], rest))
}

// writeWhole writes a file beside its place and moves it there.
func writeWhole(path string, data []byte) {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, ".new-*")
	if err != nil {
		if os.MkdirAll(dir, 0o755) != nil {
			return
		}
		if f, err = os.CreateTemp(dir, ".new-*"); err != nil {
			return
		}
	}
	_, err = f.Write(data)
	if f.Close() != nil || err != nil || os.Rename(f.Name(), path) != nil {
		os.Remove(f.Name())
	}
}

// path is where the document of a text is kept.
func (c *Cache) path(t Text) string {
	name := t.key(c.edition)
	path := filepath.Join(c.dir, name[:2], name[2:])
	c.mu.Lock()
	defer c.mu.Unlock()
	c.used[path] = true
	return path
}

// key stands for everything of a text that its analysis can depend on, apart from the registry.
func (t Text) key(edition string) string {
	b := make([]byte, 0, 2*len(t.File.Text)+4096)
	text := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	number := func(n int) { b = binary.AppendVarint(b, int64(n)) }
	text(edition)
	text(string(t.Lang))
	text(t.Published.String())
	text(t.File.Text)
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
			for _, s := range []string{r.Text, r.Href, r.Ruby} {
				text(s)
			}
			for _, n := range []int{r.File.Start, r.File.End, r.Cell, bit(r.Emph) | bit(r.Strong)<<1 | bit(r.Code)<<2 | bit(r.Break)<<3} {
				number(n)
			}
		}
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:20])
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Prune removes the files of texts that this build did not ask for, and of broken writes, if they are older than a
// day: another build, of another branch perhaps, may use those that are younger. Now is the present time.
func (c *Cache) Prune(now time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	folders, _ := os.ReadDir(c.dir)
	for _, folder := range folders {
		files, _ := os.ReadDir(filepath.Join(c.dir, folder.Name()))
		for _, f := range files {
			path := filepath.Join(c.dir, folder.Name(), f.Name())
			ours := len(folder.Name()) == 2 && (len(f.Name()) == 38 || strings.HasPrefix(f.Name(), ".new-"))
			if !ours || c.used[path] {
				continue
			}
			if info, err := f.Info(); err == nil && now.Sub(info.ModTime()) > 24*time.Hour {
				os.Remove(path)
			}
		}
	}
}
