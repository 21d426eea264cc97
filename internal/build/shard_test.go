package build

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"jikenbo/internal/morph"
)

// TestShards analyses the real archive in shares, each with a cache of its own as on a machine of its own, puts
// the caches together, and builds from them without the dictionary: the bytes are those of a build by itself.
func TestShards(t *testing.T) {
	site, err := built()
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{1, 4} {
		all := filepath.Join(t.TempDir(), "cache")
		sum := 0
		for i := range n {
			b := builder(os.DirFS(root))
			b.Cache, b.Edition = filepath.Join(t.TempDir(), "share"), "1"
			got, err := b.Analyze(context.Background(), Shard{i + 1, n})
			if err != nil {
				t.Fatal(err)
			}
			sum += got
			if err := os.CopyFS(all, os.DirFS(filepath.Join(b.Cache, textsFolder))); err != nil {
				t.Fatal(err)
			}
		}
		if want := 2 * len(site.Casebook.Articles); sum != want {
			t.Errorf("%d shares hold %d texts, want %d", n, sum, want)
		}
		b := builder(os.DirFS(root))
		b.Cache, b.Edition = filepath.Dir(all)+"/merged", "1"
		if err := os.CopyFS(filepath.Join(b.Cache, textsFolder), os.DirFS(all)); err != nil {
			t.Fatal(err)
		}
		b.Tokenizer = func([]morph.Word) morph.Tokenizer { return cutNothing{t} }
		sameFiles(t, "from the cache of all shares", mustBuild(t, b), site.Files)
	}
}

func TestParseShard(t *testing.T) {
	if s, err := ParseShard("2/5"); err != nil || s != (Shard{2, 5}) {
		t.Errorf("got %v, %v", s, err)
	}
	for _, bad := range []string{"", "1", "0/4", "5/4", "-1/4", "1/0", "a/b", "1/4/2", "1.0/4"} {
		if s, err := ParseShard(bad); err == nil {
			t.Errorf("%q was read as %v", bad, s)
		}
	}
}
