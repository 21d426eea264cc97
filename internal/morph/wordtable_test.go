package morph

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
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

// TestWordTableNaive compares the table with looking for each word at each character, on words and texts
// of few characters, so that words share beginnings and stand in one another, and on broken texts.
func TestWordTableNaive(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	all := []rune("abAé攻撃者敲あぁア𠮷𠮸\uFFFD")
	runes := all
	draw := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteRune(runes[rnd.IntN(len(runes))])
		}
		return b.String()
	}
	for range 3000 {
		from := rnd.IntN(len(all))
		runes = all[from:min(len(all), from+1+rnd.IntN(len(all)))] // of very few, long words come again
		words := make([]string, rnd.IntN(30))
		for i := range words {
			words[i] = draw(rnd.IntN(5))
		}
		text := draw(rnd.IntN(20))
		if at := rnd.IntN(len(text) + 1); rnd.IntN(2) == 0 {
			odd := []string{string([]byte{byte(rnd.IntN(256))}), "\xe0\x81\xa1", "\xe0\x83\xa9", "\xed\xa0\x80", "\xe6\x94"}
			text = text[:at] + odd[rnd.IntN(len(odd))] + text[at:]
		}
		table := NewWordTable(words)
		var got, want [][2]int
		table.Each(text, func(at, end int) { got = append(got, [2]int{at, end}) })
		want = naive(words, text)
		if !slices.Equal(got, want) {
			t.Fatalf("words %q in %q: got %v, want %v", words, text, got, want)
		}
		table.EachWord(text, func(at, end, word int) {
			if words[word] != text[at:end] {
				t.Fatalf("words %q in %q: took %q for word %d", words, text, text[at:end], word)
			}
		})
		if table.In(text) != (len(want) > 0) {
			t.Fatalf("words %q in %q: In is %v", words, text, len(want) == 0)
		}
		longest := 0
		for _, m := range want {
			if m[0] == 0 {
				longest = max(longest, m[1])
			}
		}
		if n := table.Longest(text); n != longest {
			t.Fatalf("words %q at the start of %q: got %d bytes, want %d", words, text, n, longest)
		}
	}
}

func naive(words []string, text string) (out [][2]int) {
	for i := 0; i < len(text); {
		for j, w := range words {
			if w != "" && strings.HasPrefix(text[i:], w) && !slices.Contains(words[:j], w) {
				out = append(out, [2]int{i, i + len(w)})
			}
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	return out
}

func BenchmarkWordTable(b *testing.B) {
	table := NewWordTable(strings.Fields("攻撃 攻撃者 サイバー攻撃 者 氏 容疑者 被告 大統領 長官 bot 不正アクセス 侵入 流出 漏えい 逮捕 起訴 制裁 会社 機関 当局"))
	text := strings.Repeat("米司法省は14日、州政府や企業のサーバーに侵入したとして、外国の軍に属する三人を起訴したと発表した。", 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		table.Each(text, func(int, int) {})
	}
}

func TestLowerASCII(t *testing.T) {
	for in, want := range map[string]string{"": "", "攻撃": "攻撃", "DDoS攻撃": "ddos攻撃", "ＤＤｏＳ": "ＤＤｏＳ", "aZ": "az", "\xffA": "\xffa"} {
		if got := LowerASCII(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
