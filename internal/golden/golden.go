// Package golden is no stage: tests run cases by it. A case is a txtar file with what goes in and, as its last part, golden: what
// comes out. With -update that part is written anew.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Update reports whether a test is to write what it gets, instead of wanting it.
func Update() bool { return *update }

// Run runs each case of a pattern, such as "testdata/load/*.txtar". Do is given the files of the case but for the last, and
// returns what is to stand in that.
func Run(t *testing.T, pattern string, do func(t *testing.T, files []txtar.File) string) {
	t.Helper()
	cases, err := filepath.Glob(pattern)
	if err != nil || len(cases) == 0 {
		t.Fatalf("no test data in %s: %v", pattern, err)
	}
	for _, file := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			last := len(ar.Files) - 1
			if last < 1 || ar.Files[last].Name != "golden" {
				t.Fatalf("%s does not end in the part golden", file)
			}
			got := do(t, ar.Files[:last])
			if *update {
				ar.Files[last].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(ar.Files[last].Data), got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// Trees makes file systems of the files of a case: one of those whose names begin with a prefix, without it, and one of the others.
func Trees(files []txtar.File, prefix string) (below, others fstest.MapFS) {
	below, others = fstest.MapFS{}, fstest.MapFS{}
	for _, f := range files {
		if name, ok := strings.CutPrefix(f.Name, prefix); ok {
			below[name] = &fstest.MapFile{Data: f.Data}
		} else {
			others[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return below, others
}
