package build

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// TestTreeThatWasLookedAt looks at a tree: what was found holds as long as no other tree is put in its place, and a file that was changed is found.
func TestTreeThatWasLookedAt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the tree is not looked at ahead on Windows, where an open folder cannot be moved")
	}
	ctx := context.Background()
	archive, dir := quay(), filepath.Join(t.TempDir(), "public")
	b := cached(t, archive)
	update1(t, b, dir)
	changed := filepath.Join(dir, "ja", "timeline.html")
	html, err := os.ReadFile(changed)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(changed, append(html[:len(html)-1], ' '), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, another := range []bool{false, true} {
		old := b.oldTree(dir, nil)
		defer old.close()
		old.look(ctx)
		found := foundIn(old)
		if len(found) < 20 || found["ja/index.html"] != inTree || (found["ja/timeline.html"] == inTree) != another {
			t.Errorf("of the tree is known: %v", found)
		}
		swapText(archive["config.toml"], "records", "notes")
		if another {
			update1(t, b, dir)
		}
		out, err := newOutput(ctx, dir, nil)
		if err != nil {
			t.Fatal(err)
		}
		c := b.pages(ctx, old, out, nil)
		if at := foundIn(old)["ja/index.html"]; (at == unseen) != another || len(c.old) < 20 {
			t.Errorf("another tree: %v; a file of it stands at %v, and of %d pages it is known what they are", another, at, len(c.old))
		}
		if err := out.discard(); err != nil {
			t.Fatal(err)
		}
		if !another {
			update1(t, b, dir)
			swapText(archive["config.toml"], "notes", "records")
			update1(t, b, dir)
		}
	}
}

// foundIn are the places at which files of a tree were found.
func foundIn(o *oldTree) map[string]place {
	out := map[string]place{}
	for _, page := range o.pages {
		for _, e := range page.files {
			out[e.Path] = e.at
		}
	}
	return out
}
