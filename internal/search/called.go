package search

import (
	"slices"
	"strings"
)

// A name is listed in the records whose text has it, whoever has that name. So where other entities have a page than before, or they are
// called otherwise, those records are looked at again that can have one of the names that changed, and no others.

// said are the names by which records are listed, those that stand in texts, of each entity.
func said(names []Name) []Name {
	out := make([]Name, len(names))
	for i, n := range names {
		out[i].Said = n.Said
	}
	return out
}

// renamed returns the names that some entity has in one of two archives alone. It is not ok where the entities are others.
func (k *Kept) renamed(next *Kept) (names []string, ok bool) {
	if len(k.names) != len(next.names) {
		return nil, false
	}
	for i := range k.names {
		if was, is := k.names[i].Said, next.names[i].Said; !slices.Equal(was, is) {
			names = append(append(names, was...), is...)
		}
	}
	return names, true
}

// holding returns the records that can have one of some folded texts, by their numbers: those that have all its pieces. LookUp gives
// the lines of a gram; what it cannot tell is not ok.
func (k *Kept) holding(texts []string, lookUp func(gram string) (posting, bool)) (records map[int]bool, ok bool) {
	records = map[int]bool{}
	if len(texts) == 0 {
		return records, true
	}
	first := make([]uint32, 1, len(k.records)+1) // the lines of the records
	for _, r := range k.records {
		first = append(first, first[len(first)-1]+uint32(r.room()))
	}
	for _, text := range texts {
		var all map[int]bool
		for _, gram := range covering(text) {
			p, ok := lookUp(gram)
			if !ok {
				return nil, false
			}
			some := map[int]bool{}
			at := 0
			for _, line := range p.lines() {
				for at < len(k.records) && first[at+1] <= line {
					at++
				}
				if all == nil || all[at] {
					some[at] = true
				}
			}
			if all = some; len(all) == 0 {
				break
			}
		}
		for i := range all {
			records[i] = true
		}
	}
	return records, true
}

// covering returns the pieces of a folded text that stand in every longer text with it: those that are listed on each line, unless it has none.
func covering(text string) []string {
	var out, alone []string
	for _, p := range appendPieces(nil, []rune(text)) {
		if p.alone() {
			alone = append(alone, p.gram().String())
		} else {
			out = append(out, p.gram().String())
		}
	}
	if len(out) == 0 {
		return alone
	}
	return out
}

// lookUp returns a function that gives the lines of a gram from the shards, each of which it reads once; it is not ok where one is not what it was.
func (k *Kept) lookUp() func(gram string) (posting, bool) {
	shards := map[int][]coded{}
	return func(gram string) (p posting, ok bool) {
		n := int(hash(gram) % uint32(max(1, k.layout.shards)))
		shard, read := shards[n]
		if !read {
			if shard, ok = readShard(k.script(partPath("g", n)), n); !ok {
				return p, false
			}
			shards[n] = shard
		}
		at, there := find(shard, gram)
		if !there {
			return p, true
		}
		return k.posting(&shard[at])
	}
}

// lookUp gives the lines of a gram, none where it is on none.
func (x index) lookUp(gram string) (posting, bool) {
	at, ok := slices.BinarySearchFunc(x, gram, func(l listed, gram string) int { return strings.Compare(l.gram, gram) })
	if !ok {
		return posting{}, true
	}
	return x[at].posting, true
}
