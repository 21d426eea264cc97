package render

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// kanaKey returns a reading as the 五十音 order compares it: hiragana without voicing, small
// kana as large ones, a long mark as the vowel it stands for, and nothing but letters and digits.
func kanaKey(reading string) string {
	var out []rune
	for _, r := range norm.NFD.String(norm.NFKC.String(reading)) {
		if 'ァ' <= r && r <= 'ヶ' {
			r -= 'ァ' - 'ぁ'
		}
		switch {
		case r == 'ー' && len(out) > 0:
			r = vowel(out[len(out)-1])
		case unicode.Is(unicode.Mn, r), !unicode.IsLetter(r) && !unicode.IsDigit(r):
			continue
		}
		out = append(out, large(unicode.ToLower(r)))
	}
	return string(out)
}

// smallKana are pairs of a small kana and the large one that it sorts as.
const smallKana = "ぁあぃいぅうぇえぉおっつゃやゅゆょよゎわゕかゖけ"

// large returns the large form of a small kana.
func large(r rune) rune {
	pairs := []rune(smallKana)
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i] == r {
			return pairs[i+1]
		}
	}
	return r
}

// kanaRows are the rows of the 五十音, each with the kana that stand in it, by vowel.
var kanaRows = [...]string{"あいうえお", "かきくけこ", "さしすせそ", "たちつてと", "なにぬねの", "はひふへほ", "まみむめも", "や＊ゆ＊よ", "らりるれろ", "わゐ＊ゑを"}

// vowel returns the vowel that a kana ends in, itself where it has none.
func vowel(r rune) rune {
	vowels := []rune(kanaRows[0])
	for _, row := range kanaRows {
		for i, k := range []rune(row) {
			if k == r {
				return vowels[i]
			}
		}
	}
	return r
}

// kanaRow returns the first kana of the row under which a key stands, "" where it does not begin with a kana.
func kanaRow(key string) string {
	first, _ := firstRune(key)
	if first == 'ん' {
		return "わ"
	}
	for _, row := range kanaRows {
		if first != '＊' && strings.ContainsRune(row, first) {
			head, _ := firstRune(row)
			return string(head)
		}
	}
	return ""
}

// firstRune returns the first character of a string.
func firstRune(s string) (rune, bool) {
	for _, r := range s {
		return r, true
	}
	return 0, false
}

// latinRow returns the capital letter under which a name stands, "" where it does not begin with one.
func latinRow(key string) string {
	first, ok := firstRune(strings.ToUpper(key))
	if ok && 'A' <= first && first <= 'Z' {
		return string(first)
	}
	return ""
}
