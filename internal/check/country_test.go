package check

import (
	"strings"
	"testing"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

func TestCountryWords(t *testing.T) {
	tests := []struct{ text, want string }{
		{"The U.S. Treasury and the US. American, Americans.", "us us us us"},
		{"U.S.-based, China–US, US-China", "us us us"},
		{"a USB stick, Americana, the Chinatown, Polishing", ""},
		{"a North Korean group, a South American port, Latin American ones", "kp south-america latin-america"},
		{"East Asian and Asian ports", "east-asia asia"},
		{"Washington denied it, as Beijing did", ""},
		{"The Japanese text is in Japanese, with simplified Chinese characters, put into Chinese by hand.", ""},
		{"in Japanese ministries, in Chinese Taipei", "jp cn"},
		{"the US Attorney and US attorneys, the US attacks", "us us"},
	}
	for _, tt := range tests {
		var got []string
		for _, w := range adjectives.find(tt.text) {
			got = append(got, w.key)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestAbbreviated(t *testing.T) {
	tests := []struct {
		lang i18n.Lang
		code string
		text string
		want bool
	}{
		{i18n.JA, "US", "米司法省は", true},
		{i18n.JA, "US", "日米の警察", true},
		{i18n.JA, "US", "米を炊いた", false},
		{i18n.JA, "JP", "日米の警察", true},
		{i18n.JA, "JP", "14日に発表した", false},
		{i18n.JA, "CN", "対中制裁", true},
		{i18n.JA, "CN", "今年中に", false},
		{i18n.JA, "GB", "英国家サイバーセキュリティセンター", true},
		{i18n.JA, "GB", "英語で書いた", false},
		{i18n.JA, "RU", "ロ朝の協力、ロシア", true},
		{i18n.JA, "RU", "プロ側の見方", false},
		{i18n.JA, "US", "題名は「US authorities」", true},
		{i18n.EN, "CN", "Beijing denied it", true},
		{i18n.EN, "CN", "China-watchers", false}, // the name itself is found elsewhere
		{i18n.EN, "KP", "the DPRK’s", true},
		{i18n.EN, "XX", "anything", false},
	}
	for _, tt := range tests {
		if got := abbreviated(tt.lang, &content.Entity{Code: tt.code}, tt.text); got != tt.want {
			t.Errorf("%s %s %q: got %v", tt.lang, tt.code, tt.text, got)
		}
	}
}
