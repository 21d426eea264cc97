package morph

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
	new(FuriganaWriter).Each(tokens, func(s source.Span, kana []byte) { out = append(out, Ruby{s, string(kana)}) })
	return out
}

// A FuriganaWriter makes the readings of one passage after another. Its zero value is ready.
type FuriganaWriter struct {
	out  []share
	kana []byte // of a word
}

// A share is the part of the reading of a word that is that of a stretch of it.
type share struct {
	span source.Span
	kana []byte
}

// Each calls f with what [Furigana] returns. The kana are overwritten by the next ones.
func (f *FuriganaWriter) Each(tokens []Token, each func(s source.Span, kana []byte)) {
	number := false
	for i := range tokens {
		t := &tokens[i]
		was := number
		number = numeral(t)
		if was || number || t.Class&Listed == 0 || !hasKanji(t.Surface) {
			continue
		}
		if f.out = f.out[:0]; f.hiragana(t) && f.align(t.Surface, t.Span.Start, f.kana) {
			for _, r := range f.out {
				each(r.span, r.kana)
			}
		}
	}
}

// numeral reports whether a token is a number.
func numeral(t *Token) bool {
	return t.Is(Number) || digits(t.Surface)
}

func digits(s string) bool {
	if s != "" && 0xe3 <= s[0] && s[0] <= 0xe9 {
		return false // as most words: a kana or a kanji
	}
	for _, r := range s {
		if kana(r) || '一' <= r && r <= '鿕' || !unicode.IsDigit(r) {
			return false
		}
	}
	return true
}

func hasKanji(s string) bool {
	for i := 0; i < len(s); {
		if s[i] == 0xe3 && i+2 < len(s) && 0x81 <= s[i+1] && s[i+1] <= 0x83 {
			i += len("か") // or another kana, without a call
			continue
		}
		if 0xe5 <= s[i] && s[i] <= 0xe8 {
			if _, ok := threeBytes(s[i:]); ok {
				return true // most kanji, too
			}
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if kanji(r) {
			return true
		}
		i += size
	}
	return false
}

// kanji reports whether r is a kanji, or the mark that repeats one.
func kanji(r rune) bool {
	switch {
	case '一' <= r && r <= '鿕', r == '々':
		return true
	case r < '⺀' || kana(r):
		return false
	}
	return unicode.Is(unicode.Han, r)
}

func kana(r rune) bool { return 'ぁ' <= r && r <= 'ヿ' }

// hiragana fills in the reading of a token in hiragana. It reports false where there is none, or anything but kana stands in it.
func (f *FuriganaWriter) hiragana(t *Token) bool {
	packed := ""
	if t.words != nil {
		packed = t.words.readings.of(t.id)
	}
	out := f.kana[:0]
	// Of the two a Japanese desk prefers にほん, and the dictionary にっぽん.
	if rest, ok := strings.CutPrefix(packed, packedNippon); ok && strings.HasPrefix(t.Surface, "日本") {
		out, packed = append(out, "にほん"...), rest
	}
	for i := range len(packed) {
		h := &packedHiragana[packed[i]]
		if h[0] == 0 {
			return false
		}
		out = append(out, h[0], h[1], h[2])
	}
	f.kana = out
	return len(out) > 0
}

// packedHiragana are the hiragana, as they are written, of the bytes of a packed reading.
var packedHiragana = func() (out [1 << 8][len("か")]byte) {
	for b := range out {
		if h := hiragana(beforeKana + rune(b)); h != 0 {
			copy(out[b][:], string(h))
		}
	}
	return out
}()

var packedNippon = func() string {
	packed, _ := packKana(nil, "ニッポン")
	return string(packed)
}()

// align gives the runs of kanji in a word, which stands at a place, their shares of its reading: what is written in kana must
// stand in that as written, and each run takes at least one kana for each of its characters, if it can.
// Where that fails, what it has added is of no use.
func (f *FuriganaWriter) align(word string, at int, reading []byte) bool {
	if word == "" {
		return len(reading) == 0
	}
	first, size := utf8.DecodeRuneInString(word)
	if !kanji(first) {
		h := hiragana(first)
		next, n := utf8.DecodeRune(reading)
		return h != 0 && next == h && f.align(word[size:], at+size, reading[n:])
	}
	count := 1
	for size < len(word) {
		r, n := utf8.DecodeRuneInString(word[size:])
		if !kanji(r) {
			break
		}
		size += n
		count++
	}
	if size == len(word) {
		if count*len("か") > len(reading) {
			return false
		}
		f.out = append(f.out, share{source.Span{Start: at, End: at + size}, reading})
		return true
	}
	place := len(f.out)
	for n := count * len("か"); n <= len(reading); n += len("か") {
		f.out = append(f.out[:place], share{source.Span{Start: at, End: at + size}, reading[:n]})
		if f.align(word[size:], at+size, reading[n:]) {
			return true
		}
	}
	return false
}

// hiragana returns the hiragana of a kana, 0 for other characters. They all have the same length.
func hiragana(r rune) rune {
	switch {
	case 'ァ' <= r && r <= 'ヴ':
		return r - 'ァ' + 'ぁ'
	case 'ぁ' <= r && r <= 'ゔ', r == 'ー':
		return r
	}
	return 0
}
