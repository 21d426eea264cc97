package content

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// parseMarkdown returns the passages of the Markdown that begins at the body of a file.
//
// It is CommonMark with tables, furigana {漢字|かんじ} and notes, without raw HTML, images,
// underlined headings and link reference definitions (which vanish from the page:
// "[注]: …" is a sentence here). It takes room for the text.
func parseMarkdown(f *source.File, body source.Span, l i18n.Lang, room *[]byte) ([]source.Passage, source.Problems) {
	if ps := oversized(f, body); len(ps) > 0 {
		return nil, ps
	}
	*room = blanked((*room)[:0], f, body)
	src := *room
	root := markdown().Parse(text.NewReader(src))
	w := &writer{file: f, src: src, lang: l, soft: -1, ids: make(map[string]bool)}
	w.blocks(root, place{kind: source.Paragraph})
	w.fragments()
	return slices.Clone(w.passages), w.problems
}

// markdown returns the parser of all texts. What it finds in one is kept in the tree of that text alone, so that several may be read at once.
var markdown = sync.OnceValue(newParser)

func newParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(furiganaParser{}, 150),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(emphasis{}, 500),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(noteTransformer{}, 100),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
		),
	)
}

// furigana is {漢字|かんじ} in the tree.
type furigana struct {
	ast.BaseInline
	base    text.Segment
	reading string
}

// kindFurigana is written once, before anything is parsed.
var kindFurigana = ast.NewNodeKind("Furigana")

// Kind implements [ast.Node].
func (*furigana) Kind() ast.NodeKind { return kindFurigana }

// Dump implements [ast.Node].
func (n *furigana) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// furiganaParser reads {漢字|かんじ} on one line. Inside a table the bar is written \|,
// since a bare one ends the cell.
type furiganaParser struct{}

// Trigger implements [parser.InlineParser].
func (furiganaParser) Trigger() []byte { return []byte{'{'} }

// Parse implements [parser.InlineParser].
func (furiganaParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	end := bytes.IndexAny(line[1:], "{}\r\n") + 1
	if end == 0 || line[end] != '}' {
		return nil
	}
	bar := bytes.IndexByte(line[:end], '|')
	if bar < 0 {
		return nil
	}
	baseEnd := bar
	if line[bar-1] == '\\' {
		baseEnd--
	}
	reading := strings.TrimSpace(string(line[bar+1 : end]))
	if baseEnd <= 1 || reading == "" || strings.Contains(reading, "|") {
		return nil
	}
	block.Advance(end + 1)
	n := &furigana{base: text.NewSegment(segment.Start+1, segment.Start+baseEnd), reading: reading}
	n.SetPos(segment.Start)
	return n
}

// noteTransformer takes the line [!note] away from a block quotation and marks the block.
type noteTransformer struct{}

// noteAttribute holds what stands between [! and ] at the head of a block quotation.
const noteAttribute = "note"

// Transform implements [parser.ParagraphTransformer].
func (noteTransformer) Transform(p *ast.Paragraph, reader text.Reader, _ parser.Context) {
	quote, ok := p.Parent().(*ast.Blockquote)
	if !ok || p.PreviousSibling() != nil {
		return
	}
	lines := p.Lines()
	first := lines.At(0)
	line := string(first.Value(reader.Source()))
	word, rest, ok := strings.Cut(strings.TrimLeft(line, " "), "]")
	if !ok || !strings.HasPrefix(word, "[!") {
		return
	}
	quote.SetAttributeString(noteAttribute, word[len("[!"):])
	if strings.TrimSpace(rest) != "" {
		first.Start, first.Padding = first.Stop-len(strings.TrimLeft(rest, " \t")), 0
		lines.Set(0, first)
		return
	}
	lines.SetSliced(1, lines.Len())
	if lines.Len() == 0 {
		quote.RemoveChild(quote, p)
	}
}

// joins reports whether a soft line break between two characters is no space:
// between Japanese, and in a Japanese text beside it.
func joins(l i18n.Lang, before, after string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	s, _ := utf8.DecodeRuneInString(after)
	if l == i18n.JA {
		return isEastAsian(r) || isEastAsian(s)
	}
	return isEastAsian(r) && isEastAsian(s)
}
