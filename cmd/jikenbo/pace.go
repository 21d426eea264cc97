package main

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
)

// Below smallHeap a build is over before garbage costs much memory, and collecting it less often saves a tenth of the time.
// From there on memory is what a machine may lack: no more garbage may wait than mayWait, or largePercent of what is live as long as the heap
// stays below largeHeap, but leastPercent always may. The larger what is live, the more each collection takes that is spared.
const (
	smallHeap    = 150 << 20
	mayWait      = 170 << 20
	largeHeap    = 700 << 20
	largePercent = 60
	leastPercent = 30
)

// How large a heap may become before it is collected where the texts are known from the build before: firstHeap, or four times what is live,
// and no larger than that of the build that found them became. Such a build leaves so little garbage that each collection spared is some
// hundredths of its time.
const (
	firstHeap = 560 << 20
	knownHeap = 860 << 20
	leastLive = 4 << 20 // as which a heap counts that was never collected
)

// A pacer sets how often garbage is collected, unless the environment says so.
type pacer struct {
	set   int // what was set last, 0 for nothing
	asked int
	known bool // the texts are
}

// often is pace for what is called thousands of times.
func (p *pacer) often() {
	if p.asked++; p.asked%64 == 0 {
		p.pace()
	}
}

// pace looks at what is live. Setting stops the world, so that it is done only where it changes something.
func (p *pacer) pace() {
	if os.Getenv("GOGC") != "" {
		return
	}
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	if live[0].Value.Kind() != metrics.KindUint64 {
		return
	}
	if want := gcPercent(live[0].Value.Uint64(), p.known); want != p.set {
		p.set = want
		debug.SetGCPercent(want)
	}
}

// gcPercent is by how much a heap may grow before it is collected.
func gcPercent(live uint64, known bool) int {
	switch {
	case known:
		goal := min(knownHeap, max(firstHeap, 4*live))
		return max(leastPercent, int(100*goal/max(live, leastLive))-100)
	case live < smallHeap:
		return 200
	}
	const step = 5 // each change stops the world
	below := int(largeHeap*100/live) - 100
	return max(leastPercent, int(mayWait*100/live)/step*step, min(largePercent, below)/step*step)
}
