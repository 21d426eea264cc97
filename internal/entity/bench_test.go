package entity

import "testing"

// BenchmarkNew makes a finder of the registry, as every build does once.
func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		NewFinder(registry())
	}
}
