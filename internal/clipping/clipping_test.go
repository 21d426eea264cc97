package clipping

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"jikenbo/internal/golden"
)

func tokyo(t testing.TB) *time.Location {
	zone, err := time.LoadLocation("Asia/Tokyo")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// TestCut reads testdata/cut/*.txtar: a file as received, and golden: what was cut out of it.
func TestCut(t *testing.T) {
	golden.Run(t, "testdata/cut/*.txtar", func(t *testing.T, files []txtar.File) string {
		c, err := Cut(files[0].Name, files[0].Data, tokyo(t))
		return shownClipping(c, err)
	})
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
