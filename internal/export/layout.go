package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
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

// A jsonWriter writes an object, field by field and item by item, in that layout, so that a list as long as the
// archive is never in memory.
type jsonWriter struct {
	w      *bufio.Writer
	at     int // how much is written
	fields int
	err    error // the first one; then nothing more is written

	old    map[Digest][]byte // records of the file that was, by what they were made of
	places []Place           // of the records of this one
}

func newJSONWriter(w io.Writer) *jsonWriter {
	size := 64 << 10
	if _, ok := w.(*bytes.Buffer); ok {
		size = 4 << 10
	}
	return &jsonWriter{w: bufio.NewWriterSize(w, size)}
}

// name begins a field.
func (j *jsonWriter) name(name string) {
	start := ",\n \""
	if j.fields == 0 {
		start = "{\n \""
	}
	j.fields++
	j.text(start + name + "\": ")
}

// field writes a field.
func (j *jsonWriter) field(name string, v any) {
	j.name(name)
	compact, err := json.Marshal(v)
	j.fail(err)
	if j.err == nil {
		// The field stands one level deep: it is laid out in an object of its own, and cut out of it.
		whole := layout(nil, append(append([]byte(`{"":`), compact...), '}'))
		j.bytes(whole[len("{\n \"\": ") : len(whole)-len("\n}")])
	}
}

// list writes a list of n items, each already encoded without white space. What an item is made of is told by of, which may be nil; one
// that stood in the old file is taken from there. Then is told of each, and may be nil too.
func (j *jsonWriter) list(name string, n int, of func(int) Digest, item func(int) ([]byte, error), then func(i int, compact []byte) error) {
	j.name(name)
	if n == 0 {
		j.text("[]")
		return
	}
	for i := 0; i < n && j.err == nil; i++ {
		if i == 0 {
			j.text("[\n  ")
		} else {
			j.text(",\n  ")
		}
		compact, err := j.record(i, of, item)
		if err == nil && then != nil {
			err = then(i, compact)
		}
		j.fail(err)
		j.bytes(compact)
	}
	j.text("\n ]")
}

// record returns an item of a list, and notes where it is going to stand.
func (j *jsonWriter) record(i int, of func(int) Digest, item func(int) ([]byte, error)) (compact []byte, err error) {
	p := Place{At: j.at}
	if of != nil {
		p.Of = of(i)
	}
	if compact = j.old[p.Of]; compact == nil || p.Of == (Digest{}) {
		compact, err = item(i)
	}
	if p.Of != (Digest{}) {
		p.Size = len(compact)
		j.places = append(j.places, p)
	}
	return compact, err
}

// close ends the object.
func (j *jsonWriter) close() error {
	j.text("\n}\n")
	j.fail(j.w.Flush())
	return j.err
}

func (j *jsonWriter) text(s string) {
	if j.err == nil {
		j.at += len(s)
		_, j.err = j.w.WriteString(s)
	}
}

func (j *jsonWriter) bytes(b []byte) {
	if j.err == nil {
		j.at += len(b)
		_, j.err = j.w.Write(b)
	}
}

func (j *jsonWriter) fail(err error) {
	if j.err == nil {
		j.err = err
	}
}
