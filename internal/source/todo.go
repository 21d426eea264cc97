package source

import "strings"

// Todo is what an editor has left to be done, or what the program has left to an editor.
const Todo Code = "content.todo"

// todo is what a comment or a value begins with that says so.
const todo = "TODO"

// todos warns of what is left to be done: comments and strings of a TOML text that begin with TODO.
func (d *tomlDecoder) todos(s *tomlScanner) {
	if !strings.Contains(s.text, todo) {
		return
	}
	comments, told := s.comments, -1 // the start of a line of which a value was told
	for i := 0; i < len(s.text); {
		switch {
		case len(comments) > 0 && i >= comments[0].Start:
			text := s.text[comments[0].Start:comments[0].End]
			if j := strings.Index(text, todo); j >= 0 && strings.Trim(text[:j], "# \t") == "" {
				d.todo(Span{comments[0].Start + j, comments[0].End}, "do it, then delete the comment")
			}
			i = max(i+1, comments[0].End)
			comments = comments[1:]
		case (s.text[i] == '"' || s.text[i] == '\'') && strings.HasPrefix(s.text[i+1:], todo):
			end := i + 1 + strings.IndexAny(s.text[i+1:]+"\n", "\"'\n")
			if line := strings.LastIndexByte(s.text[:i], '\n') + 1; line != told {
				d.todo(Span{i + 1, end}, "write what belongs there")
				told = line
			}
			i = end
		default:
			i++
		}
	}
}

func (d *tomlDecoder) todo(at Span, hint string) {
	what := strings.Trim(strings.TrimPrefix(d.file.Text[d.in(at).Start:d.in(at).End], todo), ":： \t\r")
	if what == "" { // then the key says it
		line := d.file.Text[strings.LastIndexByte(d.file.Text[:d.in(at).Start], '\n')+1 : d.in(at).Start]
		what, _, _ = strings.Cut(line, "=")
		what = strings.Trim(what, "[]# \t")
	}
	if what == "" {
		what = "this place"
	}
	d.problems.Warn(Todo, d.file.Position(d.in(at).Start), hint, "still to be done: %s", what)
}
