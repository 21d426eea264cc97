package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jikenbo/internal/render"
)

func tree(pages ...string) []render.File {
	var files []render.File
	for _, p := range pages {
		files = append(files, render.File{Path: p, Data: []byte(p)})
	}
	return append(files, markerOf(pathsOf(files, pathOf)))
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

// A folder with a marker of another program, and a site to which something was added, are left alone.
func TestWriteRefusesToDelete(t *testing.T) {
	tests := []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"another program's marker", map[string]string{marker: "", "content/articles/a/ja.md": "x"}, "did not write"},
		{"a repository", map[string]string{marker: string(markerOf([]string{"ja/a.html"}).Data), ".git/HEAD": "x"}, "holds .git,"},
		{"an added file", map[string]string{marker: string(markerOf([]string{"ja/a.html"}).Data), "CNAME": "x"}, "holds CNAME,"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, text := range tt.files {
				path := filepath.Join(dir, name)
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if err := Write(dir, tree("ja/a.html")); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("want a refusal with %q, got %v", tt.want, err)
			}
			for name, text := range tt.files {
				if got := read(t, filepath.Join(dir, name)); got != text {
					t.Errorf("%s holds %q", name, got)
				}
			}
		})
	}
}

func TestWriteOverLitter(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if err := Write(dir, tree("ja/a.html")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, ".DS_Store"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Write(dir, tree("en/a.html")); err != nil {
		t.Error(err)
	}
}

func TestWriteKeepsLink(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real"), filepath.Join(dir, "public")
	if err := os.Mkdir(real, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real", link); err != nil {
		t.Skip(err)
	}
	for _, page := range []string{"ja/a.html", "ja/b.html"} {
		if err := Write(link, tree(page)); err != nil {
			t.Fatal(err)
		}
		if got := read(t, filepath.Join(real, page)); got != page {
			t.Errorf("%s holds %q", page, got)
		}
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
}

func TestWriteToFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "public")
	if err := os.WriteFile(file, []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Write(file, tree("ja/a.html")); err == nil || !strings.Contains(err.Error(), "is a file") {
		t.Errorf("want a refusal, got %v", err)
	}
}

func TestTwice(t *testing.T) {
	files := []render.File{{Path: "ja/about.html"}, {Path: "ja/index.html"}, {Path: "ja/index.html"}}
	if err := twice(files, pathOf); err == nil || !strings.Contains(err.Error(), "ja/index.html") {
		t.Errorf("want an error that names the path, got %v", err)
	}
	if err := twice(files[:2], pathOf); err != nil {
		t.Error(err)
	}
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

// TestOnlyListed holds that the quick look at a tree sees all that the walk through it sees.
func TestOnlyListed(t *testing.T) {
	for what, tt := range map[string]struct {
		change func(dir string) error
		want   bool
	}{
		"nothing":          {func(string) error { return nil }, true},
		"a file is gone":   {func(dir string) error { return os.Remove(filepath.Join(dir, "ja", "a.html")) }, true},
		"a folder is gone": {func(dir string) error { return os.RemoveAll(filepath.Join(dir, "ja", "b")) }, false},
		"a file more":      {func(dir string) error { return os.WriteFile(filepath.Join(dir, "ja", "b", "mine.html"), nil, 0o644) }, false},
		"a folder more":    {func(dir string) error { return os.Mkdir(filepath.Join(dir, "ja", "mine"), 0o755) }, false},
		"a file is a folder": {func(dir string) error {
			name := filepath.Join(dir, "ja", "a.html")
			return firstError(os.Remove(name), os.Mkdir(name, 0o755), os.WriteFile(filepath.Join(name, "mine.html"), nil, 0o644))
		}, false},
		"a folder is a link": {func(dir string) error {
			name := filepath.Join(dir, "ja", "b")
			return firstError(os.Rename(name, filepath.Join(t.TempDir(), "b")), os.Symlink(t.TempDir(), name))
		}, false},
	} {
		dir, known := t.TempDir(), map[string]bool{}
		for _, path := range []string{"top.html", "ja/a.html", "ja/b/c.html"} {
			put(t, filepath.Join(dir, filepath.FromSlash(path)), path)
			known[path] = true
		}
		if err := tt.change(dir); err != nil {
			t.Fatal(err)
		}
		if got := onlyListed(dir, known); got != tt.want {
			t.Errorf("%s: only what is listed: %v", what, got)
		}
		if stranger, err := unlisted(dir, known); tt.want && (stranger != "" || err != nil) {
			t.Errorf("%s: the walk finds %q, %v", what, stranger, err)
		}
	}
}
