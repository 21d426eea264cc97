package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// A hit is a known name that stands in the text as a word.
type hit struct {
	source.Span
	claims []claim // those whose conditions the place fulfils; never empty
	meant  *claim  // the one that is meant; nil where the name is contested
	sure   bool    // whether it is one of attackers or malware that is known for nothing else
}

// kind returns the kind of what a name means.
func (h *hit) kind() content.Kind {
	if h.meant == nil {
		return h.claims[0].entity.Kind
	}
	return h.meant.entity.Kind
}

// known fills in the known names, leftmost, longest, not overlapping, and what is met of the registry.
func (f *Finder) known(ps []*passage, met *Met) {
	met.empty(f)
	for _, p := range ps {
		p.folded = p.folded.Fold(p.text)
		met.folded(p.folded)
		for _, s := range p.spots[writtenWords] {
			met.written.add(s.word)
		}
		f.hear(p, met)
	}
	for _, p := range ps {
		p.hits, p.supported = f.hits(p, met)
	}
	for _, p := range ps {
		p.known = p.foreign(p.certain(p.hits, p.supported))
		for i := range p.known {
			p.known[i].settle(p.known)
			p.known[i].sure = sure(&p.known[i].claims[0])
		}
	}
}

// hits finds the names in the folded text, and whom the ambiguous ones among them can mean: they need a cue in their sentence, and where
// one has it, the passage means the same by the name everywhere.
func (f *Finder) hits(p *passage, met *Met) (found []hit, cued []*content.Entity) {
	out, next := p.hits[:0], 0
	f.names.table.EachWord(p.folded.Text, func(at, end, word int) {
		met.names.add(word)
		if at < next || word >= len(f.names.found) {
			return // in a name, or a shorter one where a longer one stands
		}
		h := hit{Span: p.original(at, end)}
		h.claims = kept(f.names.found[word].claims, func(c *claim) bool {
			if !p.fits(h.Span, c) || c.ambiguous && (p.compounded(h.Span) || p.ofSomebody(h.Span)) {
				return false
			}
			return true
		})
		if len(h.claims) == 0 || len(out) > 0 && out[len(out)-1].Overlaps(h.Span) {
			return
		}
		out, next = append(out, h), end
	})
	for i := range out {
		for j := range out[i].claims {
			if c := &out[i].claims[j]; c.ambiguous && p.supports(out, i, c) {
				cued = append(cued, c.entity)
			}
		}
	}
	return out, cued
}

// ofSomebody reports whether a word in katakana is the family name of somebody whom the passage names in full: リューク beside エレナ・リューク.
func (p *passage) ofSomebody(s source.Span) bool {
	name := p.surface(s)
	if p.scriptAt(s.Start) != katakana {
		return false
	}
	for at := 0; ; {
		n := strings.Index(p.text[at:], "・"+name)
		if n < 0 {
			return false
		}
		end := at + n + len("・") + len(name)
		if before := p.text[:at+n]; p.scriptAt(end) != katakana && givenAbroad(before[p.runBefore(len(before), katakana):]) {
			return true
		}
		at = end
	}
}

// said reports whether what follows a name is said of attackers and malware alone.
func (p *passage) said(s source.Span) bool {
	return beginsAny(strings.TrimLeft(p.text[s.End:], "」』\"”"), "を名乗", "と名乗", "名乗る", "に感染", "への感染", "の亜種", "のアフィリエイト", "の検体")
}

// kept returns the claims that a condition holds for, in the same room if it holds for all.
func kept(claims []claim, holds func(c *claim) bool) []claim {
	n := 0
	for n < len(claims) && holds(&claims[n]) {
		n++
	}
	if n == len(claims) {
		return claims
	}
	out := claims[:n:n]
	for i := n + 1; i < len(claims); i++ {
		if holds(&claims[i]) {
			out = append(out, claims[i])
		}
	}
	return out
}

// certain drops, in place, the ambiguous claims that no cue supports, nor a name in their sentence that is known for nothing else.
func (p *passage) certain(hits []hit, cued []*content.Entity) []hit {
	for i := range hits {
		if claims := hits[i].claims; len(claims) > 0 && sure(&claims[0]) {
			cued = p.besideSure(hits, hits[i].Span, cued)
		}
	}
	out := hits[:0]
	for _, h := range hits {
		h.claims = kept(h.claims, func(c *claim) bool { return !c.ambiguous || slices.Contains(cued, c.entity) })
		if len(h.claims) > 0 {
			out = append(out, h)
		}
	}
	return out
}

// besideSure adds whom the ambiguous names can mean that stand in the sentence of one that is known for nothing else.
func (p *passage) besideSure(hits []hit, s source.Span, cued []*content.Entity) []*content.Entity {
	around := p.sentence(s)
	for i := range hits {
		h := &hits[i]
		if !around.Contains(h.Span) || !slices.ContainsFunc(h.claims, func(c claim) bool { return c.ambiguous }) || everyday[p.surface(h.Span)] {
			continue
		}
		for j := range h.claims {
			if c := &h.claims[j]; c.ambiguous && (c.entity.Kind == content.Actor || c.entity.Kind == content.Malware) && !slices.Contains(cued, c.entity) {
				cued = append(cued, c.entity)
			}
		}
	}
	return cued
}

// foreign drops, in place, the organisations that stand after the name of another country than
// theirs: in 韓国外務省 the Japanese ministry is not meant. It drops places, too, that are the
// beginning of a longer name: パリ・コール.
func (p *passage) foreign(hits []hit) []hit {
	out := hits[:0]
	var before hit
	for i, h := range hits {
		country := p.countryBefore(h.Span)
		if i > 0 && adjoins(p.text[before.End:h.Start]) {
			switch c := &before.claims[0]; {
			case c.entity.Kind != content.Place:
			case c.common: // a place that the registry does not have is in no country that it has
				country = "other"
			case c.entity.Code != "":
				country = c.entity.ID
			}
		}
		before = h
		following := i+1 < len(hits) && hits[i+1].Start == h.End+len("・")
		h.claims = kept(h.claims, func(c *claim) bool {
			switch c.entity.Kind {
			case content.Organization:
				return (country == "" || c.entity.Country == "" || c.entity.Country == country) && !(c.entity.Class == "ministry" && p.manyCountries(h.Span))
			case content.Place:
				return following || !p.hyphenated(h.Span) && !beginsAny(p.text[h.End:], namedAfter...) && !p.vessel(h.Span) && !(strings.HasPrefix(p.text[h.End:], "時代") && capitalsOfOld[p.surface(h.Span)])
			case content.Person:
				return !p.ofNamesake(h.Span, c.entity.Name.JA)
			}
			return true
		})
		if len(h.claims) > 0 {
			out = append(out, h)
		}
	}
	return out
}

// namedAfter follow the place that is the beginning of the name of something else: 冬季|アジア|大会, 世宗|大王, パリ|協定.
var namedAfter = []string{"大王", "大帝", "協定", "条約", "議定書", "号", "大会", "冬季大会", "冬季競技大会", "競技大会", "選手権", "オリンピック", "パラリンピック", "カップ", "万博", "マラソン"}

// capitalsOfOld are the towns that times of the past are named after: 奈良|時代.
var capitalsOfOld = wordSet("奈良", "飛鳥", "平安", "鎌倉", "室町", "江戸", "安土", "桃山")

// vessel reports whether a name stands in quotation marks behind a word for a ship or the like, of which it is the name: 空母「|遼寧|」.
func (p *passage) vessel(s source.Span) bool {
	before, ok := strings.CutSuffix(p.text[:s.Start], "「")
	return ok && strings.HasPrefix(p.text[s.End:], "」") && endsAny(before, "艦", "空母", "船", "フェリー", "タンカー", "ヨット", "列車", "特急", "新幹線", "戦闘機", "爆撃機", "戦車", "競走馬")
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

// manyCountries are the words before the ministries of several countries.
var manyCountries = []string{"国々の", "各国の", "諸国の", "カ国の", "か国の", "ヵ国の", "ヶ国の", "両国の", "日米の", "日米韓の"}

// manyCountries reports whether the ministries of several countries are meant: アフリカの国々の外務省.
func (p *passage) manyCountries(s source.Span) bool {
	if len(p.spots[countriesWords]) == 0 {
		return false
	}
	before := source.Span{Start: p.sentence(s).Start, End: s.Start}
	return slices.ContainsFunc(p.within(countriesWords, before), func(w spot) bool { return w.End <= s.Start })
}

// hyphenated reports whether a katakana word follows a name after a point.
func (p *passage) hyphenated(s source.Span) bool {
	rest, ok := strings.CutPrefix(p.text[s.End:], "・")
	return ok && script(firstRune(rest)) == katakana && script(lastRune(p.surface(s))) == katakana
}

// original returns where a stretch of the folded text stands in the text,
// with the long vowel mark that folding dropped from its end.
func (p *passage) original(i, end int) source.Span {
	s := p.folded.Span(source.Span{Start: i, End: end})
	if p.scriptBefore(s.End) != katakana {
		return s
	}
	limit := len(p.text)
	if end < len(p.folded.Text) {
		limit = p.folded.Span(source.Span{Start: end, End: end + 1}).Start
	}
	for s.End < limit && p.scriptAt(s.End) == katakana {
		s.End += runeLen(p.text[s.End:])
	}
	return s
}

// plainly reports whether one of the hits names an entity with a name of its own.
func plainly(hits []hit, e *content.Entity) bool {
	return slices.ContainsFunc(hits, func(h hit) bool {
		return len(h.claims) == 1 && h.claims[0].entity == e && h.claims[0].scope != "contested"
	})
}

// settle decides whom a hit means. A contested name means the one of its claimants
// that the passage names plainly, and no one where that is none or more, or where it is the own name of one of them:
// Earth Luscaのほか、Aquatic Pandaも. It is contested also where the registry has only one of those that claim it.
func (h *hit) settle(hits []hit) {
	claims := h.claims
	if len(claims) > 1 && slices.ContainsFunc(claims, func(c claim) bool { return c.why == "name" }) {
		return
	}
	if len(claims) > 1 || len(claims) == 1 && claims[0].scope == "contested" {
		claims = kept(claims, func(c *claim) bool { return plainly(hits, c.entity) })
	}
	if len(claims) == 1 {
		h.meant = &claims[0]
	}
}

// mention returns the mention that a hit makes.
func (p *passage) mention(h *hit) Mention {
	surface := p.surface(h.Span)
	c := h.meant
	if c == nil {
		m := Mention{Span: h.Span, Kind: h.kind(), Surface: surface, Name: i18n.Both(surface), Confidence: 0.5, Why: "contested"}
		for _, c := range h.claims {
			m.Candidates = append(m.Candidates, c.entity.ID)
		}
		return m
	}
	return Mention{
		Span: h.Span, Kind: h.kind(), Entity: c.entity.ID, Surface: surface, Name: c.entity.Name, Discovered: c.common,
		Confidence: confidence(c, len(h.claims) > 1), Why: c.why,
	}
}

func confidence(c *claim, contested bool) float64 {
	switch {
	case contested:
		return 0.7
	case c.scope == "contested":
		return 0.6
	case c.ambiguous:
		return ambiguousConfidence
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
	p.findCues()
	if len(p.cues) == 0 && len(p.known) == 0 {
		return false
	}
	around := p.sentence(s)
	for i := range p.known {
		if h := &p.known[i]; h.sure && around.Contains(h.Span) && !h.Overlaps(s) {
			return true
		}
	}
	i, _ := slices.BinarySearchFunc(p.cues, around.Start, func(c source.Span, at int) int { return c.Start - at })
	for ; i < len(p.cues) && p.cues[i].End <= around.End; i++ {
		if !p.cues[i].Overlaps(s) {
			return true
		}
	}
	return false
}

// ofThings follow the name of something made or dug, which has no will of its own: Chromium| ベースの, Venom|の脆弱性.
var ofThings = []string{"の脆弱性", "に脆弱性", "ベースの", "ブラウザ", "ケーブル", "カード", "素材", "の抽出", "を抽出", "の濃縮", "を濃縮", "の輸出", "の輸入"}

// compounded reports whether a common word is part of a longer compound, in which it
// means what it always means: ニッケル鉱山, Royal Navy.
func (p *passage) compounded(s source.Span) bool {
	before, after := p.text[:s.Start], p.text[s.End:]
	if beginsAny(strings.TrimLeft(after, " "), ofThings...) {
		return true
	}
	prev, next := lastRune(before), firstRune(after)
	if next == ' ' || next == '・' {
		rest := strings.TrimLeft(after, " ・")
		upper := rest != "" && ('A' <= rest[0] && rest[0] <= 'Z' || next == '・' && script(firstRune(rest)) == katakana)
		return upper && !beginsCue(rest)
	}
	if compound(next) && !beginsCue(after) || p.epithet(s) {
		return true
	}
	if prev == '旧' && endsAny(before, "（旧", "(旧", "、旧") {
		return false // バイオレット・タイフーン（旧ジルコニウム）
	}
	if prev == '元' && p.scriptAt(s.Start) == latin {
		return false // 元Contiの幹部
	}
	return (compound(prev) || prev == '・') && !endsCue(before)
}

// epithet reports whether a Latin word with a capital stands before a common word and makes it part of another name: Apache|Spark.
func (p *passage) epithet(s source.Span) bool {
	if s.Start < 2 || p.text[s.Start-1] != ' ' || !inWord(p.text[s.Start-2]) {
		return false
	}
	n, ok := latinBefore(p.text, s.Start-1)
	return ok && !beginsCue(p.surface(n))
}

func compound(r rune) bool { return script(r) == kanji || script(r) == katakana }
