package build

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// TestEmptied holds that a site with articles is not replaced by one without any, where the folder of texts was lost or renamed,
// and that an archive that never had any still makes a site.
func TestEmptied(t *testing.T) {
	for _, tt := range []struct{ name, hint string }{
		{"contents", "did you mean contents/ to be content/?"},
		{"", "bring the folder back; if all articles"},
	} {
		full, dir := quay(), filepath.Join(t.TempDir(), "public")
		b := cached(t, full)
		update1(t, b, dir)
		page := filepath.Join(dir, "ja", "articles", "pier.html")
		empty := fstest.MapFS{}
		for name, f := range full {
			rest, in := strings.CutPrefix(name, "content/")
			switch {
			case !in:
				empty[name] = f
			case tt.name != "":
				empty[tt.name+"/"+rest] = f
			}
		}
		b.Archive = fs.FS(empty)
		report, problems, err := b.Update(t.Context(), dir)
		if err != nil || report.Files != 0 || problems.Errors() != 1 || !strings.Contains(problems.String(), tt.hint) {
			t.Errorf("%q: %d files, %v\n%s", tt.name, report.Files, err, problems)
		}
		if _, err := os.Stat(page); err != nil {
			t.Errorf("%q: the site is gone: %v", tt.name, err)
		}
		fresh := filepath.Join(t.TempDir(), "public")
		for range 2 { // also over the empty site itself
			if report, problems, err := b.Update(t.Context(), fresh); err != nil || report.Files == 0 {
				t.Errorf("%q: no empty site: %v\n%s", tt.name, err, problems)
			}
		}
	}
}
