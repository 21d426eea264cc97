package build

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"jikenbo/internal/morph"
	"jikenbo/internal/render"
)

// cutNothing is a tokenizer for builds that must not need one.
type cutNothing struct{ t *testing.T }

func (c cutNothing) Tokens([]morph.Token, string) []morph.Token {
	c.t.Error("a text was cut, and the dictionary would have been loaded")
	return nil
}

func mustBuild(t *testing.T, b *Builder) []render.File {
	t.Helper()
	site, problems, err := b.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if site.Files == nil {
		t.Fatalf("no site:\n%s", problems)
	}
	return site.Files
}

func sameFiles(t *testing.T, what string, got, want []render.File) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d files, want %d", what, len(got), len(want))
		return
	}
	for i := range want {
		if got[i].Path != want[i].Path || !bytes.Equal(got[i].Data, want[i].Data) {
			t.Errorf("%s: %s differs", what, want[i].Path)
		}
	}
}

// TestCacheChangesNoByte builds the real archive without a cache, into an empty one, and from a full one,
// which must not load the dictionary. What is damaged in it is made anew.
func TestCacheChangesNoByte(t *testing.T) {
	site, err := built()
	if err != nil {
		t.Fatal(err)
	}
	b := builder(os.DirFS(root))
	b.Cache, b.Edition = filepath.Join(t.TempDir(), "cache"), "1"
	sameFiles(t, "into an empty cache", mustBuild(t, b), site.Files)
	b.Tokenizer = func([]morph.Word) morph.Tokenizer { return cutNothing{t} }
	sameFiles(t, "from a full cache", mustBuild(t, b), site.Files)
	b.Tokenizer = tokenizer
	if n := damage(t, filepath.Join(b.Cache, textsFolder)); n == 0 {
		t.Fatal("nothing is in the cache")
	}
	sameFiles(t, "from a damaged cache", mustBuild(t, b), site.Files)
}

// damage changes a byte in the middle of every file of a folder, and counts them.
func damage(t *testing.T, dir string) int {
	t.Helper()
	n := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		data[len(data)/2] ^= 1
		n++
		return os.WriteFile(path, data, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}
