package build

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jikenbo/internal/render"
)

// editor makes random edits to an archive, of every kind that an archive sees.
type editor struct {
	*rand.Rand
	archive fstest.MapFS
	made    int
}

func (e *editor) put(path, text string) { e.archive[path] = &fstest.MapFile{Data: []byte(text)} }

// article returns a random article, "" where there is none.
func (e *editor) article() string {
	var ids []string
	for path := range e.archive {
		if dir, ok := strings.CutSuffix(path, "/ja.md"); ok {
			ids = append(ids, dir)
		}
	}
	if len(ids) == 0 {
		return ""
	}
	slices.Sort(ids)
	return ids[e.IntN(len(ids))]
}

func (e *editor) edit() string {
	e.made++
	dir := e.article()
	switch kind := e.IntN(9); {
	case kind == 0 || dir == "":
		id := fmt.Sprintf("content/articles/new-%d", e.made)
		e.put(id+"/ja.md", fmt.Sprintf("+++\ntitle = \"新しい記事%d\"\npublished = \"2024-06-%02d\"\nsummary = \"要約。\"\n+++\n\n警察庁は2024年5月%d日、LockBitの端末%d台を止めた。\n", e.made, 1+e.IntN(28), 1+e.IntN(28), e.made))
		e.put(id+"/en.md", fmt.Sprintf("+++\ntitle = \"New article %d\"\nsummary = \"Summary.\"\n+++\n\nPolice stopped %d machines of LockBit.\n", e.made, e.made))
		return "added " + id
	case kind == 1:
		swapText(e.archive[dir+"/ja.md"], "LockBit", "ランサムウェア集団LockBit")
		return "changed " + dir
	case kind == 2:
		delete(e.archive, dir+"/ja.md")
		delete(e.archive, dir+"/en.md")
		return "deleted " + dir
	case kind == 3:
		to := fmt.Sprintf("content/articles/moved-%d", e.made)
		for _, v := range []string{"/ja.md", "/en.md"} {
			e.archive[to+v] = e.archive[dir+v]
			delete(e.archive, dir+v)
		}
		return "renamed " + dir
	case kind == 4:
		e.put("content/actors/lockbit.toml", fmt.Sprintf("name = { ja = \"ロックビット%d\", en = \"LockBit\" }\nreading = \"ろっくびっと\"\nclass = \"criminal\"\nsummary = { ja = \"要約。\", en = \"Summary.\" }\n", e.made))
		return "changed an entity"
	case kind == 5:
		e.put("content/organizations/npa.toml", fmt.Sprintf("name = { ja = \"警察庁\", en = \"National Police Agency %d\" }\nreading = \"けいさつちょう\"\nclass = \"police\"\nsummary = { ja = \"要約。\", en = \"Summary.\" }\n", e.made))
		return "added or changed another entity"
	case kind == 6:
		e.put("config.toml", fmt.Sprintf("title = { ja = \"港の記録%d\", en = \"Harbour records %d\" }\n", e.made, e.made))
		return "changed the config"
	case kind == 7:
		e.put("templates/missing.html", fmt.Sprintf("{{define \"main\"}}<p>none %d</p>{{end}}", e.made))
		return "changed a template"
	}
	e.put("static/own.txt", fmt.Sprint(e.made))
	return "changed an asset"
}

// TestUpdateOverRandomEdits edits an archive again and again: after every edit, the tree of a build that uses what the
// builds before it kept is that of a build from nothing.
func TestUpdateOverRandomEdits(t *testing.T) {
	seeds, edits := 2, 20
	if testing.Short() {
		seeds, edits = 1, 5
	}
	for seed := range seeds {
		e := &editor{Rand: rand.New(rand.NewPCG(uint64(seed), 6)), archive: quay()}
		dir := filepath.Join(t.TempDir(), "public")
		b := cached(t, e.archive)
		for range edits {
			what := e.edit()
			update1(t, b, dir)
			wantCold(t, what, dir, e.archive)
			if t.Failed() {
				t.Fatalf("seed %d, edit %d", seed, e.made)
			}
		}
	}
}

// TestPagesAreSpared holds that a page which stays as it is, is not rendered again; and that every kind of page of the
// real archive has a view that can be told apart by its digest.
func TestPagesAreSpared(t *testing.T) {
	archive, dir := quay(), filepath.Join(t.TempDir(), "public")
	b := cached(t, archive)
	update1(t, b, dir)
	l, err := b.link(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	r := b.renderer(l)
	out, err := newOutput(context.Background(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer out.discard()
	in, err := b.inputs(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	cache := b.pages(context.Background(), b.oldTree(dir, nil), out, nil)
	cache.reader = r.Reader(l.book, in.origin())
	for _, p := range r.Pages(l.book) {
		if p.TellsOfDownloads() {
			continue
		}
		err := cache.draw(r, p, func(p render.Page, _ sink) error {
			t.Errorf("%s is rendered again", p.Path)
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
	if out.written != 0 {
		t.Errorf("%d files were written", out.written)
	}
}
