package casebook

import (
	"fmt"
	"slices"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
)

// linkClaims resolves the claims of every entity, ties them to sentences and sources,
// and sets those that disagree side by side.
func (l *linker) linkClaims() {
	for _, e := range l.in.Content.Registry.All() {
		node := l.book.entities[e.ID]
		for i := range e.Claims {
			node.Claims = append(node.Claims, l.claim(node, i))
		}
		for _, ev := range e.Rejected {
			if l.known(node, ev.Source) {
				l.evidence(ev, l.source(ev.Source, ev.SourcePos), edtf.Date{}, saysFigure(nil))
			}
		}
		for _, a := range e.Aliases {
			if l.known(node, a.Source) {
				l.source(a.Source, a.SourcePos)
			}
		}
		for _, c := range node.Claims {
			c.Disputes = disputes(c, node.Claims)
		}
	}
}

func (l *linker) claim(e *Entity, i int) *Claim {
	written := &e.Entity.Claims[i]
	c := &Claim{
		Claim: written, ID: fmt.Sprintf("c%d", i+1), Entity: e,
		Value: l.book.entities[written.Entity], By: l.book.entities[written.By],
	}
	if !l.known(e, written.Evidence.Source) {
		return c
	}
	c.Source = l.source(written.Evidence.Source, written.SourcePos)
	if c.Source != nil {
		c.Source.Claims = append(c.Source.Claims, c)
	}
	if e.Shipped {
		written = withoutQuote(written)
	}
	c.Evidence = l.evidence(written.Evidence, c.Source, edtf.Date{}, saysFigure(written.Figure))
	return c
}

// known reports whether a source id must be known: one of the registry in the
// program may name a source that this archive does not have.
func (l *linker) known(e *Entity, source string) bool {
	return !e.Entity.Shipped || l.book.sources[source] != nil
}

// withoutQuote is for the registry in the program, whose quotes are of articles that an archive need not have.
func withoutQuote(c *content.Claim) *content.Claim {
	out := *c
	out.Evidence.Quote = ""
	return &out
}

// saysFigure reports whether a sentence gives a figure. Without a figure none is preferred.
func saysFigure(f *content.Figure) func(*analysis.Document, int) bool {
	return func(doc *analysis.Document, sentence int) bool {
		return f != nil && slices.ContainsFunc(doc.Figures, func(g analysis.Figure) bool {
			return g.Sentence == sentence && g.Min == f.Min
		})
	}
}

// disputes returns the other claims that say something else about the same thing:
// another figure of what is counted, another date of the same property.
// Texts are not compared; an editor sets them side by side with the property "dispute".
func disputes(c *Claim, all []*Claim) []*Claim {
	var out []*Claim
	for _, o := range all {
		if o == c || o.Property != c.Property {
			continue
		}
		switch {
		case c.Figure != nil && o.Figure != nil:
			if sameCount(c.Figure, o.Figure) && !sameNumber(c.Figure, o.Figure) {
				out = append(out, o)
			}
		case !c.Date.IsZero() && !o.Date.IsZero():
			if c.Date != o.Date {
				out = append(out, o)
			}
		}
	}
	return out
}

func sameCount(a, b *content.Figure) bool { return a.Counts == b.Counts && !a.Counts.IsZero() }

func sameNumber(a, b *content.Figure) bool { return a.Min == b.Min && a.Max == b.Max }
