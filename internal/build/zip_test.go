package build

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"jikenbo/internal/i18n"
	"jikenbo/internal/render"
)

func TestZip(t *testing.T) {
	files := []render.File{{Path: "index.html", Data: []byte("<p>港</p>")}, {Path: "ja/index.html", Data: nil}, {Path: ".nojekyll", Data: []byte("x")}}
	title := i18n.Text{JA: "港の記録", EN: "Harbour records"}
	path := filepath.Join(t.TempDir(), "a.zip")
	if err := WriteZip(context.Background(), path, files, title); err != nil {
		t.Fatal(err)
	}
	first, _ := os.ReadFile(path)
	if err := WriteZip(context.Background(), path, []render.File{files[2], files[0], files[1]}, title); err != nil {
		t.Fatal(err)
	}
	if second, _ := os.ReadFile(path); !bytes.Equal(first, second) {
		t.Error("equal files give different zips")
	}
	z, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	data := map[string]string{}
	for _, f := range z.File {
		r, _ := f.Open()
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names, data[f.Name] = append(names, f.Name), string(b)
	}
	if got, want := strings.Join(names, " "), ".nojekyll OFFLINE.txt index.html ja/index.html SHA256SUMS"; got != want {
		t.Errorf("the zip holds %s, want %s", got, want)
	}
	for _, name := range names[:4] {
		if line := fmt.Sprintf("%x  %s\n", sha256.Sum256([]byte(data[name])), name); !strings.Contains(data[sumsFile], line) {
			t.Errorf("SHA256SUMS lacks %q", line)
		}
	}
	text := data[offlineFile]
	if !utf8.ValidString(text) || !strings.Contains(text, "港の記録") || !strings.Contains(text, "Harbour records") || strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Errorf("OFFLINE.txt: %q", text)
	}
}

func TestLimits(t *testing.T) {
	big := entry{Path: "data/archive.json", Size: maxFile + 1}
	if ps := limits([]entry{big}); len(ps) != 1 || ps.Errors() != 0 || ps[0].Pos.Path != big.Path {
		t.Errorf("got %s", ps)
	}
	var many []entry
	for range 11 {
		many = append(many, entry{Path: "x", Size: maxFile})
	}
	if ps := limits(many); len(ps) != 1 || !strings.Contains(ps.String(), "the site has 1100 MB") {
		t.Errorf("got %s", ps)
	}
	if ps := limits(many[:2]); len(ps) != 0 {
		t.Errorf("got %s", ps)
	}
}

// TestZipReplacesOnlyItsOwn holds that no file is replaced that is not such a zip.
func TestZipReplacesOnlyItsOwn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "thesis.zip")
	for _, mine := range []string{"years of work", "PK\x03\x04", ""} {
		if err := os.WriteFile(path, []byte(mine), 0o644); err != nil {
			t.Fatal(err)
		}
		err := WriteZip(context.Background(), path, nil, i18n.Text{})
		if err == nil || !strings.Contains(err.Error(), "thesis.zip is not a zip that jikenbo wrote") || read(t, path) != mine {
			t.Errorf("%q: got %v, and the file holds %q", mine, err, read(t, path))
		}
	}
	wantNothingElse(t, filepath.Dir(path), "thesis.zip")
}
