package event

import (
	"jikenbo/internal/content"
	"jikenbo/internal/entity"
	"jikenbo/internal/jpdate"
)

// A Reader reads the acts of sentences, one after the other. The zero Reader is ready for use, by one
// goroutine at a time.
//
// It holds what the steps of reading a sentence ask for again and again, and keeps its room
// for the next one, so that reading leaves nothing but acts behind.
type Reader struct {
	Sentence
	text  string // of the sentence
	plain string // the same without the spaces inside words
	gaps  []gap  // where these were
	hits  []hit
	days  []day // that an act can be dated by
	// stretch says that one of them is a stretch of time.
	stretch bool
	ps      []predicate // in order
	marks   []mark      // of subjects and topics, in order
	names   []name      // that can take part in an act, in order
	lead    jpdate.Date // of an act of a lead without a date
	// goesOn says that a sentence without a date goes on about the act before it.
	goesOn bool

	told, undone []*hit // that have a date
	kept, main   []*hit // of those told, on the way to events
	parts        []part // of an act
}

// Read returns the acts of a sentence that are done or alleged, and those that it denies, plans,
// asks for, or says were attempted in vain, in the order of their triggers.
func (r *Reader) Read(s Sentence) (done, undone []Event) {
	r.Sentence, r.text = s, s.Text[s.Span.Start:s.Span.End]
	r.told, r.undone = r.told[:0], r.undone[:0]
	if !r.canDate() {
		return nil, nil
	}
	if r.find(); len(r.hits) == 0 {
		return nil, nil
	}
	r.prepare()
	for i := range r.hits {
		h := &r.hits[i]
		if h.modality == Done || h.modality == Alleged {
			r.told = append(r.told, h)
		} else if h.rank >= incident {
			r.undone = append(r.undone, h)
		}
	}
	r.told, r.undone = r.dated(r.told), r.dated(r.undone)
	return r.events(r.chosen(r.told), r.told), r.events(r.undone, r.undone)
}

// A day is a date of the sentence that an act can have.
type day struct {
	*jpdate.Date
	taker *hit // the first hit that has taken it
	wide  bool // it is for all of the sentence
}

// A name is a mention that can take part in an act.
type name struct {
	*entity.Mention
	after string // the text from its particle on
}

// canDate reports whether an act of the sentence can have a date.
func (r *Reader) canDate() bool {
	r.days, r.stretch = r.days[:0], false
	for i := range r.Dates {
		if d := &r.Dates[i]; !d.Value.IsZero() && r.Span.Contains(d.Span) {
			r.days = append(r.days, day{Date: d})
			r.stretch = r.stretch || d.Value.IsInterval()
		}
	}
	r.goesOn = len(r.days) == 0 && r.continues()
	return len(r.days) > 0 || r.goesOn || r.Lead || r.Follows && !r.Before.Value.IsZero()
}

// prepare finds what the hits are read with.
func (r *Reader) prepare() {
	for i := range r.days {
		r.days[i].wide = r.wide(r.days[i].Span)
	}
	r.names = r.names[:0]
	for i := range r.Mentions {
		if m := &r.Mentions[i]; r.holds(m) {
			r.names = append(r.names, name{m, r.after(m)})
		}
	}
	r.predicates()
}

// holds reports whether a mention lies in the sentence and can take part in an act.
func (s *Sentence) holds(m *entity.Mention) bool {
	return m.Kind != content.Indicator && m.Kind != content.Operation && s.Span.Contains(m.Span)
}

func (r *Reader) events(chosen, all []*hit) []Event {
	if len(chosen) == 0 {
		return nil
	}
	out := make([]Event, 0, len(chosen))
	for _, h := range chosen {
		out = append(out, r.event(h, all))
	}
	return out
}

// event makes the Event of a hit. The date of the announcement is that of the verb
// of reporting which follows; where only that has a date, it is the act's too.
func (r *Reader) event(h *hit, hits []*hit) Event {
	e := Event{
		Date: h.when.Value, When: *h.when, Type: h.act, Trigger: h.span, Modality: h.modality, Inherited: h.inherited,
		Confidence: h.confidence(), Participants: r.participants(h, hits), Told: Told{Stem: h.stem, Rank: h.rank.String(), Word: h.word},
	}
	if h.announced != nil && !h.inherited {
		e.Announced, e.Told.Release = h.announced.Value, h.announcer
	}
	return e
}
