package build

import (
	"testing"

	"jikenbo/internal/i18n"
)

func TestLanguageOf(t *testing.T) {
	for text, want := range map[string]i18n.Lang{
		"逮捕された": i18n.JA, "令和3年 | 146件 | 12億円": i18n.JA, "APT28 令和3年 | 146件": i18n.JA,
		"通信先：203.0.113[.]77、update-portal[.]example": i18n.JA, "203.0.113[.]77": i18n.EN,
		"": i18n.EN, "Two men were arrested.": i18n.EN, "the ministry (国家安全部) said": i18n.EN,
	} {
		if got := languageOf(text); got != want {
			t.Errorf("languageOf(%q) = %s, want %s", text, got, want)
		}
	}
}
