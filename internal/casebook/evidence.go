package casebook

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// Path returns the page of the evidence: the article's or the source's.
func (e Evidence) Path() string {
	if e.Article != nil {
		return e.Article.Path
	}
	return e.Source.Path
}

// Fragment returns the fragment of the sentence on its page below a language tree: "s12" in the
// text's own language; in the other one the sentence that stands at the same place, or,
// where the paragraphs differ in sentences, the paragraph: "p5"; of an article that is not translated,
// the sentence itself: "ja-s12". It is empty for a sentence of a source that its page does not show.
func (e Evidence) Fragment(l i18n.Lang) string {
	own := "s" + strconv.Itoa(e.Sentence+1)
	if e.Source != nil {
		if !e.Source.Shows(e.Sentence) {
			return ""
		}
		return own
	}
	other := e.Article.Docs.In(l)
	switch {
	case l == e.Lang:
		return own
	case other == nil:
		return string(e.Lang) + "-" + own
	}
	mine, count := sentencesOf(e.Article.Docs.In(e.Lang), e.Passage)
	theirs, same := sentencesOf(other, e.Passage)
	if count != same {
		return "p" + strconv.Itoa(e.Passage+1)
	}
	return "s" + strconv.Itoa(theirs+e.Sentence-mine+1)
}

// May reports whether the sentence may be shown under the rights of its source.
// A sentence of our own articles always may.
func (e Evidence) May() bool { return e.Article != nil || e.Source.Shows(e.Sentence) }

// sentencesOf returns the first sentence of a passage and how many it has; they stand in the order of
// the passages. It is asked for every link to a sentence, so it does not walk through the document.
func sentencesOf(doc *analysis.Document, passage int) (first, count int) {
	from := func(passage int) int {
		return sort.Search(len(doc.Sentences), func(i int) bool { return doc.Sentences[i].Passage >= passage })
	}
	first = from(passage)
	return first, from(passage+1) - first
}

// evidence finds the sentences that a written fact rests on: the sentence of one
// of our articles that holds the quote, and the sentence of the source's text at the line.
// It reports a quote that no article holds, unless one could not be read that may hold it. Prefer tells, of several sentences on the line, the one that is meant.
func (l *linker) evidence(ev content.Evidence, src *Source, prefer func(*analysis.Document, int) bool) []Evidence {
	var out []Evidence
	if ev.Quote != "" {
		found, ok := l.findQuote(ev.Quote, src)
		if ok {
			out = append(out, found)
		} else {
			l.unquoted(ev)
		}
	}
	if found, ok := findLine(ev.Line, src, prefer); ok {
		src.shown[found.Sentence] = true
		out = append(out, found)
	}
	return out
}

// unquoted reports a quote that no article holds. A draft that holds it was perhaps published before: the fact
// stands on the record of its source until it is again.
func (l *linker) unquoted(ev content.Evidence) {
	draft := l.in.Content.DraftSaying(ev.Quote)
	switch {
	case draft != "":
		l.problems.Warn(source.Quotation, ev.QuotePos, "delete draft = true there when it is finished, or take the quote from here until then",
			"%s, which says %q, is a draft; readers are not led to the sentence", draft, ev.Quote)
	case len(l.in.Content.Unread) == 0:
		l.problems.Add(source.Quotation, ev.QuotePos, "copy the phrase from the article as it is read, without markup",
			"no article says %q", ev.Quote)
	}
}

// fewTexts is how many texts are looked through for a phrase before all are, for all phrases at once.
const fewTexts = 16

// findQuote looks for a phrase in the articles that report the source or a
// translation of it, then in all others.
func (l *linker) findQuote(quote string, src *Source) (Evidence, bool) {
	near := l.reports[src]
	for _, t := range near[:min(len(near), fewTexts)] { // most stand here
		if e, ok := quoteIn(t, quote); ok {
			return e, true
		}
	}
	if l.quotes == nil {
		l.quotes = newQuoteIndex(l.in.Content.Registry, l.texts, l.many)
	}
	can := l.quotes.holding(quote, l.texts)
	for _, isNear := range []bool{true, false} {
		for _, t := range can {
			if t.article == nil || slices.Contains(near, t) != isNear {
				continue
			}
			if e, ok := quoteIn(t, quote); ok {
				return e, true
			}
		}
	}
	return Evidence{}, false
}

// makeReports notes which texts report a source or a translation of it, in the order of the texts.
func (l *linker) makeReports() {
	l.reports = map[*Source][]text{}
	for _, t := range l.texts {
		if t.article == nil {
			continue
		}
		for _, s := range t.article.Sources {
			for _, of := range []*Source{s, s.Translates} {
				if all := l.reports[of]; of != nil && (len(all) == 0 || all[len(all)-1] != t) {
					l.reports[of] = append(all, t)
				}
			}
		}
	}
}

// quoteIn looks for a phrase in the passages of a text. A phrase that crosses
// sentences belongs to the one in which it begins.
func quoteIn(t text, quote string) (Evidence, bool) {
	for i := range t.doc.Sentences {
		if at := strings.Index(t.doc.Sentences[i].Text, quote); at >= 0 {
			return t.evidence(i, source.Span{Start: at, End: at + len(quote)}), true
		}
	}
	for p := range t.doc.Text.Passages {
		at := strings.Index(t.doc.Text.Passages[p].Text(), quote)
		if at < 0 {
			continue
		}
		for i, s := range t.doc.Sentences {
			if s.Passage == p && s.Inner.Start <= at && at < s.Inner.End {
				return t.evidence(i, source.Span{Start: at - s.Inner.Start, End: s.Inner.Len()}), true
			}
		}
	}
	return Evidence{}, false
}

// findLine returns the sentence on a line of the source's text, of several the preferred one, else the first.
func findLine(line int, src *Source, prefer func(*analysis.Document, int) bool) (Evidence, bool) {
	if line == 0 || src == nil || src.Doc == nil {
		return Evidence{}, false
	}
	span := src.Text.LineSpan(line)
	t, best := text{doc: src.Doc, source: src}, -1
	for i, s := range src.Doc.Sentences {
		if !s.Span.Overlaps(span) {
			continue
		}
		if prefer(src.Doc, i) {
			best = i
			break
		}
		if best < 0 {
			best = i
		}
	}
	if best < 0 {
		return Evidence{}, false
	}
	return t.evidence(best, source.Span{}), true
}

// dateIn returns the date expression of a sentence that says a date best: the same date, else one
// that is more or less exact about it, nil where there is none. Stretches of time must be the same.
func dateIn(doc *analysis.Document, sentence int, date edtf.Date) *analysis.Date {
	var near *analysis.Date
	for i := range doc.Dates {
		d := &doc.Dates[i]
		if d.Sentence != sentence || date.IsZero() {
			continue
		}
		if d.Value == date {
			return d
		}
		stretch := d.Value.IsInterval() || date.IsInterval()
		if near == nil && !stretch && (d.Value.Within(date) || date.Within(d.Value)) {
			near = d
		}
	}
	return near
}

// withDate marks the date expression in the evidence for a dated act and notes it as written.
func withDate(e Evidence, doc *analysis.Document, date edtf.Date) Evidence {
	d := dateIn(doc, e.Sentence, date)
	if d == nil {
		return e
	}
	inner := doc.Sentences[e.Sentence].Inner
	e.AsWritten = d.Surface
	e.Mark = source.Span{Start: d.Span.Start - inner.Start, End: d.Span.End - inner.Start}
	return e
}

// docOf returns the document that holds the evidence.
func (e Evidence) docOf() *analysis.Document {
	if e.Article != nil {
		return e.Article.Docs.In(e.Lang)
	}
	return e.Source.Doc
}
