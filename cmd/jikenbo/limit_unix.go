//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// ignoreLimits makes a file that is larger than the system allows an error of the write, which names it and leaves the old
// site whole, and not the end of the program.
func ignoreLimits() { signal.Ignore(syscall.SIGXFSZ) }
