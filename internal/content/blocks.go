package content

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// writer turns the tree of one text into passages.
type writer struct {
	file     *source.File
	src      []byte // the text with front matter blanked: offsets are the file's
	lang     i18n.Lang
	passages []source.Passage
	problems source.Problems

	runs []source.Run // of the passage that is being written
	hard bool         // a hard line break comes before the next run
	soft int          // offset of a soft line break that comes before it, or -1

	ids   map[string]bool // fragments of headings
	links []fragmentLink
}

// place says what a paragraph becomes where it stands.
type place struct {
	kind      source.PassageKind
	level     int // depth of lists
	ordered   bool
	number    int
	continues bool // of the first passage
}

func (w *writer) add(code source.Code, offset int, hint, format string, args ...any) {
	if pos := w.file.Position(offset); !w.problems.Enough(pos) {
		w.problems.Add(code, pos, hint, format, args...)
	}
}

// flush makes the runs that were collected a passage.
func (w *writer) flush(p source.Passage) {
	if len(w.runs) > 0 {
		p.Runs = append(make([]source.Run, 0, len(w.runs)), w.runs...) // exactly as much as stays
		w.passages = append(w.passages, p)
	}
	w.runs, w.hard, w.soft = w.runs[:0], false, -1
}

// blocks writes the children of a node.
func (w *writer) blocks(parent ast.Node, at place) {
	begun := len(w.passages)
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		in := at
		in.continues = at.kind != source.Paragraph && (at.continues || len(w.passages) > begun)
		w.block(n, in)
	}
}

func (w *writer) block(n ast.Node, at place) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		w.brokenTable(n)
		w.inlines(n, style{})
		w.flush(source.Passage{Kind: at.kind, Level: at.level, Ordered: at.ordered, Number: at.number, Continues: at.continues})
	case *ast.Heading:
		w.heading(n, at)
	case *ast.List:
		w.list(n, at)
	case *ast.Blockquote:
		w.quote(n, at)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		w.foreign(n, at, "code")
		w.lines(n.Lines(), true)
		w.flush(source.Passage{Kind: source.Listing})
	case *ast.HTMLBlock:
		w.html(n.Lines().At(0).Start)
		w.lines(n.Lines(), false)
		w.flush(source.Passage{Kind: source.Paragraph})
	case *extast.Table:
		w.foreign(n, at, "a table")
		w.table(n)
	case *ast.ThematicBreak:
		w.add(source.Markdown, n.Pos(), `write a heading ("## …") where a new part begins, or delete the line`, "a line across the page is not shown")
	}
}

// foreign reports a block that has no place in a quotation or note.
func (w *writer) foreign(n ast.Node, at place, what string) {
	if at.kind == source.Quote || at.kind == source.Note {
		w.misplaced(offsetOf(n), at, what)
	}
}

// misplaced reports a block inside another one.
func (w *writer) misplaced(offset int, at place, what string) {
	outer := map[source.PassageKind]string{source.Quote: "quotation", source.Note: "note", source.Item: "list item"}[at.kind]
	w.add(source.Markdown, offset, "put it below the "+outer, "%s stands in a %s", what, outer)
}

// offsetOf returns where a block begins.
func offsetOf(n ast.Node) int {
	if n.Lines() != nil && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	if n.Pos() >= 0 {
		return n.Pos()
	}
	if n.FirstChild() != nil {
		return offsetOf(n.FirstChild())
	}
	return 0
}

func (w *writer) html(offset int) {
	hint := "write Markdown; a < that is meant as such is written \\<"
	if bytes.HasPrefix(w.src[offset:], []byte("<!--")) {
		hint = `remarks for editors stand in the front matter, after "#"`
	}
	w.add(source.HTML, offset, hint, "HTML is not allowed in a text")
}

// lines writes lines as they are, for code.
func (w *writer) lines(lines *text.Segments, code bool) {
	for i := range lines.Len() {
		s := lines.At(i)
		stop := s.Start + len(bytes.TrimRight(w.src[s.Start:s.Stop], "\r\n"))
		w.runs = append(w.runs, source.Run{
			Text:  strings.Repeat(" ", s.Padding) + string(w.src[s.Start:stop]),
			File:  source.Span{Start: s.Start, End: stop},
			Code:  code,
			Break: i > 0,
		})
	}
}

// list writes the items of a list, each of them one passage, and those of lists inside it.
func (w *writer) list(n *ast.List, at place) {
	in := at
	if at.kind == source.Paragraph {
		in.kind = source.Item
	}
	in.level, in.ordered, in.number = at.level+1, n.IsOrdered(), 0
	begun := len(w.passages)
	for i, item := 0, n.FirstChild(); item != nil; i, item = i+1, item.NextSibling() {
		if n.IsOrdered() {
			in.number = n.Start + i
		}
		in.continues = at.continues || len(w.passages) > begun
		w.item(item, in)
	}
}

// item writes an item. Its paragraphs are one passage, with line breaks between them.
func (w *writer) item(n ast.Node, at place) {
	for kid := n.FirstChild(); kid != nil; {
		if !isProse(kid) {
			w.block(kid, at)
			kid = kid.NextSibling()
			at.continues = true
			continue
		}
		for ; kid != nil && isProse(kid); kid = kid.NextSibling() {
			w.hard = len(w.runs) > 0
			w.inlines(kid, style{})
		}
		w.flush(source.Passage{Kind: at.kind, Level: at.level, Ordered: at.ordered, Number: at.number, Continues: at.continues})
		at.continues = true
	}
}

func isProse(n ast.Node) bool {
	return n.Kind() == ast.KindParagraph || n.Kind() == ast.KindTextBlock
}

// quote writes a quotation or an editor's note.
func (w *writer) quote(n *ast.Blockquote, at place) {
	in := place{kind: source.Quote}
	if word, ok := n.AttributeString(noteAttribute); ok {
		in.kind = source.Note
		if !strings.EqualFold(word.(string), "note") {
			w.add(source.Markdown, offsetOf(n), "the only kind is [!note]", "unknown kind of note %q", "[!"+word.(string)+"]")
		}
	}
	if at.kind != source.Paragraph {
		w.misplaced(offsetOf(n), at, "a quotation")
	}
	w.blocks(n, in)
}

// table writes the rows of a table.
func (w *writer) table(n *extast.Table) {
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		_, first := row.(*extast.TableHeader)
		head, at := first, row.Pos()
		cell := 0
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			had := len(w.runs)
			w.inlines(c, style{cell: cell})
			if c.Lines() != nil && c.Lines().Len() > 0 {
				at = c.Lines().At(0).Stop
			}
			if len(w.runs) == had { // an empty cell counts too
				w.runs = append(w.runs, source.Run{File: source.Span{Start: at, End: at}, Cell: cell})
			}
			if head && c.Lines().Len() == 0 {
				w.add(source.Markdown, at, "give the line of dashes as many cells as the head", "the head of the table has fewer cells than the line below it")
				head = false
			}
			cell++
		}
		w.surplus(at)
		w.flush(source.Passage{Kind: source.Row, Header: first, Continues: !first})
	}
}

// surplus reports cells of a row beyond those of the head, which the parser drops.
func (w *writer) surplus(at int) {
	rest, _, _ := bytes.Cut(w.src[at:], []byte("\n"))
	cells := bytes.TrimSpace(rest)
	cells = bytes.TrimSpace(bytes.TrimPrefix(cells, []byte("|")))
	if len(cells) > 0 {
		w.add(source.Markdown, at+bytes.Index(rest, cells), `give the head as many cells; inside a table furigana is written {漢字\|かんじ}`, "row has more cells than the head of the table: %q", cells)
	}
}

var tableRule = regexp.MustCompile(`^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)+\|?[ \t\r\n]*$`)

// brokenTable reports a table that was taken for a paragraph.
func (w *writer) brokenTable(n ast.Node) {
	for i := 1; i < n.Lines().Len(); i++ {
		if s := n.Lines().At(i); tableRule.Match(s.Value(w.src)) {
			w.add(source.Markdown, s.Start, "give the line of dashes as many cells as the head above it", "this is not read as a table")
		}
	}
}
