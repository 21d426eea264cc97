package entity

import "testing"

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		NewFinder(registry())
	}
}
