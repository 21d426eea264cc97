package entity

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// TestContestedOfOne has contested names of which the registry knows one bearer only: they mean that one where the text itself says so.
func TestContestedOfOne(t *testing.T) {
	f := NewFinder(content.NewRegistry(&content.Entity{
		ID: "grey-heron", Kind: content.Actor, Name: i18n.Text{JA: "グレー・ヘロン", EN: "Grey Heron"},
		Aliases: []content.Alias{{Name: "ペーパー・ムーン", Scope: "contested"}, {Name: "APT977", Scope: "contested"}, {Name: "Mist Heron", Scope: "overlaps"}},
	}))
	for give, want := range map[string][]string{
		"ペーパー・ムーンによる攻撃":   {"ペーパー・ムーン=[grey-heron]"},
		"APT977による攻撃":     {"APT977=[grey-heron]"},
		"APT-977による攻撃":    {"APT-977=[grey-heron]"},
		"Mist Heronによる攻撃": {"Mist Heron=grey-heron"},
		"グレー・ヘロン、別名ペーパー・ムーンによる攻撃": {"グレー・ヘロン=grey-heron", "ペーパー・ムーン=grey-heron"},
	} {
		if diff := cmp.Diff(want, brief(f.Find(i18n.JA, give, tokenizer().Tokens(nil, give)))); diff != "" {
			t.Errorf("Find(%q): (-want +got)\n%s", give, diff)
		}
	}
}
