package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jikenbo/internal/render"
)

func tree(pages ...string) []render.File {
	files := []render.File{{Path: marker}}
	for _, p := range pages {
		files = append(files, render.File{Path: p, Data: []byte(p)})
	}
	return files
}

func TestWriteReplacesWhole(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for _, pages := range [][]string{{"ja/a.html", "ja/b.html"}, {"ja/b.html", "en/x/c.html"}} {
		if err := Write(dir, tree(pages...)); err != nil {
			t.Fatal(err)
		}
		for _, p := range pages {
			if got := read(t, filepath.Join(dir, p)); got != p {
				t.Errorf("%s holds %q", p, got)
			}
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "ja/a.html")); err == nil {
		t.Error("a page of the old site is left")
	}
	wantNothingElse(t, filepath.Dir(dir), "public")
}

func TestWriteRefusesForeignFolder(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "thesis.txt")
	if err := os.WriteFile(mine, []byte("years of work"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := Write(dir, tree("ja/a.html"))
	if err == nil || !strings.Contains(err.Error(), "did not write") {
		t.Errorf("want a refusal, got %v", err)
	}
	if read(t, mine) != "years of work" {
		t.Error("the file is gone")
	}
	wantNothingElse(t, dir, "thesis.txt")
}

func TestWriteThatFailsLeavesOldSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if err := Write(dir, tree("ja/a.html")); err != nil {
		t.Fatal(err)
	}
	// A page and a folder of the same name cannot both be written.
	if err := Write(dir, tree("ja", "ja/a.html")); err == nil {
		t.Fatal("want an error")
	}
	if got := read(t, filepath.Join(dir, "ja/a.html")); got != "ja/a.html" {
		t.Errorf("the old page holds %q", got)
	}
	wantNothingElse(t, filepath.Dir(dir), "public")
}

// wantNothingElse checks that nothing half-written is left beside the site.
func wantNothingElse(t *testing.T, dir, name string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != name {
			t.Errorf("%s is left behind", e.Name())
		}
	}
}
