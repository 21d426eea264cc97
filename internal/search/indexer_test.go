package search

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// TestBatches holds that the index does not depend on how much is put in order at once.
func TestBatches(t *testing.T) {
	s := newSynth()
	records, names := s.archive(10)
	indexed := func(batch int) index {
		x, f := newIndexer(names), folder{}
		x.batch = batch
		for _, r := range records {
			x.add(0, f.runes(r.Title))
			for i, l := range r.Lines {
				x.add(1+i, f.runes(l.Text))
			}
			x.first += uint32(1 + len(r.Lines))
		}
		return x.index()
	}
	want := indexed(1 << 20)
	for _, batch := range []int{1, 7, 1000} {
		if got := indexed(batch); !reflect.DeepEqual(lists(got), lists(want)) {
			t.Errorf("in batches of %d the index is another one", batch)
		}
	}
}

// lists returns the lines of each gram.
func lists(x index) map[string][]uint32 {
	out := map[string][]uint32{}
	for _, l := range x {
		out[l.gram] = l.lines()
	}
	return out
}

func TestByGram(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 2, 5000} {
		list := make([]uint64, n)
		for i := range list {
			list[i] = random.Uint64() >> random.IntN(64) << random.IntN(64)
		}
		want := slices.Clone(list)
		slices.SortStableFunc(want, func(a, b uint64) int { return int(a>>lineBits) - int(b>>lineBits) })
		if got := byGram(list, make([]uint64, n)); !slices.Equal(got, want) {
			t.Errorf("%d are not in order", n)
		}
	}
}
