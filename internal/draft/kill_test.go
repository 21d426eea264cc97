package draft

import (
	"bufio"
	"fmt"
	"io/fs"
	"math/rand"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jikenbo/internal/content"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// madeFiles are the files of the n-th import of a test: large enough that a program can be killed in the middle of one.
func madeFiles(n int) []File {
	id := fmt.Sprintf("made-%d", n)
	filler := strings.Repeat("# 埋め草\n", 20_000)
	return []File{
		{Path: "content/articles/" + id + "/ja.md", Data: []byte("+++\ndraft = true\nsources = [\"" + id + "\"]\n" + filler + "+++\n")},
		{Path: "seeds/" + id + ".toml", Data: []byte("title = \"a\"\nkind = \"news\"\npublisher = \"p\"\nlanguage = \"ja\"\n" + filler)},
		{Path: "seeds/" + id + ".txt", Data: []byte(id + filler)},
		{Path: "content/places.toml", Data: []byte("[[place]]\nid = \"" + id + "\"\nname = { ja = \"" + id + "\", en = \"" + id + "\" }\n"), Adds: true},
	}
}

// TestHelperWrites is no test: it is what TestKilledWrites kills.
func TestHelperWrites(t *testing.T) {
	dir := os.Getenv("JIKENBO_TEST_WRITES")
	if dir == "" {
		t.Skip("run by TestKilledWrites")
	}
	fmt.Println("begun")
	for n := range 10 { // if nobody kills it
		if err := Write(dir, madeFiles(n)); err != nil {
			t.Fatal(err)
		}
	}
}

// TestKilledWrites kills the writing of files at many moments, in archives that exist and in empty folders. Whatever is
// there then is whole, stands in the order of the files, and makes an archive without an error.
func TestKilledWrites(t *testing.T) {
	kills := 20
	if testing.Short() {
		kills = 10
	}
	random := rand.New(rand.NewSource(1))
	stages := map[int]bool{} // how many of the files of the last import were there
	for i := range kills {
		dir := t.TempDir()
		if i%2 == 1 {
			dir = plant(t, map[string]string{"content/articles/README.md": "", "seeds/README.md": ""})
		}
		killWrites(t, dir, time.Duration(random.Intn(50_000))*time.Microsecond)
		stages[wantWhole(t, dir)] = true
	}
	t.Logf("stages met: %v", stages)
}

// TestStoppedWrites stops before each step, as if the program had been killed there: what is there makes an archive without an error.
func TestStoppedWrites(t *testing.T) {
	for _, before := range []map[string]string{{}, {"content/articles/README.md": "", "seeds/README.md": ""}} {
		for steps := 0; ; steps++ {
			dir := plant(t, before)
			root, err := os.OpenRoot(dir)
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close()
			w := writing{root: root}
			for _, f := range madeFiles(0) {
				if err := w.prepare(f); err != nil {
					t.Fatal(err)
				}
			}
			if steps > len(w.steps) {
				break
			}
			for _, s := range w.steps[:steps] {
				if err := w.place(s); err != nil {
					t.Fatal(err)
				}
			}
			wantWhole(t, dir)
			if err := Write(dir, madeFiles(1)); err != nil { // what was left is in nobody's way
				t.Errorf("after %d steps: %v", steps, err)
			}
		}
	}
}

// killWrites begins to write and kills that after a while.
func killWrites(t *testing.T, dir string, after time.Duration) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestHelperWrites$", "-test.v")
	cmd.Env = append(os.Environ(), "JIKENBO_TEST_WRITES="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(out); lines.Scan() && lines.Text() != "begun"; {
	}
	time.Sleep(after)
	_ = cmd.Process.Kill() // it may have ended
	_ = cmd.Wait()
}

// wantWhole looks at what was written, and returns how many files of the last import are there.
func wantWhole(t *testing.T, dir string) int {
	t.Helper()
	archive := os.DirFS(dir)
	places := ""
	last := 0
	for n := 0; ; n++ {
		there, gap := 0, false
		for _, f := range madeFiles(n) {
			data, err := fs.ReadFile(archive, f.Path)
			if f.Adds {
				places = strings.TrimPrefix(places+"\n"+string(f.Data), "\n")
				if there == 3 && string(data) == places {
					there++
				}
				continue
			}
			switch {
			case err != nil:
				gap = true
			case gap:
				t.Errorf("%s is there before those that come first", f.Path)
			case string(data) != string(f.Data):
				t.Errorf("%s is not whole", f.Path)
			default:
				there++
			}
		}
		if last = there; there < 4 {
			break
		}
	}
	_, ps := content.Load(nil, archive)
	_, more := seeds.Load(archive, nil)
	if all := append(ps, more...); all.Errors() > 0 {
		t.Errorf("%s", source.Problems(all))
	}
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err == nil && e.IsDir() && strings.HasPrefix(e.Name(), ".new-") {
			return fs.SkipDir
		}
		if name := filepath.ToSlash(p); err == nil && !e.IsDir() && !strings.HasPrefix(e.Name(), ".new-") && path.Base(name) != "README.md" && !strings.Contains(name, "made-") && e.Name() != "places.toml" {
			t.Errorf("%s was left", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	return last
}
