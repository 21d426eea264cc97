package casebook

import (
	"cmp"
	"slices"
	"sort"

	"jikenbo/internal/analysis"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// A Mention is a sentence that names something. A large archive has a million of them, so that only where it stands is kept.
type Mention struct {
	in         *text
	sentence   int32
	start, end int32 // of the name in the sentence
}

// Mentions are sentences that name something, by text, then sentence: articles before sources, by the path of their page, Japanese first.
type Mentions []Mention

// mention is the sentence of a text in which a name stands.
func (t *text) mention(m mentioned) Mention {
	return Mention{t, int32(m.sentence), int32(m.start), int32(m.end)}
}

// Evidence returns the sentence.
func (m Mention) Evidence() Evidence {
	n := int(m.sentence)
	s := said{sentence: n, passage: int(m.in.outline.places[n].passage), text: m.in.sentence(n)}
	return m.in.evidence(&s, source.Span{Start: int(m.start), End: int(m.end)})
}

// sentence is what a sentence of the text says.
func (t *text) sentence(n int) string {
	doc := t.doc()
	if n >= len(doc.Sentences) { // the text is not what it was, as has been told
		return ""
	}
	return doc.Sentences[n].Text
}

// doc is the document.
func (t *text) doc() *analysis.Document {
	if t.article != nil {
		return t.article.Docs.In(t.outline.Lang)
	}
	return t.source.Doc
}

// Lang returns the language of the text that the sentence stands in.
func (m Mention) Lang() i18n.Lang { return m.in.outline.Lang }

// Article returns the article that the sentence stands in, nil where it is that of a source.
func (m Mention) Article() *Article { return m.in.article }

// Source returns the source that the sentence stands in, nil where it is that of an article.
func (m Mention) Source() *Source { return m.in.source }

// Beside reports whether another sentence stands in the same text.
func (m Mention) Beside(n Mention) bool { return m.in == n.in }

// Sentence returns the index of the sentence in its text.
func (m Mention) Sentence() int { return int(m.sentence) }

// May is [Evidence.May].
func (m Mention) May() bool { return m.in.article != nil || m.in.source.Shows(int(m.sentence)) }

// Of returns the sentences of some articles.
func (ms Mentions) Of(articles []*Article) Mentions {
	var out Mentions
	for _, a := range slices.SortedFunc(slices.Values(articles), func(a, b *Article) int { return cmp.Compare(a.rank, b.rank) }) {
		out = append(out, ms.In(a)...)
	}
	return out
}

// In returns the sentences of an article.
func (ms Mentions) In(a *Article) Mentions {
	from := func(rank int) int { return sort.Search(len(ms), func(i int) bool { return ms[i].in.rank >= rank }) }
	return ms[from(a.rank):from(a.rank+langsOf)]
}

// langsOf is how many ranks an article has: one for each version.
const langsOf = 2

// rank gives the texts the order in which they are evidence.
func (l *linker) rank() {
	order := make([]*text, len(l.texts))
	for i := range l.texts {
		order[i] = &l.texts[i]
	}
	slices.SortFunc(order, func(a, b *text) int {
		x, y := Evidence{Article: a.article, Source: a.source, Lang: a.outline.Lang}, Evidence{Article: b.article, Source: b.source, Lang: b.outline.Lang}
		return byText(x, y)
	})
	next := 0
	for i, t := range order {
		if t.article == nil || i > 0 && order[i-1].article != t.article {
			next += langsOf
		}
		if t.rank = next; t.article != nil {
			if i > 0 && order[i-1].article == t.article {
				t.rank++
			} else {
				t.article.rank = next
			}
		}
	}
}

// sortMentions sorts what is nearly always in order.
func sortMentions(ms Mentions) {
	for i := 1; i < len(ms); i++ {
		if ms[i].compare(ms[i-1]) < 0 {
			slices.SortStableFunc(ms, Mention.compare)
			return
		}
	}
}

func (m Mention) compare(o Mention) int {
	return cmp.Or(cmp.Compare(m.in.rank, o.in.rank), cmp.Compare(m.sentence, o.sentence))
}
