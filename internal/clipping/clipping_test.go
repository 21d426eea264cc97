package clipping

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden parts of testdata")

func tokyo(t testing.TB) *time.Location {
	zone, err := time.LoadLocation("Asia/Tokyo")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// TestCut reads testdata/cut/*.txtar: a file as received, and golden: what was cut out of it.
func TestCut(t *testing.T) {
	files, err := filepath.Glob("testdata/cut/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			c, err := Cut(ar.Files[0].Name, ar.Files[0].Data, tokyo(t))
			got := shownClipping(c, err)
			if *update {
				ar.Files = append(ar.Files[:1], txtar.File{Name: "golden", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(ar.Files[1].Data), got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// shownClipping writes a clipping so that a person can judge it.
func shownClipping(c *Clipping, err error) string {
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "format     %s, %s\n", c.Format, c.Encoding)
	for _, g := range []struct {
		name string
		Guess
	}{{"title", c.Title}, {"publisher", c.Publisher}, {"author", c.Author}, {"published", c.Published}, {"url", c.URL}, {"language", c.Language}, {"kind", c.Kind}} {
		if g.Value != "" {
			fmt.Fprintf(&b, "%-10s %s (%s)\n", g.name, g.Value, g.Guess)
		}
	}
	for _, r := range c.Readings {
		fmt.Fprintf(&b, "reading    %s %s\n", r.Word, r.Kana)
	}
	return b.String() + "\n" + c.Text
}
