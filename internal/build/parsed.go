package build

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// A parsedTexts keeps what the Markdown of articles and pages is read as, all in one file. It implements [content.Parsed].
type parsedTexts struct {
	file, head string
	old        map[[sha256.Size]byte]string

	mu    sync.Mutex
	used  map[[sha256.Size]byte]string
	fresh bool // something is used that was not there
}

// parsedFile is where they are kept, in the folder of the texts.
const parsedFile = "markdown"

// openParsed reads what is kept; nothing where that is missing, damaged, or another edition's.
func openParsed(dir, edition string) *parsedTexts {
	p := &parsedTexts{
		file: filepath.Join(dir, textsFolder, parsedFile), head: sealHead("markdown", edition),
		old: map[[sha256.Size]byte]string{}, used: map[[sha256.Size]byte]string{},
	}
	body := unsealed(p.file, p.head)
	all := string(body)
	for r := (unpacker{rest: body}); len(r.rest) > 0; {
		key := [sha256.Size]byte(r.bytes(sha256.Size))
		n := r.number()
		p.old[key] = all[len(all)-len(r.rest):][:n]
		r.bytes(n)
	}
	return p
}

// Get implements [content.Parsed].
func (p *parsedTexts) Get(key [sha256.Size]byte) string {
	data := p.old[key]
	if data != "" {
		p.mu.Lock()
		p.used[key] = data
		p.mu.Unlock()
	}
	return data
}

// Put implements [content.Parsed].
func (p *parsedTexts) Put(key [sha256.Size]byte, data []byte) {
	p.mu.Lock()
	p.used[key], p.fresh = string(data), true
	p.mu.Unlock()
}

// write keeps what was used. What cannot be written is no error.
func (p *parsedTexts) write() {
	if !p.fresh && len(p.used) == len(p.old) {
		return
	}
	size := len(p.head) + sha256.Size
	for _, data := range p.used {
		size += sha256.Size + binary.MaxVarintLen32 + len(data)
	}
	b := append(make([]byte, 0, size), p.head...)
	keys := slices.SortedFunc(maps.Keys(p.used), func(a, b [sha256.Size]byte) int { return bytes.Compare(a[:], b[:]) })
	for _, key := range keys {
		b = append(b, key[:]...)
		b = binary.AppendUvarint(b, uint64(len(p.used[key])))
		b = append(b, p.used[key]...)
	}
	if os.MkdirAll(filepath.Dir(p.file), 0o755) != nil || replace(p.file, sealed(b)) != nil {
		os.Remove(p.file)
	}
}
