package source

import (
	"crypto/sha256"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A File is one text as it was read, decoded to UTF-8.
// It does not change after [NewFile].
type File struct {
	// Path is relative to the root of the archive, with slashes.
	Path string
	// Text is the whole file. Spans are offsets into it.
	Text string

	lines []int32 // offset at which each line begins; lines[0] == 0
	sum   Digest  // of Text; zero where the file was not read from an archive
}

// A Digest stands for what a text says.
type Digest = [sha256.Size]byte

// Sum is the digest of the text.
func (f *File) Sum() Digest {
	if f.sum == (Digest{}) {
		return sha256.Sum256([]byte(f.Text))
	}
	return f.sum
}

// NewFile returns a File with its line table.
func NewFile(path, text string) *File {
	lines := make([]int32, 1, 1+strings.Count(text, "\n"))
	for at := 0; len(lines) < cap(lines); {
		at += strings.IndexByte(text[at:], '\n') + 1
		lines = append(lines, int32(at))
	}
	return &File{Path: path, Text: text, lines: lines}
}

// Position returns the place of a byte offset.
// An offset outside the text is moved to its nearest end.
func (f *File) Position(offset int) Position {
	offset = max(0, min(offset, len(f.Text)))
	line := sort.Search(len(f.lines), func(i int) bool { return int(f.lines[i]) > offset }) - 1
	col := utf8.RuneCountInString(f.Text[f.lines[line]:offset]) + 1
	return Position{Path: f.Path, Line: line + 1, Col: col}
}

// Line returns the text of a line without its line end.
// The first line is 1. It is empty where the file has no such line.
func (f *File) Line(n int) string {
	s := f.LineSpan(n)
	return f.Text[s.Start:s.End]
}

// LineSpan returns the span of a line without its line end.
// The first line is 1. It is the zero Span where the file has no such line.
func (f *File) LineSpan(n int) Span {
	if n < 1 || n > len(f.lines) {
		return Span{}
	}
	start, end := int(f.lines[n-1]), len(f.Text)
	if n < len(f.lines) {
		end = int(f.lines[n]) - 1
	}
	end -= len(f.Text[start:end]) - len(strings.TrimSuffix(f.Text[start:end], "\r"))
	return Span{Start: start, End: end}
}

// A Position is a place as editors count: lines and characters from 1.
// Line 0 means the file as a whole, an empty Path the archive as a whole.
type Position struct {
	Path string
	Line int
	Col  int
}

// String returns path:line:col, shorter where a part is not known. What nobody sees in the name of a file, and a terminal might
// obey, is written as its number.
func (p Position) String() string {
	path := p.Path
	if strings.ContainsFunc(path, func(r rune) bool { return !unicode.IsPrint(r) }) {
		path = strings.Trim(strconv.Quote(path), `"`)
	}
	switch {
	case p.Line == 0:
		return path
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", path, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", path, p.Line, p.Col)
}

// A Span is a half-open range of bytes, always on character boundaries.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }
