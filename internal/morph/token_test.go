package morph

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/ikawaha/kagome-dict/dict"
	"github.com/ikawaha/kagome-dict/ipa"
	"github.com/ikawaha/kagome/v2/tokenizer"

	"jikenbo/internal/source"
)

// reference returns kagome itself over a dictionary, with the words that [New] adds: those that it does not know as one.
func reference(tb testing.TB, d *dict.Dict, words []Word) func(string) []told {
	plain, err := tokenizer.New(d, tokenizer.OmitBosEos())
	if err != nil {
		tb.Fatal(err)
	}
	var records dict.UserDictRecords
	for _, w := range distinct(words) {
		if utf8.RuneCountInString(w.Surface) < 2 || !strings.ContainsFunc(w.Surface, japanese) {
			continue
		}
		if t := plain.Tokenize(w.Surface); len(t) != 1 || t[0].Class != tokenizer.KNOWN {
			records = append(records, dict.UserDicRecord{Text: w.Surface, Tokens: []string{w.Surface}, Yomi: []string{w.Reading}, Pos: "名詞,固有名詞"})
		}
	}
	user, err := records.NewUserDict()
	if err != nil {
		tb.Fatal(err)
	}
	full, err := tokenizer.New(d, tokenizer.OmitBosEos(), tokenizer.UserDict(user))
	if err != nil {
		tb.Fatal(err)
	}
	return func(text string) []told {
		var out []told
		for _, t := range full.Tokenize(text) {
			if t.Surface != "" {
				out = append(out, converted(&t))
			}
		}
		return out
	}
}

// A told token is a token with all that is said of it.
type told struct {
	Token, Base, Reading string
	Span                 source.Span
	Class                Class
}

func tell(tokens []Token) []told {
	var out []told
	for _, t := range tokens {
		out = append(out, told{t.Surface, t.Base(), t.Reading(), t.Span, t.Class})
	}
	return out
}

// converted returns what kagome says of a token, feature by feature.
func converted(t *tokenizer.Token) told {
	out := told{t.Surface, t.Surface, "", source.Span{Start: t.Position, End: t.Position + len(t.Surface)}, classOf(t.POS())}
	switch t.Class {
	case tokenizer.KNOWN:
		if b, ok := t.BaseForm(); ok && b != "*" {
			out.Base = b
		}
		if r, ok := t.Reading(); ok && r != "*" {
			out.Reading = r
		}
		out.Class |= Listed
	case tokenizer.USER:
		out.Class, out.Reading = Noun|Proper|Listed, strings.Join(t.UserExtra().Readings, "")
	default:
		if !strings.ContainsFunc(t.Surface, letterOrSpace) {
			out.Class = Sign | General
		}
	}
	return out
}

// oddTexts are what a conversion may stumble over.
func oddTexts() []string {
	return []string{
		"時間\x80", "時間\xe3", "ヴァイオリン\xbd", "é\x80",
		" ", "\n\n", "\x00", "あ\x00い", "\xff", "\xe3\x81", "攻撃\xe3", "\uFFFD", "あ\uFFFDい", "\uFFFD\uFFFDx", "𠮷野家", "ｶﾞｷﾞ",
		"ムスタング・パンダとムスタング・パンダ", "ムスタング・パンムスタング・パンダ", "外国資産管理外国資産管理室",
		"すもももももももものうち", "2024年9月18日13:05", "CVE-2024-1234とTA505、APT10", "(((", "…………――――", "ーーーー",
	}
}

// longTexts are longer than what is settled at once.
func longTexts() []string {
	return []string{
		strings.Repeat("ア", 1500), strings.Repeat("A", 1022) + "社", strings.Repeat("東京", 3000),
		strings.Repeat("警察庁は14日、外国の集団が国内の企業を攻撃したと発表した。", 400), strings.Repeat("ムスタング・パンダ。", 2000),
	}
}

// TestTokensAreThoseOfKagome holds the tokens, and what is said of each, to what kagome says of a text.
func TestTokensAreThoseOfKagome(t *testing.T) {
	cutter, kagome := New(whole, words()), reference(t, ipa.Dict(), words())
	texts := append(oddTexts(), longTexts()...)
	files, _ := filepath.Glob("../analysis/testdata/gold/*.txt")
	if len(files) == 0 {
		t.Fatal("no texts")
	}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
		texts = append(texts, strings.SplitAfter(string(text), "。")...)
	}
	for _, text := range texts {
		if diff := cmp.Diff(kagome(text), tell(cutter.Tokens(nil, text))); diff != "" {
			t.Errorf("%.60q (-kagome +ours):\n%s", text, diff)
		}
	}
}

// FuzzTokens holds the tokens to kagome on any bytes.
func FuzzTokens(f *testing.F) {
	for _, s := range oddTexts() {
		f.Add(s)
	}
	cutter, kagome := New(whole, words()), reference(f, ipa.Dict(), words())
	f.Fuzz(func(t *testing.T, text string) {
		if diff := cmp.Diff(kagome(text), tell(cutter.Tokens(nil, text))); diff != "" {
			t.Errorf("%q (-kagome +ours):\n%s", text, diff)
		}
	})
}
