package build

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// swap puts fresh in the place of dir and has the old tree taken away. Where the system can exchange two folders in one
// step, a whole tree stands at dir at every moment, also when the program is killed. Elsewhere the old tree is set aside
// first, for as long as a renaming takes; [output.recover] puts it back if the program ends just then.
func swap(fresh, dir string, takeAway func(old string) error) error {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(fresh, dir)
	}
	if exchange(fresh, dir) == nil {
		return takeAway(fresh)
	}
	return swapInTwo(fresh, dir)
}

// swapInTwo is swap where folders cannot be exchanged. The old tree is put back if the new one cannot be moved.
func swapInTwo(fresh, dir string) error {
	aside := fresh + asideEnd
	if err := os.Rename(dir, aside); err != nil {
		return err
	}
	if err := os.Rename(fresh, dir); err != nil {
		return errors.Join(err, os.Rename(aside, dir))
	}
	return removeTree(aside)
}

// removeTree removes a folder; what is in the folders of its folders, by several at once. Of a link only itself is removed.
func removeTree(dir string) error {
	if info, err := os.Lstat(dir); err == nil && !info.IsDir() {
		return os.Remove(dir)
	}
	var below []string
	for _, top := range foldersIn(dir) {
		below = append(below, foldersIn(top)...)
	}
	many(len(below), func(i int) { os.RemoveAll(below[i]) })
	return os.RemoveAll(dir) // which tells what could not be
}

func foldersIn(dir string) []string {
	var folders []string
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if e.IsDir() {
			folders = append(folders, filepath.Join(dir, e.Name()))
		}
	}
	return folders
}
