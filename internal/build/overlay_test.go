package build

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// names lists all files of a tree.
func names(t *testing.T, fsys fs.FS) []string {
	t.Helper()
	var out []string
	err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			out = append(out, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestOverlay(t *testing.T) {
	o := overlay{
		local: fstest.MapFS{
			"static/site.css":    {Data: []byte("own")},
			"static/.DS_Store":   {},
			"static/site.css~":   {},
			"static/.git/config": {},
			"static/more/x.css":  {},
		},
		shipped: fstest.MapFS{"static/site.css": {Data: []byte("shipped")}, "static/site.js": {}},
	}
	if got, want := names(t, subtree(o, "static")), []string{"more/x.css", "site.css", "site.js"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if data, err := fs.ReadFile(o, "static/site.css"); string(data) != "own" {
		t.Errorf("got %q, %v: the archive's file does not win", data, err)
	}
}

// A link in static/ would publish a file from anywhere on the editor's disk.
func TestOverlayRefusesLinks(t *testing.T) {
	o := overlay{
		local:   fstest.MapFS{"static/notes.txt": {Data: []byte("/home/me/notes.txt"), Mode: fs.ModeSymlink}},
		shipped: fstest.MapFS{"static/site.js": {}},
	}
	_, err := fs.ReadDir(o, "static")
	if err == nil || !strings.HasPrefix(err.Error(), "static/notes.txt is a symbolic link") {
		t.Errorf("want a refusal that names the link, got %v", err)
	}
}
