package build

import (
	"crypto/sha256"
	"encoding/binary"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"jikenbo/internal/export"
	"jikenbo/internal/source"
)

// A shelf keeps where the records of large files of the tree stand, so that the next build takes those from there that are made of the same.
// It implements [export.Shelf], for one goroutine.
type shelf struct {
	out        *output
	known      *ledger
	file, head string
	old, new   map[string]shelved
	open       []*os.File // old files that are read from
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

// Old implements [export.Shelf]. The file must still hold what was written. It stays open until the shelf is closed.
func (s *shelf) Old(path string) export.Old {
	was, ok := s.old[path]
	if !ok || !s.out.hasOld {
		return export.Old{}
	}
	name := filepath.Join(s.out.dir, filepath.FromSlash(path))
	info, err := os.Lstat(name)
	if err != nil || !plainFile(info, was.Size) {
		return export.Old{}
	}
	f, err := source.OpenFile(name, os.O_RDONLY, 0)
	if err != nil {
		return export.Old{}
	}
	s.open = append(s.open, f)
	places, ok := placesIn(was.places, was.Size)
	if !ok || !s.known.holds(name, was.entry) && !holds(f, was.entry) {
		return export.Old{}
	}
	return export.Old{Places: places, Data: f}
}

// holds reports whether a file holds what was written.
func holds(f *os.File, e entry) bool {
	sum := sha256.New()
	n, err := io.Copy(sum, io.NewSectionReader(f, 0, int64(e.Size)+1))
	return err == nil && n == int64(e.Size) && e.Sum == [sha256.Size]byte(sum.Sum(nil))
}

// close lets go of the old files.
func (s *shelf) close() {
	for _, f := range s.open {
		f.Close()
	}
	s.open = nil
}

// placesIn reads what [shelf.Keep] has written of a file of a size.
func placesIn(b []byte, size int) (places []export.Place, ok bool) {
	at, r := 0, unpacker{rest: b}
	if len(b) > 0 {
		places = make([]export.Place, 0, r.number())
	}
	for len(r.rest) > 0 {
		p := export.Place{Of: export.Digest(r.bytes(sha256.Size))}
		p.At = at + r.number()
		p.Size = r.number()
		p.Note = string(r.bytes(r.number()))
		if at = p.At + p.Size; at > size {
			return nil, false
		}
		places = append(places, p)
	}
	return places, true
}

// Keep implements [export.Shelf].
func (s *shelf) Keep(path string, places []export.Place) {
	b, at := make([]byte, 0, len(places)*(sha256.Size+24)+8), 0
	b = binary.AppendUvarint(b, uint64(len(places)))
	for _, p := range places {
		b = append(b, p.Of[:]...)
		b = binary.AppendUvarint(b, uint64(p.At-at))
		b = binary.AppendUvarint(b, uint64(p.Size))
		b = append(binary.AppendUvarint(b, uint64(len(p.Note))), p.Note...)
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
