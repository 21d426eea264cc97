package entity

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"jikenbo/internal/source"
)

// An asciiRun is a run of at least two ASCII characters that have a letter or digit.
type asciiRun struct {
	span source.Span
	has  features
}

// features are kinds of characters. A pattern is tried only where there are all that it cannot do without:
// that is far cheaper than the pattern, which most runs do not match.
type features uint8

const (
	withUpper features = 1 << iota
	withLower
	withDigit
	withSpace
	withJoint // one of . / _ : and brackets, which hold the parts of addresses and of scanners' names together
)

var asciiFeatures = func() (out [utf8.RuneSelf]features) {
	for b := range out {
		switch b := byte(b); {
		case 'A' <= b && b <= 'Z':
			out[b] = withUpper
		case 'a' <= b && b <= 'z':
			out[b] = withLower
		case '0' <= b && b <= '9':
			out[b] = withDigit
		case b == ' ':
			out[b] = withSpace
		case b == '.' || b == '/' || b == '_' || b == ':' || b == '[':
			out[b] = withJoint
		}
	}
	return out
}()

// inWord reports whether b is an ASCII letter or digit.
func inWord(b byte) bool {
	return b < utf8.RuneSelf && asciiFeatures[b]&(withUpper|withLower|withDigit) != 0
}

// asciiRun marks the ASCII characters from i on and returns where they end.
func (p *passage) asciiRun(i int) int {
	run := asciiRun{span: source.Span{Start: i}}
	for ; i < len(p.text) && p.text[i] < utf8.RuneSelf; i++ {
		f := asciiFeatures[p.text[i]]
		if run.has |= f; f&(withUpper|withLower|withDigit) != 0 {
			p.marks[i] = latin
		} else if b := p.text[i]; b == '\n' || b == '\t' {
			p.stops = append(p.stops, source.Span{Start: i, End: i + 1})
		}
	}
	p.has |= run.has
	if run.span.End = i; run.has&(withUpper|withLower|withDigit) != 0 && run.span.Len() > 1 {
		p.ascii = append(p.ascii, run)
	}
	return i
}

// A pattern is one of ASCII characters, with what it cannot match without.
type pattern struct {
	*regexp.Regexp
	words list // one of which stands in it, unless anywhere
	where position
	needs features
	least int // bytes
}

// A position is where one of the words of a pattern stands in it.
type position int

const (
	inside  position = iota
	atStart          // it begins with the word
	atEnd            // it ends, but for signs, with the word, which ends a word there
)

func newPattern(expr string, words list, needs features, least int) pattern {
	return pattern{regexp.MustCompile(expr), words, inside, needs, least}
}

// newFirstPattern is newPattern for one that begins with the word: it is tried there alone.
func newFirstPattern(expr string, words list, needs features, least int) pattern {
	x := newPattern("^(?:"+expr+")", words, needs, least)
	x.where = atStart
	return x
}

// newLastPattern is newPattern for one that ends, but for signs, with the word.
func newLastPattern(expr string, words list, needs features, least int) pattern {
	x := newPattern(expr, words, needs, least)
	x.where = atEnd
	return x
}

// oneOf returns an expression that matches one of the words.
func oneOf(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = regexp.QuoteMeta(w)
	}
	return strings.Join(quoted, "|")
}

// triggered reports whether a word of a pattern stands in a run.
func (p *passage) triggered(x pattern, run source.Span) bool {
	return x.words == anywhere || slices.ContainsFunc(p.within(x.words, run), func(s spot) bool {
		return x.where != atEnd || s.End == len(p.text) || !inWord(p.text[s.End])
	})
}

// matches returns where a pattern stands in the text.
func (p *passage) matches(x pattern) []source.Span {
	if x.words != anywhere && len(p.spots[x.words]) == 0 {
		return nil
	}
	var out []source.Span
	for _, run := range p.ascii {
		if run.has&x.needs != x.needs || run.span.Len() < x.least || !p.triggered(x, run.span) {
			continue
		}
		if x.where == atStart {
			out = p.firstMatches(out, x, run.span)
			continue
		}
		for _, at := range x.FindAllStringIndex(p.surface(run.span), -1) {
			out = append(out, source.Span{Start: run.span.Start + at[0], End: run.span.Start + at[1]})
		}
	}
	return out
}

// firstMatches appends where a pattern stands in a run that begins with one of its words.
func (p *passage) firstMatches(out []source.Span, x pattern, run source.Span) []source.Span {
	next := run.Start
	for _, w := range p.within(x.words, run) {
		if w.Start < next {
			continue
		}
		next = w.Start + 1
		if at := x.FindStringIndex(p.text[w.Start:run.End]); at != nil {
			next = w.Start + at[1]
			out = append(out, source.Span{Start: w.Start, End: next})
		}
	}
	return out
}
