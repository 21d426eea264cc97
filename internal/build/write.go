package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"jikenbo/internal/render"
)

// marker is the file by which a tree is known to be made by this program, so that
// no other folder is ever replaced. It tells GitHub Pages to serve the files as they are, and
// lists what stands in the tree: other programs write a file of that name too.
const marker = ".nojekyll"

// markerHead is its first line.
const markerHead = "jikenbo wrote this folder and replaces it at every build. At its top stand:"

// litter is what file managers leave in the folders that they show.
var litter = [...]string{".DS_Store", "Thumbs.db", "desktop.ini"}

// Write writes the files into a new folder beside dir and then swaps it in
// whole, so that no page outlives its article and a failed build leaves the old site as it was.
//
// A symbolic link to a folder stays, and the folder is replaced.
//
// It errors if:
//   - dir is a file, or a folder with something in it that Write did not put there
//   - a file cannot be written; then what was written is removed again
func Write(dir string, files []render.File) error {
	t, err := newOutput(context.Background(), dir, nil)
	if err != nil {
		return err
	}
	defer t.discard()
	for _, f := range files {
		if err := t.put(f); err != nil {
			return err
		}
	}
	return t.swapIn()
}

// ours reports, as an error, that dir holds something that Write did not make.
func ours(dir string) error {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return fmt.Errorf("%s is a file; choose a folder", dir)
	}
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case len(entries) == 0:
		return nil
	}
	list, err := os.ReadFile(filepath.Join(dir, marker))
	head, names, _ := strings.Cut(strings.ReplaceAll(string(list), "\r\n", "\n"), "\n")
	if err != nil || head != markerHead {
		return fmt.Errorf("%s holds files that jikenbo did not write; choose another folder or empty it", dir)
	}
	known := make(map[string]bool, strings.Count(names, "\n"))
	for name := range strings.Lines(names) {
		known[strings.TrimSuffix(name, "\n")] = true
	}
	stranger := ""
	for _, e := range entries {
		if !known[e.Name()] && !isLitter(e.Name()) {
			stranger = e.Name()
		}
	}
	if stranger == "" && strings.Contains(names, "/") && !onlyListed(dir, known) { // an edition of old listed only what stands at the top
		stranger, err = unlisted(dir, known)
	}
	if stranger != "" {
		err = fmt.Errorf("%s holds %s, which jikenbo did not write and would delete; move it elsewhere", dir, stranger)
	}
	return err
}

// onlyListed reports whether nothing stands in a tree but the files of a list, with the folders that they need. It neither sorts nor joins them.
func onlyListed(dir string, known map[string]bool) bool {
	folders := map[string]bool{".": true}
	for path := range known {
		for at := folderOf(path); !folders[at]; at = folderOf(at) {
			folders[at] = true
		}
	}
	path := make([]byte, 0, 200)
	for at := range folders {
		name := filepath.Join(dir, filepath.FromSlash(at))
		info, err := os.Lstat(name)
		if err != nil || !info.IsDir() && at != "." {
			return false
		}
		folder, err := os.Open(name)
		if err != nil {
			return false
		}
		entries, err := folder.ReadDir(-1)
		if folder.Close(); err != nil {
			return false
		}
		for _, e := range entries {
			if path = path[:0]; at != "." {
				path = append(append(path, at...), '/')
			}
			if path = append(path, e.Name()...); e.IsDir() && !folders[string(path)] || !e.IsDir() && !known[string(path)] {
				return false
			}
		}
	}
	return true
}

// unlisted returns a file of a tree that is not in the list, "" if all are.
func unlisted(dir string, known map[string]bool) (stranger string, err error) {
	err = fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !known[path] && !isLitter(d.Name()) {
			stranger = path
			return fs.SkipAll
		}
		return err
	})
	return stranger, err
}

func isLitter(name string) bool { return slices.Contains(litter[:], name) }

// markerOf returns the marker of a tree.
func markerOf(paths []string) render.File {
	top := map[string]bool{marker: true}
	var below []string
	for _, path := range paths {
		name, _, deeper := strings.Cut(path, "/")
		top[name] = true
		if deeper {
			below = append(below, path)
		}
	}
	slices.Sort(below)
	list := slices.Concat([]string{markerHead}, slices.Sorted(maps.Keys(top)), below)
	return render.File{Path: marker, Data: []byte(strings.Join(list, "\n") + "\n")}
}
