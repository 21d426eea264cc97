package build

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
)

// knowing returns a builder that knows of the articles of an archive what was kept of them for a tree.
func knowing(t *testing.T, b *Builder, dir string) *Builder {
	t.Helper()
	in, err := b.inputs(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	own := *b
	own.articles = b.newArticles(dir, in, in.origin())
	return &own
}

// withReviews adds reviews to sourced: of one article all is said, and of another something that stands nowhere.
func withReviews(t *testing.T, archive fstest.MapFS) fstest.MapFS {
	t.Helper()
	reviews, problems, err := small(archive).Reviews(context.Background(), []string{"news-01", "news-02"}, true)
	if err != nil || len(problems) > 0 || len(reviews) != 2 {
		t.Fatal(reviews, problems, err)
	}
	for _, r := range reviews {
		archive[r.File.Path] = &fstest.MapFile{Data: []byte(r.New)}
	}
	swapText(archive["content/articles/news-02/ja.md"], "2024年", "2022年")
	return archive
}

// TestKnownArticlesAreWhatTheyWere holds that an article of which it is known what it holds is what it is where it is read: its front matter, its documents,
// and their outlines; and of which articles that is known.
func TestKnownArticlesAreWhatTheyWere(t *testing.T) {
	archive, dir := withReviews(t, sourced()), filepath.Join(t.TempDir(), "public")
	delete(archive, "content/articles/news-04/en.md")
	swapText(archive["content/articles/news-05/en.md"], "summary =", "draft = true\nsummary =")
	swapText(archive["content/articles/news-06/ja.md"], "名古屋港", "[名古屋港](source:s0)と[その](../sources/s1.html)港")
	swapText(archive["content/articles/news-06/en.md"], "They", "[They](source:s0)")
	b := cached(t, archive)
	update1(t, b, dir)
	whole, err := cached(t, archive).link(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	known := knowing(t, b, dir)
	l, err := known.link(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer l.texts.close(false)
	if got, want := l.problems.String(), whole.problems.String(); got != want {
		t.Errorf("problems\n%s\nwant\n%s", got, want)
	}
	for i, want := range whole.in.Content.Articles {
		got := l.in.Content.Articles[i]
		if read := !known.articles.knows(want.ID); read != slices.Contains([]string{"news-02", "news-04", "news-05"}, want.ID) {
			t.Errorf("%s is read: %v", want.ID, read)
		}
		for _, lang := range i18n.Langs {
			sameVersion(t, want.ID, l.in.Articles[i], whole.in.Articles[i], lang)
			if v, w := got.In(lang), want.In(lang); w != nil && (!reflect.DeepEqual(v.File(), w.File()) || !reflect.DeepEqual(v.Passages(), w.Passages())) {
				t.Errorf("%s: another text", want.ID)
			}
		}
		before, _ := want.Keep(nil)
		if after, _ := got.Keep(nil); string(after) != string(before) {
			t.Errorf("%s is kept as\n%q, want\n%q", want.ID, after, before)
		}
	}
}

// sameVersion compares a version of an article.
func sameVersion(t *testing.T, id string, got, want casebook.Versions, l i18n.Lang) {
	t.Helper()
	a, b := got.In(l), want.In(l)
	if (a == nil) != (b == nil) {
		t.Fatalf("%s: %v, want %v", id, a, b)
	}
	if a == nil {
		return
	}
	if !reflect.DeepEqual(a.Sentences, b.Sentences) || !reflect.DeepEqual(values(a), values(b)) || !reflect.DeepEqual(a.Events, b.Events) || !reflect.DeepEqual(a.Dates, b.Dates) {
		t.Errorf("%s: another document", id)
	}
}

// values are the mentions of a document with what they say.
func values(d *analysis.Document) (out []string) {
	for _, m := range d.Mentions {
		out = append(out, fmt.Sprintf("%+v %v %d %v %q", m.Found(), m.File, m.Sentence, m.State, m.Reading))
	}
	return out
}

// TestKnownArticlesAreNotTrusted changes each byte of what is kept, cuts it, and asks for it under another edition and another ground.
func TestKnownArticlesAreNotTrusted(t *testing.T) {
	archive, dir := quay(), filepath.Join(t.TempDir(), "public")
	b := cached(t, archive)
	update1(t, b, dir)
	file := knowing(t, b, dir).articles.file
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	k := knowing(t, b, dir).articles
	if k.open(); len(k.old) != 3 {
		t.Fatalf("%d articles are known, want 3", len(k.old))
	}
	again := func() int {
		fresh := knownArticles{file: k.file, head: k.head, origin: k.origin, old: map[string]keptArticle{}}
		fresh.read()
		return len(fresh.old)
	}
	for i := range whole {
		for _, damaged := range [][]byte{append(append(append([]byte{}, whole[:i]...), whole[i]^1), whole[i+1:]...), whole[:i]} {
			if err := os.WriteFile(file, damaged, 0o644); err != nil {
				t.Fatal(err)
			}
			if again() > 0 {
				t.Errorf("byte %d is damaged, and it is used", i)
			}
		}
	}
	if err := os.WriteFile(file, whole, 0o644); err != nil {
		t.Fatal(err)
	}
	if k.origin.Articles["pier"] = k.origin.Articles["crane"]; again() != 2 {
		t.Error("an article that has changed is known")
	}
	if k.origin.Ground[0]++; again() != 0 {
		t.Error("articles are known on another ground")
	}
	b.Edition = "2"
	if knowing(t, b, dir).articles.any() {
		t.Error("another edition knows articles")
	}
}

// TestKnownOverRandomEdits edits an archive with texts of sources again and again, of which most articles stay: after every edit the tree is that of a
// build from nothing.
func TestKnownOverRandomEdits(t *testing.T) {
	edits := 20
	if testing.Short() {
		edits = 5
	}
	e := &editor{Rand: rand.New(rand.NewPCG(3, 22)), archive: sourced()}
	dir := filepath.Join(t.TempDir(), "public")
	b := cached(t, e.archive)
	update1(t, b, dir)
	for range edits {
		what := e.edit()
		if e.IntN(3) == 0 {
			name := fmt.Sprintf("content/articles/news-%02d/ja.md", e.IntN(75))
			if f := e.archive[name]; f != nil {
				swapText(f, "警察庁は", "港と警察庁は")
				what += ", " + name
			}
		}
		update1(t, b, dir)
		wantCold(t, what, dir, e.archive)
		if t.Failed() {
			t.Fatalf("edit %d", e.made)
		}
	}
}

// TestTextGoneMeanwhile takes a text away, or changes it, while the site is built, and puts it back before the build looks again: the text of an article that
// had not to be read is asked for meanwhile. Nothing of that is in the site.
func TestTextGoneMeanwhile(t *testing.T) {
	for _, change := range []func(f *fstest.MapFile) *fstest.MapFile{
		func(*fstest.MapFile) *fstest.MapFile { return nil },
		func(f *fstest.MapFile) *fstest.MapFile {
			return &fstest.MapFile{Data: append([]byte("+++\n+++\n\nOther words.\n"), f.Data...)}
		},
	} {
		archive, dir := sourced(), filepath.Join(t.TempDir(), "public")
		b := cached(t, archive)
		update1(t, b, dir)
		swapText(archive["content/articles/news-00/ja.md"], "警察庁は", "港と警察庁は")
		kept, attempts := map[string]*fstest.MapFile{}, 0
		b.Clock = func(stage string) {
			switch {
			case stage == "load":
				attempts++
			case stage == "render" && attempts == 1:
				for i := 1; i < 75; i++ {
					name := fmt.Sprintf("content/articles/news-%02d/ja.md", i)
					kept[name] = archive[name]
					if archive[name] = change(kept[name]); archive[name] == nil {
						delete(archive, name)
					}
				}
			case stage == "verify":
				for name, f := range kept {
					archive[name] = f
				}
			}
		}
		update1(t, b, dir)
		if attempts != 2 {
			t.Errorf("%d attempts, want 2: no text was asked for", attempts)
		}
		wantCold(t, "put back", dir, archive)
		wantNothingElse(t, filepath.Dir(dir), "public")
	}
}

// TestNothingIsKnownOfAnotherText changes an article while it is read and puts it back, where the system tells nothing of it: what was read is not kept for
// what was told.
func TestNothingIsKnownOfAnotherText(t *testing.T) {
	archive, dir := quay(), filepath.Join(t.TempDir(), "public")
	b := cached(t, archive)
	file := archive["content/articles/pier/ja.md"]
	b.Clock = func(stage string) {
		switch stage {
		case "load":
			archive["content/articles/pier/ja.md"] = &fstest.MapFile{Data: append(file.Data, "港。\n"...)}
		case "verify":
			archive["content/articles/pier/ja.md"] = file
		}
	}
	update1(t, b, dir)
	if k := knowing(t, b, dir).articles; k.knows("pier") || !k.knows("crane") {
		t.Errorf("known are crane: %v, pier: %v", k.knows("crane"), k.knows("pier"))
	}
}

// TestReviewGoneMeanwhile takes reviews away while the site is built, where the system tells nothing of it, and puts them back: an article is not known by what it
// is without its review, and where the review is asked for while pages are drawn, nothing of that is in the site.
func TestReviewGoneMeanwhile(t *testing.T) {
	archive, dir := sourced(), filepath.Join(t.TempDir(), "public")
	var names []string
	for i := 1; i < 30; i++ {
		names = append(names, fmt.Sprintf("news-%02d", i))
	}
	reviews, problems, err := small(archive).Reviews(context.Background(), names, true)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	put := func() {
		for _, r := range reviews {
			archive[r.File.Path] = &fstest.MapFile{Data: []byte(r.New)}
		}
	}
	take := func() {
		for _, r := range reviews {
			delete(archive, r.File.Path)
		}
	}
	put()
	b := cached(t, archive)
	during := func(away string) (attempts int) {
		b.Clock = func(stage string) {
			switch {
			case stage == "load":
				if attempts++; away == stage {
					take()
				}
			case stage == "verify":
				put()
			case stage == away && attempts == 1:
				take()
			}
		}
		update1(t, b, dir)
		return attempts
	}
	during("load")
	if k := knowing(t, b, dir).articles; k.knows("news-01") || !k.knows("news-31") {
		t.Errorf("known are news-01: %v, news-31: %v", k.knows("news-01"), k.knows("news-31"))
	}
	b.Clock = nil
	dir = filepath.Join(t.TempDir(), "public")
	update1(t, b, dir)
	if !knowing(t, b, dir).articles.knows("news-01") {
		t.Error("news-01 is not known")
	}
	swapText(archive["content/articles/news-00/ja.md"], "警察庁は", "港と警察庁は")
	if n := during("render"); n != 2 {
		t.Errorf("%d attempts, want 2: no review was asked for", n)
	}
	wantCold(t, "put back", dir, archive)
}
