package seeds

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/japanese"

	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const good = `title = "題"
kind = "news"
publisher = "架空社"
language = "ja"
`

func file(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

func TestLoad(t *testing.T) {
	body := "架空省は発表した。\r\n関連記事\r\n"
	sjis, err := japanese.ShiftJIS.NewEncoder().String("青い狐が逃げた。")
	if err != nil {
		t.Fatal(err)
	}
	archive := fstest.MapFS{
		"seeds/b.toml": file(good + `title_in = { ja = "題", en = "Title" }
author = "山野太郎"
translator = "川野花子"
published = "2024-09"
url = "https://example.com/a?b=c"
archived = "http://archive.example/1"
number = "24-1"
rights = "full"
translates = "a-1"
sha256 = "` + strings.ToUpper(hash([]byte(body))) + `"
note = { ja = "抜粋", en = "An excerpt" }
`),
		"seeds/b.txt":      file(body),
		"seeds/a-1.toml":   file(good + `sha256 = "` + hash([]byte(sjis)) + `"`),
		"seeds/README.md":  file(""),
		"seeds/.gitignore": file(""),
	}
	set, ps := Load(archive, fstest.MapFS{
		"any name": file(sjis), "deep/copy.txt": file(body), ".DS_Store": file("x"), ".git/x": file("y"),
	})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	b := set.Get("b")
	want := &Source{
		ID: "b", Pos: source.Position{Path: "seeds/b.toml", Line: 1}, Kind: "news",
		Title: "題", TitleIn: i18n.Text{JA: "題", EN: "Title"}, Publisher: "架空社", PublisherPos: source.Position{Path: "seeds/b.toml", Line: 3, Col: 13}, Author: "山野太郎", Translator: "川野花子",
		Published: edtf.MustParse("2024-09"), URL: "https://example.com/a?b=c", Archived: "http://archive.example/1",
		Number: "24-1", Language: "ja", Rights: Full, Translates: "a-1", SHA256: hash([]byte(body)),
		Note: i18n.Text{JA: "抜粋", EN: "An excerpt"},
		Text: b.Text, Encoding: UTF8, Passages: b.Passages,
	}
	if diff := cmp.Diff(want, b, cmp.AllowUnexported(edtf.Date{}, source.File{})); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if b.Text.Path != "seeds/b.txt" || b.Text.Text != body || len(b.Passages) != 2 || b.Passages[1].Kind != source.Furniture {
		t.Errorf("the text of b is %+v with %+v", b.Text, b.Passages)
	}
	a := set.Get("a-1")
	if a.Rights != QuoteOnly || a.Encoding != ShiftJIS || a.Text.Text != "青い狐が逃げた。" || a.Text.Path != "any name" {
		t.Errorf("a-1 is %+v", a)
	}
	if all := set.All(); len(all) != 2 || all[0] != a || set.Get("c") != nil {
		t.Errorf("the set is %v", all)
	}
}

func TestLoadNothing(t *testing.T) {
	set, ps := Load(fstest.MapFS{}, nil)
	if len(ps) > 0 || len(set.All()) > 0 {
		t.Errorf("got %v, %v", set, ps)
	}
}

// TestLoadProblems reads archives of testdata/load: the files, and in "problems" what has to be said of them.
// A file whose name begins with originals/ is an original.
func TestLoadProblems(t *testing.T) {
	files, err := filepath.Glob("testdata/load/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no archives", err)
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			all, want := fstest.MapFS{}, ""
			for _, f := range a.Files {
				if f.Name == "problems" {
					want = string(f.Data)
					continue
				}
				all[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			originals, err := fs.Sub(all, "originals")
			if err != nil {
				t.Fatal(err)
			}
			if _, err := fs.Stat(originals, "."); err != nil {
				originals = nil
			}
			_, ps := Load(all, originals)
			if *update {
				rewrite(t, path, a, ps.String())
				return
			}
			if diff := cmp.Diff(want, ps.String()); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// TestLoadFromDisk is for what only a disk has: links and files in the place of a folder.
func TestLoadFromDisk(t *testing.T) {
	tests := []struct {
		name string
		make func(root string) error
		want string
	}{
		{"text that is a link", func(root string) error {
			if err := os.Mkdir(filepath.Join(root, dir), 0o755); err != nil {
				return err
			}
			return os.Symlink("/etc/hosts", filepath.Join(root, dir, "a.txt"))
		}, "seeds/a.txt: this is a symbolic link, which is not followed [content.symlink]\n\thint: put the file itself here\n"},
		{"a file in the place of the folder", func(root string) error {
			return os.WriteFile(filepath.Join(root, dir), nil, 0o644)
		}, "seeds: cannot be read: open seeds: not a directory [content.unreadable]\n\thint: make it a folder that can be read\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			root := t.TempDir()
			if err := tt.make(root); err != nil {
				t.Skip(err)
			}
			_, ps := Load(os.DirFS(root), nil)
			if diff := cmp.Diff(tt.want, ps.String()); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// rewrite puts the problems into their section of an archive.
func rewrite(t *testing.T, path string, a *txtar.Archive, problems string) {
	t.Helper()
	for i := range a.Files {
		if a.Files[i].Name == "problems" {
			a.Files[i].Data = []byte(problems)
		}
	}
	if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestRecordsOfTheArchive checks the records that this repository ships.
func TestRecordsOfTheArchive(t *testing.T) {
	set, ps := Load(os.DirFS("../.."), nil)
	if len(ps) > 0 {
		t.Errorf("\n%s", ps)
	}
	if len(set.All()) == 0 {
		t.Error("the archive has no sources")
	}
}

// TestOriginalsOfTheArchive checks that the texts, where they are at hand, are found by their hashes.
func TestOriginalsOfTheArchive(t *testing.T) {
	const folder = "../../../shared/seeds"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("the originals are not here")
	}
	set, ps := Load(os.DirFS("../.."), os.DirFS(folder))
	if len(ps) > 0 {
		t.Errorf("\n%s", ps)
	}
	held := 0
	for _, s := range set.All() {
		if s.Text != nil {
			held++
		}
		if (s.Text != nil) != (s.SHA256 != "") {
			t.Errorf("%s: sha256 %q, but text %v", s.ID, s.SHA256, s.Text != nil)
		}
	}
	if held != 5 {
		t.Errorf("%d of 5 originals were recognised", held)
	}
}

func TestUnknownPublisher(t *testing.T) {
	record := func(publisher string) fstest.MapFS {
		return fstest.MapFS{"seeds/a.toml": {Data: []byte("title = \"題\"\nkind = \"news\"\nlanguage = \"ja\"\n" + publisher)}}
	}
	for _, tt := range []struct{ written, want, problem string }{
		{`publisher = "unknown"`, "", ""},
		{`publisher = "Unknown Port Authority"`, "Unknown Port Authority", ""},
		{`publisher = ""`, "", "seeds/a.toml:4:13: no publisher"},
		{``, "", "seeds/a.toml:1:1: no publisher"},
	} {
		set, ps := Load(record(tt.written), nil)
		if got := set.Get("a").Publisher; got != tt.want {
			t.Errorf("%s: published by %q, want %q", tt.written, got, tt.want)
		}
		if !strings.HasPrefix(ps.String(), tt.problem) || tt.problem == "" && len(ps) > 0 {
			t.Errorf("%s: got %q, want %q", tt.written, ps, tt.problem)
		}
	}
}
