package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
)

// A jsonWriter writes an object, field by field and item by item, in the layout of large files, so that a list as long as the
// archive is never in memory. Records that stand beside each other in the old file and are made of the same are copied from there together.
type jsonWriter struct {
	to     io.Writer
	w      *bufio.Writer
	at     int // how much is written
	fields int
	err    error // the first one; then nothing more is written

	old    stock
	run    Place   // of the old file, that is to be copied here; empty where there is none
	places []Place // of the records of this file
}

func newJSONWriter(w io.Writer, old stock) *jsonWriter {
	size := 64 << 10
	if _, ok := w.(*bytes.Buffer); ok {
		size = 4 << 10
	}
	return &jsonWriter{to: w, w: bufio.NewWriterSize(w, size), old: old}
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

// Between the records of a list stands this.
const between = ",\n  "

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
			j.take(j.old.Places[stood], i)
		} else {
			var err error
			compact, err = l.item(i)
			j.fail(err)
			j.put(Place{Of: of}, compact, i)
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

// put writes the i-th item of a list.
func (j *jsonWriter) put(p Place, compact []byte, i int) {
	if i > 0 {
		j.text(between)
	}
	if p.Of != (Digest{}) {
		p.At, p.Size = j.at, len(compact)
		j.places = append(j.places, p)
	}
	j.bytes(compact)
}

// take takes the i-th item of a list from its place in the old file.
func (j *jsonWriter) take(p Place, i int) {
	if next := j.run.At + j.run.Size + len(between); j.run.Size > 0 && i > 0 && p.At == next {
		j.run.Size += len(between) + p.Size
		j.at += len(between)
	} else {
		if i > 0 {
			j.text(between)
		}
		j.settle()
		j.run = p
	}
	p.At = j.at
	j.places = append(j.places, p)
	j.at += p.Size
}

// settle copies what is to be copied.
func (j *jsonWriter) settle() {
	run := j.run
	if j.run = (Place{}); run.Size == 0 || j.err != nil {
		return
	}
	if w, ok := j.to.(RangeWriter); ok {
		j.fail(j.w.Flush())
		j.fail(w.CopyOld(j.old.Data, run.At, run.Size))
		return
	}
	_, err := io.Copy(j.w, io.NewSectionReader(j.old.Data, int64(run.At), int64(run.Size)))
	j.fail(err)
}

// close ends the object.
func (j *jsonWriter) close() error {
	j.text("\n}\n")
	j.fail(j.w.Flush())
	return j.err
}

func (j *jsonWriter) text(s string) {
	if j.settle(); j.err == nil {
		j.at += len(s)
		_, j.err = j.w.WriteString(s)
	}
}

func (j *jsonWriter) bytes(b []byte) {
	if j.settle(); j.err == nil {
		j.at += len(b)
		_, j.err = j.w.Write(b)
	}
}

func (j *jsonWriter) fail(err error) {
	if j.err == nil {
		j.err = err
	}
}
