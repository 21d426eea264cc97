package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// namesakes are names that bodies of several countries bear. In Japanese they mean those of Japan, unless the text speaks of
// the country of the one that the registry has.
var namesakes = []string{"財務省", "農務省", "運輸省", "内務省", "商務省"}

// settleNamesakes takes from such a name, in place, the entity of a country that the text does not speak of.
func (f *Finder) settleNamesakes(l i18n.Lang, texts []Part, parts [][]Mention) {
	if l != i18n.JA {
		return
	}
	for i, ms := range parts {
		for j := range ms {
			m := &ms[j]
			if m.Kind != content.Organization || m.Entity == "" || !slices.Contains(namesakes, m.Surface) {
				continue
			}
			e := f.registry.Get(m.Entity)
			if e == nil || e.Country == "" || e.Country == "jp" || f.speaksOf(parts, e) || e.Country == "us" && american(texts) {
				continue
			}
			own := slices.Clone(ms)
			own[j].Entity, own[j].Name, own[j].Discovered, own[j].Confidence = "", i18n.Both(m.Surface), true, 0.6
			parts[i], ms = own, own
		}
	}
}

// american reports whether a text has the title of one of the American government: イエレン|財務長官.
func american(texts []Part) bool {
	return slices.ContainsFunc(texts, func(t Part) bool {
		return strings.Contains(t.Text, "財務長官") || strings.Contains(t.Text, "司法長官") || strings.Contains(t.Text, "OFAC")
	})
}

// speaksOf reports whether a text names the country of an entity, or another body of it.
func (f *Finder) speaksOf(parts [][]Mention, e *content.Entity) bool {
	for _, ms := range parts {
		for i := range ms {
			m := &ms[i]
			if m.Entity == "" || m.Entity == e.ID && slices.Contains(namesakes, m.Surface) {
				continue
			}
			if o := f.registry.Get(m.Entity); o != nil && (o.Country == e.Country && o.Kind != content.Actor || o.ID == e.Country) {
				return true
			}
		}
	}
	return false
}
