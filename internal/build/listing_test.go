package build

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"jikenbo/internal/source"
)

// namesBelow lists a folder by a ledger, and the paths that stand there.
func namesBelow(t *testing.T, l *ledger, dir string) []string {
	t.Helper()
	files, err := l.list(source.Disk(dir), ".")
	if err != nil {
		t.Fatal(err)
	}
	return pathsOf(files, func(f input) string { return f.path })
}

// TestListingSeesTheLastTick puts files into a folder and takes them away as fast as it can, and lists it each time: no state is taken for another one, although the
// clock of the system does not tell them apart.
func TestListingSeesTheLastTick(t *testing.T) {
	l, dir := ledgerIn(t)
	coarse(l)
	for i := range 300 {
		name := fmt.Sprintf("%03d", i)
		put(t, filepath.Join(dir, "below", name), name)
		if got := namesBelow(t, l, dir); !slices.Equal(got, []string{".", "below", "below/" + name}) {
			t.Fatalf("time %d: %q is listed", i, got)
		}
		if err := os.Remove(filepath.Join(dir, "below", name)); err != nil {
			t.Fatal(err)
		}
		if got := namesBelow(t, l, dir); !slices.Equal(got, []string{".", "below"}) {
			t.Fatalf("time %d: %q is listed, after it was taken away", i, got)
		}
	}
}

// TestListingSparesFolders holds what is kept of folders: one that nobody touched is not read again, nor by another build, and one in which anything was done is.
func TestListingSparesFolders(t *testing.T) {
	l, dir := ledgerIn(t)
	put(t, filepath.Join(dir, "a", "x"), "x")
	put(t, filepath.Join(dir, "b", "y"), "y")
	rest(l)
	namesBelow(t, l, dir)
	l.write([]string{"."})
	again := openLedger(l.file)
	was := again.folders["a"]
	was.in = append(slices.Clone(was.in), child{name: "kept"}) // so that it shows where it comes from
	again.folders["a"] = was
	if got := namesBelow(t, again, dir); !slices.Equal(got, []string{".", "a", "a/x", "a/kept", "b", "b/y"}) || again.fresh {
		t.Errorf("%q is listed, and something was read: %v", got, again.fresh)
	}
	for what, change := range map[string]func() error{
		"a file more": func() error { return os.WriteFile(filepath.Join(dir, "a", "more"), nil, 0o644) },
		"a file gone": func() error { return os.Remove(filepath.Join(dir, "a", "z")) },
		"a file by another name": func() error {
			return firstError(os.Rename(filepath.Join(dir, "a", "x"), filepath.Join(dir, "a", "w")), os.Rename(filepath.Join(dir, "a", "w"), filepath.Join(dir, "a", "x")))
		},
		"a folder in the place of another": func() error {
			return firstError(os.Rename(filepath.Join(dir, "a"), filepath.Join(t.TempDir(), "a")), os.MkdirAll(filepath.Join(dir, "a"), 0o755), os.WriteFile(filepath.Join(dir, "a", "x"), nil, 0o644))
		},
		"a folder that is a link": func() error {
			to := filepath.Join(t.TempDir(), "a")
			return firstError(os.Rename(filepath.Join(dir, "a"), to), os.Symlink(to, filepath.Join(dir, "a")))
		},
	} {
		os.RemoveAll(filepath.Join(dir, "a"))
		put(t, filepath.Join(dir, "a", "x"), "x")
		put(t, filepath.Join(dir, "a", "z"), "z")
		l = openLedger(l.file)
		rest(l)
		namesBelow(t, l, dir)
		l.write(nil)
		if err := change(); err != nil {
			t.Fatal(err)
		}
		want := namesBelow(t, nil, dir)
		if got := namesBelow(t, openLedger(l.file), dir); !slices.Equal(got, want) {
			t.Errorf("%s: %q is listed, want %q", what, got, want)
		}
	}
}
