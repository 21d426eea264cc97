package analysis

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"time"

	"jikenbo/internal/entity"
)

// A pack is a file of the cache that holds many documents. It is written once, and its name is the digest of what it
// holds, so that packs of several machines lie in one folder.
//
// Layout: what it is; the bytes of the documents, one after the other; the index, which is the digest of the registry and
// an entry for each document; the length of the index, and its digest. An entry has the digest of its document, so that what is
// damaged is known, and costs no more than itself.
type pack struct {
	path     string
	file     *os.File
	size     int64
	written  time.Time
	registry entity.Digest
	entries  []packEntry
	damaged  bool // a document was found to be
}

// A packEntry is a document in a pack: that of a text that meets this of the registry. It has no bytes where another pack
// has them and only the meeting was found out.
type packEntry struct {
	text  textKey
	met   entity.Digest
	sum   [sha256.Size]byte
	at    int64
	size  uint32
	known bool // the text meets that under the registry of the pack; otherwise under another one
	used  bool // in this run
}

// A textKey stands for everything of a text that its analysis can depend on, apart from the registry.
type textKey [20]byte

const (
	packMagic = "jkb2"
	packTail  = 8 + sha256.Size
	packEnd   = ".pack"
	entrySize = len(textKey{}) + 2*sha256.Size + 8 + 4 + 1
)

var errNoPack = errors.New("the file is no pack, or damaged")

// openPack opens a pack and reads its index.
func openPack(path string) (*pack, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	p := &pack{path: path, file: f}
	if err := p.readIndex(); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return p, nil
}

func (p *pack) readIndex() error {
	info, err := p.file.Stat()
	if err != nil {
		return err
	}
	p.size, p.written = info.Size(), info.ModTime()
	tail := make([]byte, packTail)
	head := make([]byte, len(packMagic))
	if p.size < int64(len(head)+len(tail)) {
		return errNoPack
	}
	if _, err := p.file.ReadAt(head, 0); err != nil || string(head) != packMagic {
		return errNoPack
	}
	if _, err := p.file.ReadAt(tail, p.size-packTail); err != nil {
		return err
	}
	length := binary.LittleEndian.Uint64(tail)
	start := p.size - packTail - int64(length)
	if length > uint64(p.size) || start < int64(len(head)) {
		return errNoPack
	}
	index := make([]byte, length)
	if _, err := p.file.ReadAt(index, start); err != nil {
		return err
	}
	if sum := sha256.Sum256(index); !bytes.Equal(sum[:], tail[8:]) {
		return errNoPack
	}
	return p.parseIndex(index, start)
}

// parseIndex reads an index that stands at an offset.
func (p *pack) parseIndex(index []byte, start int64) error {
	if len(index) < sha256.Size || (len(index)-sha256.Size)%entrySize != 0 {
		return errNoPack
	}
	index = index[copy(p.registry[:], index):]
	p.entries = make([]packEntry, 0, len(index)/entrySize)
	for len(index) > 0 {
		var e packEntry
		index = index[copy(e.text[:], index):]
		index = index[copy(e.met[:], index):]
		index = index[copy(e.sum[:], index):]
		e.at, e.size, e.known = int64(binary.LittleEndian.Uint64(index)), binary.LittleEndian.Uint32(index[8:]), index[12] == 1
		index = index[13:]
		if e.at < int64(len(packMagic)) || e.at+int64(e.size) > start {
			return errNoPack
		}
		p.entries = append(p.entries, e)
	}
	return nil
}

// read reads the bytes of a document into room. It reports whether they are whole.
func (p *pack) read(e *packEntry, room []byte) ([]byte, bool) {
	if cap(room) < int(e.size) {
		room = make([]byte, e.size)
	}
	room = room[:e.size]
	if _, err := p.file.ReadAt(room, e.at); err != nil {
		return room, false
	}
	return room, sha256.Sum256(room) == e.sum
}

// used counts the entries that this run has asked for.
func (p *pack) used() int {
	n := 0
	for i := range p.entries {
		if p.entries[i].used {
			n++
		}
	}
	return n
}

// A packWriter writes a pack beside its place. The first error ends it; what was written is lost then.
type packWriter struct {
	dir     string
	file    *os.File
	out     *bufio.Writer
	at      int64
	entries []packEntry
	err     error
}

// newPackWriter begins a pack in a folder, which is made where there is none.
func newPackWriter(dir string) *packWriter {
	w := &packWriter{dir: dir, at: int64(len(packMagic))}
	if w.err = os.MkdirAll(dir, 0o755); w.err == nil {
		w.file, w.err = os.CreateTemp(dir, newPack+"*")
	}
	if w.err == nil {
		w.out = bufio.NewWriterSize(w.file, 64<<10)
		w.write([]byte(packMagic))
	}
	return w
}

func (w *packWriter) write(b []byte) {
	if w.err == nil {
		_, w.err = w.out.Write(b)
	}
}

// add adds a document, or none of it but that its text meets something.
func (w *packWriter) add(e packEntry, body []byte) {
	e.at, e.size = w.at, uint32(len(body))
	w.write(body)
	w.at += int64(len(body))
	w.entries = append(w.entries, e)
}

// finish ends the pack and moves it to its place, which it returns.
func (w *packWriter) finish(registry entity.Digest) (path string, err error) {
	index := make([]byte, 0, sha256.Size+len(w.entries)*entrySize)
	index = append(index, registry[:]...)
	for i := range w.entries {
		e := &w.entries[i]
		index = append(index, e.text[:]...)
		index = append(index, e.met[:]...)
		index = append(index, e.sum[:]...)
		index = binary.LittleEndian.AppendUint64(index, uint64(e.at))
		index = binary.LittleEndian.AppendUint32(index, e.size)
		index = append(index, byte(bit(e.known)))
	}
	sum := sha256.Sum256(index)
	w.write(index)
	w.write(binary.LittleEndian.AppendUint64(nil, uint64(len(index))))
	w.write(sum[:])
	if w.file == nil {
		return "", w.err
	}
	if w.err == nil {
		w.err = w.out.Flush()
	}
	w.err = errors.Join(w.err, w.file.Close())
	path = filepath.Join(w.dir, hex.EncodeToString(sum[:16])+packEnd)
	if w.err == nil {
		w.err = os.Rename(w.file.Name(), path)
	}
	if w.err != nil {
		os.Remove(w.file.Name())
	}
	return path, w.err
}
