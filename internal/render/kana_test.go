package render

import "testing"

func TestKana(t *testing.T) {
	tests := []struct{ reading, key, row string }{
		{"ふらっくす・たいふーん", "ふらつくすたいふうん", "は"},
		{"がいこくしさん", "かいこくしさん", "か"},
		{"パンダ", "はんた", "は"},
		{"ﾊﾟﾝﾀﾞ", "はんた", "は"},
		{"ゔぉいす", "うおいす", "あ"},
		{"ミラーフェイス", "みらあふえいす", "ま"},
		{"きゃっしゅ", "きやつしゆ", "か"},
		{"んじゃめな", "んしやめな", "わ"},
		{"をんな", "をんな", "わ"},
		{"APT28", "apt28", ""},
		{"＊", "", ""},
		{"", "", ""},
	}
	for _, tt := range tests {
		key := kanaKey(tt.reading)
		if key != tt.key || kanaRow(key) != tt.row {
			t.Errorf("%q: key %q in row %q, want %q in %q", tt.reading, key, kanaRow(key), tt.key, tt.row)
		}
	}
}

func TestLatinRow(t *testing.T) {
	for give, want := range map[string]string{"apt28": "A", "Éset": "", "8base": "", "": "", "zoo": "Z"} {
		if got := latinRow(give); got != want {
			t.Errorf("%q in row %q, want %q", give, got, want)
		}
	}
}
