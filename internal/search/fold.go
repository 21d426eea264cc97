package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A folder folds text as static/search.js does, so that what is indexed here is found there:
// width, case, accents, hiragana and katakana, long marks, points, hyphens and spaces make no difference,
// except that a single space stays where two words in Latin letters would run together.
// The zero folder is ready; it remembers what it folded, and is for one goroutine.
type folder struct {
	known map[string]string
	// plain holds what single characters of the first plane become, marked so that nothing is told from not yet known.
	plain []foldedRune
}

type foldedRune struct {
	known bool
	text  string
}

// fold returns the folded form of a text, which may be empty.
func (f *folder) fold(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	gap, last := false, rune(0)
	for len(text) > 0 {
		n := character(text)
		for _, r := range f.character(text[:n]) {
			if r == ' ' {
				gap = true
				continue
			}
			if gap && latin(last) && latin(r) {
				b.WriteByte(' ')
			}
			b.WriteRune(r)
			gap, last = false, r
		}
		text = text[n:]
	}
	return b.String()
}

// character folds a character with the marks that belong to it; it looks up those without marks.
func (f *folder) character(c string) string {
	r, n := utf8.DecodeRuneInString(c)
	if n != len(c) || r > 0xffff || r == utf8.RuneError {
		return f.cluster(c)
	}
	if f.plain == nil {
		f.plain = make([]foldedRune, 0x10000)
	}
	known := &f.plain[r]
	if !known.known {
		*known = foldedRune{true, f.cluster(c)}
	}
	return known.text
}

// cluster folds a character with the marks that belong to it. What parts words becomes a space; what
// stands inside them, as the points of U.S. and the comma of 4,258, becomes nothing.
func (f *folder) cluster(c string) string {
	if out, ok := f.known[c]; ok {
		return out
	}
	lower := strings.Map(func(r rune) rune {
		if r = unicode.ToLower(r); 0x300 <= r && r <= 0x36f {
			return -1
		}
		return r
	}, norm.NFKD.String(c))
	out := strings.Map(func(r rune) rune {
		switch {
		case 'ァ' <= r && r <= 'ヶ', r == 'ヽ', r == 'ヾ':
			return r - 'ァ' + 'ぁ'
		case r == 'ー', r == '.', r == ',', r == '\'', r == '’', unicode.Is(unicode.Cf, r):
			return -1
		case r == '~', unicode.In(r, unicode.White_Space, unicode.P, unicode.Cc):
			return ' '
		}
		return r
	}, norm.NFC.String(lower))
	if f.known == nil {
		f.known = map[string]string{}
	}
	f.known[c] = out
	return out
}

// character returns the length of the first character of a text, with the marks that follow it.
func character(text string) int {
	for i, r := range text {
		if i > 0 && !mark(r) {
			return i
		}
	}
	return len(text)
}

// mark reports whether r belongs to the character before it: an accent, or a mark of voicing, half width too.
func mark(r rune) bool {
	return 0x300 <= r && r <= 0x36f || r == 0x3099 || r == 0x309a || r == 0xff9e || r == 0xff9f
}

// latin reports whether a folded character is of a word in Latin letters.
func latin(r rune) bool { return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' }
