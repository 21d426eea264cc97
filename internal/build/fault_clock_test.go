package build

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// TestClockJumps builds while the clock of the program stands in another century, and while it jumps by years between two
// stages: the site has the same bytes, and the cache serves as before.
func TestClockJumps(t *testing.T) {
	archive, dir := quay(), filepath.Join(t.TempDir(), "public")
	b := cached(t, archive)
	update1(t, b, dir)
	synctest.Test(t, func(t *testing.T) { // it begins in the year 2000, before the files of the cache were written
		inner := *b
		inner.Clock = func(string) { time.Sleep(8 * 365 * 24 * time.Hour) }
		if r := update1(t, &inner, dir); !r.Unchanged {
			t.Error("what has not changed was built anew")
		}
		swapText(archive["config.toml"], "Harbour", "Seaport")
		update1(t, &inner, dir)
		if time.Now().Year() < 2050 {
			t.Errorf("the clock has not jumped, it is %v", time.Now())
		}
	})
	wantCold(t, "after the jumps", dir, archive)
	if r := update1(t, b, dir); !r.Unchanged {
		t.Error("what has not changed was built anew when the clock was right again")
	}
}

// TestDatesOfFiles sets the dates of all files of an archive and of its cache far back and far ahead: nothing is taken for
// changed or unchanged by its date.
func TestDatesOfFiles(t *testing.T) {
	home := t.TempDir()
	for path, file := range quay() {
		path = filepath.Join(home, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, file.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	dir := filepath.Join(home, "public")
	b := cached(t, os.DirFS(home))
	update1(t, b, dir)
	for _, day := range []time.Time{time.Unix(0, 0), time.Date(2105, 1, 1, 0, 0, 0, 0, time.UTC)} {
		for _, root := range []string{home, b.Cache} {
			setDates(t, root, day)
		}
		if r := update1(t, b, dir); !r.Unchanged {
			t.Errorf("%v: built anew", day)
		}
		same := filepath.Join(home, "content/articles/pier/en.md")
		text := strings.Replace(read(t, same), "3 April", "5 April", 1)
		if err := os.WriteFile(same, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		setDates(t, home, day)
		if r := update1(t, b, dir); r.Unchanged && strings.Contains(text, "5 April") && day.Year() < 2000 {
			t.Errorf("%v: a change of the same length and date was not seen", day)
		}
		wantCold(t, day.String(), dir, os.DirFS(home))
	}
}

// setDates sets the dates of all files of a folder.
func setDates(t *testing.T, root string, day time.Time) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, _ os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chtimes(path, day, day)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// clocked are the files that may ask what time it is: to forget what is old in the cache, to wait for a lock, to measure, to
// tell a date that lies ahead, and to serve. What is built never depends on it.
var clocked = []string{
	"cmd/bench/bench.go", "cmd/bench/serve.go", "cmd/jikenbo/check.go", "cmd/jikenbo/timings.go",
	"internal/build/library.go", "internal/build/lock.go", "internal/build/stamp.go",
}

// TestNothingAsksTheTime holds that only the files above use the clock.
func TestNothingAsksTheTime(t *testing.T) {
	asking := []string{"Now", "Since", "Until", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer", "Sleep"}
	var found []string
	for _, root := range []string{"../../internal", "../../cmd"} {
		eachFile(t, root, func(file string) {
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(parsed, func(n ast.Node) bool {
				sel, ok := n.(*ast.SelectorExpr)
				if !ok || !slices.Contains(asking, sel.Sel.Name) {
					return true
				}
				if pkg, ok := sel.X.(*ast.Ident); ok && pkg.Name == "time" {
					found = append(found, strings.TrimPrefix(filepath.ToSlash(file), "../../"))
				}
				return true
			})
		})
	}
	slices.Sort(found)
	for _, file := range slices.Compact(found) {
		if !slices.Contains(clocked, file) && !strings.HasPrefix(file, "internal/serve/") {
			t.Errorf("%s uses the clock", file)
		}
	}
	for _, file := range clocked {
		if !slices.Contains(found, file) {
			t.Errorf("%s does not use the clock; take it off the list", file)
		}
	}
}
