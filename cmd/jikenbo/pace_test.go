package main

import "testing"

func TestGCPercent(t *testing.T) {
	for _, tt := range []struct {
		live uint64
		want int
	}{{0, 200}, {smallHeap - 1, 200}, {smallHeap, 100}, {largeHeap - 1, 100}, {largeHeap, 35}, {8 << 30, 35}} {
		if got := gcPercent(tt.live); got != tt.want {
			t.Errorf("a heap of %d bytes may grow by %d %%, want %d", tt.live, got, tt.want)
		}
	}
}
