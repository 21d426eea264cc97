package serve

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// TestWatcher does to an archive what editors and programs do, and waits to be told of it. What concerns nobody is followed by
// something that does, so that its silence shows.
func TestWatcher(t *testing.T) {
	dir, originals := t.TempDir(), t.TempDir()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	write := func(name string) { t.Helper(); must(os.WriteFile(at(name), []byte("x"), 0o644)) }
	must(os.MkdirAll(at("content/articles/a"), 0o755))
	write("content/articles/a/ja.md")

	w, err := newWatcher(dir, []string{originals})
	must(err)
	defer w.close()
	names := make(chan string)
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	go func() { // what run does, with the names
		for {
			select {
			case e := <-w.events.Events:
				if w.event(e); len(w.changed) > 0 {
					<-w.changed
					names <- e.Name
				}
			case <-ctx.Done():
				return
			}
		}
	}()
	// until waits to be told of a path, and of no other outside it.
	until := func(what, path string) {
		t.Helper()
		for name := range names {
			if name == path {
				return
			}
			if hidden(filepath.Base(name)) || !w.concerns(name) {
				t.Errorf("%s: told of %s", what, name)
			}
		}
	}
	for _, step := range []struct {
		what string
		do   func()
		path string
	}{
		{"a file is written", func() { write("content/articles/a/ja.md") }, at("content/articles/a/ja.md")},
		{"a file is new", func() { write("config.toml") }, at("config.toml")},
		{"a file is saved by moving another in its place", func() {
			write("content/articles/a/.ja.md.swp")
			write("content/articles/a/4913")
			write("content/articles/a/ja.md~")
			must(os.Rename(at("content/articles/a/.ja.md.swp"), at("content/articles/a/ja.md")))
		}, at("content/articles/a/ja.md")},
		{"and again", func() {
			write("content/articles/a/#x")
			must(os.Rename(at("content/articles/a/#x"), at("content/articles/a/ja.md")))
		}, at("content/articles/a/ja.md")},
		{"other folders", func() {
			must(os.MkdirAll(at("public/ja"), 0o755))
			must(os.MkdirAll(at(".jikenbo-cache/texts"), 0o755))
			write("notes.txt")
			write("content/articles/a/en.md")
		}, at("content/articles/a/en.md")},
		{"a folder is new", func() { must(os.MkdirAll(at("content/articles/b"), 0o755)) }, at("content/articles/b")},
		{"a file in it", func() { write("content/articles/b/ja.md") }, at("content/articles/b/ja.md")},
		{"a root is new, with folders in it", func() { must(os.MkdirAll(at("static/deep"), 0o755)) }, at("static")},
		{"a folder is moved", func() { must(os.Rename(at("content/articles/b"), at("content/articles/c"))) }, at("content/articles/c")},
		{"a file is removed", func() { must(os.Remove(at("content/articles/a/en.md"))) }, at("content/articles/a/en.md")},
		{"a folder is removed", func() { must(os.RemoveAll(at("content/articles/a"))) }, at("content/articles/a")},
		{"a root is removed", func() { must(os.RemoveAll(at("static"))) }, at("static")},
		{"the originals", func() { must(os.WriteFile(filepath.Join(originals, "x.txt"), nil, 0o644)) }, filepath.Join(originals, "x.txt")},
	} {
		step.do()
		until(step.what, step.path)
		if step.what == "a folder is moved" { // what is written before it is watched anew is told of with the move
			for name := ""; name != at("content/articles/c/en.md"); name = <-names {
				write("content/articles/c/en.md")
			}
		}
	}
}

func TestWatcherOfNothing(t *testing.T) {
	if _, err := newWatcher(filepath.Join(t.TempDir(), "none"), nil); err == nil {
		t.Error("a folder that does not exist is watched")
	}
}
