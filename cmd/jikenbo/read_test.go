package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReadAtMost(t *testing.T) {
	const limit = 1 << 20
	file := func(size int) string {
		name := filepath.Join(t.TempDir(), "f")
		if err := os.WriteFile(name, make([]byte, size), 0o644); err != nil {
			t.Fatal(err)
		}
		return name
	}
	for _, size := range []int{0, limit - 1, limit} {
		if data, err := readAtMost(file(size), limit); err != nil || len(data) != size {
			t.Errorf("%d bytes: got %d, %v", size, len(data), err)
		}
	}
	// A device says that it has no bytes, and never ends.
	for _, name := range []string{file(limit + 1), "/dev/zero"} {
		if _, err := os.Stat(name); err != nil {
			continue // another system
		}
		if data, err := readAtMost(name, limit); err == nil || data != nil || !strings.HasSuffix(err.Error(), "has more than 1 MB, which is the limit") {
			t.Errorf("%s: got %d bytes, %v", name, len(data), err)
		}
	}
}

// TestCatalogueLimit gives catalogues beyond the limit to import: each is refused by its size, and nothing is written.
func TestCatalogueLimit(t *testing.T) {
	for _, flag := range []string{"--misp", "--stix"} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "config.toml"), nil, 0o644); err != nil {
			t.Fatal(err)
		}
		f, err := os.Create(filepath.Join(dir, "large.json"))
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Truncate(maxCatalogue + 1); err != nil { // a hole, which takes no room
			t.Fatal(err)
		}
		f.Close()
		var stderr strings.Builder
		p := program{Stdout: discard{}, Stderr: &stderr, Dir: dir}
		got := p.Run(context.Background(), []string{"import", flag, "large.json"})
		if want := fmt.Sprintf("large.json has more than %d MB, which is the limit\n", maxCatalogue>>20); got != exitProblems || !strings.HasSuffix(stderr.String(), want) {
			t.Errorf("%s: exit %d, %q, want %d, %q", flag, got, stderr.String(), exitProblems, want)
		}
		if entries, err := os.ReadDir(dir); err != nil || len(entries) != 2 {
			t.Errorf("%s: the folder has %v, %v", flag, entries, err)
		}
	}
}
