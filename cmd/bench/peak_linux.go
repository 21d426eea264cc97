package main

import (
	"os"
	"syscall"
)

// peak is the most memory that a process held at once, in MB. Linux counts it in KB.
func peak(p *os.ProcessState) float64 {
	if use, ok := p.SysUsage().(*syscall.Rusage); ok {
		return float64(use.Maxrss) / 1024
	}
	return 0
}
