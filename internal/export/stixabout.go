package export

import (
	"cmp"
	"crypto/sha256"
	"slices"
)

// neighbours are the objects that lead to one, so that what concerns it is found without looking at all.
type neighbours struct {
	place                     int         // in the order of the archive's bundle
	relations, notes, reports []*stixNode // at it, on it, and chiefly about it
	translation               *stixNode   // its texts in the other language
	in                        int         // the last bundle that has it
}

// A neighbourhood finds what concerns an object.
type neighbourhood struct {
	bundle  int         // the number of the bundle that is gathered
	taken   []*stixNode // what it has
	pending []*stixNode // notes on what has been taken
}

// newNeighbourhood lets the objects know their neighbours. They are in the order of the archive's bundle.
func newNeighbourhood(objects []*stixNode) *neighbourhood {
	for i, o := range objects {
		o.place = i
		switch o.typ {
		case "relationship":
			o.source.relations = append(o.source.relations, o)
			o.target.relations = append(o.target.relations, o)
		case "note":
			for _, to := range o.objects {
				to.notes = append(to.notes, o)
			}
		case "language-content":
			o.text.translation = o
		}
		for _, to := range o.about {
			to.reports = append(to.reports, o)
		}
	}
	return &neighbourhood{}
}

// The bundle of one actor or operation has no more acts and reports than these, the newest. It takes none once it has its
// share of what all bundles together may hold, since an act in which many took part leads to all of them: so the bundles
// do not outgrow the archive's own, which has everything.
const (
	actsOfOne    = 50
	reportsOfOne = 10
	objectsOfAll = 20_000
	leastOfOne   = 25
)

// newestOf parts a list into acts and reports, the newest first and no more than most, and all other objects.
func newestOf(list []*stixNode, most int) (others, newest []*stixNode) {
	for _, o := range list {
		if o.order > 0 {
			newest = append(newest, o)
		} else {
			others = append(others, o)
		}
	}
	slices.SortFunc(newest, func(a, b *stixNode) int { return cmp.Compare(b.order, a.order) })
	return others, newest[:min(most, len(newest))]
}

// about returns the objects that concern one object: its relationships, notes and reports,
// all that those refer to, and the texts of all in the other language. It is one of so many bundles.
func (t *neighbourhood) about(start *stixNode, bundles int) []*stixNode {
	t.bundle++
	t.taken, t.pending = t.taken[:0], t.pending[:0]
	t.take(start)
	for _, r := range start.relations { // relationships come before the notes on them
		t.take(r)
	}
	notes, acts := newestOf(start.notes, actsOfOne)
	t.pending = append(t.pending, notes...)
	for next := t.next(-1); next != nil; next = t.next(next.place) {
		t.take(next)
	}
	_, reports := newestOf(start.reports, reportsOfOne)
	for _, o := range slices.Concat(acts, reports) {
		if len(t.taken) < max(leastOfOne, objectsOfAll/bundles) {
			t.take(o)
		}
	}
	for _, o := range slices.Clone(t.taken) {
		if o.translation != nil {
			t.take(o.translation)
		}
	}
	out := slices.Clone(t.taken)
	slices.SortFunc(out, func(a, b *stixNode) int { return cmp.Compare(a.place, b.place) })
	return out
}

// take takes an object and all that it cannot do without.
func (t *neighbourhood) take(o *stixNode) {
	if o == nil || o.in == t.bundle {
		return
	}
	o.in = t.bundle
	t.taken = append(t.taken, o)
	if o.typ == "relationship" {
		t.pending = append(t.pending, o.notes...)
	}
	for _, to := range [...]*stixNode{o.source, o.target, o.text} {
		t.take(to)
	}
	for _, to := range o.objects {
		t.take(to)
	}
	for _, to := range o.frame {
		t.take(to)
	}
}

// next returns the first pending note after a place, nil if there is none.
func (t *neighbourhood) next(after int) *stixNode {
	var best *stixNode
	for _, o := range t.pending {
		if o.place > after && (best == nil || o.place < best.place) {
			best = o
		}
	}
	return best
}

// bundleOf stands for what a bundle of objects is made of, zero where that is not told.
func (w *stixWriter) bundleOf(objects []*stixNode) Digest {
	if !w.made.known() {
		return Digest{}
	}
	h := sha256.New()
	for _, o := range objects {
		h.Write(o.of[:])
	}
	return Digest(h.Sum(nil))
}
