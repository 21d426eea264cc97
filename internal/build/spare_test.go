package build

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"jikenbo/internal/source"
)

// A home is an archive on a disk, with a tree and a cache, where files are known by their marks.
type home struct {
	*testing.T
	archive fstest.MapFS
	at, dir string
	b       *Builder
	day     time.Time
}

func newHome(t *testing.T) *home {
	h := &home{T: t, archive: quay(), at: t.TempDir(), day: time.Unix(1_700_000_000, 0)}
	h.dir = filepath.Join(h.at, "public")
	h.b = small(source.Disk(filepath.Join(h.at, "archive")))
	h.b.Cache, h.b.Edition = filepath.Join(h.at, "cache"), "1"
	if openLedger(filepath.Join(h.b.Cache, "x")) == nil {
		t.Skip("marks of files cannot be trusted here")
	}
	return h
}

func (h *home) build() Report {
	h.Helper()
	mirror(h.T, h.archive, filepath.Join(h.at, "archive"), h.day)
	l := openLedger(filepath.Join(h.b.Cache, "x"))
	rest(l) // what was done last lies before the build, so that it is known
	return update1(h.T, h.b, h.dir)
}

func (h *home) spare() string { return strings.TrimSuffix(h.b.stampFile(h.dir), ".json") + spareEnd }

// edit changes one article.
func (h *home) edit(n int) {
	h.archive["content/articles/pier/en.md"] = &fstest.MapFile{Data: fmt.Appendf(nil, "+++\ntitle = \"Harbour pier %d\"\nsummary = \"Summary.\"\n+++\n\nPolice said on 3 April 2024 that they had taken down servers of LockBit.\n", n)}
}

// TestSpareSparesLinks holds what a spare is for: a page that stays is not touched, while the trees take each other's places.
func TestSpareSparesLinks(t *testing.T) {
	h := newHome(t)
	page := filepath.Join(h.dir, "ja", "articles", "crane.html")
	l := openLedger(filepath.Join(h.b.Cache, "x"))
	var marks []mark
	for n := range 5 {
		h.edit(n)
		if r := h.build(); n > 0 && r.Written > r.Files/2 {
			t.Fatalf("%d of %d files were written", r.Written, r.Files)
		}
		m, _ := l.look(nil, page)
		marks = append(marks, m)
		wantCold(t, fmt.Sprint("edit ", n), h.dir, h.archive)
		if r := h.build(); !r.Unchanged {
			t.Error("the next build makes it anew")
		}
	}
	if marks[2] != marks[1] || marks[3] != marks[1] || marks[4] != marks[1] {
		t.Errorf("a page that stays was touched: %v", marks)
	}
	tree, err := os.Stat(page)
	kept, err2 := os.Stat(filepath.Join(h.spare(), "ja", "articles", "crane.html"))
	if err != nil || err2 != nil || !os.SameFile(tree, kept) {
		t.Errorf("the spare does not have the page that the tree has: %v, %v", err, err2)
	}
}

// damages are what can happen to a spare, or to the tree that becomes one.
var damages = map[string]func(h *home, dir string) error{
	"nothing": func(*home, string) error { return nil },
	"a page is changed, and has its size and date": func(_ *home, dir string) error {
		overwrite(filepath.Join(dir, "ja", "index.html"))
		return nil
	},
	"a page is another file": func(_ *home, dir string) error {
		return os.Rename(filepath.Join(dir, "ja", "search.html"), filepath.Join(dir, "ja", "timeline.html"))
	},
	"a page is gone": func(_ *home, dir string) error { return os.Remove(filepath.Join(dir, "en", "index.html")) },
	"a page is a folder": func(_ *home, dir string) error {
		name := filepath.Join(dir, "ja", "timeline.html")
		return firstError(os.Remove(name), os.MkdirAll(filepath.Join(name, "below"), 0o755))
	},
	"a page is a link": func(h *home, dir string) error {
		name, to := filepath.Join(dir, "ja", "timeline.html"), filepath.Join(h.at, "elsewhere.html")
		return firstError(os.Rename(name, to), os.Symlink(to, name))
	},
	"a folder is gone": func(_ *home, dir string) error { return os.RemoveAll(filepath.Join(dir, "ja")) },
	"a folder is a file": func(_ *home, dir string) error {
		return firstError(os.RemoveAll(filepath.Join(dir, "ja")), os.WriteFile(filepath.Join(dir, "ja"), nil, 0o644))
	},
	"a folder is a link to what it was": func(h *home, dir string) error {
		to := filepath.Join(h.at, "elsewhere")
		return firstError(os.Rename(filepath.Join(dir, "ja"), to), os.Symlink(to, filepath.Join(dir, "ja")))
	},
	"nobody else may look into a folder":               func(_ *home, dir string) error { return os.Chmod(filepath.Join(dir, "ja"), 0o700) },
	"nobody else may look into a folder without pages": func(_ *home, dir string) error { return os.Chmod(filepath.Join(dir, "data", "schemas"), 0o700) },
	"a folder without pages is a link to what it was": func(h *home, dir string) error {
		to := filepath.Join(h.at, "elsewhere")
		return firstError(os.Rename(filepath.Join(dir, "data", "schemas"), to), os.Symlink(to, filepath.Join(dir, "data", "schemas")))
	},
	"a file too much": func(_ *home, dir string) error {
		return os.WriteFile(filepath.Join(dir, "ja", "articles", "mine.html"), nil, 0o644)
	},
	"a file for one that is gone": func(_ *home, dir string) error {
		return os.Rename(filepath.Join(dir, "ja", "timeline.html"), filepath.Join(dir, "ja", "mine.html"))
	},
	"a folder too much": func(_ *home, dir string) error { return os.MkdirAll(filepath.Join(dir, "ja", "mine", "own"), 0o755) },
	"it is gone":        func(_ *home, dir string) error { return os.RemoveAll(dir) },
	"it is a file": func(_ *home, dir string) error {
		return firstError(os.RemoveAll(dir), os.WriteFile(dir, nil, 0o644))
	},
	"it is a link to the tree": func(h *home, dir string) error {
		return firstError(os.RemoveAll(dir), os.Symlink(h.dir, dir))
	},
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// TestSpareIsNotTrusted damages the spare in every way: the tree is what a build from nothing gives all the same, and has nothing more.
func TestSpareIsNotTrusted(t *testing.T) {
	h := newHome(t)
	n := 0
	build := func(what string) {
		h.edit(n)
		n++
		h.build()
		h.wantTree(what)
		if info, err := os.Lstat(h.spare()); n > 1 && (err != nil || !info.IsDir()) {
			t.Errorf("%s: there is no spare: %v", what, err)
		}
	}
	build("the first build")
	build("the second build")
	for _, what := range slices.Sorted(maps.Keys(damages)) {
		h.damage(what)
		build(what)
	}
	build("the last build")
}

// damage damages the spare.
func (h *home) damage(what string) {
	h.Helper()
	for _, name := range []string{"elsewhere", "elsewhere.html"} {
		if err := os.RemoveAll(filepath.Join(h.at, name)); err != nil {
			h.Fatal(err)
		}
	}
	if err := damages[what](h, h.spare()); err != nil {
		h.Fatalf("%s: %v", what, err)
	}
}

// wantTree compares the tree with what a build without any cache gives, and its folders with those that such a build makes.
func (h *home) wantTree(what string) {
	h.Helper()
	cold := filepath.Join(h.at, "cold")
	files := mustBuild(h.T, small(h.archive))
	if err := Write(cold, files); err != nil {
		h.Fatal(err)
	}
	got, want := onDisk(h.T, h.dir), onDisk(h.T, cold)
	for _, path := range slices.Sorted(maps.Keys(want)) {
		if got[path] != want[path] {
			h.Errorf("%s: %s is not what a cold build gives", what, path)
		}
	}
	if len(got) != len(want) {
		h.Errorf("%s: the tree has %d files, want %d", what, len(got), len(want))
	}
	if got, want := foldersBelow(h.T, h.dir), foldersBelow(h.T, cold); !slices.Equal(got, want) {
		h.Errorf("%s: the tree has the folders %q, want %q", what, got, want)
	}
}

func foldersBelow(t *testing.T, dir string) []string {
	t.Helper()
	all, err := list(os.DirFS(dir), ".")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range all {
		if f.mode.IsDir() {
			info, err := os.Stat(filepath.Join(dir, f.path))
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, fmt.Sprint(f.path, " ", info.Mode()))
		}
	}
	return out
}

// TestSpareOverRandomEdits edits an archive at random and damages the spare between its builds.
func TestSpareOverRandomEdits(t *testing.T) {
	h := newHome(t)
	e := &editor{Rand: rand.New(rand.NewPCG(8, 15)), archive: h.archive}
	ways := slices.Sorted(maps.Keys(damages))
	edits := 12
	if testing.Short() {
		edits = 4
	}
	h.build()
	for range edits {
		what := e.edit()
		if e.IntN(2) == 0 {
			if _, err := os.Lstat(filepath.Join(h.spare(), "ja")); err == nil {
				way := ways[e.IntN(len(ways))]
				what += ", " + way
				h.damage(way)
			}
		}
		h.build()
		h.wantTree(what)
		if t.Failed() {
			t.Fatalf("edit %d", e.made)
		}
	}
}

// A file of the last site but one may stand where there is a folder now, and the other way round.
func TestSpareInTheWay(t *testing.T) {
	h := newHome(t)
	for n, name := range []string{"static/own", "static/own", "static/own/x.txt", "static/own/x.txt", "static/own", "static/own/x.txt", "static/own"} {
		delete(h.archive, "static/own")
		delete(h.archive, "static/own/x.txt")
		if name == "static/own" {
			if err := os.RemoveAll(filepath.Join(h.at, "archive", "static")); err != nil {
				t.Fatal(err)
			}
		} else {
			os.Remove(filepath.Join(h.at, "archive", "static", "own"))
		}
		h.archive[name] = &fstest.MapFile{Data: []byte("x")}
		h.edit(n)
		h.build()
		wantCold(t, fmt.Sprint(name, ", build ", n), h.dir, h.archive)
	}
}

// TestSpareLeadsNowhere puts a link into the spare, where the next site has a folder for the first time.
func TestSpareLeadsNowhere(t *testing.T) {
	h := newHome(t)
	for n := range 3 {
		h.edit(n)
		h.build()
	}
	kept := filepath.Join(h.at, "elsewhere", "deep", "x.txt")
	err := firstError(os.MkdirAll(filepath.Dir(kept), 0o755), os.WriteFile(kept, []byte("somebody's"), 0o644),
		os.Symlink(filepath.Join(h.at, "elsewhere"), filepath.Join(h.spare(), "assets", "own")))
	if err != nil {
		t.Fatal(err)
	}
	h.archive["static/own/deep/x.txt"] = &fstest.MapFile{Data: []byte("x")}
	h.edit(3)
	h.build()
	h.wantTree("a folder for the first time")
	if data, err := os.ReadFile(kept); string(data) != "somebody's" {
		t.Errorf("a file to which a link leads holds %q, %v", data, err)
	}
}

// TestSpareOfAnother looks at a spare, which another build takes before this one has the lock.
func TestSpareOfAnother(t *testing.T) {
	ctx := context.Background()
	for others := range 3 {
		h := newHome(t)
		for n := range 3 {
			h.edit(n)
			h.build()
		}
		known := h.b.ledger(h.dir, filesEnd)
		old := h.b.oldTree(h.dir, known)
		defer old.close()
		old.look(ctx)
		if at := foundIn(old)["ja/articles/crane.html"]; at != inSpare {
			t.Fatalf("a page that stayed stands at %v", at)
		}
		for n := range others {
			h.edit(3 + n)
			h.build()
		}
		out, err := newOutput(ctx, h.dir, nil)
		if err != nil {
			t.Fatal(err)
		}
		h.b.pages(ctx, old, out, nil)
		at := foundIn(old)["ja/articles/crane.html"]
		if out.adopted != (others == 0) || (at == inSpare) != (others == 0) {
			t.Errorf("%d other builds: the spare is used: %v, and a page stands at %v", others, out.adopted, at)
		}
		if err := out.discard(); err != nil {
			t.Fatal(err)
		}
		h.edit(9)
		h.build()
		wantCold(t, fmt.Sprint("after ", others, " other builds"), h.dir, h.archive)
	}
}

// TestSpareOfNone holds that no spare is left of a tree that is gone, nor where all has changed.
func TestSpareOfNone(t *testing.T) {
	h := newHome(t)
	for n := range 2 {
		h.edit(n)
		h.build()
	}
	h.archive["config.toml"] = &fstest.MapFile{Data: []byte("title = { ja = \"海の記録\", en = \"Records of the sea\" }\n")}
	h.build()
	if _, err := os.Stat(h.spare()); err == nil {
		t.Error("a tree is kept of which no page stays")
	}
	h.edit(2)
	h.build()
	h.edit(3)
	h.build()
	another := h.spare()
	if err := os.RemoveAll(h.dir); err != nil {
		t.Fatal(err)
	}
	h.dir = filepath.Join(h.at, "other")
	h.build()
	for _, dir := range []string{another, filepath.Join(filepath.Dir(another), newPart+filepath.Base(another))} {
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%s is kept, though the tree is gone", filepath.Base(dir))
		}
	}
}
