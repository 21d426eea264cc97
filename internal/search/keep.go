package search

import (
	"crypto/sha256"
	"encoding/binary"
)

// Kept tells what the scripts of an archive were made of. Those of the next archive are made of them where most records are the same: where
// each has its lines in the place in which it had them, only what a record says anew is put in (see [Kept.mend]), and else all lines are
// counted anew.
type Kept struct {
	names   []Name  // under which lines are listed, of each entity: those that stand in texts
	records []lined // in their order
	starts  []int   // the records with which the scripts of records begin
	layout  layout
	script  func(path string) []byte // one of the scripts, nil where it is not what it was
}

// A layout says how an index is cut into scripts.
type layout struct {
	shards int      // how many there are
	total  int      // of what they hold, by which that is reckoned
	heavy  []string // the grams whose lines are in scripts of their own, by the numbers of these
}

// A lined is a record as the index knows it: by its sum, and how many lines it has besides its title.
type lined struct {
	sum    sum
	of     sum // of what it is made of, zero where that is not told
	lines  int
	names  int
	length int // of its text
}

// A sum is a digest of all that is in something.
type sum [sha256.Size]byte

// sumOf is one sum of several records.
func sumOf(list []entry) sum {
	h := sha256.New()
	for i := range list {
		h.Write(list[i].sum[:])
	}
	return sum(h.Sum(nil))
}

// append appends all that is in a record, so that different ones give different bytes.
func (r *Record) append(b []byte) []byte {
	for _, s := range []string{r.Kind, string(r.Lang), r.Path, r.Title, r.TitleLang, r.When} {
		b = appendText(b, s)
	}
	for _, n := range []int{r.Years.From, r.Years.To, len(r.Names), len(r.Lines)} {
		b = binary.AppendVarint(b, int64(n))
	}
	for _, s := range r.Names {
		b = appendText(b, s)
	}
	for _, l := range r.Lines {
		b = appendText(appendText(b, l.Fragment), l.Text)
	}
	return b
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendTexts(b []byte, texts []string) []byte {
	b = binary.AppendUvarint(b, uint64(len(texts)))
	for _, s := range texts {
		b = appendText(b, s)
	}
	return b
}

// newKept returns what is kept of records that are measured.
func newKept(list []entry, starts []int, names []Name) *Kept {
	k := &Kept{names: said(names), records: make([]lined, len(list)), starts: starts}
	for i := range list {
		k.records[i] = list[i].lined
	}
	return k
}

// Append appends what is kept, for [ParseKept].
func (k *Kept) Append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(k.names)))
	for _, n := range k.names {
		b = appendTexts(b, n.Said)
	}
	b = binary.AppendUvarint(b, uint64(len(k.records)))
	for _, r := range k.records {
		b = append(append(b, r.sum[:]...), r.of[:]...)
		for _, n := range []int{r.lines, r.names, r.length} {
			b = binary.AppendUvarint(b, uint64(n))
		}
	}
	b = binary.AppendUvarint(b, uint64(len(k.starts)))
	for _, at := range k.starts {
		b = binary.AppendUvarint(b, uint64(at))
	}
	b = binary.AppendUvarint(b, uint64(k.layout.shards))
	b = binary.AppendUvarint(b, uint64(k.layout.total))
	return appendTexts(b, k.layout.heavy)
}

// ParseKept reads what [Kept.Append] wrote, nil where it is not that. Script gives a script of that archive as it was written, by its path, and
// nil for one that is not there.
func ParseKept(data []byte, script func(path string) []byte) *Kept {
	p := parser{rest: data}
	k := &Kept{names: make([]Name, p.count(1)), script: script}
	for i := range k.names {
		k.names[i].Said = p.texts()
	}
	k.records = make([]lined, p.count(2*sha256.Size+3))
	for i := range k.records {
		k.records[i] = lined{sum(p.bytes(sha256.Size)), sum(p.bytes(sha256.Size)), p.number(), p.number(), p.number()}
	}
	k.starts = make([]int, p.count(1))
	for i := range k.starts {
		k.starts[i] = p.number()
	}
	k.layout.shards, k.layout.total = p.number(), p.number()
	k.layout.heavy = p.texts()
	if p.failed || len(p.rest) > 0 {
		return nil
	}
	return k
}

// A parser reads numbers and bytes, zeros where there are no more.
type parser struct {
	rest   []byte
	failed bool
}

func (p *parser) number() int {
	v, n := binary.Uvarint(p.rest)
	if n <= 0 || v > 1<<40 {
		p.failed, p.rest = true, nil
		return 0
	}
	p.rest = p.rest[n:]
	return int(v)
}

// count reads how many things follow that have so many bytes each at least.
func (p *parser) count(least int) int {
	n := p.number()
	if n > len(p.rest)/least {
		p.failed = true
		return 0
	}
	return n
}

// texts reads what [appendTexts] wrote.
func (p *parser) texts() []string {
	out := make([]string, p.count(1))
	for i := range out {
		out[i] = string(p.bytes(p.number()))
	}
	return out
}

func (p *parser) bytes(n int) []byte {
	if n > len(p.rest) {
		p.failed, p.rest = true, nil
		return make([]byte, min(n, sha256.Size))
	}
	out := p.rest[:n]
	p.rest = p.rest[n:]
	return out
}
