package export

import (
	"bytes"
	"encoding/json"
)

// The files that grow with the archive have a line for each field and for each item of a list at their top; what is
// deeper stands in its line. So people can read them, tools that compare lines tell records apart, and nobody pays for white space.
const layoutDepth = 2

// encode writes a value as JSON that people can read too, safe inside HTML.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", " ")
	err := e.Encode(v)
	return b.Bytes(), err
}

// layout appends a value of JSON that has no white space, broken into lines.
func layout(out, compact []byte) []byte {
	depth := 0
	for i := 0; i < len(compact); i++ {
		c := compact[i]
		switch c {
		case '"':
			n := stringEnd(compact[i:])
			out = append(out, compact[i:i+n]...)
			i += n - 1
			continue
		case '{', '[':
			depth++
			out = append(out, c)
			if closes := compact[i+1] == '}' || compact[i+1] == ']'; depth <= layoutDepth && !closes {
				out = newLine(out, depth)
			}
			continue
		case '}', ']':
			if empty := compact[i-1] == '{' || compact[i-1] == '['; depth <= layoutDepth && !empty {
				out = newLine(out, depth-1)
			}
			depth--
		}
		out = append(out, c)
		switch {
		case depth > layoutDepth:
		case c == ',':
			out = newLine(out, depth)
		case c == ':':
			out = append(out, ' ')
		}
	}
	return out
}

// stringEnd returns the length of the string at the beginning, with its quotes.
func stringEnd(s []byte) int {
	for i := 1; ; i++ {
		n := bytes.IndexByte(s[i:], '"')
		i += n
		slashes := 0
		for s[i-1-slashes] == '\\' {
			slashes++
		}
		if slashes%2 == 0 {
			return i + 1
		}
	}
}

func newLine(out []byte, depth int) []byte {
	out = append(out, '\n')
	for range depth {
		out = append(out, ' ')
	}
	return out
}
