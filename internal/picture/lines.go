package picture

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// ellipsis stands for what has been cut.
const ellipsis = "…"

// longest is how many letters of a text are looked at; no picture has room for more.
const longest = 200

// clean returns the card with texts that can be set: on one line, without what is not printed.
func (c Card) clean() Card {
	for _, s := range []*string{&c.Title, &c.Other, &c.Kind, &c.Date, &c.Site, &c.Motto} {
		*s = oneLine(*s)
	}
	if c.Other == c.Title {
		c.Other = ""
	}
	return c
}

// oneLine composes letters with their marks, makes every white space one space, and drops what is not seen.
func oneLine(s string) string {
	if len(s) > 8*longest {
		s = strings.ToValidUTF8(s[:8*longest], "")
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case r != '\u3000' && unicode.IsSpace(r):
			return ' '
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector):
			return -1
		}
		return r
	}, norm.NFC.String(s))
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
	if runes := []rune(s); len(runes) > longest {
		s = string(runes[:longest-1]) + ellipsis
	}
	return s
}

// cut returns as much of a text as fits on a line, without half a word.
func cut(f *face, text string, width int) string {
	if f.width(text) <= width {
		return text
	}
	runes := []rune(text)
	n := len(runes)
	for n > 0 && f.width(string(runes[:n])+ellipsis) > width {
		n--
	}
	whole := n
	for whole > n/2 && between(runes[whole-1], runes[whole]) >= never {
		whole--
	}
	if whole > n/2 {
		n = whole
	}
	return strings.TrimRight(string(runes[:n]), " 、,") + ellipsis
}

// A break is how bad it is to end a line between two letters.
const (
	good  = 0
	fair  = 30
	poor  = 120
	bad   = 400
	never = 1 << 30
)

// rag is the square of the pixels by which a line may miss the ideal length at the price of 1.
const rag = 360

// Letters that begin no line, and such that end none.
const (
	notFirst = "、。，．,.・：；:;？！?!゛゜ヽヾゝゞ々ー）)］]｝}」』】〕〉》〟’”»…‥〜～%％°′″ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
	notLast  = "（(［[｛{「『【〔〈《〝‘“«#＃"
)

// between says how bad a break is between two letters. Words of Latin letters and numbers stay whole;
// in Japanese a line best ends where kana lead on to the next word.
func between(a, b rune) int {
	switch {
	case strings.ContainsRune(notFirst, b), strings.ContainsRune(notLast, a), b == ' ':
		return never
	case a == ' ', strings.ContainsRune("、。・：；）」』】〉》—–", a):
		return good
	case strings.ContainsRune("（「『【〈《", b):
		return good
	}
	x, y := script(a), script(b)
	switch {
	case x == latin && y == latin, a == '-':
		return never
	case x == hiragana && y != hiragana:
		return fair
	case x == katakana && y == katakana:
		return bad + poor
	case x == y, y == hiragana:
		return bad
	}
	return poor
}

type writing int

const (
	latin writing = iota
	hiragana
	katakana
	kanji
)

// script returns what a letter is written in; signs and digits go with the Latin letters.
func script(r rune) writing {
	switch {
	case unicode.Is(unicode.Hiragana, r):
		return hiragana
	case unicode.Is(unicode.Katakana, r), r == 'ー':
		return katakana
	case unicode.Is(unicode.Han, r), r >= 0x3000:
		return kanji
	}
	return latin
}

// wrap breaks a text into as few lines as fit, at most so many, at the places that are least bad, and says
// how bad they are; nil where it does not fit. Lines of about the same length are better.
func wrap(f *face, text string, width, most int) ([]string, int) {
	runes := []rune(text)
	at := make([]int, len(runes)+1) // where each letter begins
	for i, r := range runes {
		at[i+1] = at[i] + f.glyph(r).advance
	}
	for n := 1; n <= most; n++ {
		if lines, cost := breaks(runes, at, width<<6, n); lines != nil {
			return lines, cost
		}
	}
	return nil, never
}

// breaks finds the best way to make n lines: of each number of lines the least cost up to each letter.
func breaks(runes []rune, at []int, width, n int) ([]string, int) {
	end := len(runes)
	ideal := at[end] / n
	cost, from := make([][]int, n+1), make([][]int, n+1)
	for k := range cost {
		cost[k], from[k] = make([]int, end+1), make([]int, end+1)
		for i := range cost[k] {
			cost[k][i] = never
		}
	}
	cost[0][0] = 0
	for k := 1; k <= n; k++ {
		for i := 1; i <= end; i++ {
			price := good
			if i < end {
				price = between(runes[i-1], runes[i])
			}
			for j := i - 1; j >= 0 && price < never && at[i]-at[j] <= width; j-- {
				off := (at[i] - at[j] - ideal) >> 6
				if total := cost[k-1][j] + price + off*off/rag; cost[k-1][j] < never && total < cost[k][i] {
					cost[k][i], from[k][i] = total, j
				}
			}
		}
	}
	if cost[n][end] >= never {
		return nil, never
	}
	lines := make([]string, n)
	for k, i := n, end; k > 0; k, i = k-1, from[k][i] {
		lines[k-1] = strings.TrimSpace(string(runes[from[k][i]:i]))
	}
	return lines, cost[n][end]
}
