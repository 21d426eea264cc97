package jpdate_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jikenbo/internal/edtf"
	"jikenbo/internal/jpdate"
)

// A kindCase is a text of some passages, with the dates that a careful reader finds in each.
type kindCase struct {
	name, published string
	line            int
	passages, want  []string
}

// readKinds reads a table of testdata: a line that begins with ">" opens a text and gives its publication, and each line
// below is a passage and what it says, with "=>" between them. "##" names the kind.
func readKinds(t *testing.T, file string) []kindCase {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []kindCase
	kind := ""
	for i, line := range strings.Split(string(raw), "\n") {
		switch {
		case strings.HasPrefix(line, "##"):
			kind = strings.TrimSpace(line[2:])
		case strings.HasPrefix(line, ">"):
			out = append(out, kindCase{name: kind, published: strings.TrimSpace(line[1:]), line: i + 1})
		case line != "":
			passage, want, ok := strings.Cut(line, "=>")
			if !ok || len(out) == 0 {
				t.Fatalf("%s:%d: no case: %s", file, i+1, line)
			}
			c := &out[len(out)-1]
			c.passages = append(c.passages, strings.TrimSuffix(passage, " "))
			c.want = append(c.want, strings.TrimSpace(want))
		}
	}
	return out
}

// TestKinds reads whole texts in miniature, where what a date means is told by others or by the rest of its sentence.
func TestKinds(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		for _, c := range readKinds(t, file) {
			published := edtf.Date{}
			if c.published != "" {
				published = edtf.MustParse(c.published)
			}
			r := jpdate.NewReader(published)
			r.Survey(slices.Values(c.passages))
			for i, p := range c.passages {
				if got := found(r.Find(p)); got != c.want[i] {
					t.Errorf("%s:%d (%s): %s\n got %s\nwant %s", file, c.line, c.name, p, got, c.want[i])
				}
			}
		}
	}
}
