package check

import (
	"hash/fnv"
	"slices"
)

// ties are what one file wants of another: an id, or to be named back. Of a large tree there are millions, so that only their
// hashes are kept; should one be missing, the files are read once more to find who wants it.
type ties struct {
	there  []uint64
	wanted map[uint64]bool
	lost   map[uint64]bool // what is wanted and not there; nil while that is not known
}

// name is the hash of an id in a file.
func name(file, id string) uint64 { return hash("#", file, id) }

// pair is the hash of one page's naming another as a version of itself.
func pair(from, to string) uint64 { return hash("=", from, to) }

func hash(parts ...string) uint64 {
	h := fnv.New64a()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return h.Sum64()
}

// have notes what there is. The second time nothing is noted.
func (t *ties) have(tie uint64) {
	if t.lost == nil {
		t.there = append(t.there, tie)
	}
}

// lacks notes what is wanted, and reports whether it is known not to be there.
func (t *ties) lacks(tie uint64) bool {
	if t.lost != nil {
		return t.lost[tie]
	}
	if t.wanted == nil {
		t.wanted = map[uint64]bool{}
	}
	t.wanted[tie] = true
	return false
}

// settle compares what is wanted with what is there.
func (t *ties) settle() {
	slices.Sort(t.there)
	t.lost = map[uint64]bool{}
	for tie := range t.wanted {
		if _, found := slices.BinarySearch(t.there, tie); !found {
			t.lost[tie] = true
		}
	}
	t.there, t.wanted = nil, nil
}

// findLost reports what is wanted and not there, at every place that wants it.
func (t *tree) findLost() error {
	t.ties.settle()
	if len(t.ties.lost) == 0 {
		return nil
	}
	again := tree{fsys: t.fsys, names: t.names, sizes: t.sizes, images: t.images, base: t.base, ties: t.ties, byFold: t.byFold}
	if err := again.readAll(); err != nil {
		return err
	}
	for _, p := range again.problems {
		if p.Code == TreeFragment || p.Code == TreeHreflang {
			t.problems = append(t.problems, p)
		}
	}
	return nil
}
