package search

import (
	"crypto/sha256"
	"slices"
	"sort"
	"strings"
)

// A mended index is the scripts of an old one with what has changed in them.
type mended struct {
	layout layout
	made   map[string][]byte // the scripts that are not what they were, by their paths
}

// A change is the lines that a gram no more has, and those that it has now, of the records that changed.
type change struct {
	gram      string
	gone, new posting
}

// mend returns the scripts of the next archive where it has each record in the place in which this one has it, nearly all of them the same: then
// few grams have other lines. It is not ok where that is not so, where a script of this archive is not what it was, or where the index would
// be cut up in another way.
func (k *Kept) mend(next *Kept, list []entry, names []Name, size limits) (m mended, ok bool) {
	if k == nil || k.names != next.names || !slices.EqualFunc(k.records, next.records, func(a, b lined) bool { return a.room() == b.room() }) {
		return m, false
	}
	var fresh []int
	for i := range k.records {
		if k.records[i].sum != next.records[i].sum {
			fresh = append(fresh, i)
		}
	}
	was := k.recordsAt(fresh)
	if len(fresh) > len(list)/4 || len(was) < len(fresh) {
		return m, false
	}
	gone := next.indexed(fresh, func(i int) *Record { return was[i] }, names)
	now := next.indexed(fresh, func(i int) *Record { return list[i].record() }, names)
	shards := make([][]change, k.layout.shards)
	for _, c := range changes(gone, now) {
		n := hash(c.gram) % uint32(len(shards))
		shards[n] = append(shards[n], c)
	}
	m = mended{layout: k.layout, made: map[string][]byte{}}
	for n, list := range shards {
		if len(list) > 0 && !k.mendShard(n, list, size, &m) {
			return m, false
		}
	}
	return m, size.shards(m.layout.total) == k.layout.shards
}

// recordsAt reads some records, by their numbers, which ascend; fewer where some are not what they were.
func (k *Kept) recordsAt(which []int) map[int]*Record {
	out := make(map[int]*Record, len(which))
	for _, i := range which {
		n := sort.SearchInts(k.starts, i+1) - 1
		if n < 0 {
			break
		}
		list, ok := readRecords(k.script(partPath("t", n)), n)
		at := i - k.starts[n]
		if !ok || at >= len(list) || sha256.Sum256(list[at].append(nil)) != k.records[i].sum {
			break
		}
		out[i] = &list[at]
	}
	return out
}

// changes returns the grams that are not on the same lines in two indexes.
func changes(gone, now index) []change {
	var out []change
	for len(gone) > 0 || len(now) > 0 {
		order := -1
		switch {
		case len(gone) == 0:
			order = 1
		case len(now) > 0:
			order = strings.Compare(gone[0].gram, now[0].gram)
		}
		var c change
		if order <= 0 {
			c.gram, c.gone = gone[0].gram, gone[0].posting
			gone = gone[1:]
		}
		if order >= 0 {
			c.gram, c.new = now[0].gram, now[0].posting
			now = now[1:]
		}
		if string(c.gone.deltas) != string(c.new.deltas) {
			out = append(out, c)
		}
	}
	return out
}

// mendShard makes a shard with some changes, and the scripts of heavy postings that they concern.
func (k *Kept) mendShard(n int, list []change, size limits, m *mended) bool {
	shard, ok := readShard(k.script(partPath("g", n)), n)
	if !ok {
		return false
	}
	for _, c := range list {
		at, known := slices.BinarySearchFunc(shard, c.gram, func(s coded, gram string) int { return strings.Compare(s.gram, gram) })
		if !known {
			shard = slices.Insert(shard, at, coded{gram: c.gram, quoted: appendString(nil, c.gram)})
		} else {
			m.layout.total -= weight(c.gram, len(shard[at].code))
		}
		p, ok := k.changed(&shard[at], known, c)
		if !ok {
			return false
		}
		heavy := -1
		if known {
			heavy = shard[at].heavyNumber()
		}
		switch {
		case heavy >= 0 != (p.size() > size.heavy):
			return false // it gets a script of its own, or loses it, and others their numbers
		case heavy >= 0:
			shard[at].code = []byte(heavyCode(heavy, p.n))
			m.made[partPath("h", heavy)] = p.appendHeavy(nil, heavy)
		case p.n == 0:
			shard = slices.Delete(shard, at, at+1)
			continue
		default:
			shard[at].code = p.appendBase64(nil)
		}
		m.layout.total += weight(c.gram, len(shard[at].code))
	}
	m.made[partPath("g", n)] = shardOf(shard, n)
	return true
}

// changed returns the lines of a gram with a change.
func (k *Kept) changed(s *coded, known bool, c change) (p posting, ok bool) {
	var was posting
	if known {
		if was, ok = k.posting(s); !ok {
			return p, false
		}
	}
	gone, more := c.gone.lines(), c.new.lines()
	for _, line := range was.lines() {
		if len(gone) > 0 && gone[0] == line {
			gone = gone[1:]
			continue
		}
		for len(more) > 0 && more[0] < line {
			p.put(more[0])
			more = more[1:]
		}
		p.put(line)
	}
	for _, line := range more {
		p.put(line)
	}
	return p, len(gone) == 0
}

// shardOf returns the script of a shard.
func shardOf(shard []coded, n int) []byte {
	out := []byte(partHead("g", n))
	for i := range shard {
		out = append(append(append(out, "{,"[min(i, 1)]), shard[i].quoted...), `:"`...)
		out = append(append(out, shard[i].code...), '"')
	}
	return endShard(out, len(shard))
}

// put puts the scripts. The whole index, which costs much, is made only where one that was to stay is gone.
func (m *mended) put(whole func() index, size limits, put func(File) error) error {
	var all map[string][]byte
	one := func(path string) error {
		if data, ok := m.made[path]; ok {
			return put(File{Path: path, Data: data})
		}
		return put(File{Path: path, Stays: true, Make: func() (_ []byte, err error) {
			if all == nil {
				all = map[string][]byte{}
				_, err = whole().put(size, func(f File) error {
					all[f.Path] = slices.Clone(f.Data)
					return nil
				})
			}
			return all[path], err
		}})
	}
	for n := range m.layout.heavy {
		if err := one(partPath("h", n)); err != nil {
			return err
		}
	}
	for n := range m.layout.shards {
		if err := one(partPath("g", n)); err != nil {
			return err
		}
	}
	return nil
}
