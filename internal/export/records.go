package export

import (
	"bufio"
	"io"
)

// A recordWriter writes a file of records. Those that stand beside each other in the old file and are made of the same are copied from there
// together.
type recordWriter struct {
	to      io.Writer
	w       *bufio.Writer
	between string // what stands between the records of a list
	at      int    // how much is written
	err     error  // the first one; then nothing more is written

	old    stock
	run    Place   // of the old file, that is to be copied here; empty where there is none
	places []Place // of the records of this file
}

func newRecordWriter(to io.Writer, room int, between string, old stock) recordWriter {
	return recordWriter{to: to, w: bufio.NewWriterSize(to, room), between: between, old: old, places: make([]Place, 0, len(old.Places))}
}

// put writes a record; before all but the first of a list stands what is between them.
func (w *recordWriter) put(p Place, record []byte, first bool) {
	if !first {
		w.text(w.between)
	}
	if p.Of != (Digest{}) {
		p.At, p.Size = w.at, len(record)
		w.places = append(w.places, p)
	}
	w.bytes(record)
}

// take takes a record from its place in the old file.
func (w *recordWriter) take(p Place, first bool) {
	switch follows := w.run.At + w.run.Size + len(w.between); {
	case !first && w.run.Size > 0 && p.At == follows:
		w.run.Size += len(w.between) + p.Size
		w.at += len(w.between)
	case first:
		w.settle()
		w.run = p
	default:
		w.text(w.between)
		w.run = p
	}
	p.At = w.at
	w.places = append(w.places, p)
	w.at += p.Size
}

// settle copies what is to be copied.
func (w *recordWriter) settle() {
	run := w.run
	if w.run = (Place{}); run.Size == 0 || w.err != nil {
		return
	}
	if to, ok := w.to.(RangeWriter); ok {
		w.fail(w.w.Flush())
		w.fail(to.CopyOld(w.old.Data, run.At, run.Size))
		return
	}
	_, err := io.Copy(w.w, io.NewSectionReader(w.old.Data, int64(run.At), int64(run.Size)))
	w.fail(err)
}

// close writes what is not written yet.
func (w *recordWriter) close() error {
	w.settle()
	w.fail(w.w.Flush())
	return w.err
}

func (w *recordWriter) text(s string) {
	if w.settle(); w.err == nil {
		w.at += len(s)
		_, w.err = w.w.WriteString(s)
	}
}

func (w *recordWriter) bytes(b []byte) {
	if w.settle(); w.err == nil {
		w.at += len(b)
		_, w.err = w.w.Write(b)
	}
}

func (w *recordWriter) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}
