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
	known map[string][]rune
	// plain holds what single characters of the first plane become: one, as nearly all, or nothing. It is 0 for others and where it is not yet known.
	plain []rune
	room  []rune
}

// fold returns the folded form of a text, which may be empty.
func (f *folder) fold(text string) string { return string(f.runes(text)) }

// runes is fold. What it returns is good until the next text is folded.
func (f *folder) runes(text string) []rune {
	if f.plain == nil {
		f.plain = make([]rune, 0x10000)
	}
	out := f.room[:0]
	gap := false
	add := func(r rune) {
		switch {
		case r == nothing:
			return
		case r == ' ':
			gap = true
			return
		}
		if gap && latin(r) && len(out) > 0 && latin(out[len(out)-1]) {
			out = append(out, ' ')
		}
		out = append(out, r)
		gap = false
	}
	for len(text) > 0 {
		r, n := utf8.DecodeRuneInString(text)
		if n == len(text) || !marked(text[n:]) {
			if plain := f.plain[min(r, utf8.RuneError)]; plain != 0 {
				add(plain)
				text = text[n:]
				continue
			}
		}
		for n < len(text) && marked(text[n:]) {
			_, more := utf8.DecodeRuneInString(text[n:])
			n += more
		}
		for _, r := range f.character(r, text[:n]) {
			add(r)
		}
		text = text[n:]
	}
	f.room = out
	return out
}

// character folds a character, which begins with r, with the marks that belong to it; one without marks is remembered.
func (f *folder) character(r rune, c string) []rune {
	out := f.cluster(c)
	if r >= utf8.RuneError || len(c) != utf8.RuneLen(r) {
		return out
	}
	switch len(out) {
	case 0:
		f.plain[r] = nothing
	case 1:
		f.plain[r] = out[0]
	}
	return out
}

const nothing rune = -1

// cluster folds a character with the marks that belong to it. What parts words becomes a space; what
// stands inside them, as the points of U.S. and the comma of 4,258, becomes nothing.
func (f *folder) cluster(c string) []rune {
	if out, ok := f.known[c]; ok {
		return out
	}
	lower := strings.Map(func(r rune) rune {
		if r = unicode.ToLower(r); 0x300 <= r && r <= 0x36f {
			return -1
		}
		return r
	}, norm.NFKD.String(c))
	out := []rune(strings.Map(func(r rune) rune {
		switch {
		case 'ァ' <= r && r <= 'ヶ', r == 'ヽ', r == 'ヾ':
			return r - 'ァ' + 'ぁ'
		case r == 'ー', r == '.', r == ',', r == '\'', r == '’', unicode.Is(unicode.Cf, r):
			return -1
		case r == '~', unicode.In(r, unicode.White_Space, unicode.P, unicode.Cc):
			return ' '
		}
		return r
	}, norm.NFC.String(lower)))
	if f.known == nil {
		f.known = map[string][]rune{}
	}
	f.known[c] = out
	return out
}

// marked reports whether a text begins with a mark that belongs to the character before it: an accent, or a mark of voicing, half width too.
func marked(text string) bool {
	switch text[0] { // most characters are none
	case 0xcc, 0xcd:
		r, _ := utf8.DecodeRuneInString(text)
		return 0x300 <= r && r <= 0x36f
	case 0xe3, 0xef:
		switch text[:min(3, len(text))] {
		case "\u3099", "\u309a", "\uff9e", "\uff9f":
			return true
		}
	}
	return false
}

// latin reports whether a folded character is of a word in Latin letters.
func latin(r rune) bool { return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' }
