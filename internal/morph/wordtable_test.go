package morph

import (
	"slices"
	"testing"
)

func TestWordTable(t *testing.T) {
	table := NewWordTable([]string{"攻撃", "攻撃者", "bot", "者"})
	tests := []struct {
		text string
		want []string
	}{
		{"", nil},
		{"何もない", nil},
		{"攻", nil},
		{"攻撃", []string{"攻撃"}},
		{"攻撃者のbot", []string{"攻撃", "攻撃者", "者", "bot"}},
		{"BOT𠮷bo", nil},
		{"\xe6\x94bot", []string{"bot"}},
	}
	for _, tt := range tests {
		var got []string
		table.Each(tt.text, func(at, end int) { got = append(got, tt.text[at:end]) })
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
		if in := table.In(tt.text); in != (len(tt.want) > 0) {
			t.Errorf("%q: In is %v", tt.text, in)
		}
	}
}

func TestLowerASCII(t *testing.T) {
	for in, want := range map[string]string{"": "", "攻撃": "攻撃", "DDoS攻撃": "ddos攻撃", "ＤＤｏＳ": "ＤＤｏＳ", "aZ": "az", "\xffA": "\xffa"} {
		if got := LowerASCII(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
