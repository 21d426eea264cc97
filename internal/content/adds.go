package content

import (
	"slices"

	"jikenbo/internal/source"
)

// join returns the entities in the program and those of the archive. A file of the archive with
// adds = true does not take the place of the entity in the program: what it holds is added to it.
func (l *loader) join(shipped []*Entity) []*Entity {
	out := shipped
	at := make(map[string]int, len(shipped))
	for i, s := range shipped {
		at[s.ID] = i
	}
	for _, e := range l.found {
		i, ok := at[e.ID]
		if !e.adds {
			e.Replaces = ok
			out = append(out, e)
			continue
		}
		if ok && shipped[i].Kind != e.Kind {
			ok = false
		}
		if !ok {
			l.problems.Add(source.Reference, e.Pos, "delete the key adds, and write name and summary", "the program has no entity %q to which this could add", e.ID)
			continue
		}
		s := shipped[i]
		s.Variants = append(s.Variants, e.Variants...)
		s.variantPos = append(s.variantPos, e.variantPos...)
		s.Aliases = append(s.Aliases, e.Aliases...)
		s.References = append(s.References, e.References...)
		s.Claims = append(s.Claims, e.Claims...)
		s.Rejected = append(s.Rejected, e.Rejected...)
		s.Moved = append(s.Moved, e.Moved...)
		for _, id := range e.IDs {
			if !slices.ContainsFunc(s.IDs, func(o ExternalID) bool { return o.System == id.System }) {
				s.IDs = append(s.IDs, id)
			}
		}
	}
	return out
}

// Shared reports names that two entities have, unless both declare them contested.
func (r *Registry) Shared() source.Problems {
	var ps source.Problems
	r.names(&ps)
	return ps
}
