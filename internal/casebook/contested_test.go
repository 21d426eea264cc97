package casebook

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// A contested name that a text has gets its page though none of those that claim it has one, and though the registry has only one of them;
// one that no text has gets none then.
func TestContestedNameOfNobodyWithAPage(t *testing.T) {
	tests := []struct {
		name    string
		claim   []string
		surface string
		pages   string
	}{
		{"two bearers, named", []string{"far", "away"}, "Paper Moon", "names/paper-moon.html of 2"},
		{"one bearer, named", []string{"far"}, "ペーパー・ムーン", "names/far.html of 1"},
		{"two bearers, not named", []string{"far", "away"}, "", ""},
		{"one bearer, not named", []string{"far"}, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := newArchive()
			for _, id := range tt.claim {
				alias := content.Alias{Name: cmp.Or(tt.surface, "Paper Moon"), Scope: "contested"}
				a.others = append(a.others, &content.Entity{ID: id, Kind: content.Actor, Shipped: true, Name: i18n.Both(id), Aliases: []content.Alias{alias}})
			}
			if tt.surface != "" {
				a.ja.Mentions = append(a.ja.Mentions, analysis.Mention{Naming: &analysis.Naming{Surface: tt.surface, Candidates: tt.claim}, Sentence: 1})
			}
			var pages []string
			for _, c := range a.mustLink(t).Contested {
				pages = append(pages, fmt.Sprintf("%s of %d", c.Path, len(c.Entities)))
			}
			if got := strings.Join(pages, " "); got != tt.pages {
				t.Errorf("pages %q, want %q", got, tt.pages)
			}
		})
	}
}
