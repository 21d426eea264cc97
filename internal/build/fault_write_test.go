package build

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"jikenbo/internal/render"
)

// TestSwapLeavesNoGap looks at a page all the time while the site is replaced: it is never missing.
func TestSwapLeavesNoGap(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	page := filepath.Join(dir, "ja", "a.html")
	if err := Write(dir, tree("ja/a.html")); err != nil {
		t.Fatal(err)
	}
	if exchange(t.TempDir(), t.TempDir()) != nil {
		t.Skip("this system cannot exchange folders")
	}
	var done atomic.Bool
	missing := make(chan error)
	go func() {
		for !done.Load() {
			if _, err := os.Stat(page); err != nil {
				missing <- err
				return
			}
		}
		missing <- nil
	}()
	for range 300 {
		if err := Write(dir, tree("ja/a.html", "ja/b.html")); err != nil {
			t.Error(err)
		}
	}
	done.Store(true)
	if err := <-missing; err != nil {
		t.Errorf("a reader finds the site missing: %v", err)
	}
}

// TestSwapInTwo swaps as systems do that cannot exchange folders, and is killed between its two steps.
func TestSwapInTwo(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if err := Write(dir, tree("ja/a.html")); err != nil {
		t.Fatal(err)
	}
	fresh := filepath.Join(filepath.Dir(dir), ".public-new-1")
	if err := os.Mkdir(fresh, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := swapInTwo(fresh, dir); err != nil {
		t.Fatal(err)
	}
	wantNothingElse(t, filepath.Dir(dir), "public")
	if err := os.Remove(dir); err != nil { // empty, as the new tree was
		t.Error(err)
	}
	// The old tree stands aside, the new one was not moved yet.
	aside := filepath.Join(filepath.Dir(dir), ".public-new-7-old")
	if err := Write(aside, tree("ja/a.html")); err != nil {
		t.Fatal(err)
	}
	o, err := newOutput(context.Background(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := read(t, filepath.Join(dir, "ja", "a.html")); got != "ja/a.html" {
		t.Errorf("the old page holds %q", got)
	}
	if err := o.discard(); err != nil {
		t.Error(err)
	}
	wantNothingElse(t, filepath.Dir(dir), "public")
}

// TestLeftoversAreCleared holds that a build removes what killed builds left, and nothing else; also where nothing changed.
func TestLeftoversAreCleared(t *testing.T) {
	for _, changed := range []bool{true, false} {
		archive, parent := quay(), t.TempDir()
		dir := filepath.Join(parent, "public")
		b := cached(t, archive)
		update1(t, b, dir)
		mine := []string{".public-new-", ".public-new-1x", ".public-new-x", ".other-new-1", ".public-older", "public-new-1"}
		left := []string{".public-new-123", ".public-new-45-old"}
		for _, name := range append(mine, left...) {
			if err := os.MkdirAll(filepath.Join(parent, name, "ja"), 0o755); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(filepath.Join(parent, ".public-lock"), nil, 0o644); err != nil {
			t.Fatal(err)
		}
		if changed {
			swapText(archive["config.toml"], "Harbour", "Seaport")
		}
		if r := update1(t, b, dir); r.Unchanged == changed {
			t.Fatalf("unchanged: %v", r.Unchanged)
		}
		entries, _ := os.ReadDir(parent)
		for _, e := range entries {
			if name := e.Name(); name == ".public-lock" || slices.Contains(left, name) {
				t.Errorf("changed %v: %s is left", changed, name)
			}
		}
		for _, name := range mine {
			if _, err := os.Stat(filepath.Join(parent, name)); err != nil {
				t.Errorf("changed %v: %s, which is not of a build, is gone", changed, name)
			}
		}
	}
}

// TestBrokenWritesAreForgotten holds that the cache loses what writes left that were cut off, once it is a day old.
func TestBrokenWritesAreForgotten(t *testing.T) {
	archive, dir := quay(), filepath.Join(t.TempDir(), "public")
	b := cached(t, archive)
	update1(t, b, dir)
	old, young := filepath.Join(b.Cache, "trees", ".new-1"), filepath.Join(b.Cache, "trees", ".new-2")
	for _, path := range []string{old, young} {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	yesterday := time.Now().Add(-25 * time.Hour)
	if err := os.Chtimes(old, yesterday, yesterday); err != nil {
		t.Fatal(err)
	}
	swapText(archive["config.toml"], "Harbour", "Seaport")
	update1(t, b, dir)
	if _, err := os.Stat(old); err == nil {
		t.Error("the old one is left")
	}
	if _, err := os.Stat(young); err != nil {
		t.Error("the young one, which another build may be writing, is gone")
	}
}

// TestLockKeepsOut holds that a folder has one build at a time, that the next one waits for it and says so, and
// can be interrupted while it waits.
func TestLockKeepsOut(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	first, err := newOutput(context.Background(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !first.lock.held {
		t.Skip("the file system knows no locks")
	}
	ctx, cancel := context.WithCancel(context.Background())
	if _, err := newOutput(ctx, dir, cancel); !errors.Is(err, context.Canceled) {
		t.Errorf("want to wait until it is interrupted, got %v", err)
	}
	if _, err := os.Stat(first.fresh); err != nil {
		t.Error("the tree of the first build is gone")
	}
	second, err := newOutput(context.Background(), dir, func() {
		if err := first.put(render.File{Path: "a"}); err != nil {
			t.Error(err)
		}
		if err := first.discard(); err != nil {
			t.Error(err)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := second.discard(); err != nil {
		t.Error(err)
	}
	wantNothingElse(t, filepath.Dir(dir), "none")
}
