package entity

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	mathbits "math/bits"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
)

// A Digest stands for what finders take from a registry.
type Digest [sha256.Size]byte

// Digest stands for all that is taken from the registry: with equal digests every text has the same mentions.
func (f *Finder) Digest() Digest {
	h := sha256.New()
	for _, e := range f.registry.All() {
		put(h, seen(e)...)
	}
	return Digest(h.Sum(nil))
}

// put writes strings so that no two lists give the same bytes.
func put(h hash.Hash, fields ...string) {
	var b []byte
	for _, s := range fields {
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	h.Write(b)
}

// seen returns what finders, and the user dictionary of the tokenizer, see of an entity.
func seen(e *content.Entity) []string {
	out := []string{e.ID, string(e.Kind), e.Class, e.Name.JA, e.Name.EN, e.Reading, e.Country, e.Code, e.Region, e.Parent, flag(e.Ambiguous)}
	out = append(append(out, e.Variants...), "")
	for _, a := range e.Aliases {
		out = append(out, a.Name, a.By, a.Scope, flag(a.Ambiguous))
	}
	return append(out, "")
}

func flag(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// A Reach tells which part of a registry a text can meet. It is immutable.
type Reach struct {
	names, written  []Digest // by word
	all             Digest
	vulnerabilities string // all that the registry has of them
}

// sums returns a digest of each name of a lexicon: of its letters, and of all who claim it. Kind keeps apart what two lexicons write
// alike; entities has a digest of each entity: one with many names is read through once.
func (x *lexicon) sums(kind string, entities map[*content.Entity]Digest) []Digest {
	sums := make([]Digest, len(x.keys))
	for i, key := range x.keys {
		h := sha256.New()
		put(h, kind, key)
		for _, c := range x.found[i].claims {
			put(h, c.written, c.why, flag(c.ambiguous), c.scope, flag(c.common))
			sum, ok := entities[c.entity]
			if !ok {
				sum = digestOf(c.entity)
				entities[c.entity] = sum
			}
			h.Write(sum[:])
		}
		h.Sum(sums[i][:0])
	}
	return sums
}

// Reach returns the reach of the registry.
func (f *Finder) Reach() *Reach {
	entities := map[*content.Entity]Digest{}
	r := &Reach{all: f.Digest(), names: f.names.sums("folded", entities), written: f.written.sums("written", entities)}
	for _, e := range f.registry.All() {
		if e.Kind == content.Vulnerability {
			r.vulnerabilities += strings.Join(seen(e), "\x00") + "\x00"
		}
	}
	return r
}

// digestOf stands for what is seen of an entity.
func digestOf(e *content.Entity) Digest {
	h := sha256.New()
	put(h, seen(e)...)
	return Digest(h.Sum(nil))
}

// writtenNames returns the names that have to be looked for as they are written, which is how the tokenizer knows them: where they stand in
// a text, they need not stand in the folded one. They are few.
func writtenNames(r *content.Registry) lexicon {
	x := lexicon{names: map[string]*name{}}
	for _, e := range r.All() {
		for _, c := range claims(e) {
			if c.written == "" || morph.FoldsAlone(c.written) {
				continue
			}
			if x.names[c.written] == nil {
				x.names[c.written] = &name{}
			}
			x.names[c.written].claims = append(x.names[c.written].claims, c)
		}
	}
	x.index()
	return x
}

// A Met is what a text meets of a registry: every name that stands in it anywhere, within longer ones too. The zero Met is room for one.
type Met struct {
	names, written bits
	cve            bool // it speaks of vulnerabilities
	joined         bool // see [morph.Folded]: then it may meet anything
}

// bits is a set of small numbers.
type bits []uint64

func (b bits) add(n int) { b[n/64] |= 1 << (n % 64) }

// empty makes room for what a text meets of the registry of a finder.
func (m *Met) empty(f *Finder) {
	m.names, m.written = resized(m.names, len(f.names.keys)/64+1), resized(m.written, len(f.written.keys)/64+1)
	m.cve, m.joined = false, false
}

// folded notes what is known of a folded passage without its names.
func (m *Met) folded(f morph.Folded) {
	m.cve = m.cve || strings.Contains(f.Text, "cve")
	m.joined = m.joined || f.Joined
}

// Meets fills in what passages meet, as [Finder.FindAll] does. It is for whom the mentions are known.
func (f *Finder) Meets(passages []string, met *Met) {
	met.empty(f)
	var folded morph.Folded
	for _, text := range passages {
		folded = folded.Fold(text)
		met.folded(folded)
		f.names.table.EachWord(folded.Text, func(_, _, word int) { met.names.add(word) })
		f.written.table.EachWord(text, func(_, _, word int) { met.written.add(word) })
	}
}

// Digest stands for what a text meets: for the names, with all who claim them. While it stays the same, so do the mentions, whatever else changes.
func (r *Reach) Digest(met *Met) Digest {
	h := sha256.New()
	met.names.each(func(n int) { h.Write(r.names[n][:]) })
	met.written.each(func(n int) { h.Write(r.written[n][:]) })
	if met.cve {
		put(h, r.vulnerabilities)
	}
	if met.joined {
		h.Write(r.all[:])
	}
	return Digest(h.Sum(nil))
}

// each calls back with the numbers, in order.
func (b bits) each(f func(n int)) {
	for i, word := range b {
		for ; word != 0; word &= word - 1 {
			f(i*64 + mathbits.TrailingZeros64(word))
		}
	}
}
