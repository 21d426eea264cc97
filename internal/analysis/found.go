package analysis

import (
	"sort"

	"jikenbo/internal/entity"
	"jikenbo/internal/event"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// found is what one passage gave, with spans in its prose. All lists are in the order of the text.
type found struct {
	index     int
	passage   *source.Passage
	text      string
	starts    []int // where the runs of the passage begin in its prose, nil where they are few
	sentences []source.Span
	tokens    []morph.Token
	mentions  []entity.Mention
	dates     []jpdate.Date
	first     int  // the place of its first sentence in the document
	entry     bool // it opens with the date of an entry of a chronicle
	// columns are what is done on its dates, by the names of the columns that these stand in; "" where no header says so, nil where
	// none does of any.
	columns []event.Type
	opens   bool        // that date opens a row
	row     jpdate.Date // of the row of a table or chronicle that the passage stands in, zero where there is none
}

// fewRuns is how many runs a passage may have to be gone through for each span.
const fewRuns = 16

func newFound(index int, p *source.Passage) found {
	f := found{index: index, passage: p}
	if len(p.Runs) == 1 {
		f.text = p.Runs[0].Text
		return f
	}
	f.text = p.Text()
	if len(p.Runs) > fewRuns {
		f.starts = runStarts(p)
	}
	return f
}

// runStarts returns where the runs of a passage begin in its prose: a line end or a tab parts lines and cells.
func runStarts(p *source.Passage) []int {
	starts, at := make([]int, len(p.Runs)), 0
	for i := range p.Runs {
		r := &p.Runs[i]
		if i > 0 && (r.Break || r.Cell != p.Runs[i-1].Cell) {
			at++
		}
		starts[i] = at
		at += len(r.Text)
	}
	return starts
}

// file turns a span of the prose into a span of the file.
func (f *found) file(s source.Span) source.Span {
	if f.starts == nil {
		return f.passage.Span(s)
	}
	runs := f.passage.Runs
	first := sort.Search(len(runs), func(i int) bool { return f.starts[i]+len(runs[i].Text) > s.Start })
	last := sort.Search(len(runs), func(i int) bool { return f.starts[i] >= s.End })
	if first >= last {
		return source.Span{}
	}
	part := source.Passage{Runs: runs[first:last]}
	return part.Span(source.Span{Start: s.Start - f.starts[first], End: s.End - f.starts[first]})
}

// cut cuts the passage into sentences and joins those that a name or a date crosses:
// what ends there is a word like "Yahoo!" and no sentence.
// The sentences stand behind those of other passages.
func (f *found) cut(others []source.Span) []source.Span {
	all := morph.AppendSentences(others, f.text)
	f.sentences = all[len(others):]
	out := f.sentences[:0]
	farthest, m, d := 0, 0, 0 // to where names and dates reach that begin before the end of the sentence
	for _, s := range f.sentences {
		n := len(out)
		if n > 0 {
			for ; m < len(f.mentions) && f.mentions[m].Span.Start < out[n-1].End; m++ {
				farthest = max(farthest, f.mentions[m].Span.End)
			}
			for ; d < len(f.dates) && f.dates[d].Span.Start < out[n-1].End; d++ {
				farthest = max(farthest, f.dates[d].Span.End)
			}
		}
		if n > 0 && farthest > s.Start {
			out[n-1].End = s.End
		} else {
			out = append(out, s)
		}
	}
	f.sentences = out[:len(out):len(out)]
	return all
}

// A cursor gathers what lies in the sentences of a passage, which it is asked for in their order.
type cursor struct {
	*found
	token, mention, date int // the first that does not begin before the last sentence
}

// named returns the mentions in a sentence.
func (c *cursor) named(s source.Span) []entity.Mention {
	to := 0
	c.mention, to = within(c.mentions, c.mention, s, func(m *entity.Mention) source.Span { return m.Span })
	return c.mentions[c.mention:to:to]
}

// sentence gathers what lies in a sentence.
func (c *cursor) sentence(s source.Span) event.Sentence {
	out := event.Sentence{Text: c.text, Span: s, Mentions: c.named(s)}
	to := 0
	c.token, to = within(c.tokens, c.token, s, func(t *morph.Token) source.Span { return t.Span })
	out.Tokens = c.tokens[c.token:to:to]
	c.date, to = within(c.dates, c.date, s, func(d *jpdate.Date) source.Span { return d.Span })
	out.Dates = c.dates[c.date:to:to]
	return out
}

// within returns the stretch of a list, which is looked at from a place on, that lies in a span.
func within[T any](list []T, from int, s source.Span, span func(*T) source.Span) (first, last int) {
	for from < len(list) && span(&list[from]).Start < s.Start {
		from++
	}
	to := from
	for to < len(list) && span(&list[to]).End <= s.End {
		to++
	}
	return from, to
}
