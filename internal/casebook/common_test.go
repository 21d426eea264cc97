package casebook

import (
	"reflect"
	"testing"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// outlines are those of texts with names, acts, dates and quotes of all kinds.
func outlines() []*Outline {
	a := newArchive()
	named(a.ja, 0, "lantern", "ランタン")
	named(a.ja, 0, "agency", "架空庁")
	named(a.ja, 2, "lantern", "ランタン")
	a.ja.Mentions[1].Naming = &analysis.Naming{
		Kind: content.Organization, Surface: "架空庁", Name: i18n.Text{JA: "架空庁", EN: "Agency"}, Discovered: true, Candidates: []string{"agency", "lantern"},
		Confidence: 0.75, Why: "ending", Reading: "カクウチョウ",
	}
	found(a.ja, 0, event.Takedown, "2024-05-14", "2024年5月14日", "agency", "lantern")
	found(a.ja, 2, event.Campaign, "2021/..", "2021年から", "lantern")
	a.ja.Events[1].State, a.ja.Events[1].Participants[0].Mention.Surface = analysis.Corrected, "ランタン"
	a.ja.Readings = "r"
	a.operation.Claims = append(a.operation.Claims, content.Claim{Evidence: content.Evidence{Quote: "300台だった。ランタン"}})
	a.ja.Text.Passages = append(a.ja.Text.Passages, source.Passage{})
	q := newPhrases(content.NewRegistry(a.actor, a.agency, a.operation))
	return []*Outline{outline(a.ja, q), outline(a.en, q), outline(&analysis.Document{Text: analysis.Text{Lang: i18n.EN}}, q)}
}

// TestOutlinesAreKept holds that outlines are read as what was written, also where some are written behind others that were read.
func TestOutlinesAreKept(t *testing.T) {
	c := NewCommon()
	var kept []string
	all := append(outlines(), outlines()...)
	for i, o := range all {
		if i == 1 || i == 3 { // what was written so far is read, and the rest put behind it
			read, ok := ReadCommon(string(c.Append(nil)))
			if !ok {
				t.Fatal("what outlines have in common cannot be read")
			}
			c = read
		}
		kept = append(kept, string(c.AppendOutline(nil, o))+"rest")
	}
	names, words := len(c.names), len(c.words)
	c, ok := ReadCommon(string(c.Append(nil)))
	if !ok {
		t.Fatal("what outlines have in common cannot be read")
	}
	for i, want := range all {
		got, rest := c.Outline(kept[i])
		if rest != "rest" || !same(got, want) {
			t.Errorf("outline %d is\n%+v, want\n%+v; behind it %q", i, got, want, rest)
		}
	}
	if len(all[0].finds) != 2 || len(all[0].quotes) == 0 || len(all[0].names) != 3 {
		t.Errorf("the outline says too little: %+v", all[0])
	}
	again := NewCommon()
	for _, o := range outlines() {
		again.AppendOutline(nil, o)
	}
	if again.Append(nil); len(again.names) != names || len(again.words) != words {
		t.Errorf("%d names and %d words, of the same outlines written once %d and %d", names, words, len(again.names), len(again.words))
	}
}

// same compares outlines, an empty list with none too.
func same(a, b *Outline) bool {
	x, y := *a, *b
	for _, o := range []*Outline{&x, &y} {
		if len(o.said) == 0 {
			o.said = nil
		}
		if len(o.places) == 0 {
			o.places = nil
		}
		if len(o.names) == 0 {
			o.names = nil
		}
	}
	return reflect.DeepEqual(x, y)
}
