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

// mend returns the scripts of the next archive where it has nearly all records on the lines on which this one has them: then
// few grams have other lines. It is not ok where that is not so, where a script of this archive is not what it was, or where the index would
// be cut up in another way.
func (k *Kept) mend(next *Kept, list []entry, size limits) (m mended, ok bool) {
	if k == nil {
		return m, false
	}
	outgoing, fresh, ok := k.changed(next)
	if !ok || len(fresh) > len(list)/4 || len(outgoing) > len(k.records)/4 {
		return m, false
	}
	was := k.recordsAt(outgoing)
	if len(was) < len(outgoing) {
		return m, false
	}
	gone := k.indexed(outgoing, func(i int) *Record { return was[i] })
	now := next.indexed(fresh, func(i int) *Record { return list[i].record() })
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

// changed returns which records of this archive are not on the same lines in the next one, or are listed there by other names, and which of the next
// one take their place.
func (k *Kept) changed(next *Kept) (gone, fresh []int, ok bool) {
	gone, fresh = k.apart(next, nil)
	if len(fresh) > len(next.records)/4 {
		return nil, nil, false
	}
	names, ok := k.renamed(next)
	if !ok {
		return nil, nil, false
	}
	again, ok := k.holding(names, k.lookUp())
	if len(again) > 0 {
		gone, fresh = k.apart(next, again)
	}
	return gone, fresh, ok
}

// apart returns which records of two archives the other one does not have on the same lines. The old records of again count as others.
func (k *Kept) apart(next *Kept, again map[int]bool) (gone, fresh []int) {
	i, j, line, to := 0, 0, 0, 0 // the next record of each, and its first line
	for i < len(k.records) || j < len(next.records) {
		both := i < len(k.records) && j < len(next.records)
		same := both && line == to && k.records[i].sum == next.records[j].sum && k.records[i].room() == next.records[j].room()
		if same && !again[i] {
			line, to = line+k.records[i].room(), to+next.records[j].room()
			i, j = i+1, j+1
			continue
		}
		if j == len(next.records) || i < len(k.records) && line <= to {
			gone, line, i = append(gone, i), line+k.records[i].room(), i+1
		} else {
			fresh, to, j = append(fresh, j), to+next.records[j].room(), j+1
		}
	}
	return gone, fresh
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
		at, known := find(shard, c.gram)
		if !known {
			shard = slices.Insert(shard, at, coded{gram: c.gram, quoted: appendString(nil, c.gram)})
		} else {
			m.layout.total -= weight(c.gram, len(shard[at].code))
		}
		p, ok := k.lines(&shard[at], known, c)
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

// lines returns the lines of a gram with a change.
func (k *Kept) lines(s *coded, known bool, c change) (p posting, ok bool) {
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

// find returns where a gram stands in a shard, or would stand.
func find(shard []coded, gram string) (at int, ok bool) {
	return slices.BinarySearchFunc(shard, gram, func(s coded, gram string) int { return strings.Compare(s.gram, gram) })
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
