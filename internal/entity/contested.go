package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
)

// A name that two entities claim is theirs in whatever script it is written: ウィンティ is Winnti, even where the registry or the gazetteer
// gives the katakana to one of them alone.

// contested reports whether a name is claimed by more than one entity, or said to be.
func (n *name) contested() bool {
	return len(n.claims) > 1 || n.claims[0].scope == "contested"
}

// shareContested gives the katakana by which one of those who claim a contested name is called, and which sound as that name, to all of them. What an editor has made somebody's own name stays that, where the contested one is not.
func (x lexicon) shareContested() {
	spoken := map[*content.Entity][]string{} // keys, by who claims them
	for key, n := range x.names {
		if script(firstRune(key)) == katakana && !strings.ContainsFunc(key, func(r rune) bool { return script(r) != katakana }) {
			for i := range n.claims {
				spoken[n.claims[i].entity] = append(spoken[n.claims[i].entity], key)
			}
		}
	}
	for key, n := range x.names {
		if !ascii(key) || !n.contested() || n.claims[0].entity.Kind == content.Place {
			continue
		}
		sounds := latinSounds(key)
		for _, c := range n.claims {
			for _, kana := range spoken[c.entity] {
				if slices.Contains(sounds, string(kanaSound(nil, kana))) && (c.why == "name" || !x.names[kana].owned()) {
					x.names[kana].share(n)
				}
			}
		}
	}
}

// share adds to those who claim a name those who claim another one, which is contested.
func (n *name) share(contested *name) {
	for i := range n.claims {
		if contested.claimedBy(n.claims[i].entity) {
			n.claims[i].scope = "contested"
		}
	}
	for _, c := range contested.claims {
		if !n.claimedBy(c.entity) {
			own := n.claims[0]
			n.claims = append(n.claims, claim{entity: c.entity, written: own.written, why: "alias", ambiguous: own.ambiguous, scope: "contested"})
		}
	}
}

// owned reports whether a name is the own one of somebody.
func (n *name) owned() bool {
	return slices.ContainsFunc(n.claims, func(c claim) bool { return c.why == "name" })
}

func (n *name) claimedBy(e *content.Entity) bool {
	return slices.ContainsFunc(n.claims, func(c claim) bool { return c.entity == e })
}

// contestedAmong returns the contested name that is one of the spellings of one name, nil if none is.
func (x lexicon) contestedAmong(kind content.Kind, names []string) *name {
	for _, s := range names {
		if n := x.names[morph.Fold(s).Text]; n != nil && n.contested() && !n.claims[0].common && n.claims[0].entity.Kind == kind {
			return n
		}
	}
	return nil
}
