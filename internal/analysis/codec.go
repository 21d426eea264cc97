package analysis

import (
	"encoding/binary"
	"math"

	"jikenbo/internal/entity"
	"jikenbo/internal/event"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/source"
)

// document writes what was found in a text; the text itself is left out. All strings stand once, in front. What it returns stands in the
// writer's room, and is good until the writer is used again.
func (w *writer) document(d *Document) []byte {
	w.body, w.strings = w.body[:0], w.strings[:0]
	writeAll(w, d.Sentences, (*writer).sentence)
	w.mentions(d.Mentions)
	writeAll(w, d.References, (*writer).reference)
	writeAll(w, d.Dates, func(w *writer, x Date) { w.date(x.Date); w.place(x.File, x.Sentence) })
	writeAll(w, d.Events, (*writer).event)
	writeAll(w, d.Undone, (*writer).event)
	writeAll(w, d.Figures, (*writer).figure)
	w.text(string(d.Readings))
	w.out = binary.AppendUvarint(w.out[:0], uint64(len(w.strings)))
	for _, s := range w.strings {
		w.out = binary.AppendUvarint(w.out, uint64(len(s)))
	}
	for _, s := range w.strings {
		w.out = append(w.out, s...)
	}
	w.out = append(w.out, w.body...)
	clear(w.strings) // the text is not held
	clear(w.known)
	return w.out
}

// A writer puts values one after the other. It is used again for the next document.
type writer struct {
	out     []byte
	body    []byte
	strings []string
	known   map[string]uint64
}

func newWriter() *writer { return &writer{known: map[string]uint64{}} }

func writeAll[T any](w *writer, list []T, write func(*writer, T)) {
	w.number(len(list))
	for _, x := range list {
		write(w, x)
	}
}

func (w *writer) number(n int) { w.body = binary.AppendVarint(w.body, int64(n)) }

func (w *writer) text(s string) {
	n, ok := w.known[s]
	if !ok {
		n = uint64(len(w.strings))
		w.known[s] = n
		w.strings = append(w.strings, s)
	}
	w.body = binary.AppendUvarint(w.body, n)
}

func (w *writer) texts(list []string) { writeAll(w, list, (*writer).text) }

func (w *writer) real(x float64) {
	w.body = binary.LittleEndian.AppendUint64(w.body, math.Float64bits(x))
}

func (w *writer) flag(b bool) {
	n := 0
	if b {
		n = 1
	}
	w.number(n)
}

func (w *writer) span(s source.Span) {
	w.number(s.Start)
	w.number(s.End - s.Start)
}

func (w *writer) place(s source.Span, at int) {
	w.span(s)
	w.number(at)
}

// sentence leaves out the text, which is that of its passage.
func (w *writer) sentence(s Sentence) {
	w.place(s.Span, s.Passage)
	w.span(s.Inner)
}

func (w *writer) name(m entity.Mention) {
	w.span(m.Span)
	n := namingOf(&m, "")
	w.naming(&n)
}

// mentions writes what mentions say, once, and of each where it stands and which of that it says.
func (w *writer) mentions(list []Mention) {
	var said []*Naming
	place := map[*Naming]int{}
	for i := range list {
		n := list[i].Naming
		if _, ok := place[n]; !ok {
			place[n] = len(said)
			said = append(said, n)
		}
	}
	writeAll(w, said, (*writer).naming)
	writeAll(w, list, func(w *writer, m Mention) {
		w.number(place[m.Naming])
		w.span(m.Span)
		w.place(m.File, m.Sentence)
	})
}

func (w *writer) naming(n *Naming) {
	w.text(string(n.Kind))
	w.text(n.Entity)
	w.text(n.Surface)
	w.text(n.Name.JA)
	w.text(n.Name.EN)
	w.flag(n.Discovered)
	w.texts(n.Candidates)
	w.real(n.Confidence)
	w.text(n.Why)
	w.text(n.Reading)
}

func (w *writer) reference(r Reference) {
	w.place(r.Span, r.Sentence)
	w.text(r.Surface)
	w.number(r.Mention)
	w.text(r.Country)
	w.text(r.Entity)
}

func (w *writer) date(d jpdate.Date) {
	w.span(d.Span)
	w.text(d.Surface)
	w.text(d.Value.String())
	w.text(string(d.Basis))
	w.flag(d.AsOf)
	w.text(d.From.String())
	w.texts(d.Why)
}

func (w *writer) event(e Event) {
	w.text(e.Date.String())
	w.date(e.When)
	w.text(e.Announced.String())
	w.text(string(e.Type))
	w.span(e.Trigger)
	writeAll(w, e.Participants, func(w *writer, p event.Participant) {
		w.name(p.Mention)
		w.text(string(p.Role))
		w.text(p.Why)
	})
	w.real(e.Confidence)
	w.text(string(e.Modality))
	w.flag(e.Inherited)
	w.text(e.Told.Stem)
	w.text(e.Told.Rank)
	w.text(e.Told.Word)
	w.text(e.Told.Release)
	w.place(e.File, e.Sentence)
}

func (w *writer) figure(f Figure) {
	w.span(f.Span)
	w.text(f.Surface)
	w.real(f.Min)
	w.real(f.Max)
	w.text(f.Unit)
	w.text(f.Qualifier)
	w.text(f.AsOf.String())
	w.text(f.Counts)
	w.text(f.By)
	w.place(f.File, f.Sentence)
}
