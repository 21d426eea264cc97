package build

import (
	"bytes"
	"context"
	"image/png"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/image/font/gofont/goregular"

	"jikenbo/internal/config"
	"jikenbo/internal/picture"
	"jikenbo/internal/render"
)

// harbour is a small archive with one article and an entity of its own.
func harbour(config string) fstest.MapFS {
	return fstest.MapFS{
		"config.toml":                 {Data: []byte(config)},
		"content/articles/quay/ja.md": {Data: []byte("+++\ntitle = \"岸壁の灯りを消す作戦\"\npublished = \"2024-05-01\"\nsummary = \"要約。\"\n+++\n\n警察は5月1日、灯台を調べた。\n")},
		"content/articles/quay/en.md": {Data: []byte("+++\ntitle = \"Quay lights out\"\npublished = \"2024-05-01\"\nsummary = \"Summary.\"\n+++\n\nPolice searched a lighthouse on 1 May.\n")},
	}
}

// filesOf builds the site and returns its files by path, and the problems.
func filesOf(t *testing.T, b *Builder) (map[string]string, string) {
	t.Helper()
	site, problems, err := b.Build(context.Background())
	if err != nil || site.Files == nil {
		t.Fatalf("no site: %v\n%s", err, problems)
	}
	out := map[string]string{}
	for _, f := range site.Files {
		out[f.Path] = string(f.Data)
	}
	return out, problems.String()
}

const address = `site_url = "https://example.org/sub/"` + "\n"

// TestPictures holds that every page of a site with an address leads to its picture, which is in the tree.
func TestPictures(t *testing.T) {
	b := builder(harbour(address))
	b.ReadFont = os.ReadFile
	conf, _ := config.Load(b.Archive)
	if p, _ := b.painter(conf); p == nil {
		t.Skip("no Japanese font at any of the usual places")
	}
	files, problems := filesOf(t, b)
	if problems != "" {
		t.Errorf("problems:\n%s", problems)
	}
	for path, page := range files {
		if !strings.HasSuffix(path, ".html") || path == "404.html" {
			continue
		}
		at := render.PicturePath(path)
		if !strings.Contains(page, `property=og:image content=https://example.org/sub/`+at) {
			t.Errorf("%s leads to no picture", path)
		}
		head, err := png.DecodeConfig(strings.NewReader(files[at]))
		if err != nil || head.Width != picture.Width || head.Height != picture.Height {
			t.Errorf("%s: %v, %v", at, head, err)
		}
	}
	again, _ := filesOf(t, b)
	if diff := cmp.Diff(files, again); diff != "" {
		t.Error("other bytes the second time")
	}
}

// TestNoPictures holds that no page leads to a picture that there is not.
func TestNoPictures(t *testing.T) {
	western := func(string) ([]byte, error) { return goregular.TTF, nil }
	broken := func(name string) ([]byte, error) { return bytes.Repeat([]byte{1}, 64), nil }
	none := func(string) ([]byte, error) { return nil, os.ErrNotExist }
	tests := []struct {
		name, config string
		font         func(string) ([]byte, error)
		problems     string
	}{
		{"no address", "", os.ReadFile, ""},
		{"no fonts are read", address, nil, ""},
		{"a machine without fonts", address, none, ""},
		{"a font without Japanese", address, western, ""},
		{"fonts that are none", address, broken, ""},
		{"a font of the editor's that is not there", address + `picture_font = "fonts/kaze.otf"`, none,
			"config.toml:2:16: warning: \"fonts/kaze.otf\" is not a font that can be read: file does not exist [build.font]\n\thint: a file of OpenType or TrueType, or a collection of such, by its path; without one pages have no picture\n"},
		{"one of the editor's without Japanese", address + `picture_font = "a.ttf"`, western,
			"config.toml:2:16: warning: the font \"a.ttf\" has no Japanese letters [build.font]\n\thint: a file of OpenType or TrueType, or a collection of such, by its path; without one pages have no picture\n"},
		{"an editor who wants none", address + `picture_font = "none"`, os.ReadFile, ""},
	}
	for _, tt := range tests {
		b := builder(harbour(tt.config))
		b.ReadFont = tt.font
		files, problems := filesOf(t, b)
		if diff := cmp.Diff(tt.problems, problems); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.name, diff)
		}
		for path, data := range files {
			if strings.HasSuffix(path, ".png") || strings.Contains(data, "og:image") {
				t.Errorf("%s: %s", tt.name, path)
			}
		}
	}
}
