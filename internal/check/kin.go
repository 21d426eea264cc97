package check

import (
	"regexp"
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// kin reports whether one of two entities can stand for the other, where two languages put it differently: the ministry and
// its division, the office and the city that it is named for, an authority and its country.
func (r *records) kin(a, b *content.Entity) bool {
	switch {
	case r.within(a, b.ID) || r.within(b, a.ID), namedFor(a, b), namedFor(b, a):
		return true
	case a.Kind == content.Place && b.Kind == content.Organization:
		return r.seated(b, a)
	case b.Kind == content.Place && a.Kind == content.Organization:
		return r.seated(a, b)
	}
	return false
}

// within reports whether an entity is part of what has an id, over however many steps.
func (r *records) within(e *content.Entity, id string) bool {
	const deepest = 10 // should two be part of each other
	for range deepest {
		if e == nil || e.Parent == "" {
			return false
		}
		if e.Parent == id {
			return true
		}
		e = r.Content.Registry.Get(e.Parent)
	}
	return false
}

// governs reports whether a block speaks of the government of a country by other words: US authorities, 米当局.
func (b *block) governs(e *content.Entity) bool {
	return e.Class == "government" && power.MatchString(b.text) && slices.ContainsFunc(b.names, func(o sighting) bool { return o.ID == e.Country })
}

var power = regexp.MustCompile(`\b(?:administration|authorities|government|officials)\b|当局|政府|政権`)

// seated reports whether an organisation belongs to a place, or to the country that the place is in.
func (r *records) seated(o, place *content.Entity) bool {
	return o.Country == place.ID || o.Country != "" && r.within(r.Content.Registry.Get(o.Country), place.ID)
}

// namedFor reports whether an entity bears the name of another in its own: the prosecutor of Paris.
func namedFor(a, b *content.Entity) bool {
	if len(b.Name.JA) > len("一") && strings.Contains(plain(a.Name.JA), plain(b.Name.JA)) {
		return true
	}
	whole := block{folded: plain(a.Name.EN)}
	return whole.holds(b.Name.EN)
}

// anaphora are the words by which a text goes on about whom it has named.
var anaphora = map[content.Kind]map[i18n.Lang]*regexp.Regexp{
	content.Organization: {
		i18n.EN: regexp.MustCompile(`(?i)\b(?:the|its|this|that|whose)(?: [a-z-]+)? (?:administration|agency|alliance|association|authorit(?:y|ies)|body|bureau|business|committee|compan(?:y|ies)|contractor|court|department|division|firm|government|group|institute|investigators|judge|maker|ministry|newspaper|office|officials|organi[sz]ation|paper|party|police|prosecutors?|publisher|regulator|service|site|unit|university|vendor)\b`),
		i18n.JA: regexp.MustCompile(`[同両各当][社省庁局部課署国紙誌院所府党行軍]|同(?:委員会|機構|大学|銀行|協会|裁判所|地裁|県警|センター|研究所|財団|通信|政府|当局|組織|団体|支局)|この(?:会社|省|庁|機関|企業|組織|新聞|裁判所|政府|部門|部署|団体)|当局|捜査機関`),
	},
	content.Place: {
		i18n.EN: regexp.MustCompile(`(?i)\b(?:the|this|that|its|whose) (?:country|countries|nation|state|city|region|island|island’s|country’s|province|territory)\b|\b(?:domestic|there)\b`),
		i18n.JA: regexp.MustCompile(`[同両各自他][国州県市省都地島]|現地|国内|同地域|この(?:国|州|都市|地域|島)`),
	},
}
