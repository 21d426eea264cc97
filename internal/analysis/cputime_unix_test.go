//go:build unix

package analysis

import (
	"syscall"
	"time"
)

// cpuTime returns the processor time that this process has taken so far, 0 where the system does not tell.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
