package build

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"jikenbo/internal/source"
)

// at returns a clock that does something each time a stage begins.
func at(stage string, do func(time int)) func(string) {
	times := 0
	return func(s string) {
		if s == stage {
			times++
			do(times)
		}
	}
}

// TestArchiveChangesMeanwhile changes the archive once, at any stage of a build: the site is made of what stands there now,
// and of nothing that stood there before.
func TestArchiveChangesMeanwhile(t *testing.T) {
	changes := map[string]func(a fstest.MapFS){
		"both versions of an article": func(a fstest.MapFS) {
			swapText(a["content/articles/pier/ja.md"], "4月3日", "4月4日")
			swapText(a["content/articles/pier/en.md"], "3 April", "4 April")
		},
		"an article gone": func(a fstest.MapFS) {
			delete(a, "content/articles/pier/ja.md")
			delete(a, "content/articles/pier/en.md")
		},
		"an article more": func(a fstest.MapFS) {
			a["content/articles/weir/ja.md"] = a["content/articles/pier/ja.md"]
			a["content/articles/weir/en.md"] = a["content/articles/pier/en.md"]
		},
		"a template": func(a fstest.MapFS) {
			a["templates/missing.html"] = &fstest.MapFile{Data: []byte(`{{define "main"}}none{{end}}`)}
		},
		"a style": func(a fstest.MapFS) { a["static/own.css"] = &fstest.MapFile{Data: []byte("p {}")} },
	}
	try := func(stage, what string, cached bool) {
		archive, dir := quay(), filepath.Join(t.TempDir(), "public")
		b := small(archive)
		if cached {
			b.Cache, b.Edition = filepath.Join(t.TempDir(), "cache"), "1"
		}
		update1(t, b, dir)
		swapText(archive["config.toml"], "records", "notes")
		b.Clock = at(stage, func(time int) {
			if time == 1 {
				changes[what](archive)
			}
		})
		update1(t, b, dir)
		wantCold(t, what+" at "+stage, dir, archive)
		wantNothingElse(t, filepath.Dir(dir), "public")
	}
	for i, stage := range []string{"analyse", "link", "render"} {
		try(stage, "both versions of an article", i%2 == 0)
	}
	for what := range changes {
		try("render", what, true)
	}
}

// TestArchiveThatDoesNotRest changes a file at every attempt: then it is told which, and the old site stands.
func TestArchiveThatDoesNotRest(t *testing.T) {
	archive, dir := quay(), filepath.Join(t.TempDir(), "public")
	b := cached(t, archive)
	update1(t, b, dir)
	old := onDisk(t, dir)
	swapText(archive["config.toml"], "records", "notes")
	b.Clock = at("render", func(int) { swapText(archive["content/articles/pier/en.md"], "Police", "The Police") })
	_, _, err := b.Update(context.Background(), dir)
	var changed changedError
	if !errors.As(err, &changed) || changed.path != "content/articles/pier/en.md" {
		t.Fatalf("want the path of the file, got %v", err)
	}
	if want := "content/articles/pier/en.md is being changed while the site is built from it; nothing was written, build again when it is at rest"; err.Error() != want {
		t.Errorf("got %q", err)
	}
	for path, text := range onDisk(t, dir) {
		if old[path] != text {
			t.Errorf("%s is not what it was", path)
		}
	}
	wantNothingElse(t, filepath.Dir(dir), "public")
}

// TestFileGoneMeanwhile takes a file away between the moment at which its folder is listed and the one at which it is read, and
// puts it back: a problem that is over is not reported.
func TestFileGoneMeanwhile(t *testing.T) {
	archive, dir := quay(), filepath.Join(t.TempDir(), "public")
	b := small(archive)
	path := "content/articles/pier/en.md"
	file := archive[path]
	file.Data = append(file.Data, "One more paragraph that the other has not.\n\nAnd one more.\n"...)
	whole := quay()[path]
	b.Clock = at("analyse", func(int) { archive[path] = whole }) // the editor saves the file in order
	b.Strict = true
	if _, problems, err := b.Update(context.Background(), dir); err != nil || len(problems) > 0 {
		t.Errorf("%v\n%s", err, problems)
	}
	wantCold(t, "mended meanwhile", dir, archive)
}

// TestSymlinkAsOutput holds what becomes of links in the place of the site.
func TestSymlinkAsOutput(t *testing.T) {
	for name, target := range map[string]string{"to nothing": "nowhere", "to itself": "public"} {
		link := filepath.Join(t.TempDir(), "public")
		if err := os.Symlink(target, link); err != nil {
			t.Skip(err)
		}
		if err := Write(link, tree("a.html")); err == nil || !strings.Contains(err.Error(), "is a symbolic link that leads to nothing") {
			t.Errorf("%s: want a refusal, got %v", name, err)
		}
		if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
			t.Errorf("%s: the link is gone", name)
		}
		wantNothingElse(t, filepath.Dir(link), "public")
	}
}

// TestChangedAndChangedBack changes an article while it is read, and changes it back before the build looks again. Where the system tells
// that somebody was there, the site has nothing of it.
func TestChangedAndChangedBack(t *testing.T) {
	home, files := t.TempDir(), quay()
	archive, dir := filepath.Join(home, "archive"), filepath.Join(home, "public")
	mirror(t, files, archive, time.Unix(1_700_000_000, 0))
	b := small(source.Disk(archive))
	b.Cache, b.Edition = filepath.Join(home, "cache"), "1"
	update1(t, b, dir)
	if b.ledger(dir, inputsEnd) == nil {
		t.Skip("the system tells nothing here")
	}
	swapText(files["config.toml"], "records", "notes")
	mirror(t, files, archive, time.Unix(1_700_000_000, 0))
	path := "content/articles/pier/ja.md"
	attempts := 0
	b.Clock = func(stage string) {
		switch {
		case stage == "load":
			if attempts++; attempts == 1 {
				put(t, filepath.Join(archive, path), strings.Replace(string(files[path].Data), "4月3日", "4月4日", 1))
			}
		case stage == "analyse" && attempts == 1:
			put(t, filepath.Join(archive, path), string(files[path].Data))
		}
	}
	update1(t, b, dir)
	wantCold(t, "what was changed back", dir, files)
	if attempts != 2 {
		t.Errorf("it was built %d times", attempts)
	}
}
