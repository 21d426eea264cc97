package analysis

import (
	"encoding/json"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
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
		Dates     []dateJSON     `json:"dates"`
		Events    []eventJSON    `json:"events"`
		Figures   []figureJSON   `json:"figures"`
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
		Sentence int    `json:"sentence"`
		Basis    string `json:"basis"`
		AsOf     bool   `json:"as_of,omitempty"` // the date of a figure
	}
	eventJSON struct {
		EDTF         *string           `json:"edtf"`
		Type         string            `json:"type"`
		Sentence     int               `json:"sentence"`
		Confidence   float64           `json:"confidence"`
		Participants []participantJSON `json:"participants"`
		Announced    *string           `json:"announced,omitempty"`
		Modality     string            `json:"modality,omitempty"` // "alleged" where the sentence does not say it as a fact
	}
	participantJSON struct {
		Entity  *string      `json:"entity"`
		Surface string       `json:"surface"`
		Role    string       `json:"role"`
		Kind    content.Kind `json:"kind"`
	}
	figureJSON struct {
		Surface string   `json:"surface"`
		Min     float64  `json:"min"`
		Max     *float64 `json:"max"` // null where there is no upper bound
		Unit    string   `json:"unit"`
		source.Span
		Sentence  int     `json:"sentence"`
		Qualifier string  `json:"qualifier,omitempty"`
		AsOf      *string `json:"as_of,omitempty"`
	}
)

// MarshalJSON writes the contract of `jikenbo analyze --json`.
func (d *Document) MarshalJSON() ([]byte, error) {
	out := documentJSON{
		ID: d.Text.ID, Language: d.Text.Lang, Published: known(d.Text.Published),
		Sentences: make([]sentenceJSON, len(d.Sentences)),
		Mentions:  make([]mentionJSON, len(d.Mentions)),
		Dates:     make([]dateJSON, len(d.Dates)),
		Events:    make([]eventJSON, len(d.Events)),
		Figures:   make([]figureJSON, len(d.Figures)),
	}
	for i, s := range d.Sentences {
		out.Sentences[i] = sentenceJSON{i, s.Span}
	}
	for i, m := range d.Mentions {
		out.Mentions[i] = mentionJSON{
			Kind: m.Kind, Entity: entityID(m.Mention), Surface: m.Surface, Span: m.File, Sentence: m.Sentence,
			Name: m.Name, Discovered: m.Discovered, Confidence: m.Confidence, Why: m.Why, Candidates: m.Candidates,
		}
	}
	for i, x := range d.Dates {
		out.Dates[i] = dateJSON{
			Surface: x.Surface, EDTF: known(x.Value), Span: x.File, Sentence: x.Sentence, Basis: string(x.Basis), AsOf: x.AsOf,
		}
	}
	for i, e := range d.Events {
		out.Events[i] = e.json()
	}
	for i, f := range d.Figures {
		out.Figures[i] = f.json()
	}
	return json.Marshal(out)
}

func (e Event) json() eventJSON {
	out := eventJSON{
		EDTF: known(e.Date), Type: string(e.Type), Sentence: e.Sentence, Confidence: e.Confidence,
		Participants: make([]participantJSON, len(e.Participants)), Announced: known(e.Announced),
		Modality: string(e.Modality),
	}
	for i, p := range e.Participants {
		out.Participants[i] = participantJSON{entityID(p.Mention), p.Mention.Surface, string(p.Role), p.Mention.Kind}
	}
	return out
}

func (f Figure) json() figureJSON {
	out := figureJSON{
		Surface: f.Surface, Min: f.Min, Unit: f.Unit, Span: f.File, Sentence: f.Sentence,
		Qualifier: f.Qualifier, AsOf: known(f.AsOf),
	}
	if f.Max != 0 {
		out.Max = &f.Max
	}
	return out
}

// known returns the text of a date, nil where no date is known.
func known(d edtf.Date) *string {
	if d.IsZero() {
		return nil
	}
	s := d.String()
	return &s
}

// entityID returns the entity that a mention means, nil where it means none for certain.
func entityID(m entity.Mention) *string {
	if m.Entity == "" {
		return nil
	}
	return &m.Entity
}
