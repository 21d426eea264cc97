package main

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
)

// Below smallHeap a build is over before garbage costs much memory, and collecting it less often saves a tenth of the time;
// from largeHeap on memory is what a machine may lack: 35 instead of 60 per cent saves a third of it, for some hundredths of the time.
const (
	smallHeap = 150 << 20
	largeHeap = 400 << 20
)

// pace sets, as a stage begins, how often garbage is collected, unless the environment says so.
func pace() {
	if os.Getenv("GOGC") != "" {
		return
	}
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	if live[0].Value.Kind() == metrics.KindUint64 {
		debug.SetGCPercent(gcPercent(live[0].Value.Uint64()))
	}
}

// gcPercent is by how much a heap may grow before it is collected.
func gcPercent(live uint64) int {
	switch {
	case live < smallHeap:
		return 200
	case live < largeHeap:
		return 100
	}
	return 35
}
