package export

import (
	"crypto/sha256"
	"fmt"

	"jikenbo/internal/casebook"
)

// A Digest stands for what something is made of; the zero one says that it is not known.
type Digest = [sha256.Size]byte

// Made tells, by digests, what records are made of, each from all that is said of an act, an article or an entity.
type Made interface {
	Act(*casebook.Act) Digest
	Article(*casebook.Article) Digest
	Entity(*casebook.Entity) Digest
}

// A Shelf has the records of large files as they were written last time, so that those which are made of the same are taken from there.
type Shelf interface {
	// Old returns the records that a file had, by what they were made of; nil where that is not known.
	Old(path string) map[Digest][]byte
	// Keep notes where the records of a file stand that was written now.
	Keep(path string, places []Place)
}

// A Place is where a record stands in its file, and what it is made of.
type Place struct {
	Of       Digest
	At, Size int
}

// emptyShelf is that of an exporter without one.
type emptyShelf struct{}

func (emptyShelf) Old(string) map[Digest][]byte { return nil }
func (emptyShelf) Keep(string, []Place)         {}

// shelf is where records are taken from.
func (x *Exporter) shelf() Shelf {
	if x.Shelf == nil || x.Made == nil {
		return emptyShelf{}
	}
	return x.Shelf
}

// made tells what something is made of by a function of Made, and nothing where that is not known.
func made[T any](x *Exporter, of func(Made, T) Digest) func(T) Digest {
	if x.Made == nil {
		return nil
	}
	return func(v T) Digest { return of(x.Made, v) }
}

// ofEntities tells what the records of all entities are made of, nil where that is not known.
func (x *Exporter) ofEntities(c *casebook.Casebook) func(*casebook.Entity) Digest {
	if x.Made == nil {
		return nil
	}
	of := make(map[*casebook.Entity]Digest, len(c.Entities))
	for _, e := range c.Entities {
		of[e] = x.Made.Entity(e)
	}
	return func(e *casebook.Entity) Digest { return of[e] }
}

// with returns what something is made of that is made of more besides. What is not known stays so.
func with(of Digest, more ...string) Digest {
	if of == (Digest{}) {
		return of
	}
	h := sha256.New()
	h.Write(of[:])
	for _, s := range more {
		fmt.Fprintf(h, "%q\n", s)
	}
	return Digest(h.Sum(nil))
}

// aged is with for records that tell how old something is.
func aged(of Digest, a age) Digest { return with(of, a.first.String(), a.last.String()) }
