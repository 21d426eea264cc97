package synth

import (
	"regexp"
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
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
		if a.JA == nil || a.EN == nil || len(a.JA.Passages) != len(a.EN.Passages) {
			continue
		}
		for i := range a.JA.Passages {
			if a.JA.Passages[i].Kind != source.Paragraph {
				continue
			}
			ja, en := japanese(a.JA.Passages[i].Text()), english(a.EN.Passages[i].Text())
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
