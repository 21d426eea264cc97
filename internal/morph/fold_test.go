package morph

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"jikenbo/internal/source"
)

func TestFoldSame(t *testing.T) {
	for _, names := range [][]string{
		{"ムスタング・パンダ", "ムスタングパンダ", "ﾑｽﾀﾝｸﾞ･ﾊﾟﾝﾀﾞ", "ムスタング パンダ", "ムスタング　パンダ"},
		{"フラックス・タイフーン", "フラックスタイフン"},
		{"Volt Typhoon", "VOLT TYPHOON", "Ｖｏｌｔ Ｔｙｐｈｏｏｎ", "volttyphoon", "Volt\u00a0Typhoon"},
		{"ミラーフェイス", "ミラーフェース", "ミラ−フェイス"},
		{"サーバー", "サーバ", "ｻｰﾊﾞｰ"},
		{"ヴァージニア", "バージニア"},
		{"ヴィクター", "ビクター"},
		{"ヴェネズエラ", "ベネズエラ"},
		{"ヴォルト", "ボルト"},
		{"ラヴ", "ラブ"},
		{"ウィンドウズ", "ウインドウズ"},
		{"Twill‐Typhoon", "Twill-Typhoon", "Twill–Typhoon", "Twill−Typhoon"},
		{"People’s", "People's"},
		{"Example®", "Example™", "example"},
		{"ジャン＝リュック", "ジャン・リュック", "ジャン゠リュック"},
		{"が", "か\u3099"},
	} {
		for _, n := range names[1:] {
			if Fold(n).Text != Fold(names[0]).Text {
				t.Errorf("Fold(%q) = %q, Fold(%q) = %q; want the same", n, Fold(n).Text, names[0], Fold(names[0]).Text)
			}
		}
	}
}

func TestFoldDifferent(t *testing.T) {
	for _, tt := range [][2]string{
		{"みらい", "ミライ"},       // hiragana are other words
		{"フェイス", "フィス"},      // only エイ is long
		{"タイ", "タ"},          // アイ is no long vowel
		{"甲\n乙", "甲乙"},       // a name does not cross a line end
		{"甲\t乙", "甲乙"},       // nor a cell
		{"APT-28", "APT28"},  // a hyphen is unified, not dropped
		{"ティム", "テイム"},       // small vowels differ but after ウ
		{"ブァ", "バ"},          // only ヴ is unified
		{"シンガポール", "シンガポルノ"}, //
	} {
		if Fold(tt[0]).Text == Fold(tt[1]).Text {
			t.Errorf("Fold(%q) and Fold(%q) are both %q", tt[0], tt[1], Fold(tt[0]).Text)
		}
	}
}

func TestFoldedSpan(t *testing.T) {
	for _, tt := range []struct{ text, part, want string }{
		{"米国のﾑｽﾀﾝｸﾞ･ﾊﾟﾝﾀﾞは", Fold("ムスタングパンダ").Text, "ﾑｽﾀﾝｸﾞ･ﾊﾟﾝﾀﾞ"},
		{"この Volt　Typhoon は", "volttyphoon", "Volt　Typhoon"},
		{"旧ヴァージニア州", "バ", "ヴァ"},
		{"サーバーと", "サバ", "サーバ"}, // a mark that was dropped at the end stays outside
		{"㈱甲", "(株)", "㈱"},
		{"㈱甲", "株", "㈱"}, // part of a character is the whole character
	} {
		f := Fold(tt.text)
		i := strings.Index(f.Text, tt.part)
		if i < 0 {
			t.Errorf("Fold(%q) = %q has no %q", tt.text, f.Text, tt.part)
			continue
		}
		s := f.Span(source.Span{Start: i, End: i + len(tt.part)})
		if got := tt.text[s.Start:s.End]; got != tt.want {
			t.Errorf("%q in %q is %q, want %q", tt.part, tt.text, got, tt.want)
		}
	}
	if got := Fold("甲").Span(source.Span{Start: 3, End: 3}); got != (source.Span{Start: 3, End: 3}) {
		t.Errorf("the empty span at the end is %v", got)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"ヴァ・ー エイ", "か\u3099", "㈱ＡＢ\u3000", "\xffヴ", "ﾊﾟﾝ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		folded := Fold(text)
		last := source.Span{}
		for pos, r := range folded.Text {
			s := folded.Span(source.Span{Start: pos, End: pos + utf8.RuneLen(r)})
			if s.Start < last.Start || s.End < last.End || s.Len() <= 0 || s.End > len(text) {
				t.Fatalf("%q: %q at %d goes back to %v after %v", text, r, pos, s, last)
			}
			if !utf8.ValidString(text[s.Start:s.End]) {
				t.Fatalf("%q: %v cuts a character", text, s)
			}
			last = s
		}
	})
}

// Where FoldsAlone says so, a text that stands in another one folded does so, too.
func TestFoldsAlone(t *testing.T) {
	letters := []rune("かイアエァィヴウーﾞ・＝ か゛\u3099aＡ-−－é\u0301ｶ亜。…")
	random := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		var out []rune
		for range 1 + random.IntN(4) {
			out = append(out, letters[random.IntN(len(letters))])
		}
		return string(out)
	}
	alone := 0
	for range 200000 {
		name := word()
		text := Fold(word() + name + word())
		if !FoldsAlone(name) || text.Joined {
			continue
		}
		alone++
		if key := Fold(name).Text; key == "" || !strings.Contains(text.Text, key) {
			t.Fatalf("%q stands in a text that folds to %q, and folds to %q", name, text.Text, key)
		}
	}
	if alone < 1000 {
		t.Errorf("only %d were tried", alone)
	}
	for _, name := range []string{"イラン", "ーイ", "・イ", "ラヴ", "ラヴー", "ラヴ・", "", "゛か"} {
		if FoldsAlone(name) {
			t.Errorf("%q may fold otherwise elsewhere", name)
		}
	}
}
