package event

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jikenbo/internal/jpdate"
)

// cases calls f with the cases of the files of a folder of testdata: a text in a line, and in the next, behind "=", what
// is found in it. A line with # is a comment.
func cases(t *testing.T, folder string, f func(t *testing.T, give, want string) (ok bool)) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			give, n, bad := "", 0, 0
			for _, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
				want, isWant := strings.CutPrefix(line, "=")
				switch {
				case strings.HasPrefix(line, "#"):
				case isWant:
					if n++; !f(t, give, strings.TrimSpace(want)) {
						bad++
					}
				default:
					give = line
				}
			}
			t.Logf("%d of %d wrong", bad, n)
		})
	}
}

// TestActCases reads sentences with their marks (see sentence); what is not done stands behind what is, and
// the sentences of a paragraph are parted by " // ".
func TestActCases(t *testing.T) {
	cases(t, "acts", func(t *testing.T, give, want string) bool {
		var r Reader
		var found [][]Event
		var before jpdate.Date
		for i, marked := range strings.Split(give, " // ") {
			s := sentence(t, marked)
			s.Before, s.Follows = before, i > 0 && len(found[i-1]) > 0
			done, undone := r.Read(&s)
			if len(done) > 0 {
				before = done[len(done)-1].When
			}
			found = append(found, slices.Concat(done, undone))
			if day, _ := r.AnnouncesBefore(); !day.IsZero() {
				found[i] = nil
				for k := range found[i-1] {
					found[i-1][k].Announced = day
				}
			}
		}
		var got []string
		wants := strings.Split(want, " // ")
		for i, es := range found {
			got = append(got, rolesToo(es, wants[min(i, len(wants)-1)]))
		}
		g := strings.TrimSpace(strings.Join(got, " // "))
		if g != want {
			t.Errorf("%s\n got %s\nwant %s", give, g, want)
		}
		return g == want
	})
}

// TestFigureCases reads the figures of sentences, parted by "; ".
func TestFigureCases(t *testing.T) {
	cases(t, "figures", func(t *testing.T, give, want string) bool {
		var got []string
		for _, f := range Figures(sentence(t, give)) {
			got = append(got, wholly(f))
		}
		g := strings.Join(got, "; ")
		if g != want {
			t.Errorf("%s\n got %s\nwant %s", give, g, want)
		}
		return g == want
	})
}
