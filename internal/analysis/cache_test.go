package analysis

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

func newCache(dir, edition string, es ...*content.Entity) *Cache {
	return NewCache(dir, edition, entity.NewFinder(content.NewRegistry(es...)))
}

// kept analyses a text and keeps it in a new folder.
func kept(t *testing.T, text Text) (dir string, doc *Document) {
	t.Helper()
	dir = t.TempDir()
	doc = analyze(t, text)
	newCache(dir, "1", entities()...).Put(doc)
	return dir, doc
}

func cacheFiles(t *testing.T, dir string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestCacheGivesBackWhatItKeeps(t *testing.T) {
	text := raw("# 見出し\n\n" + act + "\n\n同庁は15日、続報を出した。")
	dir, want := kept(t, text)
	got := newCache(dir, "1", entities()...).Get(text)
	if got == nil {
		t.Fatal("the document is not in the cache")
	}
	if err := invariants(got); err != nil {
		t.Error(err)
	}
	a, _ := json.Marshal(want)
	b, _ := json.Marshal(got)
	if string(a) != string(b) {
		t.Errorf("got %s\nwant %s", b, a)
	}
}

func TestCacheKnowsOnlyTheSameText(t *testing.T) {
	text := prose(source.Paragraph, act)
	dir, _ := kept(t, text)
	for what, change := range map[string]func(*Text){
		"another day":         func(x *Text) { x.Published = edtf.MustParse("2025-01-16") },
		"another language":    func(x *Text) { x.Lang = i18n.EN },
		"another letter":      func(x *Text) { *x = prose(source.Paragraph, act+"。") },
		"another kind":        func(x *Text) { *x = prose(source.Item, act) },
		"a reading":           func(x *Text) { x.Passages[0].Runs[0].Ruby = "よみ" },
		"code":                func(x *Text) { x.Passages[0].Runs[0].Code = true },
		"a passage cut apart": func(x *Text) { x.Passages = append(x.Passages, source.Passage{Kind: source.Paragraph}) },
	} {
		other := prose(source.Paragraph, act)
		change(&other)
		if newCache(dir, "1", entities()...).Get(other) != nil {
			t.Errorf("%s gave the document of the first text", what)
		}
	}
	if newCache(dir, "2", entities()...).Get(text) != nil {
		t.Error("another edition of the program used the document")
	}
	if newCache(dir, "1", entities()...).Get(text) == nil {
		t.Error("the text itself is not found")
	}
}

func TestCacheLivesWithTheRegistry(t *testing.T) {
	text := prose(source.Paragraph, act)
	other := &content.Entity{ID: "green-owl", Kind: content.Actor, Name: i18n.Text{JA: "緑の梟", EN: "Green Owl"}}
	dir, _ := kept(t, text)
	if newCache(dir, "1", append(entities(), other)...).Get(text) == nil {
		t.Error("an entity that the text does not name costs its analysis")
	}
	changed := entities()
	changed[0].Aliases = []content.Alias{{Name: "紺の狐"}}
	if newCache(dir, "1", changed...).Get(text) != nil {
		t.Error("an entity that the text names has changed, and the old document is used")
	}
	if newCache(dir, "1", append(entities(), other)...).Get(text) == nil {
		t.Error("the document was lost")
	}
}

// A damaged file is never used, wherever the damage is.
func TestCacheTrustsNoDamagedFile(t *testing.T) {
	text := prose(source.Paragraph, act)
	dir, _ := kept(t, text)
	file := cacheFiles(t, dir)[0]
	whole, _ := os.ReadFile(file)
	cache := newCache(dir, "1", entities()...)
	for i := range whole {
		bad := append([]byte{}, whole...)
		bad[i] ^= 0x20
		if err := os.WriteFile(file, bad, 0o644); err != nil {
			t.Fatal(err)
		}
		if cache.Get(text) != nil {
			t.Fatalf("byte %d is damaged and the document is used", i)
		}
	}
	for _, short := range [][]byte{nil, whole[:3], whole[:len(whole)-1]} {
		os.WriteFile(file, short, 0o644)
		if cache.Get(text) != nil {
			t.Errorf("%d bytes of %d were used", len(short), len(whole))
		}
	}
	cache.Put(analyze(t, text))
	if cache.Get(text) == nil {
		t.Error("the damaged file was not replaced")
	}
}

func TestCacheIsSafeForSeveralBuilds(t *testing.T) {
	text := prose(source.Paragraph, act)
	dir, doc := kept(t, text)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			cache := newCache(dir, "1", entities()...)
			for range 50 {
				cache.Put(doc)
				if cache.Get(text) == nil {
					t.Error("a half-written file was read")
				}
			}
		})
	}
	all.Wait()
	if n := len(cacheFiles(t, dir)); n != 1 {
		t.Errorf("%d files are left, want 1", n)
	}
}

func TestPrune(t *testing.T) {
	used, unused := prose(source.Paragraph, act), prose(source.Paragraph, "別の文。")
	dir, _ := kept(t, used)
	newCache(dir, "1", entities()...).Put(analyze(t, unused))
	strange := filepath.Join(dir, "README")
	broken := filepath.Join(filepath.Dir(cacheFiles(t, dir)[0]), ".new-1")
	for _, file := range []string{strange, broken} {
		if err := os.WriteFile(file, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cache := newCache(dir, "1", entities()...)
	cache.Get(used)
	cache.Prune(time.Now())
	if n := len(cacheFiles(t, dir)); n != 4 {
		t.Errorf("%d files after pruning what is young, want 4", n)
	}
	cache.Prune(time.Now().Add(25 * time.Hour))
	left := strings.Join(cacheFiles(t, dir), " ")
	if cache.Get(used) == nil || newCache(dir, "1", entities()...).Get(unused) != nil || strings.Contains(left, ".new-") || !strings.Contains(left, "README") {
		t.Errorf("left are %s", left)
	}
}

func TestCacheWithoutAFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	text := prose(source.Paragraph, act)
	cache := newCache(filepath.Join(file, "cache"), "1", entities()...)
	cache.Put(analyze(t, text))
	if cache.Get(text) != nil {
		t.Error("a cache that cannot be written to gave a document")
	}
}
