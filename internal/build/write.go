package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"jikenbo/internal/render"
)

// marker is the file by which a tree is known to be made by this program, so that
// no other folder is ever replaced.
const marker = ".nojekyll"

// Write writes the files into a new folder beside dir and then swaps it in
// whole, so that no page outlives its article and a failed build leaves the old site as it was.
//
// It errors if:
//   - dir is a file, or a folder that holds something and was not made by Write
//   - a file cannot be written; then what was written is removed again
func Write(dir string, files []render.File) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	if err := ours(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+"-new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(fresh)
	if err := writeAll(fresh, files); err != nil {
		return err
	}
	return swap(fresh, dir)
}

// ours reports, as an error, that dir holds something that Write did not make.
func ours(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case len(entries) == 0:
		return nil
	}
	if _, err := os.Lstat(filepath.Join(dir, marker)); err != nil {
		return fmt.Errorf("%s holds files that jikenbo did not write; choose another folder or empty it", dir)
	}
	return nil
}

func writeAll(dir string, files []render.File) error {
	if err := os.Chmod(dir, 0o755); err != nil {
		return err
	}
	made := map[string]bool{dir: true}
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.Path))
		if parent := filepath.Dir(path); !made[parent] {
			if err := os.MkdirAll(parent, 0o755); err != nil {
				return err
			}
			made[parent] = true
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// swap puts fresh in the place of dir. The old tree is set aside first and removed last;
// it is put back if the new one cannot be moved.
func swap(fresh, dir string) error {
	aside := fresh + "-old"
	err := os.Rename(dir, aside)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	hadOld := err == nil
	if err := os.Rename(fresh, dir); err != nil {
		if hadOld {
			return errors.Join(err, os.Rename(aside, dir))
		}
		return err
	}
	return os.RemoveAll(aside)
}
