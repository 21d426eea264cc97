package synth

import (
	"regexp"
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/morph"
	"jikenbo/internal/parallel"
	"jikenbo/internal/source"
)

// A pair is a sentence in both languages.
type pair struct{ ja, en string }

// fullStop ends a sentence of an English text that the pairs take.
var fullStop = regexp.MustCompile(`[.?!][”"’)]? `)

// pairs returns the sentences of the articles that stand opposite each other: those of
// paragraphs with as many sentences in one language as in the other.
func pairs(articles []*content.Article) []pair {
	var out []pair
	for _, a := range articles {
		if a.JA == nil || a.EN == nil || len(a.JA.Passages()) != len(a.EN.Passages()) {
			continue
		}
		for i := range a.JA.Passages() {
			if a.JA.Passages()[i].Kind != source.Paragraph {
				continue
			}
			ja, en := japanese(a.JA.Passages()[i].Text()), english(a.EN.Passages()[i].Text())
			if len(ja) != len(en) {
				continue
			}
			for n := range ja {
				if plain(ja[n]) && plain(en[n]) {
					out = append(out, pair{ja[n], en[n]})
				}
			}
		}
	}
	return out
}

func japanese(text string) []string {
	var out []string
	for _, s := range morph.Sentences(text) {
		out = append(out, strings.TrimSpace(text[s.Start:s.End]))
	}
	return out
}

func english(text string) []string {
	var out []string
	at := 0
	for _, m := range fullStop.FindAllStringIndex(text, -1) {
		out = append(out, strings.TrimSpace(text[at:m[1]]))
		at = m[1]
	}
	if rest := strings.TrimSpace(text[at:]); rest != "" {
		out = append(out, rest)
	}
	return out
}

// agree reports whether a sentence says the same in both languages by itself: numbers, dates and who is named. Of many
// only their paragraph does.
func (m *maker) agree(p pair) bool {
	const other = "アンバー・ヤク"
	p = m.rename(p, entity{name: i18n.Text{JA: other, EN: "Amber Yak"}})
	if strings.Contains(p.ja, other) != strings.Contains(p.en, "Amber Yak") || len(parallel.Compare(p.ja, p.en)) > 0 {
		return false
	}
	in := func(text string, names []string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return len(name) > 2 && strings.Contains(text, name) })
	}
	for _, names := range m.named {
		if in(p.ja, names) != in(p.en, names) {
			return false
		}
	}
	return true
}

// namesOf are the names of each entity but places, whose names are in many words.
func namesOf(r *content.Registry) [][]string {
	var out [][]string
	for _, e := range r.All() {
		if e.Kind == content.Place {
			continue
		}
		names := append([]string{e.Name.JA, e.Name.EN}, e.Variants...)
		for _, a := range e.Aliases {
			names = append(names, a.Name)
		}
		if e.Kind == content.Person { // called by the family name
			names = append(names, e.Name.JA[strings.LastIndex("・"+e.Name.JA, "・"):], e.Name.EN[strings.LastIndex(" "+e.Name.EN, " "):])
		}
		out = append(out, names)
	}
	return out
}

// plain reports whether a sentence is the same in Markdown, whatever stands around it.
func plain(s string) bool { return s != "" && !strings.ContainsAny(s, "*_[]<>`#\\|~&{}\n\t") }

// actorNames are the names of actors that sentences can be rid of: long enough to be no part of another word.
func actorNames(r *content.Registry) (ja, en []string) {
	for _, e := range r.All() {
		if e.Kind != content.Actor {
			continue
		}
		if len(e.Name.JA) >= 12 {
			ja = append(ja, e.Name.JA)
		}
		if len(e.Name.EN) >= 6 {
			en = append(en, e.Name.EN)
		}
	}
	longest := func(a, b string) int { return len(b) - len(a) }
	slices.SortStableFunc(ja, longest)
	slices.SortStableFunc(en, longest)
	return ja, en
}
