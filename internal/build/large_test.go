package build

import (
	"strings"
	"testing"
)

// TestLargeArchive builds an archive that does not fit on one page anywhere: its lists and records are parted
// by year, every link of it resolves, and no page grows with it.
func TestLargeArchive(t *testing.T) {
	files := mustBuild(t, cutless(made(t, 520)))
	checkTree(t, files)
	parted := map[string]bool{}
	for _, f := range files {
		if strings.HasSuffix(f.Path, ".html") && len(f.Data) > 500_000 {
			t.Errorf("%s has %d bytes", f.Path, len(f.Data))
		}
		for _, part := range []string{"ja/articles/until-", "en/organizations/fbi/20", "ja/timeline/20"} {
			parted[part] = parted[part] || strings.HasPrefix(f.Path, part)
		}
	}
	for part, found := range parted {
		if !found {
			t.Errorf("there is no page %s…", part)
		}
	}
}
