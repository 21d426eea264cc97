package build

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"jikenbo/internal/export"
	"jikenbo/internal/render"
)

// shelfWith returns a tree with a file of three records, and what a shelf keeps of it.
func shelfWith(t *testing.T) (dir, kept string) {
	t.Helper()
	dir, kept = filepath.Join(t.TempDir(), "public"), filepath.Join(t.TempDir(), "x.records")
	out, err := newOutput(context.Background(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer out.discard()
	s := openShelf(kept, "edition", out, nil)
	e, err := out.putEntry(render.File{Path: "data/a.json", Data: []byte("[one,two,,three]")})
	if err != nil {
		t.Fatal(err)
	}
	s.Keep("data/a.json", []export.Place{{Of: export.Digest{1}, At: 1, Size: 3, Note: "first"}, {Of: export.Digest{2}, At: 5, Size: 3}, {Of: export.Digest{3}, At: 10, Size: 5}})
	s.wrote(e)
	s.write()
	if err := out.put(markerOf(out.paths())); err != nil {
		t.Fatal(err)
	}
	if err := out.swapIn(); err != nil {
		t.Fatal(err)
	}
	return dir, kept
}

// asked opens a shelf for a new tree in the place of the old one.
func asked(t *testing.T, dir, kept string, f func(*shelf)) {
	t.Helper()
	out, err := newOutput(context.Background(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer out.discard()
	s := openShelf(kept, "edition", out, nil)
	defer s.close()
	f(s)
}

// TestShelf keeps records, takes them from the tree, and keeps those of a file that stays.
func TestShelf(t *testing.T) {
	dir, kept := shelfWith(t)
	want := []string{"1 one first", "2 two ", "3 three "}
	for range 2 {
		asked(t, dir, kept, func(s *shelf) {
			var got []string
			old := s.Old("data/a.json")
			for _, p := range old.Places {
				record := make([]byte, p.Size)
				if _, err := old.Data.ReadAt(record, int64(p.At)); err != nil {
					t.Fatal(err)
				}
				got = append(got, fmt.Sprintf("%d %s %s", p.Of[0], record, p.Note))
			}
			if !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
			if s.Old("data/b.json").Data != nil {
				t.Error("a file has records that nobody kept")
			}
			s.stays("data/a.json")
			s.write()
		})
	}
}

// TestShelfIsNotTrusted changes each byte of what is kept, and of the file: it counts as missing.
func TestShelfIsNotTrusted(t *testing.T) {
	dir, kept := shelfWith(t)
	for _, name := range []string{kept, filepath.Join(dir, "data", "a.json")} {
		whole, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		put := func(data []byte) {
			if err := os.WriteFile(name, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		for i := range whole {
			changed := bytes.Clone(whole)
			changed[i] ^= 1
			for _, damaged := range [][]byte{changed, whole[:i]} {
				put(damaged)
				asked(t, dir, kept, func(s *shelf) {
					if s.Old("data/a.json").Data != nil {
						t.Errorf("%s is damaged at byte %d, and used", name, i)
					}
				})
			}
		}
		put(whole)
	}
	asked(t, dir, kept, func(s *shelf) {
		if s.Old("data/a.json").Data == nil {
			t.Error("what is whole again is not used")
		}
	})
}

// TestSealedFilesAreNotTakenForOthers holds that records are read by the edition that kept them, and that what is kept of Markdown is
// neither read as records nor the other way round, though the digest of the file is right.
func TestSealedFilesAreNotTakenForOthers(t *testing.T) {
	dir, kept := shelfWith(t)
	out, err := newOutput(context.Background(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer out.discard()
	if s := openShelf(kept, "editio", out, nil); len(s.old) > 0 {
		t.Error("another edition reads the records")
	}
	cache := t.TempDir()
	p := readParsed(cache, "edition")
	p.Put(sha256.Sum256(nil), []byte("text"))
	p.write()
	if s := openShelf(p.file, "edition", out, nil); len(s.old) > 0 {
		t.Error("what Markdown is read as is taken for records")
	}
	if err := os.Rename(kept, p.file); err != nil {
		t.Fatal(err)
	}
	if p := readParsed(cache, "edition"); len(p.old) > 0 {
		t.Error("records are taken for what Markdown is read as")
	}
}
