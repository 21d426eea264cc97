package morph

import (
	"strings"
	"testing"
	"unicode/utf8"

	"jikenbo/internal/source"
)

// cutWords makes tokens of "surface/reading/part-of-speech", the latter two may be missing.
func cutWords(list ...string) (string, []Token) {
	text := ""
	var out []Token
	for _, w := range list {
		f := strings.Split(w+"//", "/")
		out = append(out, NewToken(source.Span{Start: len(text), End: len(text) + len(f[0])}, f[0], "", f[1], Noun|classOf(f[2:3])))
		text += f[0]
	}
	return text, out
}

func TestFurigana(t *testing.T) {
	for _, tt := range []struct {
		tokens []string
		want   string // kanji=reading, with spaces between
	}{
		{[]string{"警察/ケイサツ", "庁/チョウ"}, "警察=けいさつ 庁=ちょう"},
		{[]string{"止め/トメ", "た/タ"}, "止=と"},
		{[]string{"取り扱う/トリアツカウ"}, "取=と 扱=あつか"},
		{[]string{"お知らせ/オシラセ"}, "知=し"},
		{[]string{"人々/ヒトビト"}, "人々=ひとびと"},
		{[]string{"ウイルス対策/ウイルスタイサク"}, "対策=たいさく"},
		{[]string{"日本/ニッポン", "日本人/ニッポンジン"}, "日本=にほん 日本人=にほんじん"},
		{[]string{"危うい/アヤウイ"}, "危=あや"},
		// left alone
		{[]string{"PlugX", "は/ハ", "ボット/ボット"}, ""},
		{[]string{"尹克成"}, ""},                       // unknown
		{[]string{"14/14/数", "日/ニチ/接尾"}, ""},        // read じゅうよっか
		{[]string{"三/サン/数", "人/ニン/接尾"}, ""},         // read さんにん, but 二人 ふたり
		{[]string{"２/ニ/数", "０/ゼロ/数", "台/ダイ"}, ""},   // full-width digits
		{[]string{"食べる/クウ"}, ""},                    // the reading is not that of the word
		{[]string{"記号/"}, ""},                       // no reading
		{[]string{"Ａ社/エーシャ"}, ""},                   // other letters in it
		{[]string{"約/ヤク", "3/3/数", "割/ワリ"}, "約=やく"}, // only the word after the number
	} {
		text, tokens := cutWords(tt.tokens...)
		var got []string
		for _, r := range Furigana(tokens) {
			got = append(got, text[r.Span.Start:r.Span.End]+"="+r.Kana)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %q, want %q", text, s, tt.want)
		}
	}
}

// FuzzFurigana holds that spans lie in the token, in order, over kanji only, whatever the reading.
func FuzzFurigana(f *testing.F) {
	f.Add("取り扱う", "トリアツカウ")
	f.Add("々々あ", "アアア")
	f.Fuzz(func(t *testing.T, surface, reading string) {
		if len(surface) > 60 || len(reading) > 60 || !utf8.ValidString(surface) {
			t.Skip()
		}
		end := 0
		for _, r := range Furigana([]Token{NewToken(source.Span{End: len(surface)}, surface, "", reading, Noun)}) {
			if r.Span.Start < end || r.Span.End > len(surface) || r.Kana == "" {
				t.Fatalf("%+v", r)
			}
			end = r.Span.End
			for _, c := range surface[r.Span.Start:r.Span.End] {
				if !kanji(c) {
					t.Fatalf("%q in %+v", c, r)
				}
			}
		}
	})
}
