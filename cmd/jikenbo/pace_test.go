package main

import "testing"

func TestGCPercent(t *testing.T) {
	for _, tt := range []struct {
		live  uint64
		known bool
		want  int
	}{
		{0, false, 200}, {smallHeap - 1, false, 200}, {smallHeap, false, 110}, {mayWait, false, 100}, {2 * mayWait, false, 60}, {largeHeap * 10 / 14, false, 40},
		{mayWait * 100 / 31, false, 30}, {mayWait * 100 / 29, false, 30}, {8 << 30, false, 30},
		{0, true, 13900}, {leastLive, true, 13900}, {firstHeap / 6, true, 500}, {firstHeap / 3, true, 300}, {smallHeap, true, 300}, {knownHeap / 2, true, 100}, {knownHeap / 4 * 3, true, 33}, {8 << 30, true, 30},
	} {
		if got := gcPercent(tt.live, tt.known); got != tt.want {
			t.Errorf("a heap of %d bytes may grow by %d %%, want %d (known: %v)", tt.live, got, tt.want, tt.known)
		}
	}
}
