package build

import (
	"crypto/sha256"
	"encoding/binary"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"jikenbo/internal/export"
)

// A shelf keeps where the records of large files of the tree stand, so that the next build takes those from there that are made of the same.
// It implements [export.Shelf], for one goroutine.
type shelf struct {
	out        *output
	known      *ledger
	file, head string
	old, new   map[string]shelved
}

// shelved is what is known of a file: what it holds as a whole, and its places as they are written.
type shelved struct {
	entry
	places []byte
}

// openShelf reads what the last build has kept of a tree; nothing where that is missing, damaged, or another edition's.
func openShelf(file, edition string, out *output, known *ledger) *shelf {
	s := &shelf{out: out, known: known, file: file, head: sealHead("records", edition), old: map[string]shelved{}, new: map[string]shelved{}}
	for r := (unpacker{rest: unsealed(file, s.head)}); len(r.rest) > 0; {
		e := entry{Path: string(r.bytes(r.number())), Size: r.number()}
		copy(e.Sum[:], r.bytes(sha256.Size))
		s.old[e.Path] = shelved{e, r.bytes(r.number())}
	}
	return s
}

// Old implements [export.Shelf]. The file must still hold what was written.
func (s *shelf) Old(path string) map[export.Digest][]byte {
	was, ok := s.old[path]
	if !ok || !s.out.hasOld {
		return nil
	}
	name := filepath.Join(s.out.dir, filepath.FromSlash(path))
	info, err := os.Lstat(name)
	if err != nil || !plainFile(info, was.Size) {
		return nil
	}
	data := make([]byte, was.Size)
	if fill(name, data) != nil || !s.known.holds(name, was.entry) && sha256.Sum256(data) != was.Sum {
		return nil
	}
	return recordsIn(data, was.places)
}

// recordsIn are the records at some places.
func recordsIn(data, places []byte) map[export.Digest][]byte {
	out := make(map[export.Digest][]byte, len(places)/(sha256.Size+2))
	at := 0
	for r := (unpacker{rest: places}); len(r.rest) > 0; {
		of := export.Digest(r.bytes(sha256.Size))
		from := at + r.number()
		at = from + r.number()
		if at > len(data) {
			return nil
		}
		out[of] = data[from:at:at]
	}
	return out
}

// Keep implements [export.Shelf].
func (s *shelf) Keep(path string, places []export.Place) {
	b, at := make([]byte, 0, len(places)*(sha256.Size+4)), 0
	for _, p := range places {
		b = append(b, p.Of[:]...)
		b = binary.AppendUvarint(b, uint64(p.At-at))
		b = binary.AppendUvarint(b, uint64(p.Size))
		at = p.At + p.Size
	}
	s.new[path] = shelved{places: b}
}

// wrote notes what a file holds that was written; only what is kept of one that has records counts.
func (s *shelf) wrote(e entry) {
	if now, ok := s.new[e.Path]; ok {
		s.new[e.Path] = shelved{e, now.places}
	}
}

// stays notes that a file is what it was.
func (s *shelf) stays(path string) {
	if was, ok := s.old[path]; ok {
		s.new[path] = was
	}
}

// write keeps it for the next build. What cannot be written is no error.
func (s *shelf) write() {
	b := []byte(s.head)
	text := func(p []byte) { b = append(binary.AppendUvarint(b, uint64(len(p))), p...) }
	for _, path := range slices.Sorted(maps.Keys(s.new)) {
		f := s.new[path]
		text([]byte(path))
		b = binary.AppendUvarint(b, uint64(f.Size))
		b = append(b, f.Sum[:]...)
		text(f.places)
	}
	if replace(s.file, sealed(b)) != nil {
		os.Remove(s.file)
	}
}
