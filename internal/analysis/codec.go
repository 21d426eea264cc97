package analysis

import (
	"encoding/binary"
	"errors"
	"math"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/source"
)

// errDamaged says that bytes are no document.
var errDamaged = errors.New("the bytes are not those of a document")

// encode writes what was found in a text; the text itself is left out. All strings stand once, in front.
func (d *Document) encode() []byte { return newWriter().document(d) }

// document is encode in the writer's room. What it returns is good until the writer is used again.
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

// decode reads what encode wrote of a text; its mentions share what they say with those of other texts.
func decode(t Text, data []byte, shared namings) (*Document, error) {
	r := &reader{body: data}
	r.readStrings()
	d := &Document{Text: t}
	prose := make([]string, len(t.Passages))
	d.Sentences = readAll(r, func(r *reader) Sentence { return r.sentence(t, prose) })
	d.Mentions = r.mentions(shared)
	d.References = readAll(r, (*reader).reference)
	d.Dates = readAll(r, func(r *reader) Date {
		x := Date{Date: r.date()}
		x.File, x.Sentence = r.place()
		return x
	})
	d.Events = readAll(r, (*reader).event)
	d.Undone = readAll(r, (*reader).event)
	d.Figures = readAll(r, (*reader).figure)
	d.Readings = Readings(r.text())
	if r.bad || len(r.body) > 0 {
		return nil, errDamaged
	}
	return d, nil
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

// A reader takes values in the order in which a writer put them. Bytes that are no
// document make it bad, and from then on it gives zero values.
type reader struct {
	body    []byte
	strings []string
	dates   map[string]edtf.Date
	bad     bool
}

func (r *reader) readStrings() {
	n := r.count()
	lengths := make([]int, 0, n)
	total := 0
	for range n {
		l := r.count()
		lengths, total = append(lengths, l), total+l
	}
	if r.bad || total > len(r.body) {
		r.bad = true
		return
	}
	all := string(r.body[:total])
	r.body = r.body[total:]
	r.strings = make([]string, n)
	for i, l := range lengths {
		r.strings[i], all = all[:l], all[l:]
	}
	r.dates = map[string]edtf.Date{}
}

func readAll[T any](r *reader, read func(*reader) T) []T {
	n := r.number()
	if n < 0 || n > len(r.body) {
		r.bad = true
	}
	if r.bad || n == 0 {
		return nil
	}
	out := make([]T, 0, n)
	for i := 0; i < n && !r.bad; i++ {
		out = append(out, read(r))
	}
	return out
}

func (r *reader) count() int {
	n, size := binary.Uvarint(r.body)
	if r.bad = r.bad || size <= 0 || n > uint64(len(r.body)); r.bad {
		return 0
	}
	r.body = r.body[size:]
	return int(n)
}

func (r *reader) number() int {
	n, size := binary.Varint(r.body)
	if r.bad = r.bad || size <= 0; r.bad {
		return 0
	}
	r.body = r.body[size:]
	return int(n)
}

func (r *reader) text() string {
	n, size := binary.Uvarint(r.body)
	if r.bad = r.bad || size <= 0 || n >= uint64(len(r.strings)); r.bad {
		return ""
	}
	r.body = r.body[size:]
	return r.strings[n]
}

func (r *reader) texts() []string { return readAll(r, (*reader).text) }

func (r *reader) real() float64 {
	if r.bad = r.bad || len(r.body) < 8; r.bad {
		return 0
	}
	x := math.Float64frombits(binary.LittleEndian.Uint64(r.body))
	r.body = r.body[8:]
	return x
}

func (r *reader) flag() bool { return r.number() == 1 }

// day reads a date; each expression of a document is parsed once.
func (r *reader) day() edtf.Date {
	s := r.text()
	if s == "" {
		return edtf.Date{}
	}
	d, ok := r.dates[s]
	if !ok {
		var err error
		if d, err = edtf.Parse(s); err != nil {
			r.bad = true
			return edtf.Date{}
		}
		r.dates[s] = d
	}
	return d
}

func (r *reader) span() source.Span {
	start := r.number()
	return source.Span{Start: start, End: start + r.number()}
}

func (r *reader) place() (source.Span, int) {
	s := r.span()
	return s, r.number()
}

// sentence cuts the text of a sentence out of the prose of its passage, which is put together once.
func (r *reader) sentence(t Text, prose []string) Sentence {
	var s Sentence
	s.Span, s.Passage = r.place()
	s.Inner = r.span()
	if s.Passage < 0 || s.Passage >= len(prose) {
		r.bad = true
		return s
	}
	if prose[s.Passage] == "" {
		prose[s.Passage] = t.Passages[s.Passage].Text()
	}
	text := prose[s.Passage]
	if s.Inner.Start < 0 || s.Inner.End < s.Inner.Start || s.Inner.End > len(text) {
		r.bad = true
		return s
	}
	s.Text = text[s.Inner.Start:s.Inner.End]
	return s
}

func (r *reader) name() entity.Mention {
	span, n := r.span(), r.naming()
	m := Mention{Naming: &n, Span: span}
	return m.Found()
}

func (r *reader) naming() Naming {
	return Naming{
		Kind: content.Kind(r.text()), Entity: r.text(), Surface: r.text(), Name: i18n.Text{JA: r.text(), EN: r.text()},
		Discovered: r.flag(), Candidates: r.texts(), Confidence: r.real(), Why: r.text(), Reading: r.text(),
	}
}

func (r *reader) mentions(shared namings) []Mention {
	said := readAll(r, func(r *reader) *Naming { return shared.shared(r.naming()) })
	return readAll(r, func(r *reader) Mention {
		var m Mention
		if n := r.number(); 0 <= n && n < len(said) {
			m.Naming = said[n]
		} else {
			r.bad = true
		}
		m.Span = r.span()
		m.File, m.Sentence = r.place()
		return m
	})
}

func (r *reader) reference() Reference {
	var x Reference
	x.Span, x.Sentence = r.place()
	x.Surface, x.Mention = r.text(), r.number()
	return x
}

func (r *reader) date() jpdate.Date {
	return jpdate.Date{
		Span: r.span(), Surface: r.text(), Value: r.day(), Basis: jpdate.Basis(r.text()), AsOf: r.flag(), From: r.day(), Why: r.texts(),
	}
}

func (r *reader) event() Event {
	e := Event{Event: event.Event{
		Date: r.day(), When: r.date(), Announced: r.day(), Type: event.Type(r.text()), Trigger: r.span(),
		Participants: readAll(r, func(r *reader) event.Participant {
			return event.Participant{Mention: r.name(), Role: event.Role(r.text()), Why: r.text()}
		}),
		Confidence: r.real(), Modality: event.Modality(r.text()), Inherited: r.flag(),
		Told: event.Told{Stem: r.text(), Rank: r.text(), Word: r.text(), Release: r.text()},
	}}
	e.File, e.Sentence = r.place()
	return e
}

func (r *reader) figure() Figure {
	f := Figure{Figure: event.Figure{
		Span: r.span(), Surface: r.text(), Min: r.real(), Max: r.real(), Unit: r.text(), Qualifier: r.text(),
		AsOf: r.day(), Counts: r.text(), By: r.text(),
	}}
	f.File, f.Sentence = r.place()
	return f
}
