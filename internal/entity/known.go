package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// A hit is a known name that stands in the text as a word.
type hit struct {
	span   source.Span
	claims []claim // those whose conditions the place fulfils; never empty
}

// known returns the mentions of known names: leftmost, longest, not overlapping.
func (f *Finder) known(p *passage) []Mention {
	hits := f.hits(p)
	named := plainlyNamed(hits)
	out := make([]Mention, 0, len(hits))
	for _, h := range hits {
		out = append(out, mention(p, h, named))
	}
	return out
}

// hits finds the names. Ambiguous ones need a cue in their sentence; where one has it,
// the passage means the same by the name everywhere.
func (f *Finder) hits(p *passage) []hit {
	var out []hit
	cued := map[*content.Entity]bool{}
	text := p.folded.Text
	for i := 0; i < len(text); {
		next := i + runeLen(text[i:])
		f.names.at(text, i, func(n *name, end int) bool {
			h := hit{span: p.original(i, end)}
			for _, c := range n.claims {
				if p.fits(h.span, c) && (!c.ambiguous || !p.compounded(h.span)) {
					h.claims = append(h.claims, c)
					if c.ambiguous && p.cued(h.span) {
						cued[c.entity] = true
					}
				}
			}
			if len(h.claims) == 0 || len(out) > 0 && out[len(out)-1].span.Overlaps(h.span) {
				return false
			}
			out = append(out, h)
			next = end
			return true
		})
		i = next
	}
	return p.foreign(certain(out, cued))
}

// foreign drops the organisations that stand after the name of another country than
// theirs: in 韓国外務省 the Japanese ministry is not meant. It drops places, too, that are the
// beginning of a longer name: パリ・コール.
func (p *passage) foreign(hits []hit) []hit {
	var out []hit
	for i, h := range hits {
		country := p.countryBefore(h.span)
		if i > 0 && adjoins(p.text[hits[i-1].span.End:h.span.Start]) {
			switch c := hits[i-1].claims[0]; {
			case c.entity.Kind != content.Place:
			case c.common: // a place that the registry does not have is in no country that it has
				country = "other"
			case c.entity.Code != "":
				country = c.entity.ID
			}
		}
		following := i+1 < len(hits) && hits[i+1].span.Start == h.span.End+len("・")
		kept := slices.DeleteFunc(slices.Clone(h.claims), func(c claim) bool {
			switch c.entity.Kind {
			case content.Organization:
				return country != "" && c.entity.Country != "" && c.entity.Country != country || c.entity.Class == "ministry" && p.manyCountries(h.span)
			case content.Place:
				return !following && p.hyphenated(h.span)
			}
			return false
		})
		if len(kept) > 0 {
			out = append(out, hit{h.span, kept})
		}
	}
	return out
}

// adjoins reports whether what stands between a country and a name makes the country the name's.
func adjoins(between string) bool {
	return between == "" || between == "の" || between == "・" || between == " "
}

// countryBefore reads the one-character country before a name, "" if there is none.
func (p *passage) countryBefore(s source.Span) string {
	switch p.before(s) {
	case '米':
		return "us"
	case '英':
		return "gb"
	case '仏':
		return "fr"
	case '独':
		return "de"
	case '露':
		return "ru"
	case '中':
		return "cn"
	case '韓':
		return "kr"
	}
	return ""
}

// manyCountries reports whether the ministries of several countries are meant: アフリカの国々の外務省.
func (p *passage) manyCountries(s source.Span) bool {
	before := p.text[p.sentence(s).Start:s.Start]
	for _, w := range []string{"国々の", "各国の", "諸国の", "カ国の", "か国の", "ヵ国の", "ヶ国の", "両国の", "日米の", "日米韓の"} {
		if strings.Contains(before, w) {
			return true
		}
	}
	return false
}

// hyphenated reports whether a katakana word follows a name after a point.
func (p *passage) hyphenated(s source.Span) bool {
	rest, ok := strings.CutPrefix(p.text[s.End:], "・")
	return ok && script(firstRune(rest)) == katakana && script(lastRune(p.surface(s))) == katakana
}

// certain drops the ambiguous claims that no cue supports.
func certain(hits []hit, cued map[*content.Entity]bool) []hit {
	var out []hit
	for _, h := range hits {
		var kept []claim
		for _, c := range h.claims {
			if !c.ambiguous || cued[c.entity] {
				kept = append(kept, c)
			}
		}
		if len(kept) > 0 {
			out = append(out, hit{h.span, kept})
		}
	}
	return out
}

// original returns where a stretch of the folded text stands in the text,
// with the long vowel mark that folding dropped from its end.
func (p *passage) original(i, end int) source.Span {
	s := p.folded.Span(source.Span{Start: i, End: end})
	limit := len(p.text)
	if end < len(p.folded.Text) {
		limit = p.folded.Span(source.Span{Start: end, End: end + 1}).Start
	}
	for s.End < limit {
		r := firstRune(p.text[s.End:])
		if script(lastRune(p.surface(s))) != katakana || script(r) != katakana {
			break
		}
		s.End += utf8.RuneLen(r)
	}
	return s
}

// plainlyNamed returns the entities that the hits name with a name of their own.
func plainlyNamed(hits []hit) map[*content.Entity]bool {
	out := map[*content.Entity]bool{}
	for _, h := range hits {
		if len(h.claims) == 1 && h.claims[0].scope != "contested" {
			out[h.claims[0].entity] = true
		}
	}
	return out
}

// mention settles whom a hit means. A contested name means the one of its claimants
// that the passage names plainly, and no one where that is none or more.
func mention(p *passage, h hit, named map[*content.Entity]bool) Mention {
	claims := h.claims
	if len(claims) > 1 {
		var plain []claim
		for _, c := range claims {
			if named[c.entity] {
				plain = append(plain, c)
			}
		}
		if len(plain) != 1 {
			return contested(p, h)
		}
		claims = plain
	}
	c := claims[0]
	return Mention{
		Span: h.span, Kind: c.entity.Kind, Entity: c.entity.ID, Surface: p.surface(h.span), Name: c.entity.Name, Discovered: c.common,
		Confidence: confidence(c, len(h.claims) > 1), Why: c.why,
	}
}

func contested(p *passage, h hit) Mention {
	surface := p.surface(h.span)
	m := Mention{
		Span: h.span, Kind: h.claims[0].entity.Kind, Surface: surface,
		Name: i18n.Both(surface), Confidence: 0.5, Why: "contested",
	}
	for _, c := range h.claims {
		m.Candidates = append(m.Candidates, c.entity.ID)
	}
	return m
}

func confidence(c claim, contested bool) float64 {
	switch {
	case contested:
		return 0.7
	case c.scope == "contested":
		return 0.6
	case c.ambiguous:
		return 0.75
	case c.scope == "overlaps" || c.scope == "part-of":
		return 0.8
	case c.why == "alias":
		return 0.93
	case c.common:
		return 0.85
	case c.why == "variant":
		return 0.96
	}
	return 0.98
}

// cued reports whether the sentence around a name speaks of attackers or their tools.
func (p *passage) cued(s source.Span) bool {
	if !p.cuesKnown {
		p.cues, p.cuesKnown = cuesIn(p.text), true
	}
	around := p.sentence(s)
	i, _ := slices.BinarySearchFunc(p.cues, around.Start, func(c source.Span, at int) int { return c.Start - at })
	for ; i < len(p.cues) && p.cues[i].End <= around.End; i++ {
		if !p.cues[i].Overlaps(s) {
			return true
		}
	}
	return false
}

// compounded reports whether a common word is part of a longer compound, in which it
// means what it always means: ニッケル鉱山, Royal Navy.
func (p *passage) compounded(s source.Span) bool {
	before, after := p.text[:s.Start], p.text[s.End:]
	prev, next := lastRune(before), firstRune(after)
	if next == ' ' || next == '・' {
		rest := strings.TrimLeft(after, " ・")
		upper := rest != "" && ('A' <= rest[0] && rest[0] <= 'Z' || next == '・' && script(firstRune(rest)) == katakana)
		return upper && !beginsCue(rest)
	}
	if compound(next) && !beginsCue(after) {
		return true
	}
	return (compound(prev) || prev == '・') && !endsCue(before)
}

func compound(r rune) bool { return script(r) == kanji || script(r) == katakana }

func runeLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}
