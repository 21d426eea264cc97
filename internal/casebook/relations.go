package casebook

import (
	"slices"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// linkRelations sets every tie between two entities at both ends.
func (l *linker) linkRelations() {
	for _, e := range l.in.Content.Registry.All() {
		node := l.book.entities[e.ID]
		for _, c := range node.Claims {
			if c.Value != nil {
				tie(node, c.Value, Relation{Property: c.Property, Claim: c, Source: c.Source})
			}
		}
		if e.Operation != nil {
			l.linkOperation(node, e.Operation)
		}
	}
}

func (l *linker) linkOperation(op *Entity, facts *content.OperationFacts) {
	for _, p := range facts.Participants {
		if other := l.book.entities[p.Entity]; other != nil {
			src := l.source(p.Source, p.SourcePos)
			tie(op, other, Relation{Property: "participant", Role: p.Role, Note: p.Note, Source: src})
			other.Operations = addEntity(other.Operations, op)
		}
	}
	for _, id := range facts.Counters {
		if other := l.book.entities[id]; other != nil {
			tie(op, other, Relation{Property: "counters"})
			other.Countered = addEntity(other.Countered, op)
		}
	}
	for _, legal := range facts.Legal {
		src := l.source(legal.Source, legal.SourcePos)
		if other := l.book.entities[legal.Court]; other != nil {
			tie(op, other, Relation{Property: "court", Note: legal.Instrument, Source: src})
			other.Operations = addEntity(other.Operations, op)
		}
	}
	l.counterAgents(op, facts)
}

// counterAgents tells the agents of a countered campaign that the operation was directed against them.
func (l *linker) counterAgents(op *Entity, facts *content.OperationFacts) {
	for _, id := range facts.Counters {
		campaign := l.book.entities[id]
		if campaign == nil || campaign.Operation == nil {
			continue
		}
		for _, p := range campaign.Operation.Participants {
			if other := l.book.entities[p.Entity]; other != nil && p.Role == "agent" {
				other.Countered = addEntity(other.Countered, op)
			}
		}
	}
}

func tie(from, to *Entity, r Relation) {
	there, back := r, r
	there.Other = to
	back.Other, back.Inverse = from, true
	from.Relations = append(from.Relations, there)
	to.Relations = append(to.Relations, back)
}

func addEntity(es []*Entity, e *Entity) []*Entity {
	if slices.Contains(es, e) {
		return es
	}
	return append(es, e)
}

// name is the name of an entity in a language, or in the other one where it has none.
func (e *Entity) name(l i18n.Lang) string {
	s, _ := e.Name.Best(l)
	return s
}
