package casebook

import (
	"slices"
	"strconv"

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

// InTextOf reports whether the sentence stands in the article, in either language, or the source in which another one does.
func (e *Evidence) InTextOf(other *Evidence) bool {
	return e.Article == other.Article && e.Source == other.Source
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
	other := e.Article.Docs.Outline(l)
	switch {
	case l == e.Lang:
		return own
	case other == nil:
		return string(e.Lang) + "-" + own
	}
	mine, count := e.Article.Docs.Outline(e.Lang).sentencesOf(e.Passage)
	theirs, same := other.sentencesOf(e.Passage)
	if count != same {
		return "p" + strconv.Itoa(e.Passage+1)
	}
	return "s" + strconv.Itoa(theirs+e.Sentence-mine+1)
}

// May reports whether the sentence may be shown under the rights of its source.
// A sentence of our own articles always may.
func (e Evidence) May() bool { return e.Article != nil || e.Source.Shows(e.Sentence) }

// evidence finds the sentences that a written fact rests on: the sentence of one
// of our articles that holds the quote, and the sentence of the source's text at the line.
// It reports a quote that no article holds, unless one could not be read that may hold it. Prefer tells, of several sentences on the line, the one that is meant.
// The date is that of the fact, zero where it has none.
func (l *linker) evidence(ev content.Evidence, src *Source, date edtf.Date, prefer func(*analysis.Document, int) bool) []Evidence {
	var out []Evidence
	if ev.Quote != "" {
		found, ok := l.findQuote(ev.Quote, src)
		if ok {
			out = append(out, withDate(found.in.evidence(found.said, found.at), found.dates, date))
		} else {
			l.unquoted(ev)
		}
	}
	if sentence, ok := findLine(ev.Line, src, prefer); ok {
		src.shown[sentence] = true
		s := sayingOf(src.Doc, sentence)
		e := Evidence{Source: src, Lang: src.Doc.Text.Lang, Sentence: sentence, Passage: s.passage, Text: s.text}
		out = append(out, withDate(e, s.dates, date))
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

// findQuote looks for a phrase in the articles that report the source or a
// translation of it, then in all others.
func (l *linker) findQuote(quote string, src *Source) (quoted, bool) {
	if l.quotes == nil {
		l.quotes = quotesIn(l.texts)
	}
	all, near := l.quotes[quote], l.reports[src]
	i := slices.IndexFunc(all, func(q quoted) bool { return slices.Contains(near, q.in) })
	if i < 0 {
		i = slices.IndexFunc(all, func(q quoted) bool { return q.in.article != nil })
	}
	if i < 0 {
		return quoted{}, false
	}
	return all[i], true
}

// makeReports notes which texts report a source or a translation of it, in the order of the texts.
func (l *linker) makeReports() {
	l.reports = map[*Source][]*text{}
	for i := range l.texts {
		t := &l.texts[i]
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

// findLine returns the sentence on a line of the source's text, of several the preferred one, else the first.
func findLine(line int, src *Source, prefer func(*analysis.Document, int) bool) (sentence int, ok bool) {
	if line == 0 || src == nil || src.Doc == nil {
		return 0, false
	}
	span, best := src.Text.LineSpan(line), -1
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
	return best, best >= 0
}

// dateIn returns the date expression of a sentence that says a date best: the same date, else one
// that is more or less exact about it, nil where there is none. Stretches of time must be the same.
func dateIn(dates []dated, date edtf.Date) *dated {
	var near *dated
	for i := range dates {
		d := &dates[i]
		if date.IsZero() {
			continue
		}
		if d.value == date {
			return d
		}
		stretch := d.value.IsInterval() || date.IsInterval()
		if near == nil && !stretch && (d.value.Within(date) || date.Within(d.value)) {
			near = d
		}
	}
	return near
}

// withDate marks the date expression in the evidence for a dated fact and notes it as written.
func withDate(e Evidence, dates []dated, date edtf.Date) Evidence {
	d := dateIn(dates, date)
	if d == nil {
		return e
	}
	e.AsWritten, e.Mark = d.surface, d.at
	for i := range dates {
		if dates[i].surface == d.surface {
			e.values = append(e.values, dates[i].value)
		}
	}
	return e
}

// Means reports whether the words of the date can stand for a date: the sentence uses them for it, or for something wider.
func (e *Evidence) Means(d edtf.Date) bool {
	return slices.ContainsFunc(e.values, func(v edtf.Date) bool { return v == d || d.Within(v) })
}
