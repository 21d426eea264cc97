package entity

import (
	"strings"
	"unicode/utf8"
)

// What joins the parts of a name in katakana: points, equals signs and initials, with the spaces that machine translation leaves about them.

// nameJoint returns where the next part of a name begins after a point or equals sign at i, 0 if none stands there.
// Machine translation leaves spaces about it where an initial stands beside it: メリック・ B ・ガーランド.
func (p *passage) nameJoint(i int) int {
	if next := p.spacedJoint(i); next > 0 {
		return next
	}
	at := i
	if strings.HasPrefix(p.text[i:], " ・") && (asciiInitial(p.text[:i]) || p.spacedInitial(i+len(" ・")) || givenAbroad(p.text[p.runBefore(i, katakana):i])) {
		at++
	}
	join := firstRune(p.text[at:])
	if join != '・' && join != '＝' && join != '=' {
		return 0
	}
	at += utf8.RuneLen(join)
	if n := p.afterSpace(at); n > at && (asciiInitial(p.text[:i]) || initial(p.text[n:]) > 0 || givenAbroad(p.text[p.runBefore(i, katakana):i])) {
		return n
	}
	return at
}

// spacedInitial reports whether an initial and another point stand behind the space at i: キャスリン ・| M ・ ドノヒュー.
func (p *passage) spacedInitial(i int) bool {
	at := p.afterSpace(i)
	n := initial(p.text[at:])
	return n > 0 && beginsAny(p.text[at+n:], " ・", "・")
}

// asciiInitial reports whether a text ends with an initial of its own.
func asciiInitial(s string) bool {
	n := len(s)
	return n > 1 && upper(s[n-1]) && !inWord(s[n-2])
}

// initialBefore returns where the initials begin that stand before the name at i, i if none does: Ｋ・オルテガ, J.モレノ, J・D・バンス.
func (p *passage) initialBefore(i int) int {
	stop := lastRune(p.text[:i])
	if stop != '・' && stop != '.' && stop != '．' {
		return i
	}
	at := i - utf8.RuneLen(stop)
	r := lastRune(p.text[:at])
	if !('A' <= r && r <= 'Z' || 'Ａ' <= r && r <= 'Ｚ') {
		return i
	}
	if at -= utf8.RuneLen(r); p.scriptBefore(at) == latin {
		return i
	}
	return p.initialBefore(at)
}

// initial returns the length of an initial with its stop at the beginning of s.
func initial(s string) int {
	r := firstRune(s)
	if !('A' <= r && r <= 'Z' || 'Ａ' <= r && r <= 'Ｚ') {
		return 0
	}
	n := utf8.RuneLen(r)
	for _, stop := range []string{".", "．"} {
		if strings.HasPrefix(s[n:], stop) {
			return n + len(stop)
		}
	}
	return n
}
