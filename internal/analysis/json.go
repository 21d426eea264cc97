package analysis

import (
	"encoding/json"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// The shapes of `jikenbo analyze --json`. The names are a contract: more may be added, none
// renamed. Offsets are bytes of the file; lists are never null; what is not known is null.
type (
	documentJSON struct {
		ID        string         `json:"id"`
		Language  i18n.Lang      `json:"language"`
		Published *string        `json:"published"`
		Sentences []sentenceJSON `json:"sentences"`
		Mentions  []mentionJSON  `json:"mentions"`
		// References are words such as 同社 with the mention that they mean; left out where there are none.
		References []referenceJSON `json:"references,omitempty"`
		Dates      []dateJSON      `json:"dates"`
		Events     []eventJSON     `json:"events"`
		Undone     []eventJSON     `json:"undone"` // denied, planned or attempted acts
		Figures    []figureJSON    `json:"figures"`
	}
	sentenceJSON struct {
		Index int `json:"index"`
		source.Span
	}
	mentionJSON struct {
		Kind    content.Kind `json:"kind"`
		Entity  *string      `json:"entity"`
		Surface string       `json:"surface"`
		source.Span
		Sentence   int       `json:"sentence"`
		Name       i18n.Text `json:"name"`
		Discovered bool      `json:"discovered"`
		Confidence float64   `json:"confidence"`
		Why        string    `json:"why,omitempty"`
		Candidates []string  `json:"candidates,omitempty"` // of a contested name
	}
	dateJSON struct {
		Surface string  `json:"surface"`
		EDTF    *string `json:"edtf"`
		source.Span
		Sentence int      `json:"sentence"`
		Basis    string   `json:"basis"`
		AsOf     bool     `json:"as_of,omitempty"` // the date of a figure
		From     *string  `json:"from,omitempty"`  // what it was completed from
		Why      []string `json:"why"`
	}
	eventJSON struct {
		EDTF         *string           `json:"edtf"`
		Type         string            `json:"type"`
		Sentence     int               `json:"sentence"`
		Confidence   float64           `json:"confidence"`
		Participants []participantJSON `json:"participants"`
		Announced    *string           `json:"announced,omitempty"`
		// Modality is "done" or "alleged", and "denied", "planned" or "attempted" of those that are not.
		Modality  string      `json:"modality,omitempty"`
		Inherited bool        `json:"inherited,omitempty"` // its date stands in an earlier sentence
		Trigger   triggerJSON `json:"trigger"`
		Why       []string    `json:"why"`
	}
	triggerJSON struct {
		Surface string `json:"surface"`
		source.Span
	}
	participantJSON struct {
		Entity  *string      `json:"entity"`
		Surface string       `json:"surface"`
		Role    string       `json:"role"`
		Kind    content.Kind `json:"kind"`
		Why     string       `json:"why,omitempty"`
	}
	figureJSON struct {
		Surface string   `json:"surface"`
		Min     float64  `json:"min"`
		Max     *float64 `json:"max"` // null where there is no upper bound
		Unit    string   `json:"unit"`
		source.Span
		Sentence  int      `json:"sentence"`
		Qualifier string   `json:"qualifier,omitempty"`
		AsOf      *string  `json:"as_of,omitempty"`
		Counts    string   `json:"counts,omitempty"` // the words for what it counts
		By        string   `json:"by,omitempty"`     // who says so
		Why       []string `json:"why"`
	}
)

// MarshalJSON writes the contract of `jikenbo analyze --json`.
func (d *Document) MarshalJSON() ([]byte, error) {
	out := documentJSON{
		ID: d.Text.ID, Language: d.Text.Lang, Published: known(d.Text.Published),
		Sentences:  make([]sentenceJSON, len(d.Sentences)),
		Mentions:   make([]mentionJSON, len(d.Mentions)),
		References: d.references(),
		Dates:      make([]dateJSON, len(d.Dates)),
		Events:     make([]eventJSON, len(d.Events)),
		Undone:     make([]eventJSON, len(d.Undone)),
		Figures:    make([]figureJSON, len(d.Figures)),
	}
	for i, s := range d.Sentences {
		out.Sentences[i] = sentenceJSON{i, s.Span}
	}
	for i, m := range d.Mentions {
		out.Mentions[i] = mentionJSON{
			Kind: m.Kind, Entity: entityID(m.Entity), Surface: m.Surface, Span: m.File, Sentence: m.Sentence,
			Name: m.Name, Discovered: m.Discovered, Confidence: m.Confidence, Why: m.Why, Candidates: m.Candidates,
		}
	}
	for i, x := range d.Dates {
		out.Dates[i] = dateJSON{
			Surface: x.Surface, EDTF: known(x.Value), Span: x.File, Sentence: x.Sentence, Basis: string(x.Basis), AsOf: x.AsOf,
			From: known(x.From), Why: listed(x.Why),
		}
	}
	for i, e := range d.Events {
		out.Events[i] = e.json(d)
	}
	for i, e := range d.Undone {
		out.Undone[i] = e.json(d)
	}
	for i, f := range d.Figures {
		out.Figures[i] = f.json()
	}
	return json.Marshal(out)
}

func (e Event) json(d *Document) eventJSON {
	out := eventJSON{
		EDTF: known(e.Date), Type: string(e.Type), Sentence: e.Sentence, Confidence: e.Confidence,
		Participants: make([]participantJSON, len(e.Participants)), Announced: known(e.Announced),
		Modality: string(e.Modality), Inherited: e.Inherited, Why: listed(e.Why()),
		Trigger: triggerJSON{d.Trigger(e), e.File},
	}
	for i, p := range e.Participants {
		out.Participants[i] = participantJSON{entityID(p.Mention.Entity), p.Mention.Surface, string(p.Role), p.Mention.Kind, p.Why}
	}
	return out
}

func (f Figure) json() figureJSON {
	out := figureJSON{
		Surface: f.Surface, Min: f.Min, Unit: f.Unit, Span: f.File, Sentence: f.Sentence,
		Qualifier: f.Qualifier, AsOf: known(f.AsOf), Counts: f.Counts, By: f.By, Why: listed(f.Why()),
	}
	if f.Max != 0 {
		out.Max = &f.Max
	}
	return out
}

// listed returns a list that is never null.
func listed(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

// known returns the text of a date, nil where no date is known. 3月下旬 is written as what it means as a word, the days from the 21st
// to the 31st; that an act told so was on one of them is for the archive to say.
func known(d edtf.Date) *string {
	if d.IsZero() {
		return nil
	}
	s := d.Stretch().String()
	return &s
}

// entityID returns the entity that a mention means, nil where it means none for certain.
func entityID(id string) *string {
	if id == "" {
		return nil
	}
	return &id
}
