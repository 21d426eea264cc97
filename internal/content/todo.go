package content

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/source"
)

// todo is what a block or a line of a text begins with that is still to be written.
const todo = "TODO"

// todos warns of what is left to be done in a text: of blocks and lines that begin with TODO, not of the word in a sentence.
func todos(f *source.File, passages []source.Passage) source.Problems {
	var ps source.Problems
	if !strings.Contains(f.Text, todo) {
		return nil
	}
	for i := range passages {
		p := &passages[i]
		if p.Kind == source.Listing || len(p.Runs) == 0 {
			continue
		}
		end := p.Runs[len(p.Runs)-1].File.End
		for at, first := p.Runs[0].File.Start, true; at < end; first = false {
			line, _, _ := strings.Cut(f.Text[at:end], "\n")
			text := strings.TrimLeft(line, " \t>")
			if what, ok := toDo(text, first); ok {
				ps.Warn(source.Todo, f.Position(at+len(line)-len(text)), "write what belongs there", "still to be done: %s", what)
			}
			at += len(line) + 1
		}
	}
	return ps
}

// toDo returns what a line says is to be done. A line within a block may begin with the word by chance, so it needs a colon.
func toDo(line string, first bool) (what string, ok bool) {
	rest, ok := strings.CutPrefix(line, todo)
	r, _ := utf8.DecodeRuneInString(rest)
	colon := r == ':' || r == '：'
	if !ok || rest != "" && (unicode.IsLetter(r) || unicode.IsDigit(r)) || rest != "" && !first && !colon {
		return "", false
	}
	if what = strings.Trim(rest, ":：* \t\r　"); what == "" {
		what = "this place"
	}
	return what, true
}
