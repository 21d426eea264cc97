package entity

import (
	"regexp"
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

func featureOf(b byte) features {
	switch {
	case 'A' <= b && b <= 'Z':
		return withUpper
	case 'a' <= b && b <= 'z':
		return withLower
	case '0' <= b && b <= '9':
		return withDigit
	case b == ' ':
		return withSpace
	case b == '.' || b == '/' || b == '_' || b == ':' || b == '[':
		return withJoint
	}
	return 0
}

func asciiRuns(text string) []asciiRun {
	var out []asciiRun
	for i := 0; i < len(text); {
		run := asciiRun{span: source.Span{Start: i}}
		for i < len(text) && text[i] < utf8.RuneSelf {
			run.has |= featureOf(text[i])
			i++
		}
		if run.span.End = i; run.has&(withUpper|withLower|withDigit) != 0 && run.span.Len() > 1 {
			out = append(out, run)
		}
		for i < len(text) && text[i] >= utf8.RuneSelf {
			i++
		}
	}
	return out
}

// A pattern is one of ASCII characters, with what it cannot match without.
type pattern struct {
	*regexp.Regexp
	needs features
	least int // bytes
}

func newPattern(expr string, needs features, least int) pattern {
	return pattern{regexp.MustCompile(expr), needs, least}
}

// matches returns where a pattern stands in the text.
func (p *passage) matches(x pattern) []source.Span {
	var out []source.Span
	for _, run := range p.ascii {
		if run.has&x.needs != x.needs || run.span.Len() < x.least {
			continue
		}
		for _, at := range x.FindAllStringIndex(p.surface(run.span), -1) {
			out = append(out, source.Span{Start: run.span.Start + at[0], End: run.span.Start + at[1]})
		}
	}
	return out
}
