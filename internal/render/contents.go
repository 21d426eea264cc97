package render

import (
	"cmp"
	"slices"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// contents is what stands in a passage of a text, as indexes into its document, and the elements that are made of it.
type contents struct {
	sentences, mentions, dates, linked []int
	stretches                          []stretch
	made                               bool // stretches
}

// laidOut finds the contents of all passages of a text at once, so that a long text takes no longer for each of them.
func (t writtenText) laidOut(m *room) writtenText {
	if m.of != (articleOf{}) {
		m.clear()
	}
	t.contents = m.contentsOf(len(t.passages))
	if t.doc == nil {
		return t
	}
	at := func(sentence int) *contents { return &t.contents[t.doc.Sentences[sentence].Passage] }
	for i := range t.doc.Sentences {
		c := at(i)
		c.sentences = append(c.sentences, i)
	}
	for i := range t.doc.Mentions {
		c := at(t.doc.Mentions[i].Sentence)
		c.mentions = append(c.mentions, i)
	}
	for i := range t.doc.Dates {
		c := at(t.doc.Dates[i].Sentence)
		c.dates = append(c.dates, i)
	}
	t.link(m)
	return t
}

// contentsOf returns room for the contents of a text, which is good until the page is made.
func (m *room) contentsOf(passages int) []contents {
	from := len(m.contents)
	m.contents = slices.Grow(m.contents, passages)[:from+passages]
	out := m.contents[from:]
	for i, c := range out {
		out[i] = contents{c.sentences[:0], c.mentions[:0], c.dates[:0], c.linked[:0], c.stretches[:0], false}
	}
	return out
}

// link chooses the names that are linked: each where it first stands in the section, that of a place in the text, so that a page
// neither swarms with lines nor grows heavy.
func (t writtenText) link(in *room) {
	places, section := in.places, in.section
	clear(places)
	clear(section)
	for n := range t.contents {
		c := &t.contents[n]
		if t.passages[n].Kind == source.Heading {
			clear(section)
		}
		for _, i := range c.mentions {
			m := &t.doc.Mentions[i]
			if m.Kind == content.Indicator || t.keep != nil && !t.keep(m.Sentence) {
				continue
			}
			key := cmp.Or(m.Entity, m.Surface)
			if !places[key] && !section[key] {
				c.linked = append(c.linked, i)
			}
			if m.Kind == content.Place {
				places[key] = true
			}
			section[key] = true
		}
	}
}
