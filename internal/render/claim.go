package render

import (
	"slices"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
)

// Property is all claims about one thing: what is claimed, by whom.
type Property struct {
	Word     string
	Claims   []Claim
	Disputed bool // they do not agree; shown side by side
}

// Claim is a claim as it reads on a page.
type Claim struct {
	ID      string
	Word    string
	Text    Words
	Link    Link
	Date    Date
	Figure  string
	By      Link
	AsOf    Date
	Alleged bool
	Source  Link
	Proofs  []Proof
	Note    Words
	// Against are the claims that say something else.
	Against []Link
}

// Fact is a claim in the box of key facts.
type Fact struct {
	Word string
	Claim
}

// by returns who makes a claim: an entity, or the editor's words.
func (s scope) by(c *casebook.Claim) Link {
	if c.By != nil {
		return s.entity(c.By)
	}
	return s.named(c.Claim.By)
}

// claim returns a claim as it reads here.
func (s scope) claim(c *casebook.Claim) Claim {
	out := Claim{
		ID: c.ID, Word: s.term("property", c.Property), Text: s.words(c.Text), Link: s.value(c),
		By: s.by(c), AsOf: s.date(c.AsOf, "", ""), Alleged: c.Alleged,
		Source: s.sourceRef(c.Source), Proofs: s.proofs(c.Evidence), Note: s.words(c.Note),
	}
	words, lang := written(c.Date, c.Evidence)
	out.Date = s.date(c.Date, words, lang)
	if c.Figure != nil {
		out.Figure = s.number(c.Figure)
		if counts := s.words(c.Figure.Counts); counts.Text != "" {
			out.Text = counts
		}
	}
	for _, d := range c.Disputes {
		out.Against = append(out.Against, s.claimLink(d))
	}
	return out
}

// value returns the entity that a claim names.
func (s scope) value(c *casebook.Claim) Link {
	if c.Value != nil {
		return s.entity(c.Value)
	}
	return s.named(c.Claim.Entity)
}

// claimLink returns the link to a claim, in the words of who makes it.
func (s scope) claimLink(c *casebook.Claim) Link {
	l := s.by(c)
	if l.Text == "" && c.Source != nil {
		l.Words = s.sourceTitle(c.Source)
	}
	l.Other = Words{}
	l.Href = s.to(c.Entity.Path) + "#" + c.ID
	return l
}

// properties returns the claims that are not figures, by property in the order of [content.Properties].
func (s scope) properties(e *casebook.Entity) []Property {
	var out []Property
	for _, property := range content.Properties {
		if slices.Contains(attributes[:], property.Name) && !disputed(e, property.Name) {
			continue // the table of attributions has them
		}
		p := Property{Word: s.term("property", property.Name)}
		for _, c := range e.Claims {
			if c.Property == property.Name && c.Figure == nil {
				p.Claims = append(p.Claims, s.claim(c))
				p.Disputed = p.Disputed || len(c.Disputes) > 0
			}
		}
		if len(p.Claims) > 0 {
			out = append(out, p)
		}
	}
	return out
}

// facts returns the claims of some properties for the box of key facts.
func (s scope) facts(e *casebook.Entity, properties ...string) []Fact {
	var out []Fact
	for _, p := range properties {
		for _, c := range e.Claims {
			if c.Property == p {
				out = append(out, Fact{s.term("property", p), s.claim(c)})
			}
		}
	}
	return out
}

// RelationGroup is the relations of one kind.
type RelationGroup struct {
	Word string
	Rows []Relation
}

// Relation leads to another entity.
type Relation struct {
	Other   Link
	Kind    string
	By      Link
	AsOf    Date
	Alleged bool
	Proof   Link // the claim, where there is one, or the source
	Note    Words
}

// relations returns the relations of an entity from both ends, by what they say.
func (s scope) relations(e *casebook.Entity) []RelationGroup {
	var out []RelationGroup
	for _, r := range e.Relations {
		word := s.relationWord(r)
		i := slices.IndexFunc(out, func(g RelationGroup) bool { return g.Word == word })
		if i < 0 {
			i = len(out)
			out = append(out, RelationGroup{Word: word})
		}
		row := Relation{Other: s.entity(r.Other), Kind: s.kindOf(r.Other), Note: s.words(r.Note), Proof: s.sourceRef(r.Source)}
		if r.Claim != nil {
			row.By, row.AsOf, row.Alleged = s.by(r.Claim), s.date(r.Claim.AsOf, "", ""), r.Claim.Alleged
			if r.Claim.Entity.Path != "" {
				row.Proof = Link{Href: s.to(r.Claim.Entity.Path) + "#" + r.Claim.ID, Words: Words{Text: s.msg("relation.claim")}}
			}
		}
		out[i].Rows = append(out[i].Rows, row)
	}
	return out
}

// relationWord returns the word for a relation as seen from this end.
func (s scope) relationWord(r casebook.Relation) string {
	family := "relation"
	if r.Inverse {
		family = "inverse"
	}
	if r.Property == "participant" {
		if r.Inverse {
			return s.msg("relation.took-part", "role", s.term("role", r.Role))
		}
		return s.term("role", r.Role)
	}
	return s.term(family, r.Property)
}
