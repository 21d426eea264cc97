package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A sighting is a name that has been discovered. Most of what is sighted makes no mention, so it is kept small.
type sighting struct {
	source.Span
	kind       content.Kind
	confidence float64
	why        string
	id         string // of a vulnerability, or of whom a name sounds as; the full name of a place or number
}

// discover finds names that the registry does not know, in all passages of a text. Surer ways come first;
// what a later way finds in the same place is dropped.
func (f *Finder) discover(ps []*passage) {
	for _, find := range [...]func(*passage){
		vulnerabilities, indicators, schemeActors, venues, called, malware, attributed, claimants, lawful, tools, involved, deployed, gatherers,
		besides, f.sounding, people, abroad, organizations, places, definitions,
	} {
		for _, p := range ps {
			find(p)
		}
	}
}

// addressed finds what has the same form in every language.
func addressed(ps []*passage) {
	for _, p := range ps {
		vulnerabilities(p)
		indicators(p)
	}
}

// besides finds the names beside those that are there already.
func besides(p *passage) {
	inOrder := p.beside(p.known)
	slices.SortStableFunc(inOrder, func(a, b neighbour) int { return a.Start - b.Start })
	p.aliases(inOrder)
	p.enumerated(p.known, p.beside(p.known))
}

// definitions finds the names that the text gives in short, (以下…).
func definitions(p *passage) {
	if len(p.spots[definedWords]) > 0 {
		p.defined(p.beside(p.known))
	}
}

// sight adds a name to what has been discovered, unless something has been discovered there already.
func (p *passage) sight(s source.Span, k content.Kind, confidence float64, why string) {
	if k == content.Person {
		if beginsAny(p.text[s.End:], "オリンピック", "パラリンピック", "五輪", "冬季五輪", "夏季五輪", "万博", "マラソン") {
			return // |平昌|オリンピック
		}
		s.Start = p.acrossNo(s.Start)
		if strings.HasSuffix(p.surface(s), "政権") {
			k = content.Organization // トランプ米政権 is no person
		}
	}
	if k == content.Organization && p.isVote(s) {
		return
	}
	p.sightID(s, k, confidence, why, "")
}

// isVote reports whether a span is the beginning of the name of an election: |参院|選, |連邦議会|選挙.
func (p *passage) isVote(s source.Span) bool {
	rest := p.text[s.End:]
	return strings.HasPrefix(rest, "選") && !beginsAny(rest, "選手", "選出", "選考", "選抜") && endsAny(p.surface(s), "院", "議会")
}

func (p *passage) sightID(s source.Span, k content.Kind, confidence float64, why, id string) {
	if (k == content.Malware || k == content.Actor) && strings.ContainsAny(p.surface(s), "=＝") {
		return // 【ワシントン=坂井 亮太】ランサムウエアを…
	}
	if s.Len() == 0 || p.scriptAt(s.Start) == other && strings.TrimSpace(p.surface(s)) == "" || p.isTaken(s) {
		return
	}
	for i := s.Start; i < s.End; i++ {
		p.marks[i] |= taken
	}
	p.found = append(p.found, sighting{s, k, confidence, why, id})
}

// isTaken reports whether a span shares a character with what has been discovered.
func (p *passage) isTaken(s source.Span) bool {
	for _, m := range p.marks[s.Start:s.End] {
		if m&taken != 0 {
			return true
		}
	}
	return false
}

// A neighbour is a name, known or discovered, beside which others are looked for.
type neighbour struct {
	source.Span
	kind content.Kind
}

// beside returns all names that there are so far, the known ones first.
func (p *passage) beside(known []hit) []neighbour {
	out := p.neighbours[:0]
	for i := range known {
		out = append(out, neighbour{known[i].Span, known[i].kind()})
	}
	for i := range p.found {
		out = append(out, neighbour{p.found[i].Span, p.found[i].kind})
	}
	p.neighbours = out
	return out
}

// merge appends mentions of the discovered names and of the known ones. A known name wins, but for a place
// that is part of a longer name: 英国 in 英国政府, モナコ in リサ・モナコ.
func (f *Finder) merge(p *passage, known []hit, out []Mention) []Mention {
	if len(known)+len(p.found) == 0 {
		return out
	}
	slices.SortFunc(p.found, func(a, b sighting) int { return a.Start - b.Start })
	out = slices.Grow(out, len(known)+len(p.found))
	for i := range p.found {
		d := &p.found[i]
		for len(known) > 0 && known[0].End <= d.Start {
			out = append(out, p.mention(&known[0]))
			known = known[1:]
		}
		n := 0 // of the known ones, those that share a character with d
		for n < len(known) && known[n].Start < d.End {
			n++
		}
		if unit := slices.IndexFunc(known[:n], func(k hit) bool { return p.unitOf(&k, d) }); unit >= 0 {
			known[unit].Span = d.Span
			out = append(out, p.mention(&known[unit]))
		} else if slices.ContainsFunc(known[:n], func(k hit) bool { return !k.yields(d) }) {
			continue
		} else {
			out = append(out, f.discovered(p, d))
		}
		known = known[n:]
	}
	for i := range known {
		out = append(out, p.mention(&known[i]))
	}
	return out
}

// yields reports whether a known name is part of a discovered one and means less, or is a common word that stands for a
// program where the text says that it is what attackers are called.
func (h *hit) yields(d *sighting) bool {
	if d.Span == h.Span && h.meant != nil && h.meant.common && h.meant.ambiguous && h.kind() == content.Malware && d.kind == content.Actor {
		return true
	}
	return d.Contains(h.Span) && d.Span != h.Span && (h.kind() == content.Place || h.meant != nil && (h.meant.common || h.meant.ambiguous && d.kind == content.Actor))
}

// unitOf reports whether a known unit stands at the end of the name of its army: 人民解放軍|61419部隊.
func (p *passage) unitOf(h *hit, d *sighting) bool {
	if h.kind() == content.Person && d.kind == content.Person {
		return d.Start < h.Start && d.End > h.Start // マシュー G. |オルセン司法次官補
	}
	if (h.kind() == content.Actor || h.kind() == content.Malware) && d.kind == content.Malware && d.Start == h.Start && d.End == h.End+len(".B") && p.text[h.End] == '.' {
		return true // Qilin|.B
	}
	return h.kind() == content.Organization && d.kind == content.Organization && !(h.meant != nil && h.meant.common) &&
		d.End == h.End && d.Start < h.Start && army(p.surface(h.Span))
}

// discovered makes a mention of a name that has been discovered.
func (f *Finder) discovered(p *passage, d *sighting) Mention {
	surface := p.surface(d.Span)
	m := Mention{
		Span: d.Span, Kind: d.kind, Surface: surface, Name: i18n.Both(surface),
		Discovered: true, Confidence: d.confidence, Why: d.why,
	}
	switch {
	case d.id == "":
	case d.kind == content.Place:
		return f.asPlace(m, d.id)
	case d.why == "scheme":
		return f.asNumbered(m, d.id)
	default:
		m.Name = i18n.Both(d.id)
		if e := f.registry.Get(strings.ToLower(d.id)); e != nil && e.Kind == d.kind {
			m.Entity, m.Name, m.Discovered = e.ID, e.Name, false
		}
	}
	return m
}

// asNumbered returns the mention of attackers by the number of a scheme, which a writer has written in another way, with whom that means.
func (f *Finder) asNumbered(m Mention, number string) Mention {
	m.Name = i18n.Both(number)
	n := f.names.names[morph.Fold(number).Text]
	switch {
	case n == nil || n.claims[0].entity.Kind != content.Actor:
	case len(n.claims) > 1 || n.claims[0].scope == "contested":
		m.Discovered, m.Why, m.Confidence = false, "contested", 0.5
		for _, c := range n.claims {
			m.Candidates = append(m.Candidates, c.entity.ID)
		}
	default:
		e := n.claims[0].entity
		m.Entity, m.Name, m.Discovered = e.ID, e.Name, n.claims[0].common
	}
	return m
}

// alone reports whether the Latin word at a span is not part of a longer one.
func (p *passage) alone(s source.Span) bool {
	return p.scriptBefore(s.Start) != latin && p.scriptAt(s.End) != latin
}
