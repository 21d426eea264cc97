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
	var named []*tally
	for i := range l.texts {
		t := &l.texts[i]
		named = named[:0]
		for i := range t.doc.Mentions {
			m := &t.doc.Mentions[i]
			n := l.named[m.Naming]
			if n == nil {
				continue
			}
			if n.here++; n.here == 1 {
				named = append(named, n)
			}
			e := n.entity
			if k := len(e.Mentions); k > 0 && e.Mentions[k-1].in == t && e.Mentions[k-1].sentence == int32(m.Sentence) {
				continue
			}
			e.Mentions = append(e.Mentions, t.mention(m.Sentence, m.Span))
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
		mentions := l.texts[i].doc.Mentions
		for i := range mentions {
			said := mentions[i].Naming
			n, known := l.named[said]
			if !known {
				if e := l.book.entities[said.Entity]; e != nil {
					if n = tallies[e]; n == nil {
						n = &tally{entity: e}
						tallies[e] = n
					}
				}
				l.named[said] = n
			}
			if n != nil {
				n.all++
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
