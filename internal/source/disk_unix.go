//go:build unix

package source

import "syscall"

// unwaited opens a file so that nobody asks whether it can be waited for: reading and writing a file on a disk never wait in that sense.
const unwaited = syscall.O_NONBLOCK
