package morph

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/ikawaha/kagome-dict/dict"
)

func TestWithoutBeaten(t *testing.T) {
	var d dict.Dict
	for _, e := range []struct {
		left, right, weight int16
		name                string
	}{
		{1, 1, 10, "alone"},
		{1, 1, 10, "dear"}, {1, 2, 30, "other context"}, {1, 1, 5, "cheap"}, {1, 1, 5, "as cheap, later"},
		{2, 2, 7, "first of two"}, {2, 2, 7, "second of two"},
		{3, 3, 1, "last"},
	} {
		d.Morphs = append(d.Morphs, dict.Morph{LeftID: e.left, RightID: e.right, Weight: e.weight})
		d.POSTable.POSs = append(d.POSTable.POSs, dict.POS{dict.POSID(len(d.Contents))})
		d.Contents = append(d.Contents, []string{e.name})
	}
	d.Index.Dup = map[int32]int32{1: 3, 5: 1}
	got := withoutBeaten(&d)
	if diff := cmp.Diff(map[int32]int32{1: 1}, got.Index.Dup); diff != "" {
		t.Errorf("more entries of a word (-want +got):\n%s", diff)
	}
	for id, want := range map[int]string{0: "alone", 1: "other context", 2: "cheap", 5: "first of two", 7: "last"} {
		if name := got.Contents[id][0]; name != want || d.Contents[got.POSTable.POSs[id][0]][0] != want || got.Morphs[id] != d.Morphs[got.POSTable.POSs[id][0]] {
			t.Errorf("entry %d is %q, want %q, with all that is said of it", id, name, want)
		}
	}
	if d.Contents[1][0] != "dear" || d.Index.Dup[5] != 1 {
		t.Error("the dictionary that was given has changed")
	}
}
