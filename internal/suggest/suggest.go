// Package suggest stands beside the pipeline: it gathers the names that no registry knows, over all texts of an archive.
//
// In: the documents of the archive, and its registry. Out: [Name] values, those found most often first, each with the
// rules by which it was found, its sentences within the rights of their sources, and known names that are spelt nearly
// the same. The order depends on nothing but the texts.
package suggest

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// A Text is a document, and whether its sentences may be shown.
type Text struct {
	Doc   *analysis.Document
	Shown bool
}

// A Name is one that texts have and the registry does not know.
type Name struct {
	Name string       // as it is written most often
	Kind content.Kind // as which it was found most often
	ID   string       // that a record of it may have; no entity has it
	// Reading is how it is read, in hiragana: as a text itself gives it, or where none does, as the dictionary knows it.
	Reading string
	Times   int // that it was found
	Texts   int // in which it was
	Sure    float64
	// Ways are the rules by which it was found, most frequent first.
	Ways []Way
	// Spellings are other ways of writing it, and Kinds other kinds as which it was found.
	Spellings []string
	Kinds     []content.Kind
	Evidence  []Evidence // a sentence of each text, most telling first
	Near      []Near
}

// A Way is a rule, and how often it found the name.
type Way struct {
	Rule  string
	Times int
}

// Evidence is a sentence in which a name stands.
type Evidence struct {
	Pos      source.Position
	Sentence string // "" where the rights of its source withhold it
	Sure     float64
}

// Names gathers the unknown names of texts. Addresses and hashes are none, nor is what some entity is called:
// where a text has that in a place in which it is not linked, a new record would not help.
func Names(texts []Text, r *content.Registry) []Name {
	known := map[string]bool{}
	for _, e := range r.All() {
		for _, n := range namesOf(e) {
			known[content.Fold(n)] = true
		}
	}
	byKey := map[string]*gathered{}
	for i, t := range texts {
		if t.Doc == nil {
			continue
		}
		for _, m := range t.Doc.Mentions {
			if !m.Discovered || m.Kind == content.Indicator {
				continue
			}
			key := content.Fold(m.Surface)
			if known[key] {
				continue
			}
			if byKey[key] == nil {
				byKey[key] = newGathered()
			}
			byKey[key].add(i, t, m)
		}
	}
	var out []Name
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		out = append(out, byKey[key].name())
	}
	slices.SortStableFunc(out, func(a, b Name) int {
		return cmp.Or(cmp.Compare(b.Times, a.Times), cmp.Compare(b.Texts, a.Texts), cmp.Compare(b.Sure, a.Sure), cmp.Compare(a.Name, b.Name))
	})
	giveIDs(out, r)
	return out
}

// namesOf returns every name of an entity.
func namesOf(e *content.Entity) []string {
	names := append([]string{e.Name.JA, e.Name.EN}, e.Variants...)
	for _, a := range e.Aliases {
		names = append(names, a.Name)
	}
	return names
}

// gathered is what is known of a name while texts are read.
type gathered struct {
	surfaces, rules, kinds, readings, given map[string]int
	texts                                   map[int]bool
	times                                   int
	sure                                    float64
	evidence                                []Evidence
}

func newGathered() *gathered {
	return &gathered{surfaces: map[string]int{}, rules: map[string]int{}, kinds: map[string]int{}, readings: map[string]int{}, given: map[string]int{}, texts: map[int]bool{}}
}

// add takes in a mention of the i-th text.
func (g *gathered) add(i int, t Text, m analysis.Mention) {
	g.times++
	g.surfaces[m.Surface]++
	g.rules[cmp.Or(m.Why, "?")]++
	g.kinds[string(m.Kind)]++
	if m.Reading != "" {
		g.readings[m.Reading]++
	}
	if kana := t.Doc.GivenReading(&m); kana != "" {
		g.given[hiragana(kana)]++
	}
	g.sure = max(g.sure, m.Confidence)
	e := Evidence{Pos: t.Doc.Text.File.Position(m.File.Start), Sure: m.Confidence}
	if t.Shown {
		e.Sentence = t.Doc.Sentences[m.Sentence].Text
	}
	switch last := len(g.evidence) - 1; {
	case !g.texts[i]:
		g.texts[i] = true
		g.evidence = append(g.evidence, e)
	case e.Sure > g.evidence[last].Sure:
		g.evidence[last] = e // texts come one after another
	}
}

// name sums up.
func (g *gathered) name() Name {
	surfaces, rules, kinds := byCount(g.surfaces), byCount(g.rules), byCount(g.kinds)
	n := Name{Name: surfaces[0], Kind: content.Kind(kinds[0]), Spellings: surfaces[1:], Times: g.times, Texts: len(g.texts), Sure: g.sure, Evidence: g.evidence}
	for _, rule := range rules {
		n.Ways = append(n.Ways, Way{rule, g.rules[rule]})
	}
	for _, k := range kinds[1:] {
		n.Kinds = append(n.Kinds, content.Kind(k))
	}
	if given := byCount(g.given); len(given) > 0 {
		n.Reading = given[0]
	} else if readings := byCount(g.readings); len(readings) > 0 {
		n.Reading = hiragana(readings[0])
	} else if isKana(n.Name) {
		n.Reading = hiragana(n.Name)
	}
	slices.SortStableFunc(n.Evidence, func(a, b Evidence) int { return cmp.Compare(b.Sure, a.Sure) })
	return n
}

// byCount returns the words of a count, frequent ones first.
func byCount(count map[string]int) []string {
	return slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
}

// giveIDs gives each name an id that nothing has: of its Latin letters, of its reading, or of its kind.
func giveIDs(names []Name, r *content.Registry) {
	taken, table := map[string]bool{}, letters()
	for i := range names {
		n := &names[i]
		base := content.Slug(n.Name)
		if !Latin(n.Name) {
			base = romaji(cmp.Or(n.Reading, n.Name), table)
		}
		if !content.IsID(base) || len(base) < 2 {
			sum := sha256.Sum256([]byte(content.Fold(n.Name)))
			base = string(n.Kind) + "-" + hex.EncodeToString(sum[:3])
		}
		n.ID = base
		for k := 2; taken[n.ID] || r.Get(n.ID) != nil; k++ {
			n.ID = fmt.Sprintf("%s-%d", base, k)
		}
		taken[n.ID] = true
	}
}
