package entity

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"maps"
	"slices"
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
	names           summed
	words           summed // of the user dictionary, as they are written
	vulnerabilities string // all that the registry has of them
}

// summed is a lexicon with a digest of each name of it: of its letters, and of all who claim it.
type summed struct {
	lexicon
	sums []Digest // by word
}

// summedOf makes the digests of a lexicon. Kind keeps apart what two lexicons write alike; entities has a digest of
// each entity: one with many names is read through once.
func summedOf(x lexicon, kind string, entities map[*content.Entity]Digest) summed {
	l := summed{lexicon: x, sums: make([]Digest, len(x.keys))}
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
		h.Sum(l.sums[i][:0])
	}
	return l
}

// Reach returns the reach of the registry.
func (f *Finder) Reach() *Reach {
	words := lexicon{names: map[string]*name{}}
	r := &Reach{}
	for _, e := range f.registry.All() {
		for _, c := range claims(e) {
			if n := words.names[c.written]; n != nil {
				n.claims = append(n.claims, c)
			} else if c.written != "" {
				words.names[c.written] = &name{claims: []claim{c}}
			}
		}
		if e.Kind == content.Vulnerability {
			r.vulnerabilities += strings.Join(seen(e), "\x00") + "\x00"
		}
	}
	words.index()
	entities := map[*content.Entity]Digest{}
	r.names, r.words = summedOf(f.names, "folded", entities), summedOf(words, "written", entities)
	return r
}

// digestOf stands for what is seen of an entity.
func digestOf(e *content.Entity) Digest {
	h := sha256.New()
	put(h, seen(e)...)
	return Digest(h.Sum(nil))
}

// Digest stands for what of the registry the passages of a text can meet: every name of it that stands in
// them anywhere, with all who claim it. While it stays the same, so do the mentions, whatever else changes.
func (r *Reach) Digest(passages []string) Digest {
	met := map[Digest]bool{}
	cve := false
	for _, text := range passages {
		folded := morph.Fold(text).Text
		r.names.each(folded, met)
		r.words.each(text, met)
		cve = cve || strings.Contains(folded, "cve")
	}
	h := sha256.New()
	for _, sum := range slices.SortedFunc(maps.Keys(met), func(a, b Digest) int { return bytes.Compare(a[:], b[:]) }) {
		h.Write(sum[:])
	}
	if cve {
		put(h, r.vulnerabilities)
	}
	return Digest(h.Sum(nil))
}

// each adds every name that stands in a text, within longer ones too.
func (x summed) each(text string, met map[Digest]bool) {
	x.table.EachWord(text, func(_, _, word int) { met[x.sums[word]] = true })
}
