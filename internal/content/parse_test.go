package content_test

import (
	"testing"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		name, give, title, day string
		passages               int
		problems               bool
	}{
		{"whole", "+++\ntitle = \"題\"\npublished = \"2024-07-12\"\n+++\n\n本文。\n", "題", "2024-07-12", 1, false},
		{"reference wins", "+++\ntitle = \"題\"\npublished = \"2024-07-12\"\nreference = \"2021-07-19\"\n+++\n\n本文。\n\n次。\n", "題", "2021-07-19", 2, false},
		{"no day", "+++\ntitle = \"題\"\npublished = \"2024-07\"\n+++\n\n本文。\n", "題", "", 1, false},
		{"not closed", "+++\ntitle = \"題\"\n\n本文。\n", "", "", 0, true},
		{"not TOML", "+++\ntitle: 題\n+++\n\n本文。\n", "", "", 1, true},
		{"unknown key", "+++\ntitle = \"題\"\npubished = \"2024-07-12\"\n+++\n\n本文。\n", "題", "", 1, true},
	} {
		v, day, ps := content.Parse(source.NewFile("x/ja.md", tt.give), i18n.JA)
		if v.Title != tt.title || day.String() != tt.day || len(v.Passages()) != tt.passages || (len(ps) > 0) != tt.problems {
			t.Errorf("%s: title %q, day %s, %d passages, problems %v", tt.name, v.Title, day, len(v.Passages()), ps)
		}
	}
}

func TestHasFrontMatter(t *testing.T) {
	for give, want := range map[string]bool{"+++\ntitle": true, "\n+++ \r\n": true, "++++\n": false, "本文\n+++\n": false, "": false, "---\n": false} {
		if got := content.HasFrontMatter(give); got != want {
			t.Errorf("%q: %t", give, got)
		}
	}
}
