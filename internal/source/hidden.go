package source

import (
	"strings"
	"unicode"
)

// hidden reports characters that nobody sees: those that turn the direction of a text, which can make a name read as
// another one, and, as a warning, those without width. Each is reported once in a file.
func hidden(f *File) Problems {
	var ps Problems
	f.eachHidden(func(r rune, at Position) {
		if unicode.Is(unicode.Bidi_Control, r) {
			ps.Add(Hidden, at, "delete it; where the character itself is meant, write its number, as U+202E", "%U turns the direction of the text, and nobody sees it", r)
		} else {
			ps.Warn(Hidden, at, "delete it; where the character itself is meant, write its number, as U+200B", "%U stands here, and nobody sees it", r)
		}
	})
	return ps
}

// Concealed reports, as warnings, what a text as it was received keeps from its readers: characters that nobody sees, and words of
// letters that only look alike. Nobody mends such a text, so its record says what the editors think of it.
func (f *File) Concealed() Problems {
	const hint = "look whether a name is meant to be mistaken; the text stays as it was received, so waive it in the record"
	var ps Problems
	f.eachHidden(func(r rune, at Position) {
		if unicode.Is(unicode.Bidi_Control, r) {
			ps.Warn(Hidden, at, hint, "%U turns the direction of the text, and nobody sees it", r)
		} else {
			ps.Warn(Hidden, at, hint, "%U stands here, and nobody sees it", r)
		}
	})
	return append(ps, f.LookAlikes(hint)...)
}

// eachHidden tells of each character that shows nothing, where it stands first.
func (f *File) eachHidden(tell func(r rune, at Position)) {
	if !strings.ContainsFunc(f.Text, isHidden) {
		return
	}
	told := map[rune]bool{}
	for i, r := range f.Text {
		if isHidden(r) && !told[r] && !(r == 0x200d && joins(f.Text[:i])) {
			told[r] = true
			tell(r, f.Position(i))
		}
	}
}

// isHidden reports whether a character shows nothing: format characters of Unicode, and fillers. Line ends are none.
func isHidden(r rune) bool {
	if r < 0xad || 0x2070 <= r && r < 0xd800 && r != 0x3164 { // most of Japanese
		return false
	}
	return unicode.Is(unicode.Cf, r) || r == 0x115f || r == 0x1160 || r == 0x3164 || r == 0xffa0
}

// joins reports whether a joiner may stand behind a text: pictures of several people are written with it.
func joins(before string) bool {
	var last rune
	for _, r := range before[max(0, len(before)-8):] {
		last = r
	}
	return unicode.Is(unicode.So, last) || unicode.Is(unicode.Sk, last) || last == 0xfe0f
}
