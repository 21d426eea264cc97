package morph

import (
	"slices"

	"github.com/ikawaha/kagome-dict/dict"
)

// withoutRareKinds returns a dictionary like another that does not take words which it does not have for names of persons or for
// interjections. kagome weighs a word of katakana as everything that it may be at each of its characters, and never finds
// these the likeliest: with them every third node of the lattice is of no use.
func withoutRareKinds(d *dict.Dict) *dict.Dict {
	out, unk := *d, d.UnkDict
	unk.Morphs, unk.Contents, unk.Index, unk.IndexDup = nil, nil, map[int32]int32{}, map[int32]int32{}
	for category := range d.CharClass {
		at, ok := d.UnkDict.Index[int32(category)]
		if !ok {
			continue
		}
		first := len(unk.Morphs)
		for id := at; id <= at+d.UnkDict.IndexDup[int32(category)]; id++ {
			if c := d.UnkDict.Contents[id]; !slices.Contains(c, "感動詞") && !slices.Contains(c, "人名") {
				unk.Morphs, unk.Contents = append(unk.Morphs, d.UnkDict.Morphs[id]), append(unk.Contents, c)
			}
		}
		if n := len(unk.Morphs) - first; n > 0 {
			unk.Index[int32(category)], unk.IndexDup[int32(category)] = int32(first), int32(n-1)
		} else {
			return d // there would be nothing to take them for
		}
	}
	out.UnkDict = unk
	return &out
}
