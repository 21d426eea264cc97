package entity

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"maps"
	mathbits "math/bits"
	"slices"
	"strconv"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
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
	signs           Digest // see signSum: no text is without them
	vulnerabilities string // all that the registry has of them
}

// sums returns a digest of each name of a lexicon: of its letters, and of all who claim it. Kind keeps apart what two lexicons write
// alike; entities has a digest of each entity: one with many names is read through once.
func (x *lexicon) sums(kind string, entities map[*content.Entity]Digest) []Digest {
	sums := make([]Digest, len(x.keys))
	for i, key := range x.keys {
		h := sha256.New()
		put(h, kind, key)
		for _, c := range x.claimsTo(key) {
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

// claimsTo returns the claims to a key, and those to the numbered name that it is another writing of.
func (x *lexicon) claimsTo(key string) []claim {
	var out []claim
	if n := x.names[key]; n != nil {
		out = slices.Clip(n.claims)
	}
	if whole := morph.Fold(joinedNumber(key)).Text; whole != key && x.names[whole] != nil {
		out = append(out, x.names[whole].claims...)
	}
	return out
}

// signSum stands for what the signs of countries mean: see [Finder.asPlace]. To find out which texts have them costs more than to analyse all
// once more when a country gets another name.
func (f *Finder) signSum() Digest {
	h := sha256.New()
	for _, sign := range slices.Sorted(maps.Keys(countrySigns)) {
		put(h, sign)
		if e := f.signified(countrySigns[sign]); e != nil {
			put(h, e.ID, string(e.Kind), e.Name.JA, e.Name.EN, e.Country)
		}
	}
	return Digest(h.Sum(nil))
}

// Reach returns the reach of the registry.
func (f *Finder) Reach() *Reach {
	entities := map[*content.Entity]Digest{}
	r := &Reach{all: f.Digest(), signs: f.signSum(), names: f.names.sums("folded", entities), written: f.written.sums("written", entities)}
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
//
// So are those of the gazetteer that mean somebody of the registry, or may stand for attackers.
func writtenNames(r *content.Registry, names lexicon) lexicon {
	x := lexicon{names: map[string]*name{}}
	add := func(c claim) {
		if c.written == "" || morph.FoldsAlone(c.written) {
			return
		}
		if x.names[c.written] == nil {
			x.names[c.written] = &name{}
		}
		x.names[c.written].claims = append(x.names[c.written].claims, c)
	}
	for _, e := range r.All() {
		for _, c := range claims(e) {
			add(c)
		}
	}
	for _, n := range names.found {
		for _, c := range n.claims {
			if c.why == "gazetteer" && (!c.common || c.ambiguous) {
				add(c)
			}
		}
	}
	x.index(nil)
	return x
}

// A Met is what a text meets of a registry: every name that stands in it anywhere, within longer ones too. The zero Met is room for one.
type Met struct {
	names, written bits
	sounds         []*sound
	cve            bool // it speaks of vulnerabilities
	joined         bool // see [morph.Folded]: then it may meet anything
}

// bits is a set of small numbers.
type bits []uint64

func (b bits) add(n int) { b[n/64] |= 1 << (n % 64) }

// empty makes room for what a text meets of the registry of a finder.
func (m *Met) empty(f *Finder) {
	m.names, m.written = resized(m.names, len(f.names.keys)/64+1), resized(m.written, len(f.written.keys)/64+1)
	clear(m.sounds)
	m.sounds, m.cve, m.joined = m.sounds[:0], false, false
}

// folded notes what is known of a folded passage without its names.
func (m *Met) folded(f morph.Folded) {
	m.cve = m.cve || strings.Contains(f.Text, "cve")
	m.joined = m.joined || f.Joined
}

// Meets fills in what passages meet, as [Finder.FindAll] does. It is for whom the mentions are known.
func (f *Finder) Meets(passages []string, met *Met) {
	met.empty(f)
	r := f.rooms.Get().(*room)
	defer f.leave(r)
	if len(r.kept) == 0 {
		r.kept = append(r.kept, &passage{})
	}
	r.passages = r.kept[:1]
	p := r.passages[0]
	for _, text := range passages {
		p.take(i18n.JA, text, nil)
		p.folded = p.folded.Fold(text)
		met.folded(p.folded)
		f.names.table.EachWord(p.folded.Text, func(_, _, word int) { met.names.add(word) })
		f.written.table.EachWord(text, func(_, _, word int) { met.written.add(word) })
		f.hear(p, met)
	}
}

// Digest stands for what a text meets: for the names, with all who claim them. While it stays the same, so do the mentions, whatever else changes.
func (r *Reach) Digest(met *Met) Digest {
	h := sha256.New()
	met.names.each(func(n int) { h.Write(r.names[n][:]) })
	met.written.each(func(n int) { h.Write(r.written[n][:]) })
	h.Write(r.signs[:])
	for _, s := range met.heard() {
		sum := s.digest()
		h.Write(sum[:])
	}
	if met.cve {
		put(h, r.vulnerabilities)
	}
	if met.joined {
		h.Write(r.all[:])
	}
	return Digest(h.Sum(nil))
}

// heard returns the sounds, each once, in order.
func (m *Met) heard() []*sound {
	slices.SortFunc(m.sounds, func(a, b *sound) int { return strings.Compare(a.key, b.key) })
	m.sounds = slices.Compact(m.sounds)
	return m.sounds
}

// digest stands for who is called by the names of a sound.
func (s *sound) digest() Digest {
	h := sha256.New()
	put(h, "sound", s.key, strconv.Itoa(s.actors), strconv.Itoa(s.malwareNames), flag(s.contested))
	for _, e := range []*content.Entity{s.actor, s.malware} {
		if e != nil {
			put(h, seen(e)...)
		}
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
