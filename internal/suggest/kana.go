package suggest

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// hiragana writes katakana as hiragana; ー stays.
func hiragana(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'ァ' && r <= 'ヶ' {
			return r - 'ァ' + 'ぁ'
		}
		return r
	}, norm.NFKC.String(s))
}

// isKana reports whether a name is written in kana and signs alone.
func isKana(s string) bool {
	kana := false
	for _, r := range norm.NFKC.String(s) {
		switch {
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			kana = true
		case r != 'ー' && r != '・' && r != ' ':
			return false
		}
	}
	return kana
}

// Latin reports whether a name has no letter of Japanese.
func Latin(s string) bool {
	for _, r := range s {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
			return false
		}
	}
	return true
}

// syllables are the kana in Hepburn's letters, without marks for long vowels.
const syllables = "あa いi うu えe おo かka きki くku けke こko さsa しshi すsu せse そso たta ちchi つtsu てte とto なna にni ぬnu ねne のno " +
	"はha ひhi ふfu へhe ほho まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa ゐi ゑe をo んn がga ぎgi ぐgu げge ごgo " +
	"ざza じji ずzu ぜze ぞzo だda ぢji づzu でde どdo ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo ゔvu ぁa ぃi ぅu ぇe ぉo ゃya ゅyu ょyo ゎwa ゕka ゖke"

// glides are the pairs whose letters are not those of the two.
const glides = "きゃkya きゅkyu きょkyo しゃsha しゅshu しょsho しぇshe ちゃcha ちゅchu ちょcho ちぇche にゃnya にゅnyu にょnyo ひゃhya ひゅhyu ひょhyo みゃmya みゅmyu みょmyo " +
	"りゃrya りゅryu りょryo ぎゃgya ぎゅgyu ぎょgyo じゃja じゅju じょjo じぇje ぢゃja ぢゅju ぢょjo びゃbya びゅbyu びょbyo ぴゃpya ぴゅpyu ぴょpyo " +
	"ふぁfa ふぃfi ふぇfe ふぉfo ふゅfyu うぃwi うぇwe うぉwo ゔぁva ゔぃvi ゔぇve ゔぉvo てぃti でぃdi とぅtu どぅdu でゅdyu つぁtsa つぃtsi つぇtse つぉtso くぁkwa くぉkwo ぐぁgwa いぇye"

// letters is the table of kana and their letters.
func letters() map[string]string {
	out := map[string]string{}
	for _, pair := range strings.Fields(syllables + " " + glides) {
		end := strings.IndexFunc(pair, func(r rune) bool { return r < unicode.MaxASCII })
		out[pair[:end]] = pair[end:]
	}
	return out
}

// romaji writes kana in Latin letters, as an id; other letters stay as they are, and what is left after that is dropped. It is ""
// where something cannot be written. Table is that of letters.
func romaji(s string, table map[string]string) string {
	runes := []rune(hiragana(s))
	var b strings.Builder
	double := false
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		part, ok := "", false
		if i+1 < len(runes) {
			if part, ok = table[string(runes[i:i+2])]; ok {
				i++
			}
		}
		if !ok {
			part, ok = table[string(r)]
		}
		switch {
		case ok:
			if double {
				b.WriteString(strings.Replace(part[:1], "c", "t", 1))
			}
			b.WriteString(part)
		case r == 'っ', r == 'ー':
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(unicode.ToLower(r))
		case unicode.IsLetter(r):
			return ""
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		double = r == 'っ'
	}
	return strings.Trim(b.String(), "-")
}
