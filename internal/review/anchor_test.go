package review

import "testing"

func TestLocate(t *testing.T) {
	tests := []struct {
		sentence, words string
		nth             int
		want            string // the sentence with the words in brackets, "" where they are not found
	}{
		{"青い狐は青い狐だ。", "青い狐", 1, "[青い狐]は青い狐だ。"},
		{"青い狐は青い狐だ。", "青い狐", 2, "青い狐は[青い狐]だ。"},
		{"青い狐は青い狐だ。", "青い狐", 3, ""},
		{"ののの", "のの", 2, "の[のの]"},
		{"２０２５年１月", "2025年", 1, "[２０２５年]１月"},
		{"FBI と ＦＢＩ", "FBI", 2, "FBI と [ＦＢＩ]"},
		{"FBI と ＦＢＩ", "ＦＢＩ", 1, "FBI と [ＦＢＩ]"},
		{"あのサーバーが", "ｻｰﾊﾞｰ", 1, "あの[サーバー]が"},
		{"あのサーバが", "サーバー", 1, "あの[サーバ]が"},
		{"青い 狐が", "青い狐", 1, "[青い 狐]が"},
		{"青い狐 が", "青い　狐", 1, "[青い狐] が"},
		{"a", "", 1, ""},
		{"a", "・", 1, ""},
		{"a", "a", 0, ""},
		{"", "a", 1, ""},
	}
	for _, tt := range tests {
		got := ""
		if s, ok := locate(tt.sentence, tt.words, tt.nth); ok {
			got = tt.sentence[:s.Start] + "[" + tt.sentence[s.Start:s.End] + "]" + tt.sentence[s.End:]
		}
		if got != tt.want {
			t.Errorf("%q in %q (%d): got %q, want %q", tt.words, tt.sentence, tt.nth, got, tt.want)
		}
	}
}

func TestKey(t *testing.T) {
	for _, pair := range [][2]string{
		{"２０２５年１月、 架空省は", "2025年1月、架空省は"}, {"a\tb\nc", "ABC"}, {"　", "　"},
	} {
		if key(pair[0]) != key(pair[1]) {
			t.Errorf("%q and %q are not one sentence", pair[0], pair[1])
		}
	}
	if key("架空省は5日に") == key("架空省は6日に") || key(" ") == key("　　") {
		t.Error("different sentences are one")
	}
}

func TestNearest(t *testing.T) {
	all := []string{"架空警察庁は15日、青い狐のボットネットを無力化したと発表した。", "港の倉庫は閉じている。", ""}
	if got := nearest("架空警察庁は14日、青い狐のボットネットを無力化したと公表した。", all); got != all[0] {
		t.Errorf("got %q", got)
	}
	if got := nearest("まったく別の話である。", all); got != "" {
		t.Errorf("got %q, and nothing is near", got)
	}
}
