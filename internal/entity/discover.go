package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// discover finds names by their form and surroundings. Surer ways come first;
// what a later way finds in the same place is dropped.
func (f *Finder) discover(p *passage, known []Mention) []Mention {
	var out []Mention
	add := func(ms []Mention) {
		for _, m := range ms {
			if strings.TrimSpace(m.Surface) != "" && !overlapped(out, m.Span) {
				out = append(out, m)
			}
		}
	}
	for _, find := range []func(*passage) []Mention{f.vulnerabilities, indicators, schemeActors, called, malware, attributed} {
		add(find(p))
	}
	beside := slices.Concat(known, out)
	slices.SortStableFunc(beside, func(a, b Mention) int { return a.Span.Start - b.Span.Start })
	add(p.aliases(beside))
	beside = append(append(beside[:0], known...), out...)
	add(p.enumerated(beside))
	for _, find := range []func(*passage) []Mention{people, organizations, places} {
		add(find(p))
	}
	if strings.Contains(p.text, "以下") {
		add(p.defined(slices.Concat(known, out)))
	}
	return out
}

// overlapped reports whether one of the mentions shares a character with a span.
func overlapped(ms []Mention, s source.Span) bool {
	for i := range ms {
		if ms[i].Span.Overlaps(s) {
			return true
		}
	}
	return false
}

// merge adds discovered names to the known ones. A known name wins, but for a place
// that is part of a longer name: 英国 in 英国政府, モナコ in リサ・モナコ.
func merge(known, discovered []Mention) []Mention {
	out := slices.Clone(known)
	for _, d := range discovered {
		if !overlapped(out, d.Span) && !overlapped(known, d.Span) {
			out = append(out, d)
			continue
		}
		if i := slices.IndexFunc(out, func(k Mention) bool { return unitOf(k, d) }); i >= 0 {
			unit := out[i]
			unit.Span, unit.Surface = d.Span, d.Surface
			out = append(slices.DeleteFunc(out, func(k Mention) bool { return k.Span.Overlaps(d.Span) }), unit)
			continue
		}
		blocked := slices.ContainsFunc(known, func(k Mention) bool {
			longer := d.Span.Contains(k.Span) && d.Span != k.Span
			return k.Span.Overlaps(d.Span) && !(longer && (k.Kind == content.Place || k.Discovered))
		})
		if blocked {
			continue
		}
		out = slices.DeleteFunc(out, func(k Mention) bool { return k.Span.Overlaps(d.Span) })
		out = append(out, d)
	}
	slices.SortFunc(out, func(a, b Mention) int { return a.Span.Start - b.Span.Start })
	return out
}

// unitOf reports whether a known unit stands at the end of the name of its army: 人民解放軍|61419部隊.
func unitOf(k, d Mention) bool {
	return !k.Discovered && k.Kind == content.Organization && d.Kind == k.Kind && army(k.Surface) && d.Span.End == k.Span.End && d.Span.Start < k.Span.Start
}

// discovered makes a mention of a name that the registry does not know.
func (p *passage) discovered(s source.Span, k content.Kind, confidence float64, why string) Mention {
	surface := p.surface(s)
	return Mention{
		Span: s, Kind: k, Surface: surface, Name: i18n.Both(surface),
		Discovered: true, Confidence: confidence, Why: why,
	}
}

// alone reports whether the Latin word at a span is not part of a longer one.
func (p *passage) alone(s source.Span) bool {
	return script(p.before(s)) != latin && script(p.after(s)) != latin
}
