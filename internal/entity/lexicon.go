package entity

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
)

// A lexicon is all names of a registry in folded form.
type lexicon struct {
	names map[string]*name
	// lengths are the lengths in bytes of the names that begin with two characters, longest first.
	lengths map[beginning][]int
	first   *morph.RuneSet // the characters that names begin with
}

// A beginning is the first two characters of a name; the second is 0 in a name of one.
type beginning [2]rune

func beginningOf(s string) beginning {
	first, n := utf8.DecodeRuneInString(s)
	return beginning{first, firstRune(s[n:])}
}

// A name is a folded name with everyone who claims it, sorted by id.
type name struct {
	claims []claim
}

// A claim is one entity's use of a name.
type claim struct {
	entity    *content.Entity
	written   string // the name as the registry writes it
	why       string // "name", "variant", "alias" or "gazetteer"
	ambiguous bool
	scope     string // of an alias
	common    bool   // of the gazetteer: the entity is not the registry's, and has no id
}

func newLexicon(r *content.Registry) lexicon {
	x := lexicon{names: map[string]*name{}, lengths: map[beginning][]int{}, first: &morph.RuneSet{}}
	for _, e := range r.All() {
		for _, c := range claims(e) {
			x.add(c)
		}
	}
	x.addGazetteer()
	for key, n := range x.names {
		slices.SortStableFunc(n.claims, func(a, b claim) int { return cmp.Compare(a.entity.ID, b.entity.ID) })
		first := beginningOf(key)
		x.first.Add(first[0])
		if !slices.Contains(x.lengths[first], len(key)) {
			x.lengths[first] = append(x.lengths[first], len(key))
		}
	}
	for _, ls := range x.lengths {
		slices.SortFunc(ls, func(a, b int) int { return cmp.Compare(b, a) })
	}
	return x
}

// claims lists the names of an entity, those first that say most plainly whom they mean.
func claims(e *content.Entity) []claim {
	var out []claim
	for _, s := range []string{e.Name.JA, e.Name.EN} {
		out = append(out, claim{entity: e, written: s, why: "name", ambiguous: e.Ambiguous})
	}
	for _, s := range e.Variants {
		out = append(out, claim{entity: e, written: s, why: "variant", ambiguous: e.Ambiguous})
	}
	for _, a := range e.Aliases {
		out = append(out, claim{entity: e, written: a.Name, why: "alias", ambiguous: a.Ambiguous, scope: a.Scope})
	}
	return out
}

// add enters a claim, unless the entity claims the same name already.
func (x lexicon) add(c claim) {
	key := morph.Fold(c.written).Text
	if key == "" {
		return
	}
	n := x.names[key]
	if n == nil {
		n = &name{}
		x.names[key] = n
	}
	for _, have := range n.claims {
		if have.entity == c.entity {
			return
		}
	}
	n.claims = append(n.claims, c)
}

// at calls yield with the names that stand in text at i, longest first, until it returns true.
func (x lexicon) at(text string, i int, yield func(n *name, end int) bool) {
	first := beginningOf(text[i:])
	if !x.first.Has(first[0]) || x.tried(text, i, x.lengths[first], yield) {
		return
	}
	first[1] = 0
	x.tried(text, i, x.lengths[first], yield)
}

// tried is at for the names of some lengths. It reports whether yield has returned true.
func (x lexicon) tried(text string, i int, lengths []int, yield func(n *name, end int) bool) bool {
	for _, l := range lengths {
		if i+l > len(text) {
			continue
		}
		if n := x.names[text[i:i+l]]; n != nil && yield(n, i+l) {
			return true
		}
	}
	return false
}
