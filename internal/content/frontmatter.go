package content

import (
	"strings"

	"jikenbo/internal/source"
)

// fence is the line above and below the front matter.
const fence = "+++"

// front is what stands at the head of a Markdown file, and where.
type front struct {
	toml source.Span // between the two fences
	body source.Span // all that follows
	ok   bool        // there is front matter, from fence to fence
}

const frontHint = `begin the file with "+++" on a line of its own, then title = "…" and the other keys, then "+++" again`

// frontMatter finds the front matter of a file. A file without any is all body,
// so that its text can still be looked at; a file whose front matter is not closed has no body.
func frontMatter(f *source.File, ps *source.Problems) front {
	first := 1
	for nextLine(f, first) < len(f.Text) && strings.TrimSpace(f.Line(first)) == "" {
		first++
	}
	if !isFence(f.Line(first)) {
		return front{body: misplaced(f, first, ps)}
	}
	if first > 1 {
		ps.Add(source.FrontMatter, f.Position(f.LineSpan(first).Start), "delete the empty lines above it", "front matter does not begin on the first line")
	}
	start := nextLine(f, first)
	for n := first + 1; nextLine(f, n-1) < len(f.Text) || n == first+1; n++ {
		if isFence(f.Line(n)) {
			return front{
				toml: source.Span{Start: start, End: f.LineSpan(n).Start},
				body: source.Span{Start: nextLine(f, n), End: len(f.Text)},
				ok:   true,
			}
		}
	}
	ps.Add(source.FrontMatter, f.Position(f.LineSpan(first).Start), `write "+++" on a line of its own where the front matter ends`, "front matter is not closed")
	return front{body: source.Span{Start: len(f.Text), End: len(f.Text)}}
}

// misplaced says what is wrong with a file that does not begin with front matter,
// and returns what can be taken for its text.
func misplaced(f *source.File, first int, ps *source.Problems) source.Span {
	at := f.LineSpan(first)
	if isYAMLFence(f.Line(first)) {
		ps.Add(source.FrontMatter, f.Position(at.Start), `write it as TOML (title = "…") between lines of "+++"`, `front matter between lines of "---" is not read`)
		return source.Span{Start: afterYAML(f, first), End: len(f.Text)}
	}
	for n, end := first, 0; end < len(f.Text); n++ {
		if isFence(f.Line(n)) {
			ps.Add(source.FrontMatter, f.Position(f.LineSpan(n).Start), "move it to the first line of the file", "front matter stands below other text")
			return f.All()
		}
		end = nextLine(f, n)
	}
	ps.Add(source.FrontMatter, f.Position(at.Start), frontHint, "front matter is missing")
	return f.All()
}

// afterYAML returns where the text begins below front matter between lines of "---".
func afterYAML(f *source.File, first int) int {
	for n, end := first+1, nextLine(f, first); end < len(f.Text); n++ {
		end = nextLine(f, n)
		if isYAMLFence(f.Line(n)) {
			return end
		}
	}
	return len(f.Text)
}

func isYAMLFence(line string) bool { return strings.TrimRight(line, " \t") == "---" }

func isFence(line string) bool { return strings.TrimRight(line, " \t") == fence }

// nextLine returns the offset of the line after line n, the end of the text where there is none.
func nextLine(f *source.File, n int) int {
	at := f.LineSpan(n)
	if n > 1 && at == (source.Span{}) {
		return len(f.Text)
	}
	end := at.End
	if i := strings.IndexByte(f.Text[end:], '\n'); i >= 0 {
		return end + i + 1
	}
	return len(f.Text)
}

// blanked appends the text of a file with everything before the body replaced by
// spaces, so that offsets into it are offsets into the file.
func blanked(room []byte, f *source.File, body source.Span) []byte {
	text := append(room, f.Text...)
	for i := range text[:body.Start] {
		if text[i] != '\n' {
			text[i] = ' '
		}
	}
	return text
}
