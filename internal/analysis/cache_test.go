package analysis

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
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
	keep(dir, doc)
	return dir, doc
}

// keep is what a build does that finds documents.
func keep(dir string, docs ...*Document) {
	c := newCache(dir, "1", entities()...)
	for _, doc := range docs {
		c.Analyze(analyzer(), doc.Text)
	}
	c.Close()
}

// asked asks a new cache for a document.
func asked(t Text, dir, edition string, es ...*content.Entity) *Document {
	c := newCache(dir, edition, es...)
	defer c.Close()
	return c.Get(t)
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
	got := asked(text, dir, "1", entities()...)
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
		if asked(other, dir, "1", entities()...) != nil {
			t.Errorf("%s gave the document of the first text", what)
		}
	}
	if asked(text, dir, "2", entities()...) != nil {
		t.Error("another edition of the program used the document")
	}
	if asked(text, dir, "1", entities()...) == nil {
		t.Error("the text itself is not found")
	}
}

func TestCacheLivesWithTheRegistry(t *testing.T) {
	text := prose(source.Paragraph, act)
	other := &content.Entity{ID: "green-owl", Kind: content.Actor, Name: i18n.Text{JA: "緑の梟", EN: "Green Owl"}}
	dir, _ := kept(t, text)
	if asked(text, dir, "1", append(entities(), other)...) == nil {
		t.Error("an entity that the text does not name costs its analysis")
	}
	changed := entities()
	changed[0].Aliases = []content.Alias{{Name: "紺の狐"}}
	if asked(text, dir, "1", changed...) != nil {
		t.Error("an entity that the text names has changed, and the old document is used")
	}
	if asked(text, dir, "1", append(entities(), other)...) == nil {
		t.Error("the document was lost")
	}
}

// What the analysis says that a text meets is what the cache finds out by itself, where the registry has changed and come back.
func TestCacheKnowsWhatTheAnalysisMet(t *testing.T) {
	es := append(entities(),
		&content.Entity{ID: "irland", Kind: content.Actor, Name: i18n.Text{JA: "イランの狐", EN: "Irland"}, Variants: []string{"ラヴ", "ドゥ・ラヴ"}},
		&content.Entity{ID: "cve-2021-26855", Kind: content.Vulnerability, Name: i18n.Both("ProxyLogon")})
	names := entity.NewFinder(content.NewRegistry(es...))
	for _, text := range []string{
		act, "# 見出し\n\n" + act + "\n\n関連記事：青い狐", "エイランの狐とラヴァ。", "青い狐と Blue Fox と ｱｵｲ", "青い狐か\u3099", "CVE-2021-26855、Hooray! Inc. Japanのフレー！ドットコム", "",
	} {
		for _, lang := range []i18n.Lang{i18n.JA, i18n.EN, "fr"} {
			x := raw(text)
			x.Lang = lang
			dir := t.TempDir()
			c := NewCache(dir, "1", names)
			c.Analyze(&Analyzer{Tokenizer: letters{}, Names: names}, x)
			c.Close()
			c = NewCache(dir, "1", names)
			c.open.Do(c.read)
			clear(c.met) // it is not known any more
			if c.Get(x) == nil {
				t.Errorf("%q (%s) is not found again", text, lang)
			}
			c.Close()
		}
	}
}

// A damaged file is never used, wherever the damage is, and the other documents in it are not lost with one of them.
func TestCacheTrustsNoDamagedFile(t *testing.T) {
	text, other := prose(source.Paragraph, act), prose(source.Paragraph, "別の文。")
	dir := t.TempDir()
	keep(dir, analyze(t, text), analyze(t, other))
	file := cacheFiles(t, dir)[0]
	whole, _ := os.ReadFile(file)
	names := entity.NewFinder(content.NewRegistry(entities()...))
	first, second := 0, 0 // how often each was not used
	put := func(b []byte) {
		if err := os.WriteFile(file, b, 0o644); err != nil {
			t.Fatal(err)
		}
		c := NewCache(dir, "1", names)
		a, b2 := c.Get(text), c.Get(other)
		for _, p := range c.packs { // closing the cache would mend it
			p.file.Close()
		}
		if a != nil && b2 != nil {
			t.Fatal("the file is damaged and all of it is used")
		}
		if a == nil {
			first++
		}
		if b2 == nil {
			second++
		}
	}
	for i := range whole {
		bad := bytes.Clone(whole)
		bad[i] ^= 0x20
		put(bad)
	}
	if first >= len(whole) || second >= len(whole) {
		t.Error("no document outlives a damaged byte of another")
	}
	for _, short := range [][]byte{nil, whole[:3], whole[:len(whole)-1]} {
		put(short)
	}
}

// What is found to be damaged is made anew, and the file is gone that held it.
func TestCacheMendsDamage(t *testing.T) {
	text, other := prose(source.Paragraph, act), prose(source.Paragraph, "別の文。")
	dir := t.TempDir()
	docs := []*Document{analyze(t, text), analyze(t, other)}
	keep(dir, docs...)
	file := cacheFiles(t, dir)[0]
	whole, _ := os.ReadFile(file)
	whole[len(packMagic)+2] ^= 1
	if err := os.WriteFile(file, whole, 0o644); err != nil {
		t.Fatal(err)
	}
	c := newCache(dir, "1", entities()...)
	if c.Get(text) != nil || c.Get(other) == nil {
		t.Fatal("the first document is damaged, the second is not")
	}
	c.Analyze(analyzer(), text)
	c.Close()
	if asked(text, dir, "1", entities()...) == nil || asked(other, dir, "1", entities()...) == nil {
		t.Error("both were to be found again")
	}
	if files := cacheFiles(t, dir); len(files) != 1 {
		t.Errorf("left are %s", files)
	}
}

func TestCacheIsSafeForSeveralBuilds(t *testing.T) {
	text := prose(source.Paragraph, act)
	dir, _ := kept(t, text)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 20 {
				cache := newCache(dir, "1", entities()...)
				if cache.Get(text) == nil {
					t.Error("the document is not found while others write")
				}
				cache.Analyze(analyzer(), text)
				cache.Close()
			}
		})
	}
	all.Wait()
	if n := len(cacheFiles(t, dir)); n > maxSmall+8 {
		t.Errorf("%d files are left", n)
	}
}

// Every text has a pack of its own here, as after builds with one changed article each.
func TestSmallPacksBecomeOne(t *testing.T) {
	dir := t.TempDir()
	var texts []Text
	for i := range 3*maxSmall + 1 {
		texts = append(texts, prose(source.Paragraph, fmt.Sprintf("%s%d人が見た。", act, i+2)))
		keep(dir, analyze(t, texts[i]))
		if n := len(cacheFiles(t, dir)); n > maxSmall+1 {
			t.Fatalf("%d files", n)
		}
	}
	for i, text := range texts {
		if asked(text, dir, "1", entities()...) == nil {
			t.Errorf("text %d was lost", i)
		}
	}
}

// Packs of several folders lie together in one.
func TestPacksMergeByCopying(t *testing.T) {
	texts := []Text{prose(source.Paragraph, act), prose(source.Paragraph, "別の文。")}
	all := t.TempDir()
	for _, text := range texts {
		dir, _ := kept(t, text)
		if err := os.CopyFS(all, os.DirFS(dir)); err != nil {
			t.Fatal(err)
		}
	}
	for i, text := range texts {
		if asked(text, all, "1", entities()...) == nil {
			t.Errorf("text %d was lost", i)
		}
	}
}

// A large pack is ended before the build is, so that a build that is killed leaves what it found.
func TestPacksEnd(t *testing.T) {
	dir := t.TempDir()
	c := newCache(dir, "1", entities()...)
	c.open.Do(c.read)
	for i := range 5 {
		c.add(packEntry{text: textKey{byte(i)}}, make([]byte, packSize/2))
	}
	if n := len(cacheFiles(t, dir)); n != 3 { // two whole ones, and the one at work
		t.Errorf("%d files", n)
	}
}

// Where no more can be written while packs are put together, none of them goes: neither with the first new pack nor with a later one.
func TestNoPackGoesBeforeItsCopy(t *testing.T) {
	const packs = maxSmall + 2 // of the larger ones five make a new pack, so that the last one is whole
	for _, size := range []int{10, smallPack - 1000} {
		dir := t.TempDir()
		for i := range packs {
			w := newPackWriter(dir)
			body := bytes.Repeat([]byte{byte(i)}, size)
			w.add(packEntry{text: textKey{byte(i)}, met: entity.Digest{1}, sum: sha256.Sum256(body)}, body)
			if _, err := w.finish(entity.Digest{}); err != nil {
				t.Fatal(err)
			}
		}
		c := newCache(dir, "1")
		c.open.Do(c.read)
		c.dir = filepath.Join(cacheFiles(t, dir)[0], "no-folder")
		c.Close()
		if n := len(cacheFiles(t, dir)); n != packs {
			t.Errorf("of %d packs of %d bytes %d are left", packs, size, n)
		}
	}
}

func TestPrune(t *testing.T) {
	used, unused := prose(source.Paragraph, act), prose(source.Paragraph, "別の文。")
	dir, _ := kept(t, used)
	keep(dir, analyze(t, unused))
	strange, broken := filepath.Join(dir, "README"), filepath.Join(dir, newPack+"1")
	for _, file := range []string{strange, broken, filepath.Join(dir, "ab", "c")} {
		os.MkdirAll(filepath.Dir(file), 0o755)
		if err := os.WriteFile(file, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	prune := func(now time.Time) string {
		cache := newCache(dir, "1", entities()...)
		if cache.Get(used) == nil {
			t.Error("a document that is used is gone")
		}
		cache.Prune(now)
		return strings.Join(cacheFiles(t, dir), " ")
	}
	if left := prune(time.Now()); strings.Count(left, " ") != 4 {
		t.Errorf("left are %s, and all is young", left)
	}
	left := prune(time.Now().Add(25 * time.Hour))
	if asked(unused, dir, "1", entities()...) != nil || strings.Contains(left, newPack) || strings.Contains(left, "/ab/") || !strings.Contains(left, "README") {
		t.Errorf("left are %s", left)
	}
	prune(time.Now())
}

// Of an old pack that is mostly out of use only that stays which is used.
func TestPruneWithinAPack(t *testing.T) {
	dir := t.TempDir()
	used := prose(source.Paragraph, act)
	docs := []*Document{analyze(t, used)}
	for i := range 4 {
		docs = append(docs, analyze(t, prose(source.Paragraph, fmt.Sprintf("%d個の別の文。", i+2))))
	}
	keep(dir, docs...)
	cache := newCache(dir, "1", entities()...)
	cache.Get(used)
	cache.Prune(time.Now().Add(25 * time.Hour))
	files := cacheFiles(t, dir)
	if len(files) != 1 {
		t.Fatalf("left are %s", files)
	}
	p, err := openPack(files[0])
	if err != nil {
		t.Fatal(err)
	}
	defer p.file.Close()
	if len(p.entries) != 1 || asked(used, dir, "1", entities()...) == nil {
		t.Errorf("%d documents are left", len(p.entries))
	}
}

// What a text meets of a registry that has changed elsewhere is found out once.
func TestCacheNotesMeetings(t *testing.T) {
	text := prose(source.Paragraph, act)
	dir, _ := kept(t, text)
	other := append(entities(), &content.Entity{ID: "green-owl", Kind: content.Actor, Name: i18n.Text{JA: "緑の梟", EN: "Green Owl"}})
	if asked(text, dir, "1", other...) == nil {
		t.Fatal("the document is not found")
	}
	cache := newCache(dir, "1", other...)
	cache.reach = func() *entity.Reach {
		t.Error("it was to be known")
		return entity.NewFinder(content.NewRegistry(other...)).Reach()
	}
	if cache.Get(text) == nil {
		t.Error("the document is not found")
	}
	cache.Close()
}

func TestCacheWithoutAFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	text := prose(source.Paragraph, act)
	cache := newCache(filepath.Join(file, "cache"), "1", entities()...)
	cache.Analyze(analyzer(), text)
	cache.Close()
	if asked(text, filepath.Join(file, "cache"), "1", entities()...) != nil {
		t.Error("a cache that cannot be written to gave a document")
	}
}
