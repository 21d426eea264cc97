package draft

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree reads everything below a folder.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || p == dir {
			return err
		}
		name, _ := filepath.Rel(dir, p)
		if e.IsDir() {
			out[name+"/"] = ""
			return nil
		}
		data, err := os.ReadFile(p)
		out[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// plant writes a tree.
func plant(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		p := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(p), 0o755), os.WriteFile(p, []byte(data), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestWrite(t *testing.T) {
	for _, tt := range []struct {
		name   string
		before map[string]string
		files  []File
		want   map[string]string // what is there besides
		err    string
	}{
		{
			name:  "an empty folder",
			files: []File{{Path: "content/articles/a/ja.md", Data: []byte("x")}, {Path: "seeds/a.toml", Data: []byte("y")}, {Path: "content/articles/a/en.md", Data: []byte("z")}},
			want: map[string]string{"content/": "", "content/articles/": "", "content/articles/a/": "", "content/articles/a/ja.md": "x",
				"content/articles/a/en.md": "z", "seeds/": "", "seeds/a.toml": "y"},
		},
		{
			name:   "beside others",
			before: map[string]string{"seeds/b.toml": "b", "content/articles/b/ja.md": "b"},
			files:  []File{{Path: "content/articles/a/ja.md", Data: []byte("x")}, {Path: "seeds/a.toml", Data: []byte("y")}},
			want:   map[string]string{"content/articles/a/": "", "content/articles/a/ja.md": "x", "seeds/a.toml": "y"},
		},
		{
			name:   "the last one is there already",
			before: map[string]string{"seeds/a.txt": "old", "content/articles/b/ja.md": "b"},
			files:  []File{{Path: "content/articles/a/ja.md", Data: []byte("x")}, {Path: "seeds/a.toml", Data: []byte("y")}, {Path: "seeds/a.txt", Data: []byte("new")}},
			err:    "seeds/a.txt: is there already; nothing was written",
		},
		{
			name:   "adding",
			before: map[string]string{"content/places.toml": "[[place]]\r\nid = \"a\""},
			files:  []File{{Path: "content/places.toml", Data: []byte("[[place]]\nid = \"b\"\n"), Adds: true}},
			want:   map[string]string{"content/places.toml": "[[place]]\r\nid = \"a\"\r\n\r\n[[place]]\r\nid = \"b\"\r\n"},
		},
		{
			name:  "adding to nothing",
			files: []File{{Path: "content/places.toml", Data: []byte("x\n"), Adds: true}},
			want:  map[string]string{"content/": "", "content/places.toml": "x\n"},
		},
		{
			name:   "a file stands where a folder is wanted",
			before: map[string]string{"content": "file"},
			files:  []File{{Path: "seeds/a.toml", Data: []byte("y")}, {Path: "content/a.toml", Data: []byte("x")}},
			err:    "content/a.toml: not a directory",
		},
		{
			name:  "outside",
			files: []File{{Path: "seeds/a.toml", Data: []byte("y")}, {Path: "../x/a.toml", Data: []byte("x")}},
			err:   "../x/a.toml: path escapes from parent",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := plant(t, tt.before)
			want := tree(t, dir)
			err := Write(dir, tt.files)
			if got := errorText(err); got != tt.err {
				t.Errorf("error %q, want %q", got, tt.err)
			}
			for name, data := range tt.want {
				want[name] = data
			}
			if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return strings.TrimSpace(err.Error())
}

// TestWriteStaysInside has links in the archive that lead out of it.
func TestWriteStaysInside(t *testing.T) {
	outside := t.TempDir()
	dir := plant(t, map[string]string{"content/x.toml": "x"})
	if err := errors.Join(os.Symlink(outside, filepath.Join(dir, "seeds")), os.Symlink(filepath.Join(outside, "p"), filepath.Join(dir, "content/places.toml"))); err != nil {
		t.Skip(err)
	}
	for _, f := range []File{{Path: "seeds/a.toml", Data: []byte("x")}, {Path: "seeds/b/a.toml", Data: []byte("x")}, {Path: "content/places.toml", Data: []byte("x"), Adds: true}} {
		if err := Write(dir, []File{f}); err == nil {
			t.Errorf("%s was written", f.Path)
		}
	}
	if got := tree(t, outside); len(got) > 0 {
		t.Errorf("outside there is %v", got)
	}
}

// TestWriteUndoes takes the first step and fails at the second: somebody was faster.
func TestWriteUndoes(t *testing.T) {
	dir := plant(t, map[string]string{"seeds/b.toml": "b", "content/articles/b/ja.md": "b"})
	want := tree(t, dir)
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	w := writing{root: root}
	for _, f := range []File{{Path: "content/articles/a/ja.md", Data: []byte("x")}, {Path: "seeds/a.toml", Data: []byte("y")}, {Path: "seeds/a.txt", Data: []byte("z")}} {
		if err := w.prepare(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "seeds/a.txt"), []byte("theirs"), 0o644); err != nil {
		t.Fatal(err)
	}
	want["seeds/a.txt"] = "theirs"
	var failed error
	for _, s := range w.steps {
		failed = errors.Join(failed, w.place(s))
	}
	if !errors.Is(failed, fs.ErrExist) {
		t.Errorf("error %v, want that a file exists", failed)
	}
	if err := w.undo(); err != nil {
		t.Error(err)
	}
	w.clean()
	if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
		t.Error(diff)
	}
}

// TestWriteAddsToNothingElse adds to a file that somebody changes in the meantime.
func TestWriteAddsToNothingElse(t *testing.T) {
	dir := plant(t, map[string]string{"content/places.toml": "old\n"})
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	w := writing{root: root}
	if err := w.prepare(File{Path: "content/places.toml", Data: []byte("more\n"), Adds: true}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "content/places.toml"), []byte("theirs\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := w.place(w.steps[0]); err == nil || !strings.Contains(err.Error(), "was changed in the meantime") {
		t.Errorf("error %v", err)
	}
	w.clean()
	if diff := cmp.Diff(map[string]string{"content/": "", "content/places.toml": "theirs\n"}, tree(t, dir)); diff != "" {
		t.Error(diff)
	}
}
