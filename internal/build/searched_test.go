package build

import (
	"os"
	"path/filepath"
	"testing"

	"jikenbo/internal/search"
)

// TestKeptIndexIsNotTrusted damages each byte of a kept index, cuts it, and asks for it under another key: it counts as missing.
func TestKeptIndexIsNotTrusted(t *testing.T) {
	old := &oldTree{file: filepath.Join(t.TempDir(), "x.pages")}
	c := &pageCache{file: old.file, indexFile: old.indexFile(), key: "key"}
	read := func(c *pageCache) *search.Kept {
		c.index = indexIn(c.indexFile)
		return c.readIndex()
	}
	if read(c) != nil {
		t.Error("there is an index before one is kept")
	}
	c.searched = search.ParseKept(make([]byte, 6), nil) // nothing of anything
	c.writeIndex()
	if read(c) == nil {
		t.Fatal("what was kept is not there")
	}
	whole, err := os.ReadFile(c.indexFile)
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		for _, damaged := range [][]byte{append(append(append([]byte{}, whole[:i]...), whole[i]^1), whole[i+1:]...), whole[:i]} {
			if err := os.WriteFile(c.indexFile, damaged, 0o644); err != nil {
				t.Fatal(err)
			}
			if read(c) != nil {
				t.Errorf("byte %d is damaged, and the index is used", i)
			}
		}
	}
	if err := os.WriteFile(c.indexFile, whole, 0o644); err != nil {
		t.Fatal(err)
	}
	other := &pageCache{indexFile: c.indexFile, key: "yek"}
	if read(other) != nil {
		t.Error("the index of another program is used")
	}
	script := search.Folder + "g0.js"
	other = &pageCache{indexFile: c.indexFile, key: "key", old: map[string]kept{script: {files: []entry{{Path: script}}}}}
	if read(other) != nil {
		t.Error("the index of other scripts is used")
	}
	c.searched = nil
	c.writeIndex()
	if _, err := os.Stat(c.indexFile); err == nil {
		t.Error("an index is kept where there is none")
	}
}
