package search

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// romaji returns a reading in kana in Latin letters, in the two ways in which people type it: in Hepburn
// with long vowels marked (shihōshō), and with them spelled out (shihoushou). Nothing is returned of
// a reading that has other letters in it than kana.
func romaji(reading string) []string {
	plain, ok := spell(reading)
	if !ok {
		return nil
	}
	long := lengthen(plain)
	if plain = strings.ReplaceAll(plain, "-", ""); plain == long {
		return []string{long}
	}
	return []string{long, plain}
}

// syllables are the kana in Hepburn.
var syllables = strings.Fields(`
あ a い i う u え e お o か ka き ki く ku け ke こ ko さ sa し shi す su せ se そ so た ta ち chi つ tsu て te と to
な na に ni ぬ nu ね ne の no は ha ひ hi ふ fu へ he ほ ho ま ma み mi む mu め me も mo や ya ゆ yu よ yo
ら ra り ri る ru れ re ろ ro わ wa ゐ i ゑ e を o が ga ぎ gi ぐ gu げ ge ご go ざ za じ ji ず zu ぜ ze ぞ zo
だ da ぢ ji づ zu で de ど do ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po ゔ vu
きゃ kya きゅ kyu きょ kyo しゃ sha しゅ shu しょ sho しぇ she ちゃ cha ちゅ chu ちょ cho ちぇ che にゃ nya にゅ nyu にょ nyo
ひゃ hya ひゅ hyu ひょ hyo みゃ mya みゅ myu みょ myo りゃ rya りゅ ryu りょ ryo ぎゃ gya ぎゅ gyu ぎょ gyo
じゃ ja じゅ ju じょ jo じぇ je ぢゃ ja ぢゅ ju ぢょ jo びゃ bya びゅ byu びょ byo ぴゃ pya ぴゅ pyu ぴょ pyo
ふぁ fa ふぃ fi ふぇ fe ふぉ fo ふゅ fyu てぃ ti でぃ di てゅ tyu でゅ dyu とぅ tu どぅ du うぃ wi うぇ we うぉ wo
ゔぁ va ゔぃ vi ゔぇ ve ゔぉ vo つぁ tsa つぃ tsi つぇ tse つぉ tso いぇ ye くぁ kwa くぃ kwi くぇ kwe くぉ kwo ぐぁ gwa
ぁ a ぃ i ぅ u ぇ e ぉ o ゃ ya ゅ yu ょ yo ゎ wa ゕ ka ゖ ka`)

// spelling returns how a syllable is written, "" where it is none.
func spelling(kana string) string {
	for i := 0; i < len(syllables); i += 2 {
		if syllables[i] == kana {
			return syllables[i+1]
		}
	}
	return ""
}

// spell writes kana letter by letter: a long mark becomes "-", a small っ doubles what follows,
// and what parts words becomes a space.
func spell(reading string) (string, bool) {
	kana := []rune(hiragana(reading))
	var b strings.Builder
	double := false
	for i := 0; i < len(kana); i++ {
		s := ""
		if i+1 < len(kana) {
			s = spelling(string(kana[i : i+2]))
		}
		if s != "" {
			i++
		} else {
			s = spelling(string(kana[i]))
		}
		switch r := kana[i]; {
		case s != "":
		case r == 'っ':
			double = true
			continue
		case r == 'ん':
			s = moraicN(kana[i+1:])
		case r == 'ー':
			s = "-"
		case strings.ContainsRune(" ・･　＝=-", r):
			s = " "
		default:
			return "", false
		}
		if double {
			s = doubled(s)
		}
		double = false
		b.WriteString(s)
	}
	return b.String(), b.Len() > 0
}

// hiragana returns text with its katakana as hiragana.
func hiragana(text string) string {
	return strings.Map(func(r rune) rune {
		if 'ァ' <= r && r <= 'ヶ' {
			return r - 'ァ' + 'ぁ'
		}
		return r
	}, norm.NFKC.String(text))
}

// moraicN is ん, parted from a vowel or y that follows it.
func moraicN(next []rune) string {
	if len(next) > 0 && strings.ContainsRune("あいうえおやゆよ", next[0]) {
		return "n'"
	}
	return "n"
}

// doubled returns a syllable after っ.
func doubled(s string) string {
	switch {
	case strings.HasPrefix(s, "ch"):
		return "t" + s
	case strings.ContainsRune("aiueo -", rune(s[0])):
		return s
	}
	return s[:1] + s
}

// lengthen marks long vowels: ou, oo and uu, and whatever a long mark follows.
func lengthen(s string) string {
	return strings.NewReplacer(
		"a-", "ā", "i-", "ī", "u-", "ū", "e-", "ē", "o-", "ō", "-", "",
		"ou", "ō", "oo", "ō", "uu", "ū", "aa", "ā", "ee", "ē",
	).Replace(s)
}
