package source

import (
	"strings"
	"unicode/utf8"
)

// A wide is a character of Japanese typing that stands where TOML wants one of ASCII.
type wide struct {
	at         int
	name, hint string
}

const (
	quoteHint = `type straight quotation marks: key = "…"`
	spaceHint = "type an ordinary space, or none"
)

// wideAs says what a character is, and what to type in its place.
func wideAs(r rune) (w wide, ok bool) {
	switch r {
	case '\u3000':
		return wide{name: "a full-width space", hint: spaceHint}, true
	case '＝':
		return wide{name: "a full-width equals sign", hint: "type ="}, true
	case '＂', '＇':
		return wide{name: "a full-width quotation mark", hint: quoteHint}, true
	case '“', '”', '‘', '’', '„', '〝', '〟':
		return wide{name: "a curly quotation mark", hint: quoteHint}, true
	case '「', '」', '『', '』':
		return wide{name: "a Japanese quotation mark", hint: quoteHint}, true
	case '［', '］', '【', '】', '｛', '｝':
		return wide{name: "a full-width bracket", hint: "type [ ] or { }"}, true
	case '，', '、':
		return wide{name: "a full-width comma", hint: "type ,"}, true
	case '＃':
		return wide{name: "a full-width number sign", hint: "a comment begins with #"}, true
	}
	return wide{}, false
}

// wideIn returns the first such character outside the strings and the comment of the line in which a syntax error
// stands. In a string that does not end on the line it is the last one that is meant to be a quotation mark.
func wideIn(text string, at int) (found wide, ok bool) {
	start := strings.LastIndexByte(text[:at], '\n') + 1
	line, _, _ := strings.Cut(text[start:], "\n")
	var open byte // the mark of the string in which i stands
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRuneInString(line[i:])
		w, is := wideAs(r)
		switch {
		case open == 0 && r == '#':
			return found, ok
		case open == 0 && is:
			w.at = start + i
			return w, true
		case open == 0 && (r == '"' || r == '\''):
			open, found, ok = byte(r), wide{}, false
		case open == '"' && r == '\\' && i+n < len(line):
			n++
		case open != 0 && r == rune(open):
			open, found, ok = 0, wide{}, false
		case open != 0 && is && w.hint == quoteHint:
			found, ok = w, true
			found.at = start + i
		}
		i += n
	}
	return found, ok
}
