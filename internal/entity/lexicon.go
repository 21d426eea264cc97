package entity

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
)

// A lexicon is all names of a registry in folded form.
type lexicon struct {
	names map[string]*name
	keys  []string         // the names, longest first, and behind them what else has to be looked for: see parted
	table *morph.WordTable // of them
	found []*name          // what each of them is
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
	shape     shape
}

func newLexicon(r *content.Registry) lexicon {
	x := lexicon{names: map[string]*name{}}
	for _, e := range r.All() {
		for _, c := range claims(e) {
			x.add(c)
		}
	}
	x.addGazetteer()
	x.shareContested()
	for _, n := range x.names {
		slices.SortStableFunc(n.claims, func(a, b claim) int { return cmp.Compare(a.entity.ID, b.entity.ID) })
		for i := range n.claims {
			n.claims[i].shape = shapeOf(n.claims[i].written)
		}
	}
	x.index(x.parted())
	return x
}

// index makes the table of the names, and of further keys.
func (x *lexicon) index(further []string) {
	x.keys = slices.SortedFunc(maps.Keys(x.names), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b))
	})
	for _, key := range x.keys {
		x.found = append(x.found, x.names[key])
	}
	x.keys = append(x.keys, further...)
	x.table = morph.NewWordTable(x.keys)
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
