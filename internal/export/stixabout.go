package export

import (
	"cmp"
	"crypto/sha256"
	"slices"
)

// neighbours says which objects lead to which, so that what concerns one is found without looking at all.
// Objects are known by their place in the order of the archive's bundle.
type neighbours struct {
	objects []*stixNode
	at      map[string]int
	refs    [][]int // what an object cannot do without
	// The relationships at an object, the notes on it, the reports that are chiefly about it, and its texts in the other language.
	relations, notes, reports, texts map[int][]int
}

func newNeighbours(objects []*stixNode) *neighbours {
	n := &neighbours{
		objects: objects, at: make(map[string]int, len(objects)), refs: make([][]int, len(objects)),
		relations: map[int][]int{}, notes: map[int][]int{}, reports: map[int][]int{}, texts: map[int][]int{},
	}
	for i, o := range objects {
		n.at[o.id] = i
	}
	lead := func(index map[int][]int, ids []string, to int) {
		for _, id := range ids {
			if i, ok := n.at[id]; ok {
				index[i] = append(index[i], to)
			}
		}
	}
	for i, o := range objects {
		n.refs[i] = make([]int, 0, 3+len(o.objects)+len(o.refs))
		for _, ids := range [][]string{{o.source, o.target, o.text}, o.objects, o.refs} {
			for _, id := range ids {
				if to, ok := n.at[id]; ok {
					n.refs[i] = append(n.refs[i], to)
				}
			}
		}
		switch o.typ {
		case "relationship":
			lead(n.relations, []string{o.source, o.target}, i)
		case "note":
			lead(n.notes, o.objects, i)
		case "language-content":
			lead(n.texts, []string{o.text}, i)
		}
		lead(n.reports, o.about, i)
	}
	return n
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

// newest parts a list into acts and reports, the newest first and no more than most, and all other objects.
func (n *neighbours) newest(list []int, most int) (others, newest []int) {
	for _, i := range list {
		if n.objects[i].order > 0 {
			newest = append(newest, i)
		} else {
			others = append(others, i)
		}
	}
	slices.SortFunc(newest, func(a, b int) int { return cmp.Compare(n.objects[b].order, n.objects[a].order) })
	return others, newest[:min(most, len(newest))]
}

// about returns the objects that concern one object: its relationships, notes and reports,
// all that those refer to, and the texts of all in the other language. It is one of so many bundles.
func (n *neighbours) about(id string, bundles int) []*stixNode {
	start, ok := n.at[id]
	if !ok {
		return nil
	}
	t := taking{n, map[int]bool{}, nil}
	t.take(start)
	for _, i := range n.relations[start] { // relationships come before the notes on them
		t.take(i)
	}
	notes, acts := n.newest(n.notes[start], actsOfOne)
	t.pending = append(t.pending, notes...)
	for at := -1; ; {
		next := t.next(at)
		if next < 0 {
			break
		}
		t.take(next)
		at = next
	}
	_, reports := n.newest(n.reports[start], reportsOfOne)
	for _, i := range slices.Concat(acts, reports) {
		if len(t.in) < max(leastOfOne, objectsOfAll/bundles) {
			t.take(i)
		}
	}
	for i := range t.in {
		t.pending = append(t.pending, n.texts[i]...)
	}
	for _, i := range t.pending {
		if n.objects[i].typ == "language-content" {
			t.take(i)
		}
	}
	var places []int
	for i := range t.in {
		places = append(places, i)
	}
	slices.Sort(places)
	out := make([]*stixNode, len(places))
	for k, i := range places {
		out[k] = n.objects[i]
	}
	return out
}

// taking is the state of gathering what concerns an object.
type taking struct {
	*neighbours
	in      map[int]bool
	pending []int // notes on what has been taken
}

// take takes an object and all that it cannot do without.
func (t *taking) take(i int) {
	if t.in[i] {
		return
	}
	t.in[i] = true
	if t.objects[i].typ == "relationship" {
		t.pending = append(t.pending, t.notes[i]...)
	}
	for _, to := range t.refs[i] {
		t.take(to)
	}
}

// next returns the first pending note after a place, -1 if there is none.
func (t *taking) next(after int) int {
	best := -1
	for _, i := range t.pending {
		if i > after && (best < 0 || i < best) {
			best = i
		}
	}
	return best
}

// bundleOf stands for what a bundle of objects is made of, zero where that is not told.
func (w *stixWriter) bundleOf(objects []*stixNode) (of Digest) {
	if w.Made == nil {
		return of
	}
	h := sha256.New()
	for _, o := range objects {
		h.Write(o.of[:])
	}
	return Digest(h.Sum(nil))
}
