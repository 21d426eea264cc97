package render

import (
	"cmp"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// contents is what stands in a passage of a text, as indexes into its document.
type contents struct{ sentences, mentions, dates, linked []int }

// laidOut finds the contents of all passages of a text at once, so that a long text takes no longer for each of them.
func (t writtenText) laidOut() writtenText {
	t.contents = make([]contents, len(t.passages))
	if t.doc == nil {
		return t
	}
	at := func(sentence int) *contents { return &t.contents[t.doc.Sentences[sentence].Passage] }
	for i := range t.doc.Sentences {
		c := at(i)
		c.sentences = append(c.sentences, i)
	}
	for i, m := range t.doc.Mentions {
		c := at(m.Sentence)
		c.mentions = append(c.mentions, i)
	}
	for i, d := range t.doc.Dates {
		c := at(d.Sentence)
		c.dates = append(c.dates, i)
	}
	t.link()
	return t
}

// link chooses the names that are linked: each where it first stands in the section, that of a place in the text, so that a page
// neither swarms with lines nor grows heavy.
func (t writtenText) link() {
	places, section := map[string]bool{}, map[string]bool{}
	for n := range t.contents {
		c := &t.contents[n]
		if t.passages[n].Kind == source.Heading {
			clear(section)
		}
		for _, i := range c.mentions {
			m := t.doc.Mentions[i]
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
