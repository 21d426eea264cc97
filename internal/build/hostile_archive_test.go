package build

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"jikenbo/internal/source"
)

// TestHostileNames builds archives in which files have names, and records ids, that lead elsewhere: each is told with its
// place, and there is no site.
func TestHostileNames(t *testing.T) {
	actor := "name = { ja = \"鷺\", en = \"Heron\" }\nsummary = { ja = \"架空。\", en = \"Invented.\" }\n"
	place := "[[place]]\nid = %q\nname = { ja = \"港\", en = \"Port\" }\nclass = \"city\"\n"
	article := "+++\ntitle = \"題\"\npublished = \"2024-05-01\"\nsummary = \"要約。\"\n%s+++\n\n%s\n"
	tests := []struct{ name, path, text, want string }{
		{"a device", "content/actors/con.toml", actor, `content/actors/con.toml: the id "con" cannot be the name of a page`},
		{"a device with a number", "content/malware/com1.toml", actor, `the id "com1" cannot be the name of a page`},
		{"the page of a list", "content/actors/index.toml", actor, `the id "index" cannot be the name of a page`},
		{"an article that is the page of a list", "content/articles/index/ja.md", fmt.Sprintf(article, "", "甲。"), `the id "index" cannot be the name of a page`},
		{"a source that is the page of a list", "seeds/index.toml", "kind = \"news\"\ntitle = \"t\"\npublisher = \"p\"\nlanguage = \"ja\"\n", `the id "index" cannot be the name of a page`},
		{"a very long name", "content/actors/" + strings.Repeat("a", 200) + ".toml", actor, "cannot be the name of a page"},
		{"markup", "content/actors/<b>.toml", actor, `the name "<b>" has not the form of an id`},
		{"two dots", "content/actors/...toml", actor, ""}, // hidden, as all that begins with a dot
		{"a bidi override", "content/actors/\u202elmot.toml", actor, `the name "\u202elmot" has not the form of an id`},
		{"a place that leads up", "content/places.toml", fmt.Sprintf(place, "../../x"), `content/places.toml:2:6: "../../x" has not the form of an id`},
		{"a place that is a device", "content/places.toml", fmt.Sprintf(place, "nul"), `content/places.toml:2:6: the id "nul" cannot be the name of a page`},
		{"an old id that leads up", "content/actors/heron.toml", "moved = [\"../../x\"]\n" + actor, `content/actors/heron.toml:1:10: "../../x" has not the form of an id`},
		{"a source that leads up", "content/articles/a/ja.md", fmt.Sprintf(article, "sources = [\"../config\"]\n", "甲。"), `content/articles/a/ja.md:5:12: "../config" has not the form of an id`},
		{"a link to a script", "content/articles/a/ja.md", fmt.Sprintf(article, "", "[甲](javascript:alert(1))"), `content/articles/a/ja.md:7:1: link to "javascript:alert(1)": addresses of the kind "javascript:" are not allowed`},
		{"a link to data", "content/articles/a/ja.md", fmt.Sprintf(article, "", "<data:text/html,x>"), `addresses of the kind "data:" are not allowed`},
		{"a script", "content/articles/a/ja.md", fmt.Sprintf(article, "", "甲<script>alert(1)</script>"), "content/articles/a/ja.md:7:2: HTML is not allowed in a text"},
		{"the address of a source", "seeds/x.toml", "kind = \"news\"\ntitle = \"t\"\npublisher = \"p\"\nlanguage = \"ja\"\nurl = \"javascript:alert(1)\"\n", `seeds/x.toml:5:7: url: "javascript:alert(1)" is no web address`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			site, ps, err := small(fstest.MapFS{tt.path: {Data: []byte(tt.text)}}).Build(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(ps.String(), tt.want) || tt.want != "" && len(site.Files) > 0 {
				t.Errorf("want %q and no site, got %d files and\n%s", tt.want, len(site.Files), ps)
			}
		})
	}
}

// TestLinksLeadNowhere lays symbolic links at every place of an archive that is read: to a file outside, to a folder
// outside, to itself and to the folder above. Nothing that stands outside comes into the site, and each link is told.
func TestLinksLeadNowhere(t *testing.T) {
	outside := t.TempDir()
	const secret = "+++\ntitle = \"SECRET\"\npublished = \"2024-05-01\"\nsummary = \"SECRET\"\n+++\n\nSECRET\n"
	for _, name := range []string{"ja.md", "en.md", "x.toml", "x.txt", "x.css", "home.html", "config.toml"} {
		if err := os.WriteFile(filepath.Join(outside, name), []byte(secret), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, at := range []string{
		"content", "content/articles", "content/articles/a", "content/articles/a/ja.md", "content/actors", "content/actors/x.toml", "content/places.toml",
		"content/pages", "content/pages/about.ja.md", "seeds", "seeds/x.toml", "seeds/x.txt", "static", "static/x.css", "templates", "templates/home.html", "config.toml",
	} {
		for _, target := range []string{outside, filepath.Join(outside, filepath.Base(at)), ".", "..", filepath.Base(at)} {
			home := t.TempDir()
			link := filepath.Join(home, filepath.FromSlash(at))
			if err := os.MkdirAll(filepath.Dir(link), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(target, link); err != nil {
				t.Skip(err)
			}
			dir := filepath.Join(t.TempDir(), "public")
			_, ps, err := cached(t, os.DirFS(home)).Update(context.Background(), dir)
			if told := fmt.Sprint(ps, err); !strings.Contains(told, "symbolic link") && !strings.Contains(told, "cannot be read") && !strings.Contains(told, "too many levels") {
				t.Errorf("%s to %s is not told: %s", at, target, told)
			}
			if _, err := os.Stat(dir); err == nil {
				for path, text := range onDisk(t, dir) {
					if strings.Contains(text, "SECRET") {
						t.Errorf("%s to %s: %s shows it", at, target, path)
					}
				}
			}
		}
	}
}

// TestManyNames builds an article that names 10,000 entities.
func TestManyNames(t *testing.T) {
	const n = 10_000
	var actors, body strings.Builder
	for i := range n {
		fmt.Fprintf(&actors, "[[place]]\nid = \"p%[1]d\"\nname = { ja = \"鷺%[1]d港\", en = \"Heron Port %[1]d\" }\nclass = \"city\"\n", i)
		fmt.Fprintf(&body, "警察は鷺%d港を調べた。", i)
		if i%100 == 99 {
			body.WriteString("\n\n")
		}
	}
	site, ps, err := builder(fstest.MapFS{
		"content/places.toml":      {Data: []byte(actors.String())},
		"content/articles/a/ja.md": {Data: []byte("+++\ntitle = \"題\"\npublished = \"2024-05-01\"\nsummary = \"要約。\"\n+++\n\n" + body.String())},
	}).Build(context.Background())
	if err != nil || ps.Errors() > 0 {
		t.Fatalf("%v\n%s", err, ps)
	}
	pages := 0
	for _, f := range site.Files {
		if strings.HasPrefix(f.Path, "ja/places/p") {
			pages++
		}
	}
	if pages != n {
		t.Errorf("%d places have a page, want %d", pages, n)
	}
}

// crowd is a folder of a million actors.
type crowd struct{ fstest.MapFS }

func (c crowd) ReadDir(name string) ([]fs.DirEntry, error) {
	if name != "content/actors" {
		return c.MapFS.ReadDir(name)
	}
	out := make([]fs.DirEntry, 1_000_000)
	for i := range out {
		out[i] = actorFile{fmt.Sprintf("a%d.toml", i)}
	}
	return out, nil
}

func (c crowd) Open(name string) (fs.File, error) {
	if strings.HasPrefix(name, "content/actors/a") {
		return fstest.MapFS{name: {Data: []byte("x")}}.Open(name)
	}
	return c.MapFS.Open(name)
}

func (c crowd) Lstat(name string) (fs.FileInfo, error) {
	if strings.HasPrefix(name, "content/actors/a") {
		return actorFile{filepath.Base(name)}, nil
	}
	return c.MapFS.Lstat(name)
}

// An actorFile is an entry of the crowd.
type actorFile struct{ name string }

func (o actorFile) Name() string               { return o.name }
func (o actorFile) IsDir() bool                { return false }
func (o actorFile) Type() fs.FileMode          { return 0 }
func (o actorFile) Mode() fs.FileMode          { return 0o644 }
func (o actorFile) Size() int64                { return 1 }
func (o actorFile) ModTime() time.Time         { return time.Time{} }
func (o actorFile) Sys() any                   { return nil }
func (o actorFile) Info() (fs.FileInfo, error) { return o, nil }

// TestMillionEntities loads a folder of a million actors: it is told that there are too many, and a tenth is read.
func TestMillionEntities(t *testing.T) {
	site, ps, err := small(crowd{fstest.MapFS{"content/actors": {Mode: fs.ModeDir | 0o755}}}).Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, p := range ps {
		if p.Code == source.Limit {
			told++
			if want := "content/actors: the folder has 1000000 entries, and 100000 is the limit; the rest is not read"; !strings.HasPrefix(p.String(), want) {
				t.Errorf("got %s, want %s", p, want)
			}
		}
	}
	if told != 1 || len(site.Files) > 0 || len(ps) > source.MaxEntries+10 {
		t.Errorf("told %d times, %d files, %d problems", told, len(site.Files), len(ps))
	}
}
