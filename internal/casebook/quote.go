package casebook

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// A phrases knows all phrases that editors quote, so that a text is read once for them, however many there are.
type phrases struct {
	starts [1 << 10]uint64    // a bit for each digest of a start: most places are done with at a glance
	quotes map[start][]string // the phrases that begin so
	short  []string           // those that are shorter than a start
}

// A start is how a phrase begins.
type start [startLen]byte

const startLen = 8

// digest is that of a start, for the bits.
func digest(s []byte) uint16 {
	return uint16(binary.LittleEndian.Uint64(s) * 0x9e3779b97f4a7c15 >> 48)
}

// newPhrases returns the phrases that a registry quotes.
func newPhrases(r *content.Registry) *phrases {
	q := &phrases{quotes: map[start][]string{}}
	for _, e := range r.All() {
		for i := range e.Claims {
			q.note(e.Claims[i].Quote)
		}
		for i := range e.Rejected {
			q.note(e.Rejected[i].Quote)
		}
		if e.Operation != nil {
			for i := range e.Operation.Events {
				q.note(e.Operation.Events[i].Quote)
			}
		}
	}
	return q
}

// note has a phrase looked for.
func (q *phrases) note(quote string) {
	switch {
	case quote == "":
	case len(quote) >= startLen:
		s := start([]byte(quote))
		if d := digest(s[:]); !slices.Contains(q.quotes[s], quote) {
			q.starts[d>>6] |= 1 << (d & 63)
			q.quotes[s] = append(q.quotes[s], quote)
		}
	case !slices.Contains(q.short, quote):
		q.short = append(q.short, quote)
	}
}

// in returns the phrases that stand in the passages of a text, each once.
func (q *phrases) in(doc *analysis.Document) []string {
	if len(q.quotes)+len(q.short) == 0 {
		return nil
	}
	var held []string
	var prose []byte
	for i := range doc.Text.Passages {
		prose = append(prose[:0], doc.Text.Passages[i].Text()...)
		held = q.read(held, prose)
	}
	return held
}

// read adds the phrases that a passage holds to those that the text has.
func (q *phrases) read(held []string, prose []byte) []string {
	hold := func(quote string) {
		if !slices.Contains(held, quote) {
			held = append(held, quote)
		}
	}
	for _, quote := range q.short {
		if bytes.Contains(prose, []byte(quote)) {
			hold(quote)
		}
	}
	for i := 0; i+startLen <= len(prose); i++ {
		if !utf8.RuneStart(prose[i]) {
			continue
		}
		d := digest(prose[i:])
		if q.starts[d>>6]&(1<<(d&63)) == 0 {
			continue
		}
		for _, quote := range q.quotes[start(prose[i:])] {
			if bytes.HasPrefix(prose[i:], []byte(quote)) {
				hold(quote)
			}
		}
	}
	return held
}

// quoteIn looks for a phrase in the passages of a text. A phrase that crosses
// sentences belongs to the one in which it begins, where it reaches to its end.
func quoteIn(doc *analysis.Document, quote string) (at source.Span, sentence int, ok bool) {
	for i := range doc.Sentences {
		if at := strings.Index(doc.Sentences[i].Text, quote); at >= 0 {
			return source.Span{Start: at, End: at + len(quote)}, i, true
		}
	}
	for p := range doc.Text.Passages {
		at := strings.Index(doc.Text.Passages[p].Text(), quote)
		if at < 0 {
			continue
		}
		for i, s := range doc.Sentences {
			if s.Passage == p && s.Inner.Start <= at && at < s.Inner.End {
				return source.Span{Start: at - s.Inner.Start, End: s.Inner.Len()}, i, true
			}
		}
	}
	return source.Span{}, 0, false
}

// A quoted is a phrase in the text that holds it.
type quoted struct {
	*quotation
	in *text
}

// quotesIn returns where each phrase stands, in the order of the texts.
func quotesIn(texts []text) map[string][]quoted {
	out := map[string][]quoted{}
	for i := range texts {
		t := &texts[i]
		for n := range t.outline.quotes {
			q := &t.outline.quotes[n]
			out[q.quote] = append(out[q.quote], quoted{q, t})
		}
	}
	return out
}
