package source

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

// TestDiskIsDirFS holds that a Disk gives what os.DirFS gives, errors too.
func TestDiskIsDirFS(t *testing.T) {
	dir := t.TempDir()
	large := bytes.Repeat([]byte("0123456789"), 100_000)
	for name, data := range map[string][]byte{"a/b/c.txt": []byte("c"), "a/empty": nil, "large": large} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("large", filepath.Join(dir, "link")); err != nil {
		t.Skip(err)
	}
	if err := fstest.TestFS(Disk(dir), "a/b/c.txt", "a/empty", "large"); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"a/b/c.txt", "a/empty", "large", "link", "a", "none", "a/none", "../x", "/etc/passwd", "", ".", "a//b", "a\x00b"} {
		got, err := fs.ReadFile(Disk(dir), name)
		want, wantErr := fs.ReadFile(os.DirFS(dir), name)
		if !bytes.Equal(got, want) || (err == nil) != (wantErr == nil) || err != nil && err.Error() != wantErr.Error() {
			t.Errorf("%q: %d bytes, %v; want %d, %v", name, len(got), err, len(want), wantErr)
		}
		f, err := Disk(dir).Open(name)
		g, wantErr := os.DirFS(dir).Open(name)
		if (err == nil) != (wantErr == nil) || err != nil && err.Error() != wantErr.Error() {
			t.Errorf("opening %q: %v, want %v", name, err, wantErr)
		}
		for _, f := range []fs.File{f, g} {
			if f != nil {
				f.Close()
			}
		}
	}
	if info, err := fs.Lstat(Disk(dir), "link"); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", info, err)
	}
	if to, err := fs.ReadLink(Disk(dir), "link"); err != nil || to != "large" {
		t.Errorf("the link leads to %q, %v", to, err)
	}
}

// TestWriteFile holds that a file is replaced whole, gets its rights, and that what cannot be written says so.
func TestWriteFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "x")
	for _, data := range []string{"long", "ab", ""} {
		if err := WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
		if got, err := ReadFile(name); err != nil || string(got) != data {
			t.Errorf("%q came back as %q, %v", data, got, err)
		}
	}
	if info, err := os.Stat(name); err != nil || info.Mode() != 0o644 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if err := WriteFile(filepath.Dir(name), nil, 0o644); err == nil {
		t.Error("a folder was written")
	}
	if _, err := ReadFile(filepath.Join(name, "none")); !errors.As(err, new(*fs.PathError)) {
		t.Errorf("got %v", err)
	}
}
