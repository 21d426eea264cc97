package analysis

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/entity"
	"jikenbo/internal/i18n"
)

// A Naming is what a mention says apart from where it stands: the fields of an [entity.Mention], and how its words are read.
// An archive names the same again and again, so that all mentions of one analyser that say the same share one. It is never changed.
type Naming struct {
	Kind       content.Kind
	Entity     string
	Surface    string
	Name       i18n.Text
	Discovered bool
	Candidates []string
	Confidence float64
	Why        string
	// Reading is how the surface is read, in katakana, where the dictionary knows all of it; else "".
	Reading string
}

// NewNaming is what a mention says, with the reading of its words.
func NewNaming(m entity.Mention, reading string) *Naming {
	n := namingOf(&m, reading)
	return &n
}

func namingOf(m *entity.Mention, reading string) Naming {
	return Naming{m.Kind, m.Entity, m.Surface, m.Name, m.Discovered, m.Candidates, m.Confidence, m.Why, reading}
}

// Found is the mention as the stage of names has it.
func (m *Mention) Found() entity.Mention {
	return entity.Mention{
		Span: m.Span, Kind: m.Kind, Entity: m.Entity, Surface: m.Surface, Name: m.Name, Discovered: m.Discovered,
		Candidates: m.Candidates, Confidence: m.Confidence, Why: m.Why,
	}
}

// says reports whether two namings are the same.
func (n *Naming) says(o *Naming) bool {
	return n.Entity == o.Entity && n.Surface == o.Surface && n.Kind == o.Kind && n.Discovered == o.Discovered && n.Confidence == o.Confidence &&
		n.Why == o.Why && n.Reading == o.Reading && n.Name == o.Name && slices.Equal(n.Candidates, o.Candidates)
}

// namings are those that the texts so far have shared, by their words. One that another text takes over holds nothing of the text that it
// was found in.
type namings map[string][]*Naming

// mostNamings is how many words the namings are kept of: a server that runs for months meets ever new ones.
const mostNamings = 1 << 16

// shared returns the naming that says the same, and keeps a copy of this one where there is none.
func (ns namings) shared(said *Naming) *Naming {
	known := ns[said.Surface]
	for _, k := range known {
		if k.says(said) {
			return k
		}
	}
	n := *said
	if len(ns) >= mostNamings {
		clear(ns)
		known = nil
	}
	n.Surface = strings.Clone(n.Surface)
	if n.Name.JA == n.Surface { // of a name that no registry knows
		n.Name.JA = n.Surface
	}
	if n.Name.EN == n.Surface {
		n.Name.EN = n.Surface
	}
	ns[n.Surface] = append(known, &n)
	return &n
}

// reasons are lists of why dates were read as they were, shared by all that have the same ones.
type reasons map[string][]string

// shared returns the list that says the same, and keeps a copy of this one where there is none.
func (rs reasons) shared(list []string) []string {
	var room [256]byte
	key := room[:0]
	for _, s := range list {
		key = append(append(key, s...), 0)
	}
	known, ok := rs[string(key)]
	if !ok {
		if len(rs) >= mostNamings {
			clear(rs)
		}
		known = slices.Clone(list)
		rs[string(key)] = known
	}
	return known
}
