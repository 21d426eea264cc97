package build

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"os"
	"path/filepath"
	"slices"

	"jikenbo/internal/source"
)

// stream writes a file as it is made, and tells what it holds. Nothing is written as long as it is the same as in the old tree.
func (t *output) stream(path string, write func(io.Writer) error) (entry, error) {
	name := filepath.Join(t.fresh, filepath.FromSlash(path))
	if err := t.makeFolder(filepath.Dir(name)); err != nil {
		return entry{}, err
	}
	s := &streamed{name: name, sum: sha256.New(), clear: t.clear, link: func() error { return t.link(path) }}
	if t.hasOld {
		s.openOld(filepath.Join(t.dir, filepath.FromSlash(path)), t.known)
	}
	linked, err := s.finish(write(s))
	if err != nil {
		return entry{}, err
	}
	e, written := entry{Path: path, Size: int(s.size), read: s.was}, 1
	s.sum.Sum(e.Sum[:0])
	if linked {
		written = 0
	}
	t.add(e, written)
	return e, nil
}

// A streamed file is compared with that of the old tree, and written from the first byte that differs on. It implements
// [export.RangeWriter].
type streamed struct {
	name  string
	old   *os.File    // nil once the file differs
	was   *mark       // of the old file, before it was read
	rest  int64       // of the old file
	shelf io.ReaderAt // was found to be the old file too
	read  []byte
	new   *os.File // nil until the file differs
	size  int64
	sum   hash.Hash

	clear func(name string) error // makes room for the new file
	link  func() error            // puts the old file in its place
}

func (s *streamed) openOld(name string, known *ledger) {
	info, err := os.Lstat(name)
	if err != nil {
		return
	}
	was, ok := known.plain(name, int(info.Size()))
	if !ok {
		return
	}
	f, err := source.OpenFile(name, os.O_RDONLY, 0)
	if err != nil {
		return
	}
	if opened, err := f.Stat(); err != nil || !os.SameFile(info, opened) {
		f.Close()
		return
	}
	s.old, s.was, s.rest = f, was, info.Size()
}

func (s *streamed) Write(b []byte) (int, error) {
	if s.old != nil {
		if s.matches(b) {
			s.size += int64(len(b))
			s.rest -= int64(len(b))
			s.sum.Write(b)
			return len(b), nil
		}
	}
	if err := s.part(); err != nil {
		return 0, err
	}
	n, err := s.new.Write(b)
	s.size += int64(n)
	s.sum.Write(b[:n])
	return n, err
}

// CopyOld implements [export.RangeWriter]. What stands where it stood is only digested as long as nothing differs.
func (s *streamed) CopyOld(from io.ReaderAt, at, size int) error {
	stays := s.isOld(from) && int64(at) == s.size && int64(size) <= s.rest
	if !stays {
		if err := s.part(); err != nil {
			return err
		}
	} else if _, err := s.old.Seek(int64(size), io.SeekCurrent); err != nil {
		return err
	}
	for size > 0 {
		b := s.room(min(size, 256<<10))
		if n, err := from.ReadAt(b, int64(at)); n < len(b) {
			return err
		}
		s.sum.Write(b)
		if stays {
			s.rest -= int64(len(b))
		} else if _, err := s.new.Write(b); err != nil {
			return err
		}
		s.size += int64(len(b))
		at, size = at+len(b), size-len(b)
	}
	return nil
}

// isOld reports whether that is the file with which this one is compared.
func (s *streamed) isOld(from io.ReaderAt) bool {
	if s.old == nil || s.shelf == from {
		return s.old != nil
	}
	f, ok := from.(*os.File)
	if !ok {
		return false
	}
	one, err := f.Stat()
	other, err2 := s.old.Stat()
	if err != nil || err2 != nil || !os.SameFile(one, other) {
		return false
	}
	s.shelf = from
	return true
}

// room is room for so many bytes, which is used again and again.
func (s *streamed) room(n int) []byte {
	s.read = slices.Grow(s.read[:0], n)[:n]
	return s.read
}

// matches reports whether the old file goes on with these bytes.
func (s *streamed) matches(b []byte) bool {
	if int64(len(b)) > s.rest {
		return false
	}
	was := s.room(len(b))
	_, err := io.ReadFull(s.old, was)
	return err == nil && bytes.Equal(was, b)
}

// part begins the new file with what was the same so far.
func (s *streamed) part() error {
	if s.new != nil {
		return nil
	}
	if err := s.clear(s.name); err != nil {
		return err
	}
	f, err := source.OpenFile(s.name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	s.new = f
	if s.old == nil {
		return nil
	}
	old := s.old
	s.old = nil
	defer old.Close()
	if _, err := old.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err = io.CopyN(f, old, s.size) // by the system, where it can
	return err
}

// finish closes the file, or links the old one if it is the same to its end. Err is that of the writing.
func (s *streamed) finish(err error) (linked bool, _ error) {
	if err == nil && s.old != nil && s.rest == 0 && s.link() == nil {
		return true, s.old.Close()
	}
	if err == nil {
		err = s.part()
	}
	if s.old != nil {
		err = errors.Join(err, s.old.Close())
	}
	if s.new != nil {
		err = errors.Join(err, s.new.Close())
	}
	return false, err
}
