package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// A watcher tells that something may have changed in what a site is made of. It watches folders, so that a file that is
// saved by moving another one in its place stays watched.
type watcher struct {
	archive string
	trees   []string // folders that are watched with all below them
	events  *fsnotify.Watcher
	folders map[string]bool // that are or were watched
	changed chan struct{}   // holds one: however much has changed, there is one thing to do
}

// newWatcher watches the roots of an archive, those that do not exist yet too, and further folders.
func newWatcher(archive string, more []string) (*watcher, error) {
	archive, err := filepath.Abs(archive) // events have the path under which a folder is watched
	if err != nil {
		return nil, err
	}
	events, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, watchError(err)
	}
	w := &watcher{archive: archive, events: events, folders: map[string]bool{}, changed: make(chan struct{}, 1)}
	for _, name := range roots {
		w.trees = append(w.trees, filepath.Join(w.archive, name))
	}
	err = events.Add(archive)
	for _, dir := range more {
		abs, absErr := filepath.Abs(dir)
		w.trees, err = append(w.trees, abs), errors.Join(err, absErr)
	}
	for _, tree := range w.trees {
		err = errors.Join(err, w.follow(tree))
	}
	if err != nil {
		events.Close()
		return nil, watchError(err)
	}
	return w, nil
}

// watchError says what to do about a system that watches no more.
func watchError(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) {
		return fmt.Errorf("the system watches no more folders; raise the limit (on Linux: sysctl fs.inotify.max_user_watches=524288 and fs.inotify.max_user_instances=512): %w", err)
	}
	return fmt.Errorf("the folders of the archive cannot be watched: %w", err)
}

func (w *watcher) close() { w.events.Close() }

// follow watches a folder and all below it. A file needs nothing: its folder is watched.
func (w *watcher) follow(root string) error {
	if info, err := os.Stat(root); err != nil || !info.IsDir() {
		return nil
	}
	// With the dot behind it, a root that is a symbolic link is followed.
	return filepath.WalkDir(root+string(filepath.Separator)+".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission):
			return nil // it is gone again, or is for the stages to report
		case err != nil:
			return err
		case !d.IsDir():
			return nil
		case hidden(filepath.Base(path)):
			return fs.SkipDir
		}
		path = filepath.Clean(path)
		w.folders[path] = true
		if err := w.events.Add(path); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
}

// run tells of changes until the context ends.
func (w *watcher) run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-w.events.Events:
			if !ok {
				return
			}
			w.event(e)
		case _, ok := <-w.events.Errors:
			if !ok {
				return
			}
			w.followAll() // events were lost: anything may have changed, and any folder may be new
			w.tell()
		}
	}
}

// event follows a new folder, and tells of a change that concerns the site.
func (w *watcher) event(e fsnotify.Event) {
	if e.Op == fsnotify.Chmod || !w.concerns(e.Name) {
		return
	}
	switch { // before it is told: what comes later is told of, what is there already is read
	case e.Has(fsnotify.Create):
		_ = w.follow(e.Name)
	case e.Has(fsnotify.Rename) && w.folders[e.Name]:
		w.followAll() // with the old name of a folder, the library forgets the new one, which it may have been told of before
	}
	w.tell()
}

func (w *watcher) followAll() {
	for _, tree := range w.trees {
		_ = w.follow(tree) // what cannot be watched was told of at the start
	}
}

// concerns reports whether a path is one that the site is made of, and no backup or hidden file.
func (w *watcher) concerns(path string) bool {
	return !hidden(filepath.Base(path)) && slices.ContainsFunc(w.trees, func(tree string) bool {
		return path == tree || strings.HasPrefix(path, tree+string(filepath.Separator))
	})
}

// hidden reports whether a name is that of a file which no stage reads: hidden ones, backups, and what editors try out
// whether they may write.
func hidden(name string) bool {
	return len(name) > 1 && strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || strings.HasPrefix(name, "#") || name == "4913"
}

func (w *watcher) tell() {
	select {
	case w.changed <- struct{}{}:
	default: // it is told of already
	}
}
