package render

import (
	"slices"
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/entity"
	"jikenbo/internal/i18n"
)

// Alias is another name of the entity, with who uses it, or a spelling of one.
type Alias struct {
	Name   string
	Lang   string // of the name, where it is not in the script of the page
	Href   string // page of a contested name
	Script string // the word for that of the name
	By     Link
	Scope  string // same, overlaps, part-of, contested, spelling
	Word   string
	Proof  Link
	Note   Words
}

// aliases returns the other names, those that mean just the same first, and how texts spell them last.
func (s scope) aliases(e *casebook.Entity) []Alias {
	var out []Alias
	for _, scope := range []string{"same", "overlaps", "part-of", "contested"} {
		for _, a := range e.Aliases {
			if a.Scope != scope || variant(a) {
				continue
			}
			alias := s.alias(a.Name, a.Scope)
			alias.By, alias.Proof, alias.Note = s.named(a.By), s.sourceRef(s.book.sources[a.Source]), s.words(a.Note)
			if a.Scope == "contested" {
				if c := s.book.contested(a.Name, nil); c != nil {
					alias.Href = s.to(c.Path)
				}
			}
			out = append(out, alias)
		}
	}
	return append(out, s.spellings(e)...)
}

func (s scope) alias(name, scope string) Alias {
	return Alias{
		Name: name, Lang: s.lang.Tongue(name), Script: s.term("script", strings.ToLower(i18n.Script(name))),
		Scope: scope, Word: s.term("scope", scope),
	}
}

// spellings returns how texts write the names of an entity, each with the name that it spells where that can be told.
func (s scope) spellings(e *casebook.Entity) []Alias {
	names := []string{e.Name.EN, e.Name.JA}
	spelled := slices.Clone(e.Variants)
	for _, a := range e.Aliases {
		if variant(a) {
			spelled = append(spelled, a.Name)
		}
		names = append(names, a.Name)
	}
	names = append(names, e.Variants...)
	var out []Alias
	for _, name := range spelled {
		if name == e.Name.In(s.lang) {
			continue
		}
		alias := s.alias(name, "spelling")
		if of := entity.Spelled(name, names); of != "" {
			alias.Word = s.msg("alias.spells", "name", of)
		}
		out = append(out, alias)
	}
	return out
}

// variant reports whether an alias is only a spelling, of which nobody in particular is the author.
func variant(a content.Alias) bool {
	return a.Scope == "same" && a.By == "" && a.Source == "" && a.Note.IsZero()
}

// NameView is the page of a contested name.
type NameView struct {
	Frame
	Name     string
	Tongue   string // of the name, as in Alias
	Claims   []NameClaim
	Mentions []MentionGroup
}

// NameClaim is an entity that claims the name.
type NameClaim struct {
	Link
	Kind    string
	Summary Words
	Aliases []Alias
}

func (s scope) namePage(n *casebook.Contested) any {
	v := NameView{Name: n.Name, Tongue: s.lang.Tongue(n.Name), Mentions: s.mentionGroups(n.Mentions)}
	section := listPath(n.Entities[0].Kind)
	for _, e := range n.Entities {
		c := NameClaim{Link: s.entity(e), Kind: s.kindOf(e), Summary: s.words(e.Summary)}
		for _, a := range s.aliases(e) {
			if strings.EqualFold(a.Name, n.Name) {
				c.Aliases = append(c.Aliases, a)
			}
		}
		v.Claims = append(v.Claims, c)
	}
	v.Frame = s.frame(pageHead{
		title: n.Name, description: s.msg("name.lead"), section: section, crumbs: s.crumbs(section, Words{Text: n.Name}),
	})
	return v
}
