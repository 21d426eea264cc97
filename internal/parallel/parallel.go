// Package parallel compares what a Japanese text and its English counterpart say in figures, the numbers and
// the dates, and in Latin letters, which both share. It stands beside the loading stages and knows nothing of articles.
//
// In: two texts that should say the same. Out: the figures of one that the other does not have.
//
// It is made to be believed: only what is written in digits has to stand in the other text, where digits, words and kanji
// count alike (1億2000万 is 120 million, 四つ is four, 令和6年 is 2024). What is said loosely (数百, hundreds) is passed over.
package parallel

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"jikenbo/internal/i18n"
)

// A Kind is what a figure tells.
type Kind string

// The kinds.
const (
	Number Kind = "number"
	Date   Kind = "date"
	Name   Kind = "name"
)

// A Difference is a figure that only one of the texts has.
type Difference struct {
	Kind Kind
	// Lang is the language of the text that has it, Surface the words of it, At their offset.
	Lang    i18n.Lang
	Surface string
	At      int
}

// A figure is a number, or a year, month or day.
type figure struct {
	part    part
	value   float64
	surface string
	at      int
	sure    bool // written in digits: the other text has to have it
}

// A part says what of a date a figure is, or that it is none.
type part int

const (
	count part = iota
	year
	month
	day
)

// Compare returns what one of the texts says in digits and the other does not, first of the Japanese, then of the English, in
// the order of the text; and after that the words in Latin letters of the Japanese that the English does not have.
func Compare(ja, en string) []Difference {
	a, b := readJapanese(ja), readEnglish(en)
	return slices.Concat(lacking(i18n.JA, a, b), lacking(i18n.EN, b, a), unnamed(ja, en))
}

// latin is a word in Latin letters, as Japanese texts have them for names.
var latin = regexp.MustCompile(`[A-Za-z][A-Za-z0-9.&’'-]*[A-Za-z0-9]`)

// unnamed returns the words in Latin letters of a Japanese text that its English counterpart has not, each once.
func unnamed(ja, en string) []Difference {
	var out []Difference
	told := map[string]bool{}
	folded := strings.ToLower(en)
	for _, m := range latin.FindAllStringIndex(ja, -1) {
		word := ja[m[0]:m[1]]
		key := strings.ToLower(word)
		inside := m[0] > 0 && strings.IndexByte("0123456789-./:_", ja[m[0]-1]) >= 0 // of a number or an address
		if len(word) < 3 || inside || told[key] || strings.Contains(folded, key) {
			continue
		}
		told[key] = true
		out = append(out, Difference{Name, i18n.JA, word, m[0]})
	}
	return out
}

// Years returns the years that a text names in digits.
func Years(l i18n.Lang, text string) []int {
	read := readEnglish
	if l == i18n.JA {
		read = readJapanese
	}
	var out []int
	for _, f := range read(text) {
		if f.part == year && f.sure {
			out = append(out, int(f.value))
		}
	}
	return out
}

// lacking returns the figures of one text that the other one lacks.
func lacking(l i18n.Lang, here, there []figure) []Difference {
	var out []Difference
	for _, f := range here {
		if !f.sure || f.part == count && f.value <= 1 || has(there, f) {
			continue
		}
		d := Difference{Kind: Date, Lang: l, Surface: f.surface, At: f.at}
		if f.part == count {
			d.Kind = Number
		}
		if len(out) == 0 || out[len(out)-1] != d {
			out = append(out, d)
		}
	}
	return out
}

// has reports whether a text has a figure. What one language writes as part of a date the other may write as a number.
func has(figures []figure, f figure) bool {
	for _, g := range figures {
		same := math.Abs(g.value-f.value) <= 1e-9*math.Abs(f.value)
		if same && (g.part == f.part || g.part == count || f.part == count) {
			return true
		}
	}
	return false
}
