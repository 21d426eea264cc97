package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// A sighting is a name that has been discovered. Most of what is sighted makes no mention, so it is kept small.
type sighting struct {
	source.Span
	kind       content.Kind
	confidence float64
	why        string
	id         string // of a vulnerability
}

// discover finds names that the registry does not know. Surer ways come first;
// what a later way finds in the same place is dropped.
func (p *passage) discover(known []Mention) {
	for _, find := range []func(*passage){vulnerabilities, indicators, schemeActors, called, malware, attributed} {
		find(p)
	}
	inOrder := p.beside(known)
	slices.SortStableFunc(inOrder, func(a, b neighbour) int { return a.Start - b.Start })
	p.aliases(inOrder)
	p.enumerated(known, p.beside(known))
	for _, find := range []func(*passage){people, organizations, places} {
		find(p)
	}
	if len(p.spots[definedWords]) > 0 {
		p.defined(p.beside(known))
	}
}

// sight adds a name to what has been discovered, unless something has been discovered there already.
func (p *passage) sight(s source.Span, k content.Kind, confidence float64, why string) {
	p.sightID(s, k, confidence, why, "")
}

func (p *passage) sightID(s source.Span, k content.Kind, confidence float64, why, id string) {
	if strings.TrimSpace(p.surface(s)) == "" {
		return
	}
	if p.isTaken(s) {
		return
	}
	for i := s.Start; i < s.End; i++ {
		p.marks[i] |= taken
	}
	p.found = append(p.found, sighting{s, k, confidence, why, id})
}

// isTaken reports whether a span shares a character with what has been discovered.
func (p *passage) isTaken(s source.Span) bool {
	return slices.ContainsFunc(p.marks[s.Start:s.End], func(m mark) bool { return m&taken != 0 })
}

// A neighbour is a name, known or discovered, beside which others are looked for.
type neighbour struct {
	source.Span
	kind content.Kind
}

// beside returns all names that there are so far, the known ones first.
func (p *passage) beside(known []Mention) []neighbour {
	out := p.neighbours[:0]
	for i := range known {
		out = append(out, neighbour{known[i].Span, known[i].Kind})
	}
	for i := range p.found {
		out = append(out, neighbour{p.found[i].Span, p.found[i].kind})
	}
	p.neighbours = out
	return out
}

// merge adds the discovered names to the known ones. A known name wins, but for a place
// that is part of a longer name: 英国 in 英国政府, モナコ in リサ・モナコ.
func (p *passage) merge(f *Finder, known []Mention) []Mention {
	if len(p.found) == 0 {
		return known
	}
	slices.SortFunc(p.found, func(a, b sighting) int { return a.Start - b.Start })
	out := make([]Mention, 0, len(known)+len(p.found))
	first := 0 // of the known ones that are not in out
	for i := range p.found {
		d := &p.found[i]
		for first < len(known) && known[first].Span.End <= d.Start {
			out = append(out, known[first])
			first++
		}
		last := first // of those that share a character with d
		for last < len(known) && known[last].Span.Start < d.End {
			last++
		}
		m, ok := p.instead(f, known[first:last], d)
		if !ok {
			continue
		}
		out = append(out, m)
		first = last
	}
	return append(out, known[first:]...)
}

// instead returns the mention of a discovered name in the place of the known ones that it shares characters with, if it is to be there.
func (p *passage) instead(f *Finder, known []Mention, d *sighting) (Mention, bool) {
	for i := range known {
		if unitOf(&known[i], d) {
			unit := known[i]
			unit.Span, unit.Surface = d.Span, p.surface(d.Span)
			return unit, true
		}
	}
	for i := range known {
		k := &known[i]
		if longer := d.Contains(k.Span) && d.Span != k.Span; !longer || k.Kind != content.Place && !k.Discovered {
			return Mention{}, false
		}
	}
	return p.mentionOf(f, d), true
}

// unitOf reports whether a known unit stands at the end of the name of its army: 人民解放軍|61419部隊.
func unitOf(k *Mention, d *sighting) bool {
	return !k.Discovered && k.Kind == content.Organization && d.kind == k.Kind && army(k.Surface) && d.End == k.Span.End && d.Start < k.Span.Start
}

// mentionOf makes a mention of a name that has been discovered.
func (p *passage) mentionOf(f *Finder, d *sighting) Mention {
	surface := p.surface(d.Span)
	m := Mention{
		Span: d.Span, Kind: d.kind, Surface: surface, Name: i18n.Both(surface),
		Discovered: true, Confidence: d.confidence, Why: d.why,
	}
	if d.id != "" {
		m.Name = i18n.Both(d.id)
		if e := f.registry.Get(strings.ToLower(d.id)); e != nil {
			m.Entity, m.Name, m.Discovered = e.ID, e.Name, false
		}
	}
	return m
}

// alone reports whether the Latin word at a span is not part of a longer one.
func (p *passage) alone(s source.Span) bool {
	return p.scriptBefore(s.Start) != latin && p.scriptAt(s.End) != latin
}
