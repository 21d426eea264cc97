package i18n

import (
	"slices"
	"testing"
)

func TestScript(t *testing.T) {
	tests := []struct{ name, script, onJapanese, onEnglish string }{
		{"Grey Heron", "Latn", "", ""},
		{"APT-0", "Latn", "", ""},
		{"8", "Zyyy", "", ""},
		{"", "Zyyy", "", ""},
		{"グレー・ヘロン", "Jpan", "", "ja"},
		{"灰色のサギ", "Jpan", "", "ja"},
		{"ｸﾞﾚｰ", "Jpan", "", "ja"},
		{"ゴーストRAT", "Jpan", "", "ja"},
		{"Redレッド", "Jpan", "", "ja"},
		{"蒼鷺", "Hani", "", "ja"},
		{"蒼鷺Group", "Hani", "", "ja"},
		{"왜가리", "Kore", "ko", "ko"},
		{"Цапля", "Cyrl", "und-Cyrl", "und-Cyrl"},
		{"مالك", "Arab", "und-Arab", "und-Arab"},
		{"Цапля Group", "Cyrl", "und-Cyrl", "und-Cyrl"},
		{"\xff", "Zyyy", "", ""},
	}
	for _, tt := range tests {
		if got := Script(tt.name); got != tt.script || !slices.Contains(Scripts[:], got) {
			t.Errorf("Script(%q) = %q, want %q", tt.name, got, tt.script)
		}
		if ja, en := JA.Tongue(tt.name), EN.Tongue(tt.name); ja != tt.onJapanese || en != tt.onEnglish {
			t.Errorf("Tongue(%q) = %q, %q; want %q, %q", tt.name, ja, en, tt.onJapanese, tt.onEnglish)
		}
	}
}
