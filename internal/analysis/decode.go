package analysis

import (
	"encoding/binary"
	"errors"
	"math"
	"strings"

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

// decode reads what [writer.document] wrote of a text; its mentions share what they say with those of other texts.
// The reader gives its room.
func (r *reader) decode(t Text, data []byte, shared namings) (*Document, error) {
	r.begin(data)
	defer r.begin(nil) // no text is held
	r.readStrings()
	d := &Document{Text: t}
	r.prose = append(r.prose, make([]string, len(t.Passages))...)
	d.Sentences = readAll(r, func(r *reader) Sentence { return r.sentence(t, r.prose) })
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

// A reader takes values in the order in which a writer put them. Bytes that are no
// document make it bad, and from then on it gives zero values.
type reader struct {
	body    []byte
	lengths []int
	strings []string
	prose   []string             // of the passages, as far as it was put together
	dates   map[string]edtf.Date // of all documents so far
	bad     bool
}

// begin makes it ready for other bytes.
func (r *reader) begin(data []byte) {
	clear(r.strings)
	clear(r.prose)
	r.body, r.bad, r.lengths, r.strings, r.prose = data, false, r.lengths[:0], r.strings[:0], r.prose[:0]
}

func (r *reader) readStrings() {
	n := r.count()
	total := 0
	for range n {
		l := r.count()
		r.lengths, total = append(r.lengths, l), total+l
	}
	if r.bad || total > len(r.body) {
		r.bad = true
		return
	}
	all := string(r.body[:total])
	r.body = r.body[total:]
	for _, l := range r.lengths {
		r.strings, all = append(r.strings, all[:l]), all[l:]
	}
	if r.dates == nil {
		r.dates = map[string]edtf.Date{}
	}
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

// day reads a date; each expression is parsed once.
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
		if len(r.dates) >= mostNamings {
			clear(r.dates)
		}
		r.dates[strings.Clone(s)] = d
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
	said := readAll(r, func(r *reader) *Naming {
		n := r.naming()
		return shared.shared(&n)
	})
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
	x.Country, x.Entity = r.text(), r.text()
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
