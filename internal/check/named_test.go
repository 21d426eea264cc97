package check

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"jikenbo/internal/source"
)

// TestNamed lays an article over the whole archive: whom its two versions name differently is told, and nothing else.
func TestNamed(t *testing.T) {
	files, err := filepath.Glob("testdata/names/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			ts := whole(t)
			ar := ts.read(t, file)
			delete(ts.archive, "golden")
			all, _ := ts.find(t)
			var named source.Problems
			for _, p := range all {
				if p.Code != DataUnmentioned && p.Code != DataReading {
					named = append(named, p)
				}
			}
			last := &ar.Files[len(ar.Files)-1]
			if *update {
				last.Data = []byte(named.String())
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(last.Data), named.String()); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}
