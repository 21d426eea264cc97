package morph

import (
	"strings"
	"unicode"

	"jikenbo/internal/source"
)

// A Ruby is a stretch of kanji with how it is read, in hiragana.
type Ruby struct {
	Span source.Span // in the text that was tokenised
	Kana string
}

// Furigana returns the readings of the kanji in tokens, in order. What is written in kana stays outside:
// 取り扱う is と and あつか. A word without a reading is left alone, and so are numbers and the
// word after one, which is read differently from number to number (14日, 三人).
func Furigana(tokens []Token) []Ruby {
	var out []Ruby
	number := false
	for i := range tokens {
		t := &tokens[i]
		was := number
		number = numeral(t)
		if was || number || !t.Known || !strings.ContainsFunc(t.Surface, kanji) {
			continue
		}
		out = append(out, ruby(t)...)
	}
	return out
}

// numeral reports whether a token is a number.
func numeral(t *Token) bool {
	return len(t.POS) > 1 && t.POS[1] == "数" || strings.IndexFunc(t.Surface, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}

// kanji reports whether r is a kanji, or the mark that repeats one.
func kanji(r rune) bool { return unicode.Is(unicode.Han, r) || r == '々' }

// usual are readings that a Japanese desk prefers to those of the dictionary.
func usual(surface, reading string) string {
	if strings.HasPrefix(surface, "日本") && strings.HasPrefix(reading, "ニッポン") {
		return "ニホン" + strings.TrimPrefix(reading, "ニッポン")
	}
	return reading
}

// ruby divides the reading of a token among its kanji.
func ruby(t *Token) []Ruby {
	kana, ok := hiragana(usual(t.Surface, t.Reading))
	if !ok {
		return nil
	}
	parts := scripts(t.Surface)
	read, ok := align(parts, []rune(kana))
	if !ok {
		return nil
	}
	var out []Ruby
	at := t.Span.Start
	for i, p := range parts {
		if p.kanji {
			out = append(out, Ruby{source.Span{Start: at, End: at + len(p.text)}, read[i]})
		}
		at += len(p.text)
	}
	return out
}

// A part is a run of kanji, or of other characters, in a word.
type part struct {
	text  string
	kanji bool
}

// scripts cuts a word where kanji begin and end.
func scripts(word string) []part {
	var out []part
	for _, r := range word {
		if n := len(out); n == 0 || out[n-1].kanji != kanji(r) {
			out = append(out, part{kanji: kanji(r)})
		}
		out[len(out)-1].text += string(r)
	}
	return out
}

// align gives each part its share of the reading: what is written in kana must stand in it as written,
// and each run of kanji takes at least one kana for each of its characters, if it can.
func align(parts []part, kana []rune) ([]string, bool) {
	if len(parts) == 0 {
		return nil, len(kana) == 0
	}
	p := parts[0]
	if !p.kanji {
		written, ok := hiragana(p.text)
		own := []rune(written)
		if !ok || len(kana) < len(own) || string(kana[:len(own)]) != written {
			return nil, false
		}
		rest, ok := align(parts[1:], kana[len(own):])
		return append([]string{""}, rest...), ok
	}
	for n := max(1, len([]rune(p.text))); n <= len(kana); n++ {
		if rest, ok := align(parts[1:], kana[n:]); ok {
			return append([]string{string(kana[:n])}, rest...), true
		}
	}
	return nil, false
}

// hiragana writes katakana as hiragana. It reports false where anything else stands in the text.
func hiragana(text string) (string, bool) {
	out := []rune(text)
	for i, r := range out {
		switch {
		case 'ァ' <= r && r <= 'ヴ':
			out[i] = r - 'ァ' + 'ぁ'
		case 'ぁ' <= r && r <= 'ゔ', r == 'ー':
		default:
			return "", false
		}
	}
	return string(out), len(out) > 0
}
