package source

import "strings"

// A PassageKind says what a passage is on the page.
type PassageKind string

// The kinds of passage.
const (
	Paragraph PassageKind = "paragraph"
	Heading   PassageKind = "heading"
	Item      PassageKind = "item"  // of a list
	Quote     PassageKind = "quote" // a block quotation
	Note      PassageKind = "note"  // an editor's note beside the article
	Row       PassageKind = "row"   // of a table
	Listing   PassageKind = "code"  // lines of a program
	// Furniture is page furniture of a raw source (related links, tags, copyright
	// lines): kept in the text and shown nowhere as evidence, not analysed.
	Furniture PassageKind = "furniture"
)

// A Passage is one block of a text, as prose without markup.
// Its offsets are those of [Passage.Text]; [Passage.Span] leads back to the file.
//
// Runs do not overlap and stand in the order of the file.
// A passage does not change after the stage that made it.
type Passage struct {
	Kind PassageKind
	// ID is the fragment of a heading, NFC, unique in its text. It is empty for other kinds.
	ID   string
	Runs []Run
	// Level is the level of a heading (2 to 6) or the depth of a list item (from 1).
	Level int
	// Number is the number of an item of a numbered list, from the first one that is written.
	Number int
	// Ordered marks an item of a numbered list, Header the head row of a table.
	Ordered, Header bool
	// Continues reports that the passage belongs to the same list, quotation, note or table
	// as the passage before it.
	Continues bool
}

// A Run is a stretch of text with one style.
type Run struct {
	// Text is what is read: entities decoded, soft line breaks of Japanese gone.
	Text string
	// File is where Text stands in the file. File.Len() may differ from
	// len(Text), where the text was written with an escape or an entity;
	// then the run is not cut any finer.
	File Span
	// Href is the target of a link as written, or "".
	// "source:ID" names a source record.
	Href string
	// Ruby is the reading that the editor gave ({漢字|かんじ}), or "".
	Ruby string
	// Cell counts the cells of a table row from 0.
	Cell int
	// Emph, Strong and Code are the styles of Markdown.
	Emph, Strong, Code bool
	// Break marks a hard line break before this run.
	Break bool
}

// Text returns the prose of the passage: the text of its runs, with a newline for
// each hard break and a tab between the cells of a row.
func (p *Passage) Text() string {
	if len(p.Runs) == 1 {
		return p.Runs[0].Text
	}
	size := 0
	for i := range p.Runs {
		size += len(p.glue(i)) + len(p.Runs[i].Text)
	}
	var b strings.Builder
	b.Grow(size)
	for i := range p.Runs {
		b.WriteString(p.glue(i))
		b.WriteString(p.Runs[i].Text)
	}
	return b.String()
}

// glue is what stands between the run before i and run i.
func (p *Passage) glue(i int) string {
	switch {
	case i == 0:
		return ""
	case p.Runs[i].Break:
		return "\n"
	case p.Runs[i].Cell != p.Runs[i-1].Cell:
		return "\t"
	}
	return ""
}

// Span turns a span of [Passage.Text] into a span of the file.
// A span that begins or ends inside a run which cannot be cut takes in the whole run.
func (p *Passage) Span(s Span) Span {
	out := Span{Start: -1}
	at := 0
	for i, r := range p.Runs {
		at += len(p.glue(i))
		run := Span{at, at + len(r.Text)}
		at = run.End
		if !run.Overlaps(s) {
			continue
		}
		part := r.File
		if r.File.Len() == len(r.Text) {
			part = Span{
				r.File.Start + max(0, s.Start-run.Start),
				r.File.End - max(0, run.End-s.End),
			}
		}
		if out.Start < 0 {
			out.Start = part.Start
		}
		out.End = part.End
	}
	if out.Start < 0 {
		return Span{}
	}
	return out
}
