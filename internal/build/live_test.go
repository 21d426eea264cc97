package build

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"jikenbo/internal/analysis"
	"jikenbo/internal/config"
	"jikenbo/internal/edtf"
	"jikenbo/internal/morph"
	"jikenbo/internal/render"
	"jikenbo/internal/source"
)

// next is the view of the present state.
func next(t *testing.T, l *Live) *View {
	t.Helper()
	v, problems, err := l.Next(context.Background())
	if err != nil || v == nil {
		t.Fatalf("no view: %v\n%s", err, problems)
	}
	return v
}

// wantBuilt compares all files of a view with those of a build from nothing.
func wantBuilt(t *testing.T, what string, v *View, archive fs.FS) {
	t.Helper()
	wantView(t, what, v, mustBuild(t, small(archive)))
}

// wantView compares a view with the files of a build. Every file of the export stage takes the whole of it when it is read, so
// one of them is read, and all are compared as that stage hands them on.
func wantView(t *testing.T, what string, v *View, want []render.File) {
	t.Helper()
	var out memory
	if _, err := v.export(&out); err != nil {
		t.Fatal(err)
	}
	told := map[string][]byte{}
	for _, f := range out.files {
		told[f.Path] = f.Data
		if !mayBeExported(f.Path) {
			t.Errorf("%s: %s is not looked for among the exports", what, f.Path)
		}
	}
	for _, f := range want {
		data, exported := told[f.Path]
		var err error
		if !exported || f.Path == "data/entities.csv" {
			data, err = v.ReadFile(f.Path)
		}
		if f.Path == marker {
			if !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%s: %s: %v", what, marker, err)
			}
			continue
		}
		if err != nil || !bytes.Equal(data, f.Data) {
			t.Errorf("%s: %s is not what a build gives: %v", what, f.Path, err)
		}
	}
}

// TestLiveOverRandomEdits edits an archive again and again: after every edit, each file is that of a build from nothing.
func TestLiveOverRandomEdits(t *testing.T) {
	seeds, edits := 2, 8
	if testing.Short() {
		seeds, edits = 1, 4
	}
	for seed := range seeds {
		e := &editor{Rand: rand.New(rand.NewPCG(uint64(seed), 7)), archive: quay()}
		b := small(e.archive)
		if seed%2 == 1 {
			b = cached(t, e.archive)
		}
		live := b.Live()
		next(t, live)
		for range edits {
			what := e.edit()
			wantBuilt(t, what, next(t, live), e.archive)
			if t.Failed() {
				t.Fatalf("seed %d, edit %d", seed, e.made)
			}
		}
	}
}

// TestLiveSeesEveryChange changes what random edits leave alone.
func TestLiveSeesEveryChange(t *testing.T) {
	archive := quay()
	put := func(path, text string) { archive[path] = &fstest.MapFile{Data: []byte(text)} }
	record := func(published string) string {
		return "title = \"X\"\nkind = \"news\"\nlanguage = \"ja\"\npublisher = \"X\"\nurl = \"https://example.org/\"\npublished = \"" + published + "\"\n"
	}
	live := small(archive).Live()
	next(t, live)
	for _, step := range []struct {
		what string
		do   func()
	}{
		{"a source with its text", func() {
			put("seeds/x.toml", record("2024-05-02"))
			put("seeds/x.txt", "警察庁は5月2日、LockBitのサーバーを止めた。\n")
		}},
		{"another day of the source, from which its dates count", func() { put("seeds/x.toml", record("2023-06-02")) }},
		{"another text", func() { put("seeds/x.txt", "警察庁は5月3日、LockBitのサーバーを止めた。\n") }},
		{"another day of an article", func() {
			swapText(archive["content/articles/pier/ja.md"], "published = \"2024-05-01\"", "published = \"2024-05-03\"")
		}},
		{"a page of prose", func() {
			put("content/pages/about.ja.md", "+++\ntitle = \"案内\"\n+++\n\n文。\n")
			put("content/pages/about.en.md", "+++\ntitle = \"About\"\n+++\n\nText.\n")
		}},
		{"a review", func() {
			put("content/articles/pier/review.toml", "")
		}},
		{"a text given away", func() { delete(archive, "seeds/x.txt") }},
	} {
		step.do()
		wantBuilt(t, step.what, next(t, live), archive)
	}
}

// TestLiveOfTheArchive reads every file of the real archive.
func TestLiveOfTheArchive(t *testing.T) {
	site, err := built()
	if err != nil {
		t.Fatal(err)
	}
	wantView(t, "the archive", next(t, builder(os.DirFS(root)).Live()), site.Files)
}

// counting is a tokenizer that notes the texts it cuts.
type counting struct {
	mu   *sync.Mutex
	seen map[string]bool
}

func (c counting) Tokens(to []morph.Token, text string) []morph.Token {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.seen[text] = true
	return nil
}

// TestLiveAnalysesWhatChanged holds that a change of a text has that text analysed and no other, and a change of the
// registry all that the cache does not hold.
func TestLiveAnalysesWhatChanged(t *testing.T) {
	archive := quay()
	c := counting{mu: &sync.Mutex{}, seen: map[string]bool{}}
	b := small(archive)
	made := 0
	b.Tokenizer = func([]morph.Word) morph.Tokenizer { made++; return c }
	live := b.Live()
	next(t, live)
	if len(c.seen) == 0 {
		t.Fatal("nothing was analysed")
	}
	clear(c.seen)
	next(t, live)
	swapText(archive["content/articles/pier/ja.md"], "4月3日", "4月9日")
	next(t, live)
	for text := range c.seen {
		if !strings.Contains(text, "4月9日") && strings.Contains(text, "月") {
			t.Errorf("analysed again: %q", text)
		}
	}
	if len(c.seen) == 0 || made != 1 {
		t.Errorf("%d texts were cut, %d tokenizers made", len(c.seen), made)
	}
	swapText(archive["content/actors/lockbit.toml"], "LockBit", "LockBit 3")
	if next(t, live); made != 2 {
		t.Errorf("%d tokenizers were made", made)
	}
}

func TestLiveOfBrokenFiles(t *testing.T) {
	archive := quay()
	ja := archive["content/articles/pier/ja.md"]
	live := small(archive).Live()
	good := next(t, live)
	before, err := good.ReadFile("ja/articles/pier.html")
	if err != nil {
		t.Fatal(err)
	}
	broken := func(what, place string) {
		t.Helper()
		v, problems, err := live.Next(context.Background())
		if v != nil || err == nil && problems.Errors() == 0 {
			t.Errorf("%s: there is a view", what)
		}
		if err != nil {
			problems = nil
			place, what = err.Error(), place
			if !strings.Contains(place, what) {
				t.Errorf("%v, want %s", err, what)
			}
		} else if !strings.Contains(problems.String(), place) {
			t.Errorf("%s: %s", what, problems)
		}
	}
	swapText(ja, "published = \"2024-05-01\"", "published = \"2024-05\"")
	broken("a date", "content/articles/pier/ja.md:3")
	swapText(ja, "published = \"2024-05\"", "published = \"2024-05-01\"")
	wantBuilt(t, "mended", next(t, live), archive)

	archive["templates/missing.html"] = &fstest.MapFile{Data: []byte("{{define \"main\"}}\n{{if}}{{end}}")}
	broken("a template that does not parse", "missing.html:2")
	delete(archive, "templates/missing.html")
	next(t, live)
	for _, name := range []string{"article", "entity", "source", "timeline", "search", "sources"} {
		if name == "source" {
			archive["seeds/x.toml"] = &fstest.MapFile{Data: []byte("title = \"X\"\nkind = \"news\"\nlanguage = \"ja\"\npublisher = \"X\"\nurl = \"https://example.org/\"\n")}
		}
		archive["templates/"+name+".html"] = &fstest.MapFile{Data: []byte("{{define \"main\"}}\n{{.NoSuchThing}}{{end}}")}
		broken("a template that asks for what is not there", name+".html:2")
		delete(archive, "templates/"+name+".html")
		next(t, live)
	}
	if after, err := good.ReadFile("ja/articles/pier.html"); err != nil || !bytes.Equal(before, after) {
		t.Errorf("a page of an old view has changed: %v", err)
	}
}

func TestViewHasNoOtherFiles(t *testing.T) {
	v := next(t, small(quay()).Live())
	for _, name := range []string{"", ".", "ja", "ja/", "x.html", "ja/articles/none.html", "assets/none.js", "assets/cards/ja/index.png", "data/none.json", "config.toml", "../config.toml", "templates/layout.html", marker} {
		if _, err := v.ReadFile(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q: %v", name, err)
		}
	}
}

// TestDocumentIsThatOfTheSameText holds that what was found counts again only for a text with the same words, passages and day.
func TestDocumentIsThatOfTheSameText(t *testing.T) {
	day := func(s string) edtf.Date {
		d, err := edtf.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	file := func(path, text string) *source.File { return source.NewFile(path, text) }
	passages := func(text string) []source.Passage { return []source.Passage{{Runs: []source.Run{{Text: text}}}} }
	base := analysis.Text{ID: "x", Lang: "ja", File: file("seeds/x.txt", "text"), Passages: passages("text"), Published: day("2024-05-01")}
	k := &recent{}
	k.keep([]*analysis.Document{nil, {Text: base, Sentences: make([]analysis.Sentence, 3)}})
	for what, tt := range map[string]struct {
		change func(*analysis.Text)
		known  bool
	}{
		"the same":         {func(*analysis.Text) {}, true},
		"read again":       {func(x *analysis.Text) { x.File, x.Passages = file("seeds/x.txt", "text"), passages("text") }, true},
		"other words":      {func(x *analysis.Text) { x.File = file("seeds/x.txt", "texts") }, false},
		"other passages":   {func(x *analysis.Text) { x.File, x.Passages = file("seeds/x.txt", "text"), passages("tex") }, false},
		"another day":      {func(x *analysis.Text) { x.Published = day("2024-05-02") }, false},
		"another file":     {func(x *analysis.Text) { x.File = file("seeds/y.txt", "text") }, false},
		"another id":       {func(x *analysis.Text) { x.ID = "y" }, false},
		"another language": {func(x *analysis.Text) { x.Lang = "en" }, false},
		"an article":       {func(x *analysis.Text) { x.File = file("content/articles/x/ja.md", "text") }, false},
	} {
		text := base
		tt.change(&text)
		doc := k.document(text)
		if (doc != nil) != tt.known || doc != nil && (doc.Text.File != text.File || len(doc.Sentences) != 3) {
			t.Errorf("%s: %+v", what, doc)
		}
	}
}

// TestLiveDrawsPictures holds that the pictures of a site with an address are drawn as a build draws them.
func TestLiveDrawsPictures(t *testing.T) {
	b := small(harbour(address))
	b.ReadFont = os.ReadFile
	conf, _ := config.Load(b.Archive)
	if p, _ := b.painter(conf); p == nil {
		t.Skip("no Japanese font at any of the usual places")
	}
	site, _, err := b.Build(context.Background())
	if err != nil || site.Files == nil {
		t.Fatalf("no site: %v", err)
	}
	v := next(t, b.Live())
	wantView(t, "a site with an address", v, site.Files)
	pictures := 0
	for _, f := range site.Files {
		if strings.HasSuffix(f.Path, ".png") {
			pictures++
		}
	}
	if pictures == 0 {
		t.Error("no picture was compared")
	}
}
