package build

import (
	"crypto/sha256"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jikenbo/internal/export"
)

// TestStreamedFiles writes a file in pieces beside an old tree that has it already, has another one, a longer, a shorter or none.
func TestStreamedFiles(t *testing.T) {
	want := strings.Repeat("0123456789", 30)
	for _, tt := range []struct {
		name, old string
		linked    bool
	}{
		{"the same", want, true}, {"none", "", false}, {"another beginning", "x" + want[1:], false}, {"another middle", want[:155] + "x" + want[156:], false},
		{"another end", want[:299] + "x", false}, {"longer", want + "x", false}, {"shorter", want[:200], false},
	} {
		dir := filepath.Join(t.TempDir(), "site")
		if tt.old != "" {
			if err := os.Mkdir(dir, 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, "f"), []byte(tt.old), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		out := &output{dir: dir, fresh: t.TempDir(), hasOld: tt.old != "", made: map[string]bool{}}
		_, err := out.stream("f", func(w io.Writer) error {
			for i := 0; i < len(want); i += 20 {
				if _, err := io.WriteString(w, want[i:i+20]); err != nil {
					return err
				}
			}
			return nil
		})
		got, err2 := os.ReadFile(filepath.Join(out.fresh, "f"))
		if err := errors.Join(err, err2); err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		if e := out.entries[0]; string(got) != want || e.Size != len(want) || e.Sum != sha256.Sum256([]byte(want)) {
			t.Errorf("%s: wrote %q and tells of %d bytes", tt.name, got, e.Size)
		}
		if old, err := os.ReadFile(filepath.Join(dir, "f")); tt.old != "" && (err != nil || string(old) != tt.old) {
			t.Errorf("%s: the old file is now %q, %v", tt.name, old, err)
		}
		if linked := out.written == 0; linked != tt.linked {
			t.Errorf("%s: linked is %v", tt.name, linked)
		}
	}
}

// TestStreamedRanges writes a file of pieces and of ranges of the old one, in their places or moved.
func TestStreamedRanges(t *testing.T) {
	old := strings.Repeat("0123456789", 100_000) // more than is read at once
	type piece struct{ at, size int }            // of the old file; text where at is negative
	n := len(old)
	for _, tt := range []struct {
		name   string
		pieces []piece
		linked bool
	}{
		{"the whole", []piece{{0, n}}, true}, {"in two", []piece{{0, 500_000}, {500_000, n - 500_000}}, true}, {"and text", []piece{{0, n}, {-1, 7}}, false},
		{"not to the end", []piece{{0, n - 1}}, false}, {"moved", []piece{{-1, 3}, {3, n - 3}}, false}, {"later", []piece{{10, n - 10}}, false},
		{"twice", []piece{{0, n}, {0, n}}, false}, {"text in between", []piece{{0, 600_000}, {-1, 5}, {600_000, 400_000}}, false},
		{"turned", []piece{{500_001, 400_000}, {1, 400_000}}, false}, {"the same as text", []piece{{0, 20}, {-2, 10}, {30, n - 30}}, true},
	} {
		dir := filepath.Join(t.TempDir(), "site")
		if err := errors.Join(os.Mkdir(dir, 0o755), os.WriteFile(filepath.Join(dir, "f"), []byte(old), 0o644)); err != nil {
			t.Fatal(err)
		}
		shelf, err := os.Open(filepath.Join(dir, "f"))
		if err != nil {
			t.Fatal(err)
		}
		defer shelf.Close()
		out, want := &output{dir: dir, fresh: t.TempDir(), hasOld: true, made: map[string]bool{}}, ""
		_, err = out.stream("f", func(w io.Writer) (err error) {
			for _, p := range tt.pieces {
				switch p.at {
				case -1, -2:
					text := []string{strings.Repeat("x", p.size), "0123456789"}[-p.at-1]
					want += text
					_, err = io.WriteString(w, text)
				default:
					want += old[p.at : p.at+p.size]
					err = errors.Join(err, w.(export.RangeWriter).CopyOld(shelf, p.at, p.size))
				}
			}
			return err
		})
		got, err2 := os.ReadFile(filepath.Join(out.fresh, "f"))
		if err := errors.Join(err, err2); err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		if e := out.entries[0]; string(got) != want || e.Size != len(want) || e.Sum != sha256.Sum256([]byte(want)) {
			t.Errorf("%s: wrote %d bytes and tells of %d, want %d", tt.name, len(got), e.Size, len(want))
		}
		if linked := out.written == 0; linked != tt.linked {
			t.Errorf("%s: linked is %v", tt.name, linked)
		}
	}
}

// TestStreamOfAnotherFile takes ranges of a file in whose place another one was put: what is written is what was told, and not what stands there.
func TestStreamOfAnotherFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	name := filepath.Join(dir, "f")
	if err := errors.Join(os.Mkdir(dir, 0o755), os.WriteFile(name, []byte("told"), 0o644)); err != nil {
		t.Fatal(err)
	}
	shelf, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer shelf.Close()
	if err := errors.Join(os.WriteFile(name+"2", []byte("else"), 0o644), os.Rename(name+"2", name)); err != nil {
		t.Fatal(err)
	}
	out := &output{dir: dir, fresh: t.TempDir(), hasOld: true, made: map[string]bool{}}
	_, err = out.stream("f", func(w io.Writer) error { return w.(export.RangeWriter).CopyOld(shelf, 0, 4) })
	got, err2 := os.ReadFile(filepath.Join(out.fresh, "f"))
	if err := errors.Join(err, err2); err != nil || string(got) != "told" {
		t.Errorf("the file holds %q, %v", got, err)
	}
}

// TestStreamThatFails hands its error on.
func TestStreamThatFails(t *testing.T) {
	broken := errors.New("broken")
	out := &output{fresh: t.TempDir(), made: map[string]bool{}}
	if _, err := out.stream("f", func(io.Writer) error { return broken }); !errors.Is(err, broken) || len(out.entries) > 0 {
		t.Errorf("error %v, entries %v", err, out.entries)
	}
}
