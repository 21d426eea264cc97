package event

import "testing"

// TestNumberStarts keeps the set and the classes the same.
func TestNumberStarts(t *testing.T) {
	for r := range rune(1 << 16) {
		if want := classOf(r)&numberStart != 0; numberStarts.Has(r) != want {
			t.Errorf("%q: in the set is %v, want %v", r, !want, want)
		}
	}
}
