package analysis

import (
	"strings"
	"testing"
)

// TestAnnouncedBehind has acts that the sentence behind theirs announces.
func TestAnnouncedBehind(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"announced", "ハッカー3人が1月9日、架空警察庁に逮捕された。架空警察庁が12日に発表した。", "arrest 2025-01-09 announced 2025-01-12"},
		{"two acts", "架空警察庁は1月9日、ハッカーを逮捕し、サーバーを押収した。同庁が12日、これを明らかにした。", "arrest 2025-01-09 announced 2025-01-12, seizure 2025-01-09 announced 2025-01-12"},
		{"something else", "ハッカー3人が1月9日、架空警察庁に逮捕された。架空社が12日に新製品を発表した。", "arrest 2025-01-09, disclosure 2025-01-12"},
		{"another passage", "ハッカー3人が1月9日、架空警察庁に逮捕された。\n\n架空警察庁が12日に発表した。", "arrest 2025-01-09, disclosure 2025-01-12"},
	} {
		var got []string
		for _, e := range analyze(t, raw(tt.text)).Events {
			line := string(e.Type) + " " + e.Event.Date.String()
			if !e.Announced.IsZero() {
				line += " announced " + e.Announced.String()
			}
			got = append(got, line)
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, s, tt.want)
		}
	}
}
