package render

import (
	"strconv"
	"unicode/utf16"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// furiganaPath returns the path of the script with the readings of an article.
func furiganaPath(a *casebook.Article) string { return "assets/furigana/" + a.ID + ".js" }

// hasFurigana reports whether there are readings for the Japanese text of an article.
func hasFurigana(a *casebook.Article) bool {
	o := a.Docs.Outline(i18n.JA)
	return o != nil && o.Furigana
}

// A Reading is the script with the readings of an article's Japanese text. A page
// loads it when its reader asks for furigana, so that it weighs nothing for all others.
type Reading struct {
	Path    string
	article *casebook.Article
}

// Append appends the script.
func (r Reading) Append(out []byte) []byte { return appendFurigana(out, r.article.Docs.In(i18n.JA)) }

// Readings returns the scripts of the articles that have any.
func Readings(c *casebook.Casebook) []Reading {
	var out []Reading
	for _, a := range c.Articles {
		if hasFurigana(a) {
			out = append(out, Reading{furiganaPath(a), a})
		}
	}
	return out
}

// Furigana returns all these scripts, made.
func Furigana(c *casebook.Casebook) []File {
	var out []File
	for _, r := range Readings(c) {
		out = append(out, File{Path: r.Path, Data: r.Append(nil)})
	}
	return out
}

// appendFurigana appends a call of the page with a line for each passage: of each stretch of kanji how far it stands behind the one before,
// a space, its length, and its reading. Places are counted in UTF-16 units of the text without what stands between its runs.
func appendFurigana(out []byte, doc *analysis.Document) []byte {
	out = append(out, "jikenbo.furigana([\""...)
	passages := doc.Text.Passages
	at, place, last := 0, placer(&passages[0]), 0
	to := func(passage int) {
		for ; at < passage; at++ {
			out = append(out, "\",\n\""...)
			place, last = placer(&passages[at+1]), 0
		}
	}
	for r := range doc.Readings.All() {
		to(r.Passage)
		start, end := place(r.Span.Start), place(r.Span.End)
		out = append(strconv.AppendInt(out, int64(start-last), 10), ' ')
		out = append(strconv.AppendInt(out, int64(end-start), 10), r.Kana...)
		last = end
	}
	to(len(passages) - 1)
	return append(out, "\"]);\n"...)
}

// placer returns what turns offsets of a passage's prose into places of its text on the page. It is quick for
// offsets that ascend.
func placer(p *source.Passage) func(int) int {
	run, begin, before := 0, 0, 0 // a run, where it begins in the prose, and the places before it
	at, out := 0, 0               // an offset in the run, and the places before that
	return func(offset int) int {
		if offset < begin+at {
			run, begin, before, at, out = 0, 0, 0, 0, 0
		}
		for run < len(p.Runs) {
			text := p.Runs[run].Text
			to := max(0, min(len(text), offset-begin))
			out += units(text[min(at, to):to])
			at = max(at, to)
			gap := 0
			if run+1 < len(p.Runs) && (p.Runs[run+1].Break || p.Runs[run+1].Cell != p.Runs[run].Cell) {
				gap = 1
			}
			if run+1 == len(p.Runs) || offset <= begin+len(text)+gap {
				return before + out
			}
			before, begin = before+out, begin+len(text)+gap
			run, at, out = run+1, 0, 0
		}
		return before
	}
}

// units is the length of a text in UTF-16.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}
