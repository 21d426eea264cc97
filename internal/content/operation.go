package content

import (
	"jikenbo/internal/source"
)

// operation takes over the keys that only operations have.
func (f *fields) operation(raw *operationTOML) *OperationFacts {
	none := source.Span{}
	o := &OperationFacts{
		Type:      f.oneOf(raw.Type, none, "type", eventTypes(), true),
		Period:    raw.Period.Value,
		Announced: raw.Announced.Value,
		Counters:  f.entities(raw.Counters, "counters"),
	}
	for _, l := range raw.Legal {
		o.Legal = append(o.Legal, f.legal(l))
	}
	for _, p := range raw.Participants {
		o.Participants = append(o.Participants, f.participant(p))
	}
	for _, e := range raw.Events {
		o.Events = append(o.Events, f.event(e))
	}
	return o
}

func (f *fields) legal(v source.Located[legalTOML]) Legal {
	raw, at := v.Value, v.Span
	return Legal{
		Court:      f.entity(raw.Court, at, "court", Organization, false),
		Instrument: f.text(raw.Instrument, at, "instrument", true),
		Number:     raw.Number.Value,
		Date:       raw.Date.Value,
		Source:     f.source(raw.Source, at, false),
		SourcePos:  f.at(raw.Source, at),
		Pos:        f.pos(at),
	}
}

func (f *fields) participant(v source.Located[participantTOML]) Participant {
	raw, at := v.Value, v.Span
	return Participant{
		Entity:    f.entity(raw.Entity, at, "entity", "", true),
		Role:      f.oneOf(raw.Role, at, "role", roles(), true),
		Note:      f.text(raw.Note, at, "note", false),
		Source:    f.source(raw.Source, at, false),
		SourcePos: f.at(raw.Source, at),
		Pos:       f.pos(at),
	}
}

func (f *fields) event(v source.Located[eventTOML]) Event {
	raw, at := v.Value, v.Span
	e := Event{
		ID:        f.word(raw.ID, at, "id", true),
		Date:      raw.Date.Value,
		Announced: raw.Announced.Value,
		Type:      f.oneOf(raw.Type, at, "type", eventTypes(), true),
		Title:     f.text(raw.Title, at, "title", true),
		Text:      f.text(raw.Text, at, "text", false),
		Evidence:  f.evidence(raw.evidenceTOML, at),
		Pos:       f.pos(at),
	}
	if e.ID != "" && !isID(e.ID) {
		f.add(source.BadID, raw.ID.Span, idHint, "%q has not the form of an id", e.ID)
	}
	if !raw.Date.IsSet() {
		f.missing(at, "date", `date = "2025-01-14"`)
	}
	for _, p := range raw.Participants {
		e.Participants = append(e.Participants, f.participant(p))
	}
	return e
}
