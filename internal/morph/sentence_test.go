package morph

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func sentences(text string) []string {
	out := []string{}
	for _, s := range Sentences(text) {
		out = append(out, text[s.Start:s.End])
	}
	return out
}

func TestSentences(t *testing.T) {
	long := "「" + strings.Repeat("我々は長く調べてきた。", 40) + "それは終わった。」と長官は述べた。"
	for _, tt := range []struct {
		give string
		want []string
	}{
		{"", []string{}},
		{" 　\n\t ", []string{}},
		{"当局は発表した。容疑者は逃げた。", []string{"当局は発表した。", "容疑者は逃げた。"}},
		{"見出し\n本文である。", []string{"見出し", "本文である。"}},
		{"　字下げの段落。　次の文 ", []string{"字下げの段落。", "次の文"}},
		{"本当か！？次だ。", []string{"本当か！？", "次だ。"}},
		{"狙われたのは誰か? 次は我々か?", []string{"狙われたのは誰か?", "次は我々か?"}},
		// Quotations and brackets hold a sentence together.
		{"長官は「許さない。必ず捕らえる。」と述べた。次の文。", []string{"長官は「許さない。必ず捕らえる。」と述べた。", "次の文。"}},
		{"社名（旧称。今はない）を変えた。", []string{"社名（旧称。今はない）を変えた。"}},
		{"「一つ目だ。」「二つ目だ。」", []string{"「一つ目だ。」", "「二つ目だ。」"}},
		{"「『中だ。』と外だ。」と言った。", []string{"「『中だ。』と外だ。」と言った。"}},
		{"これは壊れた「括弧だ。次の文。", []string{"これは壊れた「括弧だ。", "次の文。"}},
		{"これも」壊れた。次の文。", []string{"これも」壊れた。", "次の文。"}},
		{"「行を越える。\n括弧だ。」と言った。", []string{"「行を越える。", "括弧だ。」と言った。"}},
		{"（1)。対でない括弧。", []string{"（1)。", "対でない括弧。"}},
		{"発表した(注1)。続く。[2]終わる。（※3）", []string{"発表した(注1)。", "続く。[2]", "終わる。（※3）"}},
		{"括弧の後。（続きがある）文。", []string{"括弧の後。", "（続きがある）文。"}},
		// Marks that end nothing.
		{"Yahoo!ニュースとhttps://example.com/?q=1を見た。", []string{"Yahoo!ニュースとhttps://example.com/?q=1を見た。"}},
		{"約１．５倍とv1.2とexample.comだ。", []string{"約１．５倍とv1.2とexample.comだ。"}},
		{"Example Inc. は米国企業だ。", []string{"Example Inc. は米国企業だ。"}},
		// English.
		{"It ended. The agency said so. 12 men fled.", []string{"It ended.", "The agency said so.", "12 men fled."}},
		{"Mr. Smith of Example Inc. told the U.S. Senate.", []string{"Mr. Smith of Example Inc. told the U.S. Senate."}},
		{"He left the U.S. The FBI followed.", []string{"He left the U.S.", "The FBI followed."}},
		{"Matthew G. Olsen spoke. Next.", []string{"Matthew G. Olsen spoke.", "Next."}},
		{"“It is over.” She left.", []string{"“It is over.”", "She left."}},
		{"It grew (see p. 3. And more.) fast.", []string{"It grew (see p. 3. And more.) fast."}},
		{"2. The second item", []string{"2. The second item"}},
		{"On Jan. 5 it ran, e.g. in ver. 2.0 only.", []string{"On Jan. 5 it ran, e.g. in ver. 2.0 only."}},
		{"about 4.5 million. more", []string{"about 4.5 million. more"}},
	} {
		if diff := cmp.Diff(tt.want, sentences(tt.give)); diff != "" {
			t.Errorf("Sentences(%q) (-want +got):\n%s", tt.give, diff)
		}
	}
	if got := sentences(long); len(got) != 41 || got[40] != "それは終わった。」と長官は述べた。" {
		t.Errorf("a very long quotation gives %d sentences, the last %q", len(got), got[len(got)-1])
	}
}

func FuzzSentences(f *testing.F) {
	for _, s := range []string{"「あ。」い。\nう", "A. B (c. D", "（「）」。[3]!?", "\xff。\xfe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		at := 0
		for i, s := range Sentences(text) {
			if s.Start < at || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%q: span %d is %v after %d", text, i, s, at)
			}
			if lost := text[at:s.Start]; strings.TrimFunc(lost, outside) != "" {
				t.Fatalf("%q: %q is in no sentence", text, lost)
			}
			if s := text[s.Start:s.End]; !utf8.ValidString(s) || strings.ContainsAny(s, "\r\n") {
				t.Fatalf("%q: bad sentence %q", text, s)
			}
			at = s.End
		}
		if strings.TrimFunc(text[at:], outside) != "" {
			t.Fatalf("%q: %q is in no sentence", text, text[at:])
		}
	})
}

func outside(r rune) bool { return blank(r) || lineEnd(r) }
