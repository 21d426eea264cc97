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

// A parsedTexts keeps what the Markdown of articles and pages is read as, all in one file, or what the TOML of entities is. It implements [content.Parsed].
type parsedTexts struct {
	file, head string
	some       func() bool // not every text is asked for
	open       sync.Once
	old        map[[sha256.Size]byte]string

	mu    sync.Mutex
	used  map[[sha256.Size]byte]string
	fresh int // are used that were not there
}

// parsedFile and decodedFile are where they are kept, in the folder of the texts.
const (
	parsedFile  = "markdown"
	decodedFile = "entities"
)

func none() bool { return false }

// newParsed returns what is kept; nothing where that is missing, damaged, or another edition's. Some says that not every text will be asked for.
func newParsed(dir, name, edition string, some func() bool) *parsedTexts {
	return &parsedTexts{
		file: filepath.Join(dir, textsFolder, name), head: sealHead(name, edition), some: some,
		old: map[[sha256.Size]byte]string{}, used: map[[sha256.Size]byte]string{},
	}
}

// read reads the file.
func (p *parsedTexts) read() {
	for r := (textUnpacker{unsealedText(p.file, p.head)}); r.rest != ""; {
		p.old[r.digest()] = r.text()
	}
}

// Get implements [content.Parsed].
func (p *parsedTexts) Get(key [sha256.Size]byte) string {
	p.open.Do(p.read)
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
	p.used[key] = string(data)
	p.fresh++
	p.mu.Unlock()
}

// write keeps what was used. Where not every text was asked for, all is kept that there was, and a few new ones are not worth the writing. What cannot be
// written is no error.
func (p *parsedTexts) write() {
	if p.fresh == 0 && len(p.used) == len(p.old) || p.some() && p.fresh <= len(p.old)/20 {
		return
	}
	if p.some() {
		maps.Copy(p.used, p.old)
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
