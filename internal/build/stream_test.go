package build

import (
	"crypto/sha256"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
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

// TestStreamThatFails hands its error on.
func TestStreamThatFails(t *testing.T) {
	broken := errors.New("broken")
	out := &output{fresh: t.TempDir(), made: map[string]bool{}}
	if _, err := out.stream("f", func(io.Writer) error { return broken }); !errors.Is(err, broken) || len(out.entries) > 0 {
		t.Errorf("error %v, entries %v", err, out.entries)
	}
}
