package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"jikenbo/internal/analysis"
	"jikenbo/internal/source"
)

// Colours of what was found, beside those of terminal.go.
const (
	green   = "32"
	magenta = "35"
	cyan    = "36"
)

// A view says how a document is shown.
type view struct{ json, explain bool }

func (p program) showDocument(doc *analysis.Document, how view) error {
	if how.json {
		return json.NewEncoder(p.Stdout).Encode(doc)
	}
	s := shower{w: p.Stdout, paint: newPainter(p.Stdout), doc: doc, explain: how.explain}
	s.head()
	for i := range doc.Sentences {
		s.sentence(i)
	}
	return nil
}

// A shower writes a document for people: every sentence in which something was found, and what.
type shower struct {
	w       io.Writer
	paint   painter
	doc     *analysis.Document
	explain bool
}

// A find is a line of what was found, and the reasons for it.
type find struct {
	kind, text string
	why        []string
}

func (s shower) head() {
	d := s.doc
	fmt.Fprintf(s.w, "%s: %s, %s, %s, %s, %s\n", printable(d.Text.File.Path), plural(len(d.Sentences), "sentence"),
		plural(len(d.Mentions), "mention"), plural(len(d.Dates), "date"), plural(len(d.Events), "event"), plural(len(d.Figures), "figure"))
	if !s.explain {
		return
	}
	if d.Text.Published.IsZero() {
		fmt.Fprintln(s.w, "no date of publication is known: a bare day or month cannot be completed from it (--published gives one)")
		return
	}
	fmt.Fprintf(s.w, "relative dates count from %s\n", d.Text.Published)
}

// sentence writes a sentence with its place, and below it what was found in it.
func (s shower) sentence(i int) {
	finds := slices.Concat(s.mentions(i), s.references(i), s.dates(i), s.events(i), s.figures(i))
	if len(finds) == 0 {
		return
	}
	at := s.doc.Sentences[i]
	fmt.Fprintf(s.w, "\n%s: %s\n", s.doc.Text.File.Position(at.Span.Start), s.marked(i))
	for _, f := range finds {
		fmt.Fprintf(s.w, "    %s %s\n", s.paint.in(colourOf(f.kind), fmt.Sprintf("%-12s", f.kind)), printable(f.text))
		if s.explain {
			for _, why := range f.why {
				fmt.Fprintf(s.w, "    %s\n", s.paint.in(grey, "             because "+why))
			}
		}
	}
}

// colourOf returns the colour of a kind of find; names have one for all.
func colourOf(kind string) string {
	switch kind {
	case "date":
		return green
	case "event":
		return red
	case "not done":
		return magenta
	case "figure":
		return yellow
	}
	return cyan
}

// marked returns the text of a sentence with what was found in colour, on a terminal.
func (s shower) marked(i int) string {
	at := s.doc.Sentences[i]
	if !s.paint.on {
		return printable(at.Text)
	}
	type mark struct {
		source.Span
		colour string
	}
	var marks []mark
	add := func(n int, span source.Span, colour string) {
		if n == i {
			marks = append(marks, mark{span, colour})
		}
	}
	for _, m := range s.doc.Mentions {
		add(m.Sentence, m.Span, cyan)
	}
	for _, d := range s.doc.Dates {
		add(d.Sentence, d.Date.Span, colourOf("date"))
	}
	for _, e := range s.doc.Events {
		add(e.Sentence, e.Trigger, colourOf("event"))
	}
	for _, f := range s.doc.Figures {
		add(f.Sentence, f.Figure.Span, colourOf("figure"))
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.Start, b.Start) })
	var b strings.Builder
	last := 0
	for _, m := range marks {
		from, to := m.Start-at.Inner.Start, m.End-at.Inner.Start
		if from < last || to > len(at.Text) {
			continue
		}
		b.WriteString(printable(at.Text[last:from]))
		b.WriteString(s.paint.in(m.colour, at.Text[from:to]))
		last = to
	}
	return b.String() + printable(at.Text[last:])
}

func (s shower) mentions(i int) []find {
	var out []find
	for _, m := range s.doc.Mentions {
		if m.Sentence != i {
			continue
		}
		f := find{kind: string(m.Kind), text: m.Surface + " → " + meaning(m)}
		if m.Why != "" {
			f.why = append(f.why, "found by "+m.Why)
		}
		if len(m.Candidates) > 0 {
			f.why = append(f.why, "the name is contested, so it is not linked")
		}
		f.why = append(f.why, fmt.Sprintf("confidence %.2f", m.Confidence))
		out = append(out, f)
	}
	return out
}

// references returns whom the words of a sentence mean that refer to a name elsewhere in the text.
func (s shower) references(i int) []find {
	var out []find
	for _, r := range s.doc.References {
		if r.Sentence != i {
			continue
		}
		m := s.doc.Mentions[r.Mention]
		text, id := r.Surface+" → "+m.Surface, m.Entity
		if r.Country != "" {
			text, id = r.Surface+" → "+r.Country, r.Entity
		}
		if id != "" {
			text += " (" + id + ")"
		}
		out = append(out, find{"reference", text, []string{s.doc.Meant(r)}})
	}
	return out
}

func (s shower) dates(i int) []find {
	var out []find
	for _, d := range s.doc.Dates {
		if d.Sentence == i {
			out = append(out, find{"date", fmt.Sprintf("%s → %s (%s)", d.Surface, d.Value, d.Basis), d.Why})
		}
	}
	return out
}

// events returns the acts of a sentence, and then those that were not done.
func (s shower) events(i int) []find {
	var out []find
	for _, e := range s.doc.Events {
		if e.Sentence == i {
			out = append(out, find{"event", describe(e), s.reasons(e)})
		}
	}
	for _, e := range s.doc.Undone {
		if e.Sentence == i {
			out = append(out, find{"not done", describe(e), s.reasons(e)})
		}
	}
	return out
}

// describe says what an act is, when it was and who took part.
func describe(e analysis.Event) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", e.Type, e.Event.Date)
	if !e.Announced.IsZero() && e.Announced != e.Event.Date {
		fmt.Fprintf(&b, " (announced %s)", e.Announced)
	}
	if e.Modality != "" && e.Modality != "done" {
		fmt.Fprintf(&b, " %s", e.Modality)
	}
	for _, part := range e.Participants {
		fmt.Fprintf(&b, ", %s %s", part.Role, part.Mention.Surface)
	}
	return b.String()
}

func (s shower) reasons(e analysis.Event) []string {
	out := e.Why()
	for _, part := range e.Participants {
		why := fmt.Sprintf("%q", part.Why)
		if part.Why == "kind" {
			why = "its kind alone"
		}
		out = append(out, fmt.Sprintf("%s is %s by %s", part.Mention.Surface, part.Role, why))
	}
	return append(out, fmt.Sprintf("confidence %.2f", e.Confidence))
}

func (s shower) figures(i int) []find {
	var out []find
	for _, f := range s.doc.Figures {
		if f.Sentence == i {
			out = append(out, find{"figure", fmt.Sprintf("%s → %s", f.Surface, amount(f)), f.Why()})
		}
	}
	return out
}

// amount writes a figure with its bounds and what is known of it.
func amount(f analysis.Figure) string {
	number := func(x float64) string { return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", x), "0"), ".") }
	var b strings.Builder
	switch {
	case f.Max == 0:
		fmt.Fprintf(&b, "%s or more", number(f.Min))
	case f.Min == f.Max:
		b.WriteString(number(f.Min))
	default:
		fmt.Fprintf(&b, "%s to %s", number(f.Min), number(f.Max))
	}
	fmt.Fprintf(&b, " %s", f.Unit)
	if f.Qualifier != "" {
		fmt.Fprintf(&b, ", %s", f.Qualifier)
	}
	if f.Counts != "" {
		fmt.Fprintf(&b, ", of %s", f.Counts)
	}
	if !f.AsOf.IsZero() {
		fmt.Fprintf(&b, ", as of %s", f.AsOf)
	}
	if f.By != "" {
		fmt.Fprintf(&b, ", says %s", f.By)
	}
	return b.String()
}

// meaning is whom a mention means: the name in English and the id, which alone says enough where the text has that name;
// the ids that claim a contested name; or nobody who is known.
func meaning(m analysis.Mention) string {
	switch {
	case m.Entity != "" && m.Name.EN != "" && !strings.EqualFold(m.Name.EN, m.Surface):
		return fmt.Sprintf("%s (%s)", m.Name.EN, m.Entity)
	case m.Entity != "":
		return m.Entity
	case len(m.Candidates) > 0:
		return strings.Join(m.Candidates, " or ") + "?"
	}
	return "not in the registry"
}
