package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"jikenbo/internal/content"
)

// Lengths in characters beyond which a text is not what it is meant to be.
const (
	maxName  = 120
	maxTitle = 300
	maxURL   = 2000
)

// cleanName returns a name as it is written in one line. Why says what is wrong with
// one that cannot be taken.
func cleanName(s string) (name, why string) {
	switch {
	case utf8.RuneCountInString(s) > maxName:
		return "", "is too long for a name"
	case strings.ContainsFunc(s, hidden):
		return "", "holds a character that is not shown or turns the line round"
	}
	name = strings.Join(strings.Fields(norm.NFC.String(s)), " ")
	if content.Fold(name) == "" {
		return "", "is empty"
	}
	return name, ""
}

// cleanTitle returns a title as it is written in one line, shortened; "" where it cannot be taken.
func cleanTitle(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if strings.ContainsFunc(s, hidden) {
		return ""
	}
	if utf8.RuneCountInString(s) > maxTitle {
		return string([]rune(s)[:maxTitle]) + "…"
	}
	return s
}

// hidden reports whether a rune has no place in a name: controls, and the format
// characters by which text can be made to look like another.
func hidden(r rune) bool {
	return r != '\t' && r != '\n' && r != '\r' && unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == utf8.RuneError || unicode.Is(unicode.Co, r)
}

// shorten is for messages: a name of a megabyte is not shown whole.
func shorten(s string) string {
	if utf8.RuneCountInString(s) > 40 {
		return string([]rune(s)[:40]) + "…"
	}
	return s
}

// plainWord is a word as a dictionary has it: Play, HIVE, machete.
var plainWord = regexp.MustCompile(`^([A-Z]?[a-z]+|[A-Z]+)$`)

// common reports whether a name may be an ordinary word, or is so short that it says little:
// then it is linked only near a word that makes it clear.
func common(name string) bool {
	return utf8.RuneCountInString(name) <= 3 || plainWord.MatchString(name)
}
