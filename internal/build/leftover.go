package build

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// The names of what a build makes beside the tree and removes in the end.
const (
	freshPart = "-new-" // between the name of the tree and a number
	asideEnd  = "-old"  // of a tree that is set aside
	newPart   = ".new-" // before a number, in the cache
)

// freshForm is what stands behind the name of the tree.
var freshForm = regexp.MustCompile(`^` + freshPart + `[0-9]+(` + asideEnd + `)?$`)

// recover puts right what builds left that were ended before their time. They are gone: this build has the lock. An old
// tree that stands aside while there is no tree is put back, all else is removed.
func (t *output) recover() {
	if !t.lock.held {
		return
	}
	for _, path := range leftovers(t.dir, freshForm) {
		if _, err := os.Lstat(t.dir); errors.Is(err, fs.ErrNotExist) && strings.HasSuffix(path, asideEnd) {
			os.Rename(path, t.dir)
		}
	}
	removeAll(t.dir, freshForm)
}

// clearUp is recover for a tree that stays as it is, unless another build is at work on it.
func clearUp(dir string) {
	if _, err := os.Lstat(lockFile(dir)); err != nil && len(leftovers(dir, freshForm)) == 0 {
		return
	}
	if l, err := tryAcquire(dir); err == nil {
		t := output{dir: dir, lock: l}
		t.recover()
		l.release()
	}
}

// brokenWrites removes what writes to the cache left that were cut off more than a day ago.
func brokenWrites(dir string, now time.Time) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && strings.HasPrefix(e.Name(), newPart) && now.Sub(info.ModTime()) > 24*time.Hour {
			os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
}

// leftovers are what was made beside a path, by the name of the path and what stands behind it.
func leftovers(path string, form *regexp.Regexp) []string {
	entries, _ := os.ReadDir(filepath.Dir(path))
	var names []string
	for _, e := range entries {
		if end, ok := strings.CutPrefix(e.Name(), "."+filepath.Base(path)); ok && form.MatchString(end) {
			names = append(names, filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
	return names
}

// removeAll removes them. What cannot be removed harms nobody.
func removeAll(path string, form *regexp.Regexp) {
	for _, name := range leftovers(path, form) {
		os.RemoveAll(name)
	}
}
