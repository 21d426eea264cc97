package check

import (
	"testing"

	"jikenbo/internal/i18n"
)

func TestHedge(t *testing.T) {
	tests := []struct {
		lang i18n.Lang
		text string
		want bool
	}{
		{i18n.JA, "港湾庁の発表によると、集団は装置を使った。", true},
		{i18n.JA, "集団は装置を使ったとされる。", true},
		{i18n.JA, "集団は装置を使った疑いがある。", true},
		{i18n.JA, "検察は、被告が装置を使ったと主張する。", true},
		{i18n.JA, "港湾庁は、集団が装置を使ったとみている。", true},
		{i18n.JA, "集団は装置を使った。", false},
		{i18n.JA, "集団は装置を使い、港とされた岸を見た。", true}, // the words are found, not understood
		{i18n.JA, "発表の前に、集団は去った。", false},
		{i18n.EN, "The group allegedly used devices.", true},
		{i18n.EN, "Prosecutors say the group used devices.", true},
		{i18n.EN, "The group used devices, the agency said.", true},
		{i18n.EN, "The group may have used devices.", true},
		{i18n.EN, "The agency states that the group used devices.", true},
		{i18n.EN, "The group used devices.", false},
		{i18n.EN, "The group used devices in the United States in May 2021.", false},
		{i18n.EN, "The discharged group recalled devices.", false},
	}
	for _, tt := range tests {
		if got := hedge(tt.lang).MatchString(tt.text); got != tt.want {
			t.Errorf("%q: got %v", tt.text, got)
		}
	}
}
