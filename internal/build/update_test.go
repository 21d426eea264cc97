package build

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"jikenbo/internal/morph"
)

// quay is a small archive that tests change.
func quay() fstest.MapFS {
	files := fstest.MapFS{}
	add := func(path, text string) { files[path] = &fstest.MapFile{Data: []byte(text)} }
	add("config.toml", "title = { ja = \"港の記録\", en = \"Harbour records\" }\n")
	add("content/actors/lockbit.toml", "name = { ja = \"ロックビット\", en = \"LockBit\" }\nreading = \"ろっくびっと\"\nclass = \"criminal\"\nsummary = { ja = \"要約。\", en = \"Summary.\" }\n")
	for _, id := range []string{"crane", "lighthouse", "pier"} {
		add("content/articles/"+id+"/ja.md", "+++\ntitle = \"港の"+id+"\"\npublished = \"2024-05-01\"\nsummary = \"要約。\"\n+++\n\n警察庁は2024年4月3日、ランサムウェア集団LockBitのサーバーを停止させたと発表した。\n")
		add("content/articles/"+id+"/en.md", "+++\ntitle = \"Harbour "+id+"\"\nsummary = \"Summary.\"\n+++\n\nPolice said on 3 April 2024 that they had taken down servers of LockBit.\n")
	}
	return files
}

// look is what is built into the program without its registry, which takes most of the time of a small build.
type look struct{ fs.FS }

func (l look) Open(name string) (fs.File, error) {
	if strings.HasPrefix(name, "content") {
		return nil, fs.ErrNotExist
	}
	return l.FS.Open(name)
}

// small is a builder that needs neither the registry nor the dictionary.
func small(archive fs.FS) *Builder {
	b := builder(archive)
	b.Shipped = look{b.Shipped}
	b.Tokenizer = func([]morph.Word) morph.Tokenizer { return spaces{} }
	return b
}

// cached is small with a cache of its own.
func cached(t *testing.T, archive fs.FS) *Builder {
	b := small(archive)
	b.Cache, b.Edition = filepath.Join(t.TempDir(), "cache"), "1"
	return b
}

// spaces is a tokenizer for tests: the whole text is one word.
type spaces struct{}

func (spaces) Tokens(room []morph.Token, _ string) []morph.Token { return room }

func update1(t *testing.T, b *Builder, dir string) Report {
	t.Helper()
	r, problems, err := b.Update(context.Background(), dir)
	if err != nil || r.Files == 0 {
		t.Fatalf("no site: %v\n%s", err, problems)
	}
	return r
}

// onDisk reads a tree.
func onDisk(t *testing.T, dir string) map[string]string {
	t.Helper()
	files, err := ReadTree(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range files {
		out[f.Path] = string(f.Data)
	}
	return out
}

// wantCold compares a tree with what a build without any cache gives.
func wantCold(t *testing.T, what, dir string, archive fs.FS) {
	t.Helper()
	b := small(archive)
	want := map[string]string{}
	for _, f := range mustBuild(t, b) {
		want[f.Path] = string(f.Data)
	}
	got := onDisk(t, dir)
	for _, path := range slices.Sorted(maps.Keys(want)) {
		if text, ok := got[path]; !ok || text != want[path] {
			t.Errorf("%s: %s is not what a cold build gives (present: %v)", what, path, ok)
		}
	}
	for path := range got {
		if _, ok := want[path]; !ok {
			t.Errorf("%s: %s is left over", what, path)
		}
	}
}

func TestUpdateDoesNothingTwice(t *testing.T) {
	archive, dir := quay(), filepath.Join(t.TempDir(), "public")
	b := cached(t, archive)
	first := update1(t, b, dir)
	if first.Unchanged || first.Written != first.Files {
		t.Errorf("the first build wrote %d of %d files, unchanged: %v", first.Written, first.Files, first.Unchanged)
	}
	before, _ := os.Stat(dir)
	second := update1(t, b, dir)
	after, _ := os.Stat(dir)
	if !second.Unchanged || !os.SameFile(before, after) {
		t.Error("the second build made the tree anew")
	}
	if second.Files != first.Files || second.Acts != first.Acts || len(second.Pages) != len(first.Pages) || second.Finds[0] != first.Finds[0] {
		t.Errorf("the reports differ:\n%+v\n%+v", first, second)
	}
}

// What was read or written may change in any way, even without a trace in size and date.
func TestUpdateSeesEveryChange(t *testing.T) {
	for what, change := range map[string]func(archive fstest.MapFS, dir string, b *Builder){
		"a letter": func(a fstest.MapFS, _ string, _ *Builder) {
			swapText(a["content/articles/pier/ja.md"], "4月3日", "4月4日")
		},
		"a title": func(a fstest.MapFS, _ string, _ *Builder) {
			swapText(a["content/articles/pier/en.md"], "Harbour", "Seaport")
		},
		"the config": func(a fstest.MapFS, _ string, _ *Builder) { swapText(a["config.toml"], "Harbour", "Seaport") },
		"a template": func(a fstest.MapFS, _ string, _ *Builder) {
			a["templates/missing.html"] = &fstest.MapFile{Data: []byte(`{{define "main"}}none{{end}}`)}
		},
		"a new asset": func(a fstest.MapFS, _ string, _ *Builder) { a["static/own.txt"] = &fstest.MapFile{Data: []byte("x")} },
		"a new source": func(a fstest.MapFS, _ string, _ *Builder) {
			a["seeds/x.toml"] = &fstest.MapFile{Data: []byte("title = \"X\"\nkind = \"news\"\nlanguage = \"ja\"\npublisher = \"X\"\nurl = \"https://example.org/\"\n")}
		},
		"an article gone": func(a fstest.MapFS, _ string, _ *Builder) {
			delete(a, "content/articles/pier/ja.md")
			delete(a, "content/articles/pier/en.md")
		},
		"another address":       func(_ fstest.MapFS, _ string, b *Builder) { b.SiteURL = "https://example.org/" },
		"another edition":       func(_ fstest.MapFS, _ string, b *Builder) { b.Edition = "2" },
		"a page overwritten":    func(_ fstest.MapFS, dir string, _ *Builder) { overwrite(filepath.Join(dir, "ja", "index.html")) },
		"a page deleted":        func(_ fstest.MapFS, dir string, _ *Builder) { os.Remove(filepath.Join(dir, "en", "index.html")) },
		"the tree gone":         func(_ fstest.MapFS, dir string, _ *Builder) { os.RemoveAll(dir) },
		"the stamp overwritten": func(_ fstest.MapFS, dir string, b *Builder) { os.WriteFile(b.stampFile(dir), []byte("{"), 0o644) },
	} {
		t.Run(what, func(t *testing.T) {
			archive, dir := quay(), filepath.Join(t.TempDir(), "public")
			b := cached(t, archive)
			update1(t, b, dir)
			change(archive, dir, b)
			if r := update1(t, b, dir); r.Unchanged {
				t.Error("it was not seen")
			}
			if what != "another address" {
				wantCold(t, what, dir, archive)
			}
			if r := update1(t, b, dir); !r.Unchanged {
				t.Error("the build after it was not the last one needed")
			}
		})
	}
}

// What somebody put into the tree is not deleted, however deep it stands.
func TestUpdateRefusesToDelete(t *testing.T) {
	archive, dir := quay(), filepath.Join(t.TempDir(), "public")
	b := cached(t, archive)
	update1(t, b, dir)
	mine := filepath.Join(dir, "ja", "articles", "mine.html")
	if err := os.WriteFile(mine, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, _, err := b.Update(context.Background(), dir); err == nil || !strings.Contains(err.Error(), "holds ja/articles/mine.html, which jikenbo did not write") {
		t.Errorf("want a refusal, got %v", err)
	}
	if read(t, mine) != "mine" {
		t.Error("the file is gone")
	}
}

func swapText(f *fstest.MapFile, old, new string) {
	f.Data = bytes.Replace(bytes.Clone(f.Data), []byte(old), []byte(new), 1)
}

// overwrite changes a byte of a file and leaves its size and date as they were.
func overwrite(path string) {
	info, _ := os.Stat(path)
	data, _ := os.ReadFile(path)
	data[len(data)/2] ^= 1
	os.WriteFile(path, data, 0o644)
	os.Chtimes(path, time.Time{}, info.ModTime())
}

// A page that stays as it is, is not written again.
func TestUpdateWritesOnlyWhatDiffers(t *testing.T) {
	archive, dir := quay(), filepath.Join(t.TempDir(), "public")
	b := cached(t, archive)
	update1(t, b, dir)
	same := filepath.Join(dir, "ja", "articles", "crane.html")
	before, _ := os.Stat(same)
	swapText(archive["content/articles/pier/en.md"], "servers", "machines")
	r := update1(t, b, dir)
	after, _ := os.Stat(same)
	if !os.SameFile(before, after) {
		t.Error("a page of which nothing changed was written again")
	}
	if r.Written == 0 || r.Written > r.Files/2 {
		t.Errorf("%d of %d files were written", r.Written, r.Files)
	}
}

func TestUpdateThatFailsLeavesOldSite(t *testing.T) {
	archive, dir := quay(), filepath.Join(t.TempDir(), "public")
	b := cached(t, archive)
	update1(t, b, dir)
	old := onDisk(t, dir)
	swapText(archive["content/articles/pier/ja.md"], "published = \"2024-05-01\"", "published = \"2024-05\"")
	r, problems, err := b.Update(context.Background(), dir)
	if err != nil || r.Files != 0 || problems.Errors() == 0 {
		t.Fatalf("got %+v, %v, %s", r, err, problems)
	}
	if !maps.Equal(onDisk(t, dir), old) {
		t.Error("the old site has changed")
	}
	entries, _ := os.ReadDir(filepath.Dir(dir))
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".public") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

func TestUpdateRepeatsProblems(t *testing.T) {
	archive, dir := quay(), filepath.Join(t.TempDir(), "public")
	delete(archive, "content/articles/pier/en.md")
	b := cached(t, archive)
	_, first, err := b.Update(context.Background(), dir)
	if err != nil || len(first) == 0 {
		t.Fatalf("got %v, %v; want a warning", first, err)
	}
	r, second, err := b.Update(context.Background(), dir)
	if err != nil || !r.Unchanged || second.String() != first.String() {
		t.Errorf("unchanged: %v, got %q, want %q", r.Unchanged, second, first)
	}
}
