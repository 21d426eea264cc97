package intake

import (
	"slices"

	"jikenbo/internal/content"
)

// namesOf returns every name of an entity, variants too.
func namesOf(e *content.Entity) []string {
	names := append([]string{e.Name.JA, e.Name.EN}, e.Variants...)
	for _, a := range e.Aliases {
		names = append(names, a.Name)
	}
	return names
}

// chiefNames are those by which a target may be known to be the one that a catalogue means.
func (t *target) chiefNames() []string {
	if t.entity == nil {
		return []string{t.name}
	}
	return append([]string{t.entity.Name.JA, t.entity.Name.EN}, t.entity.Variants...)
}

// idIn returns the id of a target in a system, "" where it has none.
func (t *target) idIn(system string) string {
	if t.entity != nil {
		for _, id := range t.entity.IDs {
			if id.System == system {
				return id.Value
			}
		}
	}
	for _, id := range t.ids {
		if id.System == system {
			return id.Value
		}
	}
	return ""
}

// contradicts reports whether the target has another id than the record in some system.
func (t *target) contradicts(r *Record) bool {
	return slices.ContainsFunc(r.IDs, func(id ID) bool {
		had := t.idIn(id.System)
		return had != "" && had != id.Value
	})
}

func (t *target) allReferences() []content.Reference {
	if t.entity == nil {
		return t.references
	}
	return append(slices.Clone(t.entity.References), t.references...)
}

// has reports whether the target has a name already.
func (t *target) has(name string) bool {
	key := content.Fold(name)
	return slices.ContainsFunc(t.all(), func(n string) bool { return content.Fold(n) == key })
}

// all are the names of the target, old and new.
func (t *target) all() []string {
	var names []string
	if t.entity != nil {
		names = namesOf(t.entity)
	} else {
		names = []string{t.name}
	}
	for _, a := range t.aliases {
		names = append(names, a.Name)
	}
	return names
}

// open are the names of the target about which catalogues may disagree: all but those of an editor.
func (t *target) open() []string {
	if !t.hand {
		return t.all()
	}
	var names []string
	for _, a := range t.aliases {
		names = append(names, a.Name)
	}
	for _, a := range t.entity.Aliases {
		if a.Scope == "contested" {
			names = append(names, a.Name)
		}
	}
	return names
}

// adds reports whether the catalogue gives the target a name, by its folded form.
func (t *target) adds(key string) bool {
	return slices.ContainsFunc(t.aliases, func(a content.Alias) bool { return content.Fold(a.Name) == key })
}

// declare makes a name of the target contested, by its folded form.
func (t *target) declare(key, name, source string) {
	if t.entity != nil {
		for _, a := range t.entity.Aliases {
			if a.Scope == "contested" && content.Fold(a.Name) == key {
				return
			}
		}
	}
	for i := range t.aliases {
		if content.Fold(t.aliases[i].Name) == key {
			t.aliases[i].Scope = "contested"
			return
		}
	}
	for _, n := range t.all() {
		if content.Fold(n) == key {
			name = n
		}
	}
	t.aliases = append(t.aliases, content.Alias{Name: name, Scope: "contested", Source: source, Ambiguous: common(name)})
}

// claimed reports whether the target says already that it has to do with another entity.
func (t *target) claimed(property, other string) bool {
	if slices.ContainsFunc(t.claims, func(c claim) bool { return c.property == property && c.entity == other }) {
		return true
	}
	return t.entity != nil && slices.ContainsFunc(t.entity.Claims, func(c content.Claim) bool {
		return c.Property == property && c.Entity == other
	})
}

// changed reports whether anything is added to an entity that is there.
func (t *target) changed() bool {
	return t.entity != nil && len(t.aliases)+len(t.ids)+len(t.references)+len(t.claims) > 0
}
