package entity

import "testing"

func TestSpelled(t *testing.T) {
	names := []string{"灰鷺", "Grey Heron", "Linen Typhoon", "TA-000"}
	tests := []struct{ kana, want string }{
		{"リネン・タイフーン", "Linen Typhoon"},
		{"リネンタイフーン", "Linen Typhoon"},
		{"グレイ・ヘロン", "Grey Heron"},
		{"ボルト・タイフーン", ""},
		{"灰鷺", ""},
		{"ア", ""},
		{"", ""},
		{"Linen Typhoon", ""},
	}
	for _, tt := range tests {
		if got := Spelled(tt.kana, names); got != tt.want {
			t.Errorf("Spelled(%q) = %q, want %q", tt.kana, got, tt.want)
		}
	}
}
