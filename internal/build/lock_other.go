//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package build

import (
	"errors"
	"os"
)

// lockOpen is not known to this system.
func lockOpen(*os.File) error { return errors.ErrUnsupported }
