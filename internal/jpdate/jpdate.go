// Package jpdate is an analysis stage: Japanese date expressions in running
// text → EDTF values.
//
// In: the prose of a text, passage by passage in order, and its publication date.
// Out: [Date] values with spans in the passage. It looks at text alone, not at tokens,
// since kagome cuts dates at unhelpful places.
package jpdate

import (
	"jikenbo/internal/edtf"
	"jikenbo/internal/source"
)

// A Basis says how a date was resolved. Its value stands in the JSON contract.
type Basis string

// The bases.
const (
	Stated    Basis = "stated"    // the year stands in the text
	Published Basis = "published" // completed from the publication date
	Earlier   Basis = "earlier"   // completed from an earlier date of the text
)

// A Date is a date expression found in a text.
type Date struct {
	Span    source.Span // in the passage
	Surface string
	Value   edtf.Date
	Basis   Basis
	// AsOf marks 時点 and 現在: the date of a figure rather than of an act.
	AsOf bool
}

// A Reader finds dates in one text. It keeps the reference that later
// expressions (同月, 翌年, a bare 14日) count from; make a new one for each text.
type Reader struct {
	published edtf.Date
	last      edtf.Date
}

// NewReader returns a Reader for a text that was published on a date.
// With the zero date, expressions that need it are not resolved and not returned.
func NewReader(published edtf.Date) *Reader { return &Reader{published: published} }

// Find returns the dates of the next passage, in order, not overlapping.
func (r *Reader) Find(text string) []Date { panic("contract") }
