package build

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"jikenbo/internal/source"
)

// ledgerIn is a ledger in a folder of its own, on the same disk as the folder of the files.
func ledgerIn(t *testing.T) (l *ledger, files string) {
	t.Helper()
	home := t.TempDir()
	l = openLedger(filepath.Join(home, "cache", "x"+filesEnd))
	if l == nil {
		t.Skip("marks of files cannot be trusted here")
	}
	files = filepath.Join(home, "files")
	if err := os.Mkdir(files, 0o755); err != nil {
		t.Fatal(err)
	}
	return l, files
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// entryOf is what a file of that text should be.
func entryOf(path, text string, new bool) entry {
	return entry{Path: path, Size: len(text), Sum: sha256.Sum256([]byte(text)), new: new}
}

// rest waits until what was done to files lies before the present moment of their disk.
func rest(l *ledger) {
	for began := l.now(); l.now() <= began; {
		time.Sleep(time.Millisecond)
	}
}

// coarse makes the clock of the ledger's disk tick as seldom as that of some systems does.
func coarse(l *ledger) {
	look, tick := l.look, int64(20*time.Millisecond)
	l.look = func(in *os.File, name string) (mark, bool) {
		m, ok := look(in, name)
		m.changed -= m.changed % tick
		m.modified -= m.modified % tick
		return m, ok
	}
}

// TestLedgerSeesTheLastTick changes a file to others of the same size and date as fast as it can, and asks each time: no state is taken for another
// one, although the clock of the system does not tell them apart.
func TestLedgerSeesTheLastTick(t *testing.T) {
	l, dir := ledgerIn(t)
	coarse(l)
	day := time.Unix(1_700_000_000, 0)
	files := []input{{fsys: source.Disk(dir), path: "x"}}
	for i := range 500 {
		text := fmt.Sprintf("%06d", i)
		put(t, filepath.Join(dir, "x"), text)
		if err := os.Chtimes(filepath.Join(dir, "x"), day, day); err != nil {
			t.Fatal(err)
		}
		sums, _, broken, err := l.digests(context.Background(), files)
		if err != nil || broken || sums[0] != sha256.Sum256([]byte(text)) {
			t.Fatalf("time %d: the file is taken for another one (%v, %v)", i, broken, err)
		}
	}
}

// TestLedgerSpares holds what a ledger is for: a file that nobody touched is not read again, nor by another build; and what it forgets.
func TestLedgerSpares(t *testing.T) {
	l, dir := ledgerIn(t)
	name := filepath.Join(dir, "x")
	put(t, name, "one")
	rest(l)
	reads := 0
	files := []input{{fsys: source.Disk(dir), path: "x"}}
	ask := func(l *ledger) {
		t.Helper()
		m, ok := l.mark(files[0])
		if was, known := l.fact("x"); !ok || !known || was.mark != m {
			reads++
		}
		if sums, _, _, err := l.digests(context.Background(), files); err != nil || sums[0] != sha256.Sum256([]byte("one")) {
			t.Fatal(err)
		}
		l.write([]string{"x"})
	}
	ask(l)
	ask(l)
	again := openLedger(l.file)
	ask(again)
	if reads != 1 {
		t.Errorf("the file was read %d times, want once", reads)
	}
	if !again.holds(name, entryOf("x", "one", false)) || again.holds(name, entryOf("x", "two", false)) {
		t.Error("it is not known what the file holds")
	}
	put(t, name, "two")
	if again.holds(name, entryOf("x", "one", false)) {
		t.Error("a file that was changed is taken for what it was")
	}
	data, err := os.ReadFile(l.file)
	if err != nil {
		t.Fatal(err)
	}
	for what, text := range map[string]string{
		"of another run of the machine": string(sealed([]byte(sealHead("marks", "another") + string(data[len(l.head):len(data)-sha256.Size])))),
		"damaged":                       string(data[:len(data)-1]) + string([]byte{data[len(data)-1] ^ 1}),
		"cut off":                       string(data[:len(data)/2]),
	} {
		put(t, l.file, text)
		if n := len(openLedger(l.file).known); n != 0 {
			t.Errorf("a ledger that is %s tells of %d files", what, n)
		}
	}
}

// TestLedgerOfTree holds of which files of a new tree it is known what they hold.
func TestLedgerOfTree(t *testing.T) {
	l, dir := ledgerIn(t)
	file := func(path string) string { return filepath.Join(dir, path) }
	day := time.Unix(1_700_000_000, 0)
	for _, path := range []string{"old", "old-touched", "old-chmod", "old-replaced", "old-unknown", "other"} {
		put(t, file(path), "old")
		if err := os.Chtimes(file(path), day, day); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(file("old-chmod"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"old", "linked", "old-touched", "old-chmod", "old-replaced"} {
		m, _ := l.look(nil, file(strings.Replace(path, "linked", "old", 1)))
		l.known[path] = fact{m, sha256.Sum256([]byte("old"))}
	}
	rest(l)
	began := l.now()
	put(t, file("old-touched"), "OLD")
	if err := os.Rename(file("other"), file("old-replaced")); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"new", "new-touched", "new-longer"} {
		put(t, file(path), path)
	}
	rest(l)
	swapped := l.now()
	put(t, file("new-touched"), "NEW-touched")
	rest(l)
	if err := os.Link(file("old"), file("linked")); err != nil {
		t.Fatal(err)
	}
	rest(l)
	entries := []entry{
		entryOf("linked", "old", false), entryOf("old", "old", false), entryOf("old-touched", "old", false), entryOf("old-chmod", "old", false),
		entryOf("old-replaced", "old", false), entryOf("old-unknown", "old", false),
		entryOf("new", "new", true), entryOf("new-touched", "new-touched", true), entryOf("new-longer", "new", true), entryOf("gone", "gone", true),
	}
	l.enter(context.Background(), dir, entries, began, swapped)
	for _, e := range entries {
		_, known := l.fact(e.Path)
		if want := e.Path == "old" || e.Path == "linked" || e.Path == "new"; known != want {
			t.Errorf("%s: known %v, want %v", e.Path, known, want)
		}
	}
}

// TestLedgerOfTreeInTheLastTick changes a file right after its tree was entered, which leaves its mark as it is where the clock has not moved on.
func TestLedgerOfTreeInTheLastTick(t *testing.T) {
	l, dir := ledgerIn(t)
	coarse(l)
	name := filepath.Join(dir, "x")
	day := time.Unix(1_700_000_000, 0)
	for i := range 200 {
		for _, text := range []string{"one", "two"} {
			put(t, name, text)
			if err := os.Chtimes(name, day, day); err != nil {
				t.Fatal(err)
			}
			if text == "one" {
				l.enter(context.Background(), dir, []entry{entryOf("x", text, true)}, l.now(), l.now())
			}
		}
		if l.holds(name, entryOf("x", "one", true)) {
			t.Fatalf("time %d: the file is taken for what it was", i)
		}
	}
}

// TestUpdateOnDisk is [TestUpdateOverRandomEdits] for an archive on a disk, where files are known by their marks; some edits keep size and date.
func TestUpdateOnDisk(t *testing.T) {
	e := &editor{Rand: rand.New(rand.NewPCG(3, 6)), archive: quay()}
	home := t.TempDir()
	archive, dir := filepath.Join(home, "archive"), filepath.Join(home, "archive", "public")
	b := small(source.Disk(archive))
	b.Cache, b.Edition = filepath.Join(home, "cache"), "1"
	day := time.Unix(1_700_000_000, 0)
	edits := 20
	if testing.Short() {
		edits = 5
	}
	for range edits {
		what := e.edit()
		if e.IntN(2) == 0 {
			what += ", and kept its size"
			path := e.article() + "/ja.md"
			if f := e.archive[path]; f != nil {
				swapText(f, "月", []string{"日", "月", "年"}[e.IntN(3)])
			}
		}
		mirror(t, e.archive, archive, day)
		update1(t, b, dir)
		wantCold(t, what, dir, e.archive)
		if r := update1(t, b, dir); !r.Unchanged {
			t.Errorf("%s: the next build makes it anew", what)
		}
		if t.Failed() {
			t.Fatalf("edit %d", e.made)
		}
	}
	if l := b.ledger(dir, inputsEnd); l != nil && len(l.known) == 0 {
		t.Error("nothing is known by its mark")
	}
}

// mirror gives a folder the files of an archive, all of one date. Files that hold what they have to are not touched.
func mirror(t *testing.T, files fstest.MapFS, dir string, day time.Time) {
	t.Helper()
	for path, f := range files {
		name := filepath.Join(dir, path)
		if data, err := os.ReadFile(name); err == nil && string(data) == string(f.Data) {
			continue
		}
		put(t, name, string(f.Data))
		if err := os.Chtimes(name, day, day); err != nil {
			t.Fatal(err)
		}
	}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			if d != nil && d.Name() == "public" {
				return fs.SkipDir
			}
			return err
		}
		path, err := filepath.Rel(dir, name)
		if err == nil && files[filepath.ToSlash(path)] == nil {
			err = os.Remove(name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, pattern := range []string{"content/articles/*", "content/*", "static", "templates"} { // as MapFS has no empty folders
		found, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, name := range found {
			os.Remove(name) // which fails where something is left
		}
	}
}
