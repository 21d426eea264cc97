//go:build !linux && !darwin

package build

import "errors"

// exchange is not known to this system.
func exchange(string, string) error { return errors.ErrUnsupported }
