package casebook

import (
	"cmp"
	"slices"

	"jikenbo/internal/analysis"
)

// A tally is an entity that mentions name, and how often a text does. Mentions that say the same share a [analysis.Naming], of which there
// are some thousand where there are a million mentions: so each is looked up by that.
type tally struct {
	entity *Entity
	all    int // in all texts
	here   int // in the text at hand
}

// linkMentions ties every sentence to the entities that it names, and every article to those
// that it is about, named or not: an operation seldom has a name.
func (l *linker) linkMentions() {
	l.makeRoom()
	var named, meant []*tally
	for i := range l.texts {
		t := &l.texts[i]
		named, meant = named[:0], meant[:0]
		for n := range t.outline.Names() {
			meant = append(meant, l.named[n])
		}
		for m := range t.outline.mentions() {
			n := meant[m.name]
			if n == nil {
				continue
			}
			if n.here++; n.here == 1 {
				named = append(named, n)
			}
			e := n.entity
			if k := len(e.Mentions); k > 0 && e.Mentions[k-1].in == t && e.Mentions[k-1].sentence == int32(m.sentence) {
				continue
			}
			e.Mentions = append(e.Mentions, t.mention(m))
		}
		l.tellEntities(*t, named)
	}
	l.named = nil
	for _, a := range l.book.Articles {
		for _, id := range a.About {
			if e := l.book.entities[id]; e != nil && !slices.Contains(e.Articles, a) {
				e.Articles = append(e.Articles, a)
			}
		}
	}
}

// makeRoom finds out whom mentions name, and lets the lists of mentions grow to what they may have to hold, which spares copying them again
// and again.
func (l *linker) makeRoom() {
	tallies := map[*Entity]*tally{}
	l.named = map[*analysis.Naming]*tally{}
	for i := range l.texts {
		for _, said := range l.texts[i].outline.names {
			n, known := l.named[said.Naming]
			if !known {
				if e := l.book.entities[said.Entity]; e != nil {
					if n = tallies[e]; n == nil {
						n = &tally{entity: e}
						tallies[e] = n
					}
				}
				l.named[said.Naming] = n
			}
			if n != nil {
				n.all += said.count
			}
		}
	}
	for e, n := range tallies {
		e.Mentions = make(Mentions, 0, n.all)
	}
}

// tellEntities records that a text names entities, most often named first, and counts anew for the next text.
func (l *linker) tellEntities(t text, named []*tally) {
	slices.SortFunc(named, func(a, b *tally) int {
		return cmp.Or(cmp.Compare(b.here, a.here), cmp.Compare(a.entity.ID, b.entity.ID))
	})
	for _, n := range named {
		n.here = 0
		e := n.entity
		switch {
		case t.source != nil:
			e.Sources = append(e.Sources, t.source)
		default:
			if n := len(e.Articles); n == 0 || e.Articles[n-1] != t.article { // its versions come one after the other
				e.Articles = append(e.Articles, t.article)
			}
			if !slices.Contains(t.article.Entities, e) {
				t.article.Entities = append(t.article.Entities, e)
			}
		}
	}
}
