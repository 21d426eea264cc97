package build

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"testing"
)

// readParsed reads what is kept.
func readParsed(dir, edition string) *parsedTexts {
	p := newParsed(dir, parsedFile, edition, none)
	p.open.Do(p.read)
	return p
}

// TestParsedTextsAreNotTrusted keeps texts, changes each byte of what is kept, cuts it, and asks for it under another edition.
func TestParsedTextsAreNotTrusted(t *testing.T) {
	dir, key := t.TempDir(), [sha256.Size]byte{1}
	p := readParsed(dir, "edition")
	p.Put(key, []byte("text"))
	p.Put([sha256.Size]byte{2}, nil)
	p.write()
	p = readParsed(dir, "edition")
	if string(p.Get(key)) != "text" {
		t.Fatal("what was kept is not there")
	}
	whole, err := os.ReadFile(p.file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		for _, damaged := range [][]byte{append(append(append([]byte{}, whole[:i]...), whole[i]^1), whole[i+1:]...), whole[:i]} {
			if err := os.WriteFile(filepath.Join(dir, textsFolder, parsedFile), damaged, 0o644); err != nil {
				t.Fatal(err)
			}
			if p := readParsed(dir, "edition"); len(p.old) > 0 {
				t.Errorf("byte %d is damaged, and it is used", i)
			}
		}
	}
	if err := os.WriteFile(p.file, whole, 0o644); err != nil {
		t.Fatal(err)
	}
	if p := readParsed(dir, "editio"); len(p.old) > 0 {
		t.Error("what another edition kept is used")
	}
	p.write()
	if p := readParsed(dir, "edition"); len(p.old) != 1 {
		t.Errorf("%d texts are kept, want the one that was used", len(p.old))
	}
}
