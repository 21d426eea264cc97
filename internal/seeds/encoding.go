package seeds

import (
	"bytes"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	unicodeenc "golang.org/x/text/encoding/unicode"
)

// The encodings that Japanese texts are received in.
const (
	UTF8      = "UTF-8"
	ShiftJIS  = "Shift_JIS"
	EUCJP     = "EUC-JP"
	ISO2022JP = "ISO-2022-JP"
	UTF16     = "UTF-16"
)

// Decode turns a text as received into UTF-8 without a byte order mark, and names its encoding.
// It fails on what is text in none of the encodings; it never returns text with characters lost.
func Decode(data []byte) (text, name string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")), bytes.IndexByte(data, 0) >= 0:
		return decodeUTF16(data)
	case hasEscapes(data):
		return decodeAs(ISO2022JP, japanese.ISO2022JP, data)
	case utf8.Valid(data):
		return strings.TrimPrefix(string(data), "\ufeff"), UTF8, nil
	}
	sjis, _, errSJIS := decodeAs(ShiftJIS, japanese.ShiftJIS, data)
	euc, _, errEUC := decodeAs(EUCJP, japanese.EUCJP, data)
	switch {
	case errSJIS != nil && errEUC != nil:
		return "", "", errors.New("it is neither UTF-8 nor Shift_JIS, EUC-JP or ISO-2022-JP")
	case errSJIS != nil || errEUC == nil && score(euc) > score(sjis):
		return euc, EUCJP, nil
	}
	return sjis, ShiftJIS, nil
}

// decodeUTF16 decodes what has NUL bytes, or begins with the byte order mark of UTF-16. Without one, the
// order is that in which the text looks like text.
func decodeUTF16(data []byte) (string, string, error) {
	little, _, errLittle := decodeAs(UTF16, unicodeenc.UTF16(unicodeenc.LittleEndian, unicodeenc.UseBOM), data)
	big, _, errBig := decodeAs(UTF16, unicodeenc.UTF16(unicodeenc.BigEndian, unicodeenc.UseBOM), data)
	if errBig == nil && (errLittle != nil || legible(big) > legible(little)) {
		little, errLittle = big, nil
	}
	switch {
	case errLittle == nil && !strings.ContainsRune(little, 0) && 10*legible(little) >= 9*utf8.RuneCountInString(little) && !isRubbish(little, data):
		return little, UTF16, nil
	case bytes.IndexByte(data, 0) >= 0:
		return "", "", errors.New("it holds NUL bytes (00), as no text does, and is not in UTF-16 either")
	}
	return "", "", errors.New("it begins as UTF-16 does (FF FE or FE FF), and is no text in it")
}

// isRubbish reports whether kanji were made of bytes that are something else: pairs of ASCII letters, or whatever has hardly any kana,
// signs or spaces among the kanji.
func isRubbish(text string, data []byte) bool {
	n, kanji := 0, 0
	for _, r := range text {
		n++
		if unicode.Is(unicode.Han, r) {
			kanji++
		}
	}
	ascii := !bytes.ContainsFunc(data[min(2, len(data)):], func(r rune) bool { return r > '~' || r < ' ' && !unicode.IsSpace(r) })
	return ascii && n >= 6 || n >= 20 && 20*(n-kanji) < n
}

// legible counts the characters of a text that Japanese and European texts are written in.
func legible(text string) int {
	n := 0
	for _, r := range text {
		if r == '\n' || r == '\r' || r == '\t' || r >= ' ' && r < 0x7f || r >= 0x2000 && r < 0x2700 || r >= 0x3000 && r < 0x3100 || r >= 0x4e00 && r < 0xa000 || r >= 0xff00 && r < 0xffef || r >= 0xc0 && r < 0x250 {
			n++
		}
	}
	return n
}

func decodeAs(name string, e encoding.Encoding, data []byte) (string, string, error) {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(out, utf8.RuneError) {
		return "", "", errors.New("it is broken " + name)
	}
	return string(out), name, nil
}

// hasEscapes reports whether data switches to a Japanese character set as ISO-2022-JP does.
func hasEscapes(data []byte) bool {
	for _, esc := range []string{"\x1b$@", "\x1b$B", "\x1b$(D", "\x1b(J", "\x1b(I"} {
		if bytes.Contains(data, []byte(esc)) {
			return true
		}
	}
	return false
}

// score says how much a text looks like Japanese. What is EUC-JP in truth reads in Shift_JIS as
// half-width katakana and rare kanji, and the other way round; running text is full of hiragana.
func score(text string) int {
	n := 0
	for _, r := range text {
		switch {
		case r >= 0xff61 && r <= 0xff9f: // half-width katakana
			n -= 2
		case unicode.Is(unicode.Hiragana, r), strings.ContainsRune("、。「」・ー", r):
			n += 3
		case unicode.Is(unicode.Katakana, r):
			n += 2
		case unicode.Is(unicode.Han, r):
			n++
		case r >= utf8.RuneSelf || unicode.IsControl(r) && !unicode.IsSpace(r):
			n--
		}
	}
	return n
}
