package build

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"jikenbo"
	"jikenbo/internal/morph"
	"jikenbo/internal/synth"
)

// TestLargeArchive builds an archive that does not fit on one page anywhere: its lists and records are parted
// by year, every link of it resolves, and no page grows with it.
func TestLargeArchive(t *testing.T) {
	made, err := synth.Archive(os.DirFS(root), jikenbo.Files, 520)
	if err != nil {
		t.Fatal(err)
	}
	archive := fstest.MapFS{}
	for _, f := range made {
		archive[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	b := builder(archive)
	b.Tokenizer = func([]morph.Word) morph.Tokenizer { return spaces{} }
	files := mustBuild(t, b)
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
