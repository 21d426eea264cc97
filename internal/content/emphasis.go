package content

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/width"
)

// emphasis reads *…* and **…**, and _…_, also beside Japanese.
//
// CommonMark decides by spaces and punctuation whether a run of * may open or close,
// and Japanese has no spaces: これは**重要。**です stays unemphasised there. Here East Asian
// punctuation counts as letters do, and beside an East Asian character other punctuation
// does not keep a run from opening or closing. Text without East Asian characters is read
// as CommonMark reads it.
type emphasis struct{}

// Trigger implements [parser.InlineParser].
func (emphasis) Trigger() []byte { return []byte{'*', '_'} }

// Parse implements [parser.InlineParser].
func (e emphasis) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	n := 1
	for n < len(line) && line[n] == line[0] {
		n++
	}
	after := rune(' ')
	if n < len(line) {
		after, _ = utf8.DecodeRune(line[n:])
	}
	left, right := flanks(before, after), flanks(after, before)
	canOpen, canClose := left, right
	if line[0] == '_' {
		canOpen = left && (!right || isPunct(before))
		canClose = right && (!left || isPunct(after))
	}
	node := parser.NewDelimiter(canOpen, canClose, n, line[0], e)
	node.Segment = segment.WithStop(segment.Start + n)
	block.Advance(n)
	pc.PushDelimiter(node)
	return node
}

// IsDelimiter implements [parser.DelimiterProcessor].
func (emphasis) IsDelimiter(b byte) bool { return b == '*' || b == '_' }

// CanOpenCloser implements [parser.DelimiterProcessor].
func (emphasis) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

// OnMatch implements [parser.DelimiterProcessor].
func (emphasis) OnMatch(consumes int) ast.Node { return ast.NewEmphasis(consumes) }

// flanks reports whether a run of delimiters belongs to the character on its inner
// side: "left-flanking" where the inner character follows, "right-flanking" where it precedes.
func flanks(outer, inner rune) bool {
	switch {
	case unicode.IsSpace(inner):
		return false
	case isEastAsian(inner) || !isPunct(inner):
		return true
	}
	return unicode.IsSpace(outer) || isPunct(outer) || isEastAsian(outer)
}

// isPunct reports whether CommonMark takes a character for punctuation.
func isPunct(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// isEastAsian reports whether a character is Japanese or Chinese, letter or punctuation:
// one that needs no space beside it. Hangul does.
func isEastAsian(r rune) bool {
	if unicode.Is(unicode.Hangul, r) {
		return false
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianHalfwidth:
		return true
	}
	return false
}
