package render

import (
	"cmp"
	"html"
	"html/template"
	"slices"
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
	span source.Span
	id   string
}

// A prose is one passage as it is to be written: its sentences and stretches lie
// in the passage's text, each list in order and without overlaps.
type prose struct {
	passage   *source.Passage
	sentences []sentenceSpan
	stretches []stretch
	// keep tells which sentences are shown, by their place in sentences; nil shows everything.
	keep func(sentence int) bool
	// named collects the sentences whose id has been written, over the cells of a row; may be nil.
	named map[int]bool
}

// An atom is the longest piece of text that lies in one run, one sentence and one stretch.
type atom struct {
	text              string
	run               *source.Run
	sentence, stretch int  // indexes, -1 for none
	breaks            bool // a hard line break stands before it
}

// html writes the passage. The nesting is always sentence > stretch > style, so a name
// that crosses emphasis or a sentence's end still gives valid HTML: the inner element is
// closed and opened again. A run with furigana is never cut.
func (p prose) html() template.HTML {
	return p.cell(-1)
}

// cell writes one cell of a table row, or the whole passage for -1.
func (p prose) cell(n int) template.HTML {
	w := &proseWriter{prose: p, sentence: -1, stretch: -1, named: p.named}
	if w.named == nil {
		w.named = map[int]bool{}
	}
	atoms := p.atoms(n)
	w.b.Grow(p.sizeOf(atoms))
	for _, a := range atoms {
		w.atom(a)
	}
	w.leave()
	w.to(-1, -1)
	return template.HTML(w.b.String())
}

// sizeOf is about how many bytes atoms are with their elements.
func (p prose) sizeOf(atoms []atom) int {
	size := 0
	for i, a := range atoms {
		size += len(a.text)
		if a.stretch >= 0 {
			size += len(p.stretches[a.stretch].open) + len(p.stretches[a.stretch].close)
		}
		if a.sentence >= 0 && (i == 0 || atoms[i-1].sentence != a.sentence) {
			size += len(`<span id="s100"> </span>`)
		}
	}
	return size
}

// atoms cuts the runs (of one cell, or all for -1) at every border of a sentence or stretch.
func (p prose) atoms(cell int) []atom {
	var out []atom
	cuts := p.cuts()
	at := 0
	for i := range p.passage.Runs {
		r := &p.passage.Runs[i]
		if i > 0 && (r.Break || r.Cell != p.passage.Runs[i-1].Cell) {
			at++ // the newline or tab that stands between them
		}
		start, end := at, at+len(r.Text)
		at = end
		if cell >= 0 && r.Cell != cell {
			continue
		}
		breaks := r.Break
		for start < end {
			next := end
			if r.Ruby == "" {
				next = nextCut(cuts, start, end)
			}
			out = append(out, atom{
				text: r.Text[len(r.Text)-(end-start) : len(r.Text)-(end-next)], run: r,
				sentence: find(p.sentences, start, func(s sentenceSpan) source.Span { return s.span }),
				stretch:  find(p.stretches, start, func(s stretch) source.Span { return s.span }),
				breaks:   breaks,
			})
			start, breaks = next, false
		}
	}
	return out
}

// cuts returns the borders of all sentences and stretches, sorted.
func (p prose) cuts() []int {
	var cuts []int
	for _, s := range p.sentences {
		cuts = append(cuts, s.span.Start, s.span.End)
	}
	for _, s := range p.stretches {
		cuts = append(cuts, s.span.Start, s.span.End)
	}
	slices.Sort(cuts)
	return cuts
}

// nextCut returns the first cut after start, at most end.
func nextCut(cuts []int, start, end int) int {
	if i, _ := slices.BinarySearch(cuts, start+1); i < len(cuts) {
		return min(cuts[i], end)
	}
	return end
}

// find returns the index of the span that holds an offset, -1 if none does.
func find[T any](in []T, at int, span func(T) source.Span) int {
	i, _ := slices.BinarySearchFunc(in, at, func(t T, at int) int { return cmp.Compare(span(t).End, at+1) })
	if i < len(in) && span(in[i]).Start <= at {
		return i
	}
	return -1
}

// A proseWriter knows which elements are open.
type proseWriter struct {
	prose
	b                 strings.Builder
	sentence, stretch int
	named             map[int]bool
	gap               bool // something was left out
}

// atom writes one atom in its elements.
func (w *proseWriter) atom(a atom) {
	if w.keep != nil && (a.sentence < 0 || !w.keep(a.sentence)) {
		w.gap = w.gap || strings.TrimSpace(a.text) != ""
		return
	}
	w.leave()
	if a.breaks {
		if a.stretch != w.stretch {
			w.to(w.sentence, -1)
		}
		w.b.WriteString("<br>")
	}
	w.to(a.sentence, a.stretch)
	w.b.WriteString(styled(a.run, a.text))
}

// leave writes the sign for what was left out, if anything was.
func (w *proseWriter) leave() {
	if !w.gap {
		return
	}
	w.to(-1, -1)
	w.b.WriteString(`<span class="gap">…</span>`)
	w.gap = false
}

// to closes what is open and opens what is wanted.
func (w *proseWriter) to(sentence, stretch int) {
	if w.stretch >= 0 && (w.stretch != stretch || w.sentence != sentence) {
		w.b.WriteString(w.stretches[w.stretch].close)
		w.stretch = -1
	}
	if w.sentence >= 0 && w.sentence != sentence && w.sentences[w.sentence].id != "" {
		w.b.WriteString("</span>")
	}
	if sentence >= 0 && w.sentence != sentence && w.sentences[sentence].id != "" {
		w.b.WriteString(w.sentenceTag(sentence))
	}
	w.sentence = sentence
	if stretch >= 0 && w.stretch != stretch {
		w.b.WriteString(w.stretches[stretch].open)
	}
	w.stretch = stretch
}

// sentenceTag opens a sentence. Its id is written once, where it begins.
func (w *proseWriter) sentenceTag(i int) string {
	if w.named[i] {
		return "<span>"
	}
	w.named[i] = true
	return `<span id="` + html.EscapeString(w.sentences[i].id) + `">`
}

// styled writes text in the style of its run.
func styled(r *source.Run, text string) string {
	s := strings.ReplaceAll(html.EscapeString(text), "\n", "&#10;")
	if r.Ruby != "" {
		s = "<ruby>" + s + "<rp>(</rp><rt>" + html.EscapeString(r.Ruby) + "</rt><rp>)</rp></ruby>"
	}
	for _, style := range []struct {
		on  bool
		tag string
	}{{r.Code, "code"}, {r.Emph, "em"}, {r.Strong, "strong"}} {
		if style.on {
			s = "<" + style.tag + ">" + s + "</" + style.tag + ">"
		}
	}
	return s
}
