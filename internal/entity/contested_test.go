package entity

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/width"

	"jikenbo"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/ipadic"
	"jikenbo/internal/morph"
)

// TestContestedOfOne has contested names of which the registry knows one bearer only: they mean that one where the text itself says so.
func TestContestedOfOne(t *testing.T) {
	f := NewFinder(content.NewRegistry(&content.Entity{
		ID: "grey-heron", Kind: content.Actor, Name: i18n.Text{JA: "グレー・ヘロン", EN: "Grey Heron"},
		Aliases: []content.Alias{{Name: "ペーパー・ムーン", Scope: "contested"}, {Name: "APT977", Scope: "contested"}, {Name: "Mist Heron", Scope: "overlaps"}},
	}))
	for give, want := range map[string][]string{
		"ペーパー・ムーンによる攻撃":   {"ペーパー・ムーン=[grey-heron]"},
		"APT977による攻撃":     {"APT977=[grey-heron]"},
		"APT-977による攻撃":    {"APT-977=[grey-heron]"},
		"Mist Heronによる攻撃": {"Mist Heron=grey-heron"},
		"グレー・ヘロン、別名ペーパー・ムーンによる攻撃": {"グレー・ヘロン=grey-heron", "ペーパー・ムーン=grey-heron"},
	} {
		if diff := cmp.Diff(want, brief(f.Find(i18n.JA, give, tokenizer().Tokens(nil, give)))); diff != "" {
			t.Errorf("Find(%q): (-want +got)\n%s", give, diff)
		}
	}
}

// TestContestedInAnySpelling goes through all contested names of the registry that the program has: however such a name is written, it is
// linked to no one. Another name of one of those who claim it is, in the same sentences.
func TestContestedInAnySpelling(t *testing.T) {
	c, _ := content.Load(jikenbo.Files, fstest.MapFS{})
	f := NewFinder(c.Registry)
	tokens := morph.New(ipadic.Load, Words(c.Registry))
	linked := func(name string) (out []string) {
		for _, sentence := range []string{"ハッカー集団「%s」がサイバー攻撃を行った。", "%sによるサイバー攻撃が確認された。", "マルウェア「%s」に感染した。"} {
			text := fmt.Sprintf(sentence, name)
			for _, m := range f.Find(i18n.JA, text, tokens.Tokens(nil, text)) {
				if m.Entity != "" {
					out = append(out, text+": "+m.Surface+"="+m.Entity)
				}
			}
		}
		return out
	}
	if len(linked("フラックス・タイフーン")) < 3 {
		t.Error("a name that one entity claims is not linked")
	}
	names := 0
	for _, n := range f.names.found {
		if k := n.claims[0].entity.Kind; !n.contested() || k != content.Actor && k != content.Malware {
			continue
		}
		names++
		for _, spelling := range spellingsOf(n.claims[0].written) {
			for _, l := range linked(spelling) {
				t.Errorf("%s: %s", n.claims[0].written, l)
			}
		}
	}
	if names < 25 {
		t.Errorf("%d contested names, want 25 at least", names)
	}
}

// spellingsOf returns a name as houses, translators and other keyboards write it.
func spellingsOf(name string) []string {
	out := []string{name, width.Widen.String(name), width.Narrow.String(name), strings.ReplaceAll(name, " ", ""), strings.ReplaceAll(name, "-", " ")}
	if ascii(name) {
		out = append(out, strings.ToUpper(name), strings.ToLower(name))
	}
	for _, kana := range inKana(name) {
		spaced := strings.ReplaceAll(kana, "・", " ")
		out = append(out, kana, spaced, strings.ReplaceAll(kana, "・", ""), strings.ReplaceAll(kana, "ー", ""), kana+"ー", width.Narrow.String(kana))
		if runes := []rune(kana); len(runes) > 3 {
			out = append(out, string(runes[:2])+" "+string(runes[2:]))
		}
	}
	return out
}

// inKana returns a Latin name in katakana as it may be heard, syllable for syllable, and what is in katakana as it is.
func inKana(name string) []string {
	if !ascii(name) {
		return []string{name, strings.NewReplacer("ベ", "ヴェ", "ビ", "ヴィ", "バ", "ヴァ").Replace(name)}
	}
	if strings.ContainsAny(name, "0123456789") {
		return nil
	}
	parted := regexp.MustCompile(`([a-z])([A-Z])`).ReplaceAllString(name, "$1 $2")
	var words []string
	for _, w := range strings.Fields(parted) {
		words = append(words, syllables(strings.ToLower(w)))
	}
	kana := strings.Join(words, "・")
	return append([]string{kana, strings.NewReplacer("イー", "ィー", "ウイ", "ウィ").Replace(kana)}, heard[name]...)
}

// heard are the spellings in the news of what is not said as it is written.
var heard = map[string][]string{
	"Winnti": {"ウィンティ", "ウインティ", "ウィンニティ", "ウィンッティ"}, "GoldenEye": {"ゴールデンアイ", "ゴルデンアイ"}, "Silk Typhoon": {"シルクタイフーン", "シルク・タイフン"},
	"GhostEmperor": {"ゴーストエンペラー", "ゴースト・エンペラー"}, "FamousSparrow": {"フェイマススパロー", "フェイマス・スパロウ"}, "RedDelta": {"レッドデルタ", "レッド・デルタ"},
	"LuminousMoth": {"ルミナスモス", "ルミナス・モス"}, "Camaro Dragon": {"カマロドラゴン", "カマロ・ドラゴン"}, "Black Vine": {"ブラックバイン", "ブラック・ヴァイン"},
	"Ember Bear": {"エンバーベア", "エンバー・ベアー"}, "Frozenvista": {"フローズンビスタ", "フローズン・ヴィスタ"}, "Earth Kasha": {"アースカシャ", "アース・カーシャ"},
}

// syllables spells a word in small letters, a kana for each consonant with what follows it.
func syllables(word string) string {
	rows := map[byte]string{'k': "カキクケコ", 'c': "カキクケコ", 'q': "カキクケコ", 'g': "ガギグゲゴ", 's': "サシスセソ", 'z': "ザジズゼゾ", 't': "タティトテト", 'd': "ダディドデド", 'n': "ナニヌネノ", 'h': "ハヒフヘホ",
		'f': "ファフィフフェフォ", 'b': "バビブベボ", 'v': "バビブベボ", 'p': "パピプペポ", 'm': "マミムメモ", 'r': "ラリルレロ", 'l': "ラリルレロ", 'w': "ワウィウウェウォ", 'y': "ヤイユエヨ", 'j': "ジャジジュジェジョ", 'x': "クサクシクスクセクソ"}
	word = strings.NewReplacer("ck", "k", "ph", "f", "th", "s", "oo", "u", "ee", "i").Replace(word)
	var out strings.Builder
	for i := 0; i < len(word); i++ {
		row, ok := rows[word[i]]
		vowel := -1
		if i+1 < len(word) {
			vowel = strings.IndexByte("aiueo", word[i+1])
		}
		switch v := strings.IndexByte("aiueo", word[i]); {
		case v >= 0:
			out.WriteString([]string{"ア", "イ", "ウ", "エ", "オ"}[v])
		case word[i] == 'n' && vowel < 0:
			out.WriteString("ン")
		case ok:
			kana := regexp.MustCompile(`\p{L}[ァィェォャュョ]?`).FindAllString(row, -1)
			if word[i] == 'x' {
				kana = []string{"クサ", "クシ", "クス", "クセ", "クソ"}
			}
			if vowel < 0 {
				vowel = 2
			} else {
				i++
			}
			out.WriteString(kana[vowel])
		}
	}
	return out.String()
}
