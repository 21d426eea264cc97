package render

import (
	"strings"

	"jikenbo/internal/source"
)

// A stretch is part of a passage's prose that stands in one element: a link, a
// marked name, a date. Open is its start tag, escaped; Close its end tag.
type stretch struct {
	span        source.Span
	open, close string
}

// A sentenceSpan is a sentence in a passage's prose, with the id it gets on the page; without one it is no element.
type sentenceSpan struct {
	span  source.Span
	id    string
	named bool // the id is written, which it is once, where the sentence begins
}

func (s stretch) in() source.Span      { return s.span }
func (s sentenceSpan) in() source.Span { return s.span }

// A prose is one passage as it is to be written: its sentences and stretches lie
// in the passage's text, each list in order and without overlaps.
type prose struct {
	passage   *source.Passage
	sentences []sentenceSpan
	stretches []stretch
	// keep tells which sentences are shown, by their place in sentences; nil shows everything.
	keep func(sentence int) bool
}

// append writes one cell of a table row behind what is there, or the whole passage for -1. The nesting is always
// sentence > stretch > style, so a name that crosses emphasis or a sentence's end still gives valid HTML: the inner element is
// closed and opened again. A run with furigana is never cut.
func (p prose) append(b []byte, cell int) []byte {
	w := proseWriter{prose: p, b: b, sentence: -1, stretch: -1}
	at := 0
	for i := range p.passage.Runs {
		r := &p.passage.Runs[i]
		if i > 0 && (r.Break || r.Cell != p.passage.Runs[i-1].Cell) {
			at++ // the newline or tab that stands between them
		}
		if cell < 0 || r.Cell == cell {
			w.run(r, at)
		}
		at += len(r.Text)
	}
	w.leave()
	w.to(-1, -1)
	return w.b
}

// A proseWriter knows which elements are open.
type proseWriter struct {
	prose
	b                 []byte
	sentence, stretch int // those that are open, -1 for none
	from              struct{ sentence, stretch int }
	gap               bool // something was left out
}

// run writes a run that begins at an offset, piece by piece: each lies in one sentence and one stretch.
func (w *proseWriter) run(r *source.Run, at int) {
	end := at + len(r.Text)
	for start := at; start < end; {
		sentence, next := holding(w.sentences, &w.from.sentence, start, end)
		stretch, next := holding(w.stretches, &w.from.stretch, start, next)
		if r.Ruby != "" {
			next = end
		}
		w.piece(r, r.Text[start-at:next-at], sentence, stretch, r.Break && start == at)
		start = next
	}
}

// holding returns which of the spans holds an offset, -1 for none, and where that ends, at the latest at end. Spans up to from are behind.
func holding[T interface{ in() source.Span }](spans []T, from *int, at, end int) (i, next int) {
	for *from < len(spans) && spans[*from].in().End <= at {
		*from++
	}
	switch {
	case *from == len(spans):
		return -1, end
	case spans[*from].in().Start > at:
		return -1, min(spans[*from].in().Start, end)
	}
	return *from, min(spans[*from].in().End, end)
}

// piece writes one piece in its elements. Before it may stand a hard line break.
func (w *proseWriter) piece(r *source.Run, text string, sentence, stretch int, breaks bool) {
	if w.keep != nil && (sentence < 0 || !w.keep(sentence)) {
		w.gap = w.gap || strings.TrimSpace(text) != ""
		return
	}
	w.leave()
	if breaks {
		if stretch != w.stretch {
			w.to(w.sentence, -1)
		}
		w.b = append(w.b, "<br>"...)
	}
	w.to(sentence, stretch)
	w.b = appendStyled(w.b, r, text)
}

// leave writes the sign for what was left out, if anything was.
func (w *proseWriter) leave() {
	if !w.gap {
		return
	}
	w.to(-1, -1)
	w.b = append(w.b, "<span class=gap>…</span>"...)
	w.gap = false
}

// to closes what is open and opens what is wanted.
func (w *proseWriter) to(sentence, stretch int) {
	if w.stretch >= 0 && (w.stretch != stretch || w.sentence != sentence) {
		w.b = append(w.b, w.stretches[w.stretch].close...)
		w.stretch = -1
	}
	if w.sentence >= 0 && w.sentence != sentence && w.sentences[w.sentence].id != "" {
		w.b = append(w.b, "</span>"...)
	}
	if sentence >= 0 && w.sentence != sentence && w.sentences[sentence].id != "" {
		w.open(&w.sentences[sentence])
	}
	w.sentence = sentence
	if stretch >= 0 && w.stretch != stretch {
		w.b = append(w.b, w.stretches[stretch].open...)
	}
	w.stretch = stretch
}

// open opens a sentence.
func (w *proseWriter) open(s *sentenceSpan) {
	if s.named {
		w.b = append(w.b, "<span>"...)
		return
	}
	s.named = true
	w.b = append(append(append(w.b, "<span id="...), s.id...), '>')
}

// appendStyled writes text in the style of its run.
func appendStyled(b []byte, r *source.Run, text string) []byte {
	if !(r.Code || r.Emph || r.Strong || r.Ruby != "") {
		return appendEscaped(b, text)
	}
	styles := [...]struct {
		on          bool
		open, close string
	}{{r.Strong, "<strong>", "</strong>"}, {r.Emph, "<em>", "</em>"}, {r.Code, "<code>", "</code>"}, {r.Ruby != "", "<ruby>", "</ruby>"}}
	for _, s := range styles {
		if s.on {
			b = append(b, s.open...)
		}
	}
	b = appendEscaped(b, text)
	if r.Ruby != "" {
		b = append(appendEscaped(append(b, "<rp>(</rp><rt>"...), r.Ruby), "</rt><rp>)</rp>"...)
	}
	for i := len(styles) - 1; i >= 0; i-- {
		if styles[i].on {
			b = append(b, styles[i].close...)
		}
	}
	return b
}
