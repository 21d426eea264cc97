package morph

import (
	"maps"
	"slices"

	"github.com/ikawaha/kagome-dict/dict"
)

// withoutBeaten returns a dictionary like another without the entries that are never chosen: another entry of the same word
// stands in the same contexts and costs less, or costs the same and comes first. They are other readings, and spellings of one name,
// and every twelfth node of a lattice.
func withoutBeaten(d *dict.Dict) *dict.Dict {
	out := *d
	out.Index.Dup = maps.Clone(d.Index.Dup)
	out.Morphs, out.POSTable.POSs, out.Contents = slices.Clone(d.Morphs), slices.Clone(d.POSTable.POSs), slices.Clone(d.Contents)
	for first, more := range d.Index.Dup {
		end := int(first)
		for i := int(first); i <= int(first+more); i++ {
			if beaten(d.Morphs[first:first+more+1], i-int(first)) {
				continue
			}
			out.Morphs[end], out.POSTable.POSs[end], out.Contents[end] = d.Morphs[i], d.POSTable.POSs[i], d.Contents[i]
			end++
		}
		if rest := int32(end) - first - 1; rest > 0 {
			out.Index.Dup[first] = rest
		} else {
			delete(out.Index.Dup, first)
		}
	}
	return &out
}

// beaten reports whether an entry of a word is never chosen for another one.
func beaten(of dict.Morphs, i int) bool {
	m := of[i]
	for j, o := range of {
		if o.LeftID == m.LeftID && o.RightID == m.RightID && (o.Weight < m.Weight || o.Weight == m.Weight && j < i) {
			return true
		}
	}
	return false
}
