package analysis

import (
	"slices"

	"jikenbo/internal/entity"
	"jikenbo/internal/source"
)

// A Reference is a word that means what a mention before it names, such as 同社. It is no mention itself.
type Reference struct {
	Span     source.Span // in the file
	Surface  string
	Sentence int
	Mention  int // index into Document.Mentions of what it means
}

type referenceJSON struct {
	Surface string `json:"surface"`
	source.Span
	Sentence int     `json:"sentence"`
	Mention  int     `json:"mention"` // index into mentions
	Entity   *string `json:"entity"`
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
			to := all[r.Part]
			m, ok := mentions[to.passage.Span(to.mentions[r.Mention].Span)]
			s, in := all[i].sentenceAt(r.Span)
			if ok && in {
				d.References = append(d.References, Reference{
					Span: all[i].passage.Span(r.Span), Surface: r.Surface, Mention: m, Sentence: sentences[all[i].passage.Span(s)],
				})
			}
		}
	}
}

// sentenceAt returns the sentence of the passage that holds a span.
func (f *found) sentenceAt(s source.Span) (source.Span, bool) {
	for _, in := range f.sentences {
		if in.Contains(s) {
			return in, true
		}
	}
	return source.Span{}, false
}

func (d *Document) references() []referenceJSON {
	var out []referenceJSON
	for _, r := range d.References {
		out = append(out, referenceJSON{r.Surface, r.Span, r.Sentence, r.Mention, entityID(d.Mentions[r.Mention].Mention)})
	}
	return out
}
