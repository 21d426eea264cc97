package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// writeWhole writes a file whole, or not at all. Its folder must be there.
func writeWhole(path string, data []byte) error {
	fresh, err := os.CreateTemp(filepath.Dir(path), ".jikenbo-*~")
	if err != nil {
		return err
	}
	_, err = fresh.Write(data)
	err = errors.Join(err, fresh.Chmod(0o644), fresh.Close())
	if err == nil {
		err = os.Rename(fresh.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(fresh.Name()))
	}
	return nil
}

// folderOf reports, as an error, that the folder in which a file is to be written is not there. It is not made: its name may
// have a typing error in it.
func (p program) folderOf(file string) error {
	dir := filepath.Dir(file)
	info, err := os.Stat(p.path(dir))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return absentError{fmt.Errorf("there is no folder %q to write %s to; make it first", filepath.ToSlash(dir), filepath.Base(file))}
	case err != nil:
		return err
	case !info.IsDir():
		return absentError{fmt.Errorf("%s is not a folder", dir)}
	}
	return nil
}
