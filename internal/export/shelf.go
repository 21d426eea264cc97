package export

import (
	"crypto/sha256"
	"encoding/binary"
	"io"

	"jikenbo/internal/casebook"
)

// A Digest stands for what something is made of; the zero one says that it is not known.
type Digest = [sha256.Size]byte

// Made tells, by digests, what the archive is made of.
type Made interface {
	// Ground stands for all that no article tells: the registry, the records of sources, and the configuration. Which entities have a page is not part of it.
	Ground() Digest
	// Article stands for the texts of an article with all that was found in them. What it is linked with is told by the lists of its fields.
	Article(*casebook.Article) Digest
	// Act stands for all that is said of an act, with the ground and all that tells it.
	Act(*casebook.Act) Digest
}

// A Shelf has the records of large files as they were written last time, so that those which are made of the same are taken from there.
type Shelf interface {
	// Old returns what a file was; nothing where that is not known, or where the file is not what was written any more.
	Old(path string) Old
	// Keep notes where the records of a file stand that was written now.
	Keep(path string, places []Place)
}

// An Old is a file as it was: its records in their order, and what it holds.
type Old struct {
	Places []Place
	Data   io.ReaderAt // nil where there are no places
}

// A Place is where a record stands in its file, and what it is made of.
type Place struct {
	Of       Digest
	At, Size int
	Note     string // what whoever wrote the record has to know of it without reading it
}

// A RangeWriter is a writer of a file that was there before: it takes a range of the old file as a whole.
type RangeWriter interface {
	io.Writer
	// CopyOld writes what stands in the file of the same path that was; from has it.
	CopyOld(from io.ReaderAt, at, size int) error
}

// emptyShelf is that of an exporter without one.
type emptyShelf struct{}

func (emptyShelf) Old(string) Old       { return Old{} }
func (emptyShelf) Keep(string, []Place) {}

// shelf is where records are taken from.
func (x *Exporter) shelf() Shelf {
	if x.Shelf == nil || x.Made == nil {
		return emptyShelf{}
	}
	return x.Shelf
}

// stock is an old file of which records are found by what they are made of.
type stock struct {
	Old
	by map[uint64]int32 // by the beginning of the digest
}

func (x *Exporter) stock(path string) stock { return stocked(x.shelf().Old(path)) }

func stocked(old Old) stock {
	s := stock{Old: old}
	s.by = make(map[uint64]int32, len(s.Places))
	for i := range s.Places {
		s.by[binary.LittleEndian.Uint64(s.Places[i].Of[:])] = int32(i)
	}
	return s
}

// find returns the number of a record that is made of something, -1 where there is none.
func (s stock) find(of Digest) int {
	i, ok := s.by[binary.LittleEndian.Uint64(of[:])]
	if !ok || s.Places[i].Of != of || of == (Digest{}) {
		return -1
	}
	return int(i)
}

// read returns a record.
func (s stock) read(p Place) ([]byte, error) {
	data := make([]byte, p.Size)
	_, err := s.Data.ReadAt(data, int64(p.At))
	return data, err
}
