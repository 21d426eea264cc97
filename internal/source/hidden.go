package source

import (
	"strings"
	"unicode"
)

// hidden reports characters that nobody sees: those that turn the direction of a text, which can make a name read as
// another one, and, as a warning, those without width. Each is reported once in a file.
func hidden(f *File) Problems {
	var ps Problems
	if !strings.ContainsFunc(f.Text, isHidden) {
		return nil
	}
	told := map[rune]bool{}
	for i, r := range f.Text {
		switch {
		case !isHidden(r) || told[r] || r == 0x200d && joins(f.Text[:i]):
			continue
		case unicode.Is(unicode.Bidi_Control, r):
			ps.Add(Hidden, f.Position(i), "delete it; where the character itself is meant, write its number, as U+202E", "%U turns the direction of the text, and nobody sees it", r)
		default:
			ps.Warn(Hidden, f.Position(i), "delete it; where the character itself is meant, write its number, as U+200B", "%U stands here, and nobody sees it", r)
		}
		told[r] = true
	}
	return ps
}

// isHidden reports whether a character shows nothing: format characters of Unicode, and fillers. Line ends are none.
func isHidden(r rune) bool {
	return r >= 0xad && (unicode.Is(unicode.Cf, r) || r == 0x115f || r == 0x1160 || r == 0x3164 || r == 0xffa0)
}

// joins reports whether a joiner may stand behind a text: pictures of several people are written with it.
func joins(before string) bool {
	var last rune
	for _, r := range before[max(0, len(before)-8):] {
		last = r
	}
	return unicode.Is(unicode.So, last) || unicode.Is(unicode.Sk, last) || last == 0xfe0f
}
