package entity

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/morph"
)

// Words returns the user dictionary for the tokenizer: the Japanese names of the registry, sorted.
//
// Left out are names that would do the cutting of other words harm: common words, names
// of two characters (a user word wins over every longer reading), and names with a space
// or comma, which the dictionary cannot hold.
func Words(r *content.Registry) []morph.Word {
	var out []morph.Word
	for _, e := range r.All() {
		for _, c := range claims(e) {
			if c.ambiguous || !wordable(c.written) {
				continue
			}
			w := morph.Word{Surface: c.written}
			if c.written == e.Name.JA {
				w.Reading = toKatakana(e.Reading)
			}
			out = append(out, w)
		}
	}
	slices.SortFunc(out, func(a, b morph.Word) int {
		return cmp.Or(cmp.Compare(a.Surface, b.Surface), cmp.Compare(b.Reading, a.Reading))
	})
	return slices.CompactFunc(out, func(a, b morph.Word) bool { return a.Surface == b.Surface })
}

func wordable(s string) bool {
	return utf8.RuneCountInString(s) > 2 && !strings.ContainsAny(s, " ,\"\t\n　") && strings.ContainsFunc(s, func(r rune) bool {
		return script(r) == kanji || script(r) == hiragana || script(r) == katakana
	})
}

// toKatakana turns the hiragana of a reading into katakana.
func toKatakana(s string) string {
	return strings.Map(func(r rune) rune {
		if 'ぁ' <= r && r <= 'ゖ' {
			return r + ('ァ' - 'ぁ')
		}
		return r
	}, s)
}
