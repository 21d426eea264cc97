package search

import (
	"iter"
	"slices"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
)

// A Name is how an entity is called: who asks for it by one name finds it under the others too, in
// either script. All are folded.
type Name struct {
	// Said are the names that stand in texts.
	Said []string
	// Asked are further ways to ask for it: readings in kana and in Latin letters, numbers of catalogues.
	Asked []string
}

// names returns the names of all entities, in the order of their records; one without a page has none.
func names(c *casebook.Casebook, read map[string][]string) []Name {
	all := c.Registry()
	out := make([]Name, len(all))
	var f folder
	for i, e := range all {
		if e.Path == "" {
			continue
		}
		said := spoken(e)
		asked := slices.Clone(said)
		for _, reading := range append([]string{e.Reading}, read[e.ID]...) {
			asked = append(append(asked, reading), romaji(reading)...)
		}
		for _, id := range e.IDs {
			asked = append(asked, id.Value)
		}
		out[i].Said = f.distinct(said, nil)
		out[i].Asked = f.distinct(asked, out[i].Said)
	}
	return out
}

// spoken returns the names of an entity that mean it wherever they stand.
func spoken(e *casebook.Entity) []string {
	out := append([]string{e.Name.JA, e.Name.EN}, e.Variants...)
	for _, a := range e.Aliases {
		if a.Scope == "same" && !a.Ambiguous {
			out = append(out, a.Name)
		}
	}
	return out
}

// distinct returns the folded texts, each once, without those of but and without single characters,
// which say too little.
func (f *folder) distinct(texts, but []string) []string {
	var out []string
	for _, text := range texts {
		text = f.fold(text)
		if len([]rune(text)) > 1 && !slices.Contains(out, text) && !slices.Contains(but, text) {
			out = append(out, text)
		}
	}
	return out
}

// readings returns, for each entity, how its names are read where texts use them.
func readings(c *casebook.Casebook) map[string][]string {
	out := map[string][]string{}
	said := map[string][]string{} // what texts may call entities
	type use struct{ entity, surface, reading string }
	seen := map[use]bool{}
	collect := func(names iter.Seq[*analysis.Naming]) {
		for m := range names {
			if m.Entity == "" || m.Reading == "" || seen[use{m.Entity, m.Surface, m.Reading}] {
				continue
			}
			seen[use{m.Entity, m.Surface, m.Reading}] = true
			e := c.Entity(m.Entity)
			if e == nil {
				continue
			}
			if said[e.ID] == nil {
				said[e.ID] = spoken(e)
			}
			r := hiragana(m.Reading)
			if r != e.Reading && slices.Contains(said[e.ID], m.Surface) && !slices.Contains(out[e.ID], r) {
				out[e.ID] = append(out[e.ID], r)
			}
		}
	}
	for _, a := range c.Articles {
		if o := a.Docs.Outline(i18n.JA); o != nil {
			collect(o.Names())
		}
	}
	for _, s := range c.Sources {
		if s.Outline != nil {
			collect(s.Outline.Names())
		}
	}
	return out
}

// read adds readings, in kana and in Latin letters, to what a record can be found by.
func (r *Record) read(readings ...string) {
	for _, kana := range readings {
		r.name(kana)
		r.name(romaji(kana)...)
	}
}
