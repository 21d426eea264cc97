package analysis

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/source"
)

// TestJSON pins the contract: names, order, what is null and what is left out.
func TestJSON(t *testing.T) {
	date := edtf.MustParse("2025-01-14")
	fox := entity.Mention{
		Kind: content.Actor, Entity: "blue-fox", Surface: "青い狐", Confidence: 0.98,
		Name: i18n.Text{JA: "青い狐", EN: "Blue Fox"}, Why: "name",
	}
	unknown := entity.Mention{
		Kind: content.Organization, Surface: "架空社", Confidence: 0.5, Name: i18n.Both("架空社"), Discovered: true,
	}
	contested := entity.Mention{Kind: content.Actor, Surface: "赤い狐", Name: i18n.Both("赤い狐"), Candidates: []string{"a", "b"}}
	d := &Document{
		Text:      Text{ID: "x", Lang: i18n.JA, Published: edtf.MustParse("2025-01-15")},
		Sentences: []Sentence{{Span: source.Span{Start: 0, End: 123}, Inner: source.Span{Start: 0, End: 99}, Text: "壊した"}},
		Mentions: []Mention{
			{Naming: NewNaming(fox, ""), File: source.Span{Start: 40, End: 49}},
			{Naming: NewNaming(unknown, ""), File: source.Span{Start: 50, End: 59}},
			{Naming: NewNaming(contested, ""), File: source.Span{Start: 60, End: 69}},
		},
		Dates: []Date{{Date: jpdate.Date{Surface: "14日", Value: date, Basis: jpdate.Published, From: edtf.MustParse("2025-01-15"), Why: []string{"counted"}}, File: source.Span{Start: 4, End: 9}}},
		Events: []Event{
			{Event: event.Event{
				Date: date, Announced: date, Type: event.Takedown, Confidence: 0.9, Modality: event.Done,
				Trigger: source.Span{Start: 0, End: 3}, When: jpdate.Date{Surface: "14日"}, Told: event.Told{Stem: "壊", Rank: "measure", Release: "発表"},
				Participants: []event.Participant{{Mention: fox, Role: event.Target, Why: "を"}, {Mention: unknown, Role: event.Agent}},
			}, File: source.Span{Start: 20, End: 23}},
			{Event: event.Event{Date: date, Type: event.Other, Inherited: true}},
		},
		Undone: []Event{{Event: event.Event{Date: date, Type: event.Arrest, Modality: event.Planned}}},
		Figures: []Figure{
			{Figure: event.Figure{Surface: "数千台", Min: 2000, Max: 9999, Unit: "台"}, File: source.Span{Start: 10, End: 19}},
			{Figure: event.Figure{Surface: "20万台以上", Min: 200000, Unit: "台", Qualifier: "at-least", AsOf: date, Counts: "端末", By: "架空社"}},
		},
	}
	pin(t, d, `{
  "id": "x",
  "language": "ja",
  "published": "2025-01-15",
  "sentences": [{"index": 0, "start": 0, "end": 123}],
  "mentions": [
    {"kind": "actor", "entity": "blue-fox", "surface": "青い狐", "start": 40, "end": 49, "sentence": 0,
     "name": {"ja": "青い狐", "en": "Blue Fox"}, "discovered": false, "confidence": 0.98, "why": "name"},
    {"kind": "organization", "entity": null, "surface": "架空社", "start": 50, "end": 59, "sentence": 0,
     "name": {"ja": "架空社", "en": "架空社"}, "discovered": true, "confidence": 0.5},
    {"kind": "actor", "entity": null, "surface": "赤い狐", "start": 60, "end": 69, "sentence": 0,
     "name": {"ja": "赤い狐", "en": "赤い狐"}, "discovered": false, "confidence": 0, "candidates": ["a", "b"]}
  ],
  "dates": [{"surface": "14日", "edtf": "2025-01-14", "start": 4, "end": 9, "sentence": 0, "basis": "published",
    "from": "2025-01-15", "why": ["counted"]}],
  "events": [
    {"edtf": "2025-01-14", "type": "takedown", "sentence": 0, "confidence": 0.9,
     "participants": [
       {"entity": "blue-fox", "surface": "青い狐", "role": "target", "kind": "actor", "why": "を"},
       {"entity": null, "surface": "架空社", "role": "agent", "kind": "organization"}
     ], "announced": "2025-01-14", "modality": "done",
     "trigger": {"surface": "壊", "start": 20, "end": 23}, "why": ["\"壊\" tells the type (measure)", "date \"14日\" of its clause", "announced: \"発表\""]},
    {"edtf": "2025-01-14", "type": "other", "sentence": 0, "confidence": 0, "participants": [], "inherited": true,
     "trigger": {"surface": "", "start": 0, "end": 0}, "why": []}
  ],
  "undone": [
    {"edtf": "2025-01-14", "type": "arrest", "sentence": 0, "confidence": 0, "participants": [], "modality": "planned",
     "trigger": {"surface": "", "start": 0, "end": 0}, "why": []}
  ],
  "figures": [
    {"surface": "数千台", "min": 2000, "max": 9999, "unit": "台", "start": 10, "end": 19, "sentence": 0, "why": ["a number with \"台\""]},
    {"surface": "20万台以上", "min": 200000, "max": null, "unit": "台", "start": 0, "end": 0, "sentence": 0,
     "qualifier": "at-least", "as_of": "2025-01-14", "counts": "端末", "by": "架空社",
     "why": ["a number with \"台\"", "bounds: at-least", "counts \"端末\" beside it", "said by \"架空社\"", "as of the date of the sentence"]}
  ]
}`)
}

func TestJSONOfNothing(t *testing.T) {
	pin(t, &Document{Text: Text{ID: "x", Lang: i18n.EN}},
		`{"id": "x", "language": "en", "published": null, "sentences": [], "mentions": [], "dates": [], "events": [], "undone": [], "figures": []}`)
}

// pin compares the JSON of a document with what it should be, white space apart.
func pin(t *testing.T, d *Document, want string) {
	t.Helper()
	got, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var compact, indented bytes.Buffer
	if err := json.Compact(&compact, []byte(want)); err != nil {
		t.Fatal(err)
	}
	if compact.String() == string(got) {
		return
	}
	compact.Reset()
	for _, p := range []struct {
		out *bytes.Buffer
		in  string
	}{{&compact, want}, {&indented, string(got)}} {
		if err := json.Indent(p.out, []byte(p.in), "", "  "); err != nil {
			t.Fatal(err)
		}
	}
	t.Errorf("-want +got\n%s", cmp.Diff(compact.String(), indented.String()))
}
