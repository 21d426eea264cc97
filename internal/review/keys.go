package review

import (
	"jikenbo/internal/source"
)

// The keys of a review file, in the form in which they are read.
type (
	fileTOML struct {
		Sentences []source.Located[sentenceTOML] `toml:"sentence"`
	}
	sentenceTOML struct {
		JA    text                                       `toml:"ja"`
		EN    text                                       `toml:"en"`
		Hash  text                                       `toml:"hash"`
		Nth   source.Located[int]                        `toml:"nth"`
		Finds source.Located[[]source.Located[findTOML]] `toml:"finds"`
	}
	findTOML struct {
		Verdict text                `toml:"verdict"`
		Mention text                `toml:"mention"`
		Date    text                `toml:"date"`
		Event   text                `toml:"event"`
		Figure  text                `toml:"figure"`
		Nth     source.Located[int] `toml:"nth"`

		Kind   text `toml:"kind"`
		Entity text `toml:"entity"`

		EDTF text `toml:"edtf"`

		Type       text  `toml:"type"`
		Announced  text  `toml:"announced"`
		Modality   text  `toml:"modality"`
		Agent      names `toml:"agent"`
		Target     names `toml:"target"`
		Instrument names `toml:"instrument"`
		Partner    names `toml:"partner"`
		Victim     names `toml:"victim"`
		Place      names `toml:"place"`

		Value     number `toml:"value"`
		Min       number `toml:"min"`
		Max       number `toml:"max"`
		Unit      text   `toml:"unit"`
		Qualifier text   `toml:"qualifier"`
		Counts    text   `toml:"counts"`
		By        text   `toml:"by"`
		AsOf      text   `toml:"as_of"`
	}
	text   = source.Located[string]
	names  = source.Located[[]text]
	number = source.Located[float64]
)

// surface returns what a line names under a class.
func (r *findTOML) surface(c Class) text {
	switch c {
	case Mention:
		return r.Mention
	case Date:
		return r.Date
	case Event:
		return r.Event
	}
	return r.Figure
}

// who returns the participants of an event, in the order of roles.
func (r *findTOML) who() [len(roles)]names {
	return [...]names{r.Agent, r.Target, r.Instrument, r.Partner, r.Victim, r.Place}
}

// An ownKey is a value of a line that only some classes have.
type ownKey struct {
	name string
	at   source.Span // zero where it is not written
	of   []Class
}

// own lists the keys that belong to some classes only.
func (r *findTOML) own() []ownKey {
	mention, date, act, figure := []Class{Mention}, []Class{Date, Event}, []Class{Event}, []Class{Figure}
	return []ownKey{
		{"kind", r.Kind.Span, mention}, {"entity", r.Entity.Span, mention}, {"edtf", r.EDTF.Span, date},
		{"type", r.Type.Span, act}, {"announced", r.Announced.Span, act}, {"modality", r.Modality.Span, act},
		{"agent", r.Agent.Span, act}, {"target", r.Target.Span, act}, {"instrument", r.Instrument.Span, act},
		{"partner", r.Partner.Span, act}, {"victim", r.Victim.Span, act}, {"place", r.Place.Span, act},
		{"value", r.Value.Span, figure}, {"min", r.Min.Span, figure}, {"max", r.Max.Span, figure}, {"unit", r.Unit.Span, figure},
		{"qualifier", r.Qualifier.Span, figure}, {"counts", r.Counts.Span, figure}, {"by", r.By.Span, figure}, {"as_of", r.AsOf.Span, figure},
	}
}
