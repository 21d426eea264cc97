package seeds

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/source"
)

// Passages cuts a raw text into passages, one a line that holds text, and marks page furniture
// ([source.Furniture]): it stays in the text, but nothing in it is evidence for anything.
// A copyright notice at the end of a line is a passage of its own.
//
// The kinds other than Furniture and Paragraph are:
//   - Heading: the title in the first line, and numbered titles
//   - Note: a dated pointer to another text, and the title of that text below it
func Passages(f *source.File) []source.Passage {
	p := page{lines: lines(f)}
	p.markLines()
	p.markTeasers()
	p.markProfiles()
	p.markTrailing()
	p.markHeadings()
	return p.passages()
}

// page is the state of one Passages.
type page struct {
	lines []line
}

// line is a line with text, or the part of it before or after the start of a copyright notice.
type line struct {
	text       string // without white space around it
	span       source.Span
	number     int  // in the file, from 1
	afterBlank bool // an empty line comes before it
	kind       source.PassageKind
}

func lines(f *source.File) []line {
	var out []line
	afterBlank := false
	n := 1 + strings.Count(f.Text, "\n")
	for i := 1; i <= n; i++ {
		span := trim(f.Text, f.LineSpan(i))
		if span.Len() == 0 {
			afterBlank = true
			continue
		}
		for _, part := range splitCopyright(f.Text, span) {
			out = append(out, line{f.Text[part.Start:part.End], part, i, afterBlank, source.Paragraph})
			afterBlank = false
		}
	}
	return out
}

// trim takes white space off both ends of a span.
func trim(text string, s source.Span) source.Span {
	blank := func(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }
	part := text[s.Start:s.End]
	s.Start += len(part) - len(strings.TrimLeftFunc(part, blank))
	s.End = s.Start + len(strings.TrimFunc(part, blank))
	return s
}

var copyrightTail = regexp.MustCompile(`(?i)(?:©|copyright\s*(?:©|\(c\)|[12][0-9]{3})).{0,120}$`)

// splitCopyright parts a copyright notice from the text that it was run together with.
func splitCopyright(text string, s source.Span) []source.Span {
	at := copyrightTail.FindStringIndex(text[s.Start:s.End])
	if at == nil || at[0] == 0 {
		return []source.Span{s}
	}
	if strings.Contains(text[s.Start+at[0]:s.End], "。") {
		return []source.Span{s} // the sign stands in running text
	}
	head := trim(text, source.Span{Start: s.Start, End: s.Start + at[0]})
	tail := source.Span{Start: s.Start + at[0], End: s.End}
	if head.Len() == 0 {
		return []source.Span{tail}
	}
	return []source.Span{head, tail}
}

func (p *page) passages() []source.Passage {
	out := make([]source.Passage, len(p.lines))
	for i, l := range p.lines {
		out[i] = source.Passage{Kind: l.kind, Runs: []source.Run{{Text: l.text, File: l.span}}}
		if l.kind == source.Heading {
			out[i].Level, out[i].ID = 2, fmt.Sprintf("line-%d", l.number)
		}
	}
	return out
}

var numberedTitle = regexp.MustCompile(`^(?:[0-9０-９]{1,2}[.．、)）]|[①-⑳]|第[0-9０-９一二三四五六七八九十]+[章節])\s*\S`)

// markHeadings marks the title and numbered titles. A first line that is all there is, is the text.
func (p *page) markHeadings() {
	for i := range p.lines {
		l := &p.lines[i]
		title := i == 0 && len(p.lines) > 1 || numberedTitle.MatchString(l.text)
		if l.kind == source.Paragraph && title && !l.sentence() && l.length() <= 100 {
			l.kind = source.Heading
		}
	}
}

func (l *line) length() int { return utf8.RuneCountInString(l.text) }

// sentence reports whether a line holds running text: a full stop, or a speech.
func (l *line) sentence() bool {
	if strings.ContainsAny(l.text, "。") || strings.HasSuffix(l.text, ".") {
		return true
	}
	return startsWithAny(l.text, "「『“\"") && strings.HasSuffix(l.text, "」")
}

func startsWithAny(s, chars string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && strings.ContainsRune(chars, r)
}

// predicate reports whether a line ends as a sentence of running text does whose full stop was
// forgotten. Headlines leave out です and end their verbs in a noun.
func (l *line) predicate() bool {
	for _, end := range []string{"した", "された", "いた", "いる", "である", "です", "ます", "ました", "という", "述べた", "だった", "なった"} {
		if strings.HasSuffix(l.text, end) {
			return true
		}
	}
	return false
}
