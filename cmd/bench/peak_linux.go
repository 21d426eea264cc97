package main

import (
	"bytes"
	"fmt"
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

// cpuOf is how much processor time a process has used, in seconds; 0 where that is not known. Linux counts it in hundredths,
// in the 12th and 13th field behind the name, which stands in brackets.
func cpuOf(pid int) float64 {
	data, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	fields := bytes.Fields(data[bytes.LastIndexByte(data, ')')+1:])
	if len(fields) < 13 {
		return 0
	}
	var user, system float64
	if _, err := fmt.Sscan(string(fields[11])+" "+string(fields[12]), &user, &system); err != nil {
		return 0
	}
	return (user + system) / 100
}
