package content

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"jikenbo/internal/source"
)

// NewRegistry returns a registry of entities. Later ones win where two have the same id.
func NewRegistry(es ...*Entity) *Registry {
	r := &Registry{byID: make(map[string]*Entity, len(es))}
	for _, e := range es {
		r.byID[e.ID] = e
	}
	r.entities = slices.SortedFunc(maps.Values(r.byID), func(a, b *Entity) int {
		return cmp.Or(
			cmp.Compare(slices.Index(Kinds[:], a.Kind), slices.Index(Kinds[:], b.Kind)),
			cmp.Compare(a.ID, b.ID),
		)
	})
	return r
}

// ids returns the ids of all entities, of one kind if kind is not "".
func (r *Registry) ids(kind Kind) []string {
	var ids []string
	for _, e := range r.entities {
		if kind == "" || e.Kind == kind {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// resolve reports references to entities that do not exist or are of another kind.
func (r *Registry) resolve(refs []reference, ps *source.Problems) {
	for _, ref := range refs {
		switch e := r.Get(ref.id); {
		case ref.free:
			r.Meant(ref.id, ref.pos, ps)
		case e == nil:
			hint := "write its file in content/, or correct the id"
			if near := source.Nearest(ref.id, r.ids(ref.kind)); near != "" {
				hint = didYouMean(ref.id, []string{near})
			}
			ps.Add(source.Reference, ref.pos, hint, "unknown id %q", ref.id)
		case ref.kind != "" && e.Kind != ref.kind:
			ps.Add(source.Reference, ref.pos, "name one of content/"+ref.kind.Folder(), "%q is of the kind %s, want %s", ref.id, e.Kind, ref.kind)
		}
	}
}

// Meant warns of words for an organisation that are in all likelihood its id with a slip.
func (r *Registry) Meant(words string, at source.Position, ps *source.Problems) {
	if words == "" || !isID(words) || r.Get(words) != nil {
		return
	}
	const short = 4 // below it, too many words are alike
	near := source.Nearest(words, r.ids(Organization))
	if near != "" && len(words) >= short && source.Slip(words, near) {
		ps.Warn(source.Reference, at, fmt.Sprintf("did you mean %q? A name is written as it is read", near), "%q is no id, and is shown as a name", words)
	}
}

// withoutUnknown drops from an entity of the shipped registry what refers to entities
// that this archive does not have: operations are not shipped, and its editor cannot mend that.
func (r *Registry) withoutUnknown() {
	for _, e := range r.entities {
		if e.Shipped {
			e.Claims = slices.DeleteFunc(e.Claims, func(c Claim) bool { return c.Entity != "" && r.Get(c.Entity) == nil })
		}
	}
}

// eventIDs reports ids that two events have.
func (r *Registry) eventIDs(ps *source.Problems) {
	first := make(map[string]source.Position)
	for _, e := range r.entities {
		if e.Operation == nil {
			continue
		}
		for _, ev := range e.Operation.Events {
			if at, ok := first[ev.ID]; ok && ev.ID != "" {
				ps.Add(source.TakenID, ev.Pos, "ids of events are unique in the archive", "event id %q is used at %s too", ev.ID, at)
				continue
			}
			first[ev.ID] = ev.Pos
		}
	}
}

// A holder is an entity that has a name.
type holder struct {
	entity    *Entity
	name      string
	pos       source.Position
	contested bool // declared so
}

// names reports names that two entities have, unless every one of them says that the name is contested.
func (r *Registry) names(ps *source.Problems) {
	held := make(map[string][]holder)
	for _, e := range r.entities {
		for _, h := range holdersOf(e) {
			key := fold(h.name)
			i := slices.IndexFunc(held[key], func(o holder) bool { return o.entity == e })
			switch {
			case key == "":
			case i < 0:
				held[key] = append(held[key], h)
			case h.contested:
				held[key][i].contested = true
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(held)) {
		hs := held[key]
		i := blamed(hs)
		if len(hs) < 2 || i < 0 {
			continue
		}
		other := hs[0]
		if i == 0 {
			other = hs[1]
		}
		ps.Add(source.TakenName, hs[i].pos, `give it to one of them, or declare it in both as an [[alias]] with scope = "contested"`,
			"name %q of %q is also a name of %q (%s)", hs[i].name, hs[i].entity.ID, other.entity.ID, other.pos)
	}
}

// blamed returns the holder at whose place a shared name is reported, -1 where all declare it contested:
// the last one that does not, of the archive's own if there is one, where an editor can mend it.
func blamed(hs []holder) int {
	found := -1
	for i, h := range hs {
		if !h.contested && (found < 0 || !h.entity.Shipped || hs[found].entity.Shipped) {
			found = i
		}
	}
	return found
}

// holdersOf returns the names of an entity, with their places.
func holdersOf(e *Entity) []holder {
	hs := []holder{{e, e.Name.JA, e.Pos, false}, {e, e.Name.EN, e.Pos, false}}
	for i, v := range e.Variants {
		pos := e.Pos
		if i < len(e.variantPos) {
			pos = e.variantPos[i]
		}
		hs = append(hs, holder{e, v, pos, false})
	}
	for _, a := range e.Aliases {
		hs = append(hs, holder{e, a.Name, a.Pos, a.Scope == "contested"})
	}
	return hs
}

// fold returns the form in which names are compared here. It is coarser than
// what finds names in a text needs to be: it serves to warn.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '・' {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(name))
}
