package analysis

import (
	"fmt"
	"slices"
	"sort"

	"jikenbo/internal/content"
	"jikenbo/internal/entity"
	"jikenbo/internal/source"
)

// A Reference is a word that means what a mention before it names, such as 同社. It is no mention itself.
type Reference struct {
	Span     source.Span // in the file
	Surface  string
	Sentence int
	Mention  int // index into Document.Mentions of what it means
	// Country is the country in the name of that mention which is meant instead, if any: ドイツ in ドイツ連邦刑事庁. Entity is its id.
	Country, Entity string
}

type referenceJSON struct {
	Surface string `json:"surface"`
	source.Span
	Sentence int     `json:"sentence"`
	Mention  int     `json:"mention"` // index into mentions
	Entity   *string `json:"entity"`
	Country  string  `json:"country,omitempty"` // in the name of the mention, where that is meant

	Why []string `json:"why"`
}

// refer settles what the back references of a text mean.
func (d *Document) refer(all []found, found [][]entity.Reference) {
	if !slices.ContainsFunc(found, func(refs []entity.Reference) bool { return len(refs) > 0 }) {
		return
	}
	mentions, sentences := map[source.Span]int{}, map[source.Span]int{}
	for i, m := range d.Mentions {
		mentions[m.File] = i
	}
	for i, s := range d.Sentences {
		sentences[s.Span] = i
	}
	for i, refs := range found {
		for _, r := range refs {
			to, here := &all[r.Part], &all[i]
			m, ok := mentions[to.file(to.mentions[r.Mention].Span)]
			s, in := here.sentenceAt(r.Span)
			if ok && in {
				ref := Reference{Span: here.file(r.Span), Surface: r.Surface, Mention: m, Sentence: sentences[here.file(s)]}
				if r.Country != nil {
					ref.Country, ref.Entity = r.Country.Surface, r.Country.Entity
				}
				d.References = append(d.References, ref)
			}
		}
	}
}

// Meant says how it was decided what a reference means.
func (d *Document) Meant(r Reference) string {
	m := d.Mentions[r.Mention]
	line := d.Text.File.Position(m.File.Start).Line
	if r.Country != "" {
		return fmt.Sprintf("it stands for the %s in the name of the %s that line %d names", content.Place, m.Kind, line)
	}
	return fmt.Sprintf("it stands for the %s that line %d names", m.Kind, line)
}

// meant returns the mentions that words of a sentence refer back to, each with the span of its word.
func (b *builder) meant(part int, sentence source.Span) []entity.Mention {
	var out []entity.Mention
	for _, r := range b.refs[part] {
		if sentence.Contains(r.Span) {
			m := b.all[r.Part].mentions[r.Mention]
			if r.Country != nil {
				m = *r.Country
			}
			m.Span = r.Span
			out = append(out, m)
		}
	}
	return out
}

// sentenceAt returns the sentence of the passage that holds a span.
func (f *found) sentenceAt(s source.Span) (source.Span, bool) {
	n := sort.Search(len(f.sentences), func(i int) bool { return f.sentences[i].End > s.Start })
	if n == len(f.sentences) || !f.sentences[n].Contains(s) {
		return source.Span{}, false
	}
	return f.sentences[n], true
}

func (d *Document) references() []referenceJSON {
	var out []referenceJSON
	for _, r := range d.References {
		id := d.Mentions[r.Mention].Entity
		if r.Country != "" {
			id = r.Entity
		}
		out = append(out, referenceJSON{r.Surface, r.Span, r.Sentence, r.Mention, entityID(id), r.Country, []string{d.Meant(r)}})
	}
	return out
}
