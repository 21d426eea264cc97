package main

import (
	"fmt"
	"io"
	"os"
)

// The most that is read of files which are not of the archive, in bytes.
const (
	maxCatalogue = 128 << 20 // more than twice what the largest catalogue has
	maxFont      = 256 << 20
	maxDossier   = 256 << 20
)

// readFont reads a font, which may stand anywhere on the machine.
func readFont(path string) ([]byte, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a plain file", path)
	}
	return readAtMost(path, maxFont)
}

// readAtMost reads a file, unless it is larger than a limit. What tells its size is not read to find out.
func readAtMost(path string, limit int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	tooLarge := fmt.Errorf("%s has more than %d MB, which is the limit", path, limit>>20)
	if info, err := f.Stat(); err == nil && info.Size() > limit {
		return nil, tooLarge
	}
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		return nil, tooLarge
	}
	return data, err
}
