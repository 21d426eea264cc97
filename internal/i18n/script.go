package i18n

import "unicode"

// Scripts are the ISO 15924 codes that [Script] returns. Jpan is Japanese with its kana, Hani is characters of Chinese origin
// without any, Zyyy is what has no letter.
var Scripts = [...]string{"Latn", "Jpan", "Hani", "Kore", "Cyrl", "Arab", "Zyyy"}

// Script returns in which script a name is written, told by its own characters: one sign of kana makes a name Japanese, and Latin
// letters beside other ones do not count, since names in any script have them: ゴーストRAT.
func Script(name string) string {
	out := "Zyyy"
	for _, r := range name {
		switch {
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			return "Jpan"
		case unicode.Is(unicode.Han, r):
			out = "Hani"
		case out == "Hani":
		case unicode.Is(unicode.Hangul, r):
			out = "Kore"
		case unicode.Is(unicode.Cyrillic, r):
			out = "Cyrl"
		case unicode.Is(unicode.Arabic, r):
			out = "Arab"
		case out == "Zyyy" && unicode.Is(unicode.Latin, r):
			out = "Latn"
		}
	}
	return out
}

// Tongue returns the tag of BCP 47 with which a page in a language marks a name that is written in the script of another one,
// "" where it needs none. The characters of a name in Hani are read here as Japanese.
func (l Lang) Tongue(name string) string {
	switch script := Script(name); script {
	case "Jpan", "Hani":
		if l != JA {
			return string(JA)
		}
	case "Kore":
		return "ko"
	case "Cyrl", "Arab":
		return "und-" + script
	}
	return ""
}
