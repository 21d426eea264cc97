package export

import (
	"bytes"
	"encoding/json"
	"io"
)

// A jsonWriter writes an object, field by field and item by item, in the layout of large files, so that a list as long as the
// archive is never in memory.
type jsonWriter struct {
	recordWriter
	fields int
}

func newJSONWriter(w io.Writer, old stock) *jsonWriter {
	size := 64 << 10
	if _, ok := w.(*bytes.Buffer); ok {
		size = 4 << 10
	}
	return &jsonWriter{recordWriter: newRecordWriter(w, size, ",\n  ", old)}
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

// A lister says what the items of a list are.
type lister struct {
	n int
	// of tells what an item is made of, zero where that is not known; it may be nil.
	of func(i int) Digest
	// item makes one, encoded without white space; it is good until the next is made. One that stood in the old file is taken from there.
	item func(i int) ([]byte, error)
	// then is told of each, and may be nil; compact is nil where nobody has made the item.
	then func(i int, compact []byte) error
}

// list writes a list.
func (j *jsonWriter) list(name string, l lister) {
	j.begin(name, l.n)
	for i := 0; i < l.n && j.err == nil; i++ {
		var of Digest
		if l.of != nil {
			of = l.of(i)
		}
		var compact []byte
		if stood := j.old.find(of); stood >= 0 {
			j.take(j.old.Places[stood], i == 0)
		} else {
			var err error
			compact, err = l.item(i)
			j.fail(err)
			j.put(Place{Of: of}, compact, i == 0)
		}
		if l.then != nil && j.err == nil {
			j.fail(l.then(i, compact))
		}
	}
	j.end(l.n)
}

// begin and end are what stands before and after the items of a list.
func (j *jsonWriter) begin(name string, n int) {
	j.name(name)
	if n == 0 {
		j.text("[]")
		return
	}
	j.text("[\n  ")
}

func (j *jsonWriter) end(n int) {
	if n > 0 {
		j.text("\n ]")
	}
}

// close ends the object.
func (j *jsonWriter) close() error {
	j.text("\n}\n")
	return j.recordWriter.close()
}
