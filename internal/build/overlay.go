package build

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// overlay is a file system in which the files of the archive win over those
// that are built into the program. It serves templates and static files;
// the registry is merged by package content, by id.
type overlay struct {
	local, shipped fs.FS
}

// Open opens the archive's file or, where there is none, the program's.
func (o overlay) Open(name string) (fs.File, error) {
	if isLink(o.local, name) {
		return nil, fmt.Errorf("%s is a symbolic link, which is not followed; put the file itself there", name)
	}
	f, err := o.local.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.shipped.Open(name)
	}
	return f, err
}

// ReadDir lists the files of both, each name once. Hidden files and backups of the archive are left out;
// a symbolic link, which may lead out of it, is an error.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	local, errLocal := fs.ReadDir(o.local, name)
	shipped, errShipped := fs.ReadDir(o.shipped, name)
	if errLocal != nil && errShipped != nil {
		return nil, errShipped
	}
	seen := map[string]fs.DirEntry{}
	for _, e := range shipped {
		seen[e.Name()] = e
	}
	for _, e := range local {
		switch {
		case e.Type()&fs.ModeSymlink != 0:
			return nil, fmt.Errorf("%s is a symbolic link, which is not followed; put the file itself there", path.Join(name, e.Name()))
		case strings.HasPrefix(e.Name(), "."), strings.HasSuffix(e.Name(), "~"):
		default:
			seen[e.Name()] = e
		}
	}
	return sortedEntries(seen), nil
}

func sortedEntries(byName map[string]fs.DirEntry) []fs.DirEntry {
	out := make([]fs.DirEntry, 0, len(byName))
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		out = append(out, byName[name])
	}
	return out
}
