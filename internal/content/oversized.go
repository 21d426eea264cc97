package content

import (
	"strings"

	"jikenbo/internal/source"
)

// oversized reports what would take the parser and the analysis too long: a block of too many bytes, and blocks that are
// nested too deep. They are looked for line by line, before anything is parsed.
func oversized(f *source.File, body source.Span) source.Problems {
	var ps source.Problems
	start, block := body.Start, 0
	blockAt := start
	for line := range strings.Lines(f.Text[body.Start:body.End]) {
		if strings.TrimSpace(line) == "" {
			block = 0
		} else if block += len(line); block == len(line) {
			blockAt = start
		}
		if before := block - len(line); block > source.MaxBlock && before <= source.MaxBlock {
			ps.Add(source.Limit, f.Position(blockAt), "write an empty line between paragraphs; split a table",
				"more than %d bytes stand here without an empty line, which is the limit; the text is not read", source.MaxBlock)
		}
		if nesting(line) > source.MaxNesting && !ps.Enough(f.Position(start)) {
			ps.Add(source.Limit, f.Position(start), "write it flat", "this nests more than %d deep, which is the limit; the text is not read", source.MaxNesting)
		}
		start += len(line)
	}
	return ps
}

// nesting says how many blocks a line can open, at most: quotations and lists by their marks, and as many lists as its
// indentation could stand for.
func nesting(line string) int {
	marks, spaces := 0, 0
	for i, c := range []byte(line) {
		switch {
		case c == ' ':
			spaces++
		case c == '\t':
			spaces += 4
		case c == '>', strings.IndexByte("-+*", c) >= 0 && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t'):
			marks++
		case '0' <= c && c <= '9', c == '.', c == ')':
			if c == '.' || c == ')' {
				marks++
			}
		default:
			return marks + spaces/2
		}
	}
	return marks
}
