package render

import (
	"jikenbo/internal/event"
)

// A Family is a group of types of act that share a colour: counter-operations,
// intrusions, reports, and what is neither.
type Family string

// The families, as class names.
const (
	Counter   Family = "counter"
	Intrusion Family = "intrusion"
	Report    Family = "report"
	Neither   Family = "neither"
)

// families lists them in the order in which pages show them.
var families = [...]Family{Counter, Intrusion, Report, Neither}

// A Mark is the sign for a type of act: a shape, a colour, and always the word.
type Mark struct {
	Type   event.Type
	Family Family
	Word   string
	Shape  string // path data in a box of 16 units around the origin
	Hollow bool
}

// The shapes of marks.
const (
	square   = "M-6-6H6V6H-6z"
	diamond  = "M0-8 8 0 0 8-8 0z"
	down     = "M-7-6H7L0 7z"
	up       = "M-7 6H7L0-7z"
	disc     = "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z"
	ring     = "M-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0zM-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0z"
	bar      = "M-8-3H8V3H-8z"
	dash     = "M-6-1H6V1H-6z"
	cross    = "M-6-6 6 6M6-6-6 6"
	pentagon = "M0-7 7-1 4 7H-4L-7-1z"
)

// mark returns the sign for a type of act.
func (s scope) mark(t event.Type) Mark {
	m := Mark{Type: t, Word: s.term("type", string(t))}
	m.Family, m.Shape, m.Hollow = sign(t)
	return m
}

// sign says which family and shape a type of act has.
func sign(t event.Type) (f Family, shape string, hollow bool) {
	switch t {
	case event.Takedown, event.Seizure:
		return Counter, square, false
	case event.Sanction:
		return Counter, diamond, false
	case event.Indictment, event.Arrest:
		return Counter, down, false
	case event.Attribution:
		return Counter, ring, true
	case event.Legal:
		return Counter, square, true
	case event.Intrusion:
		return Intrusion, disc, false
	case event.Campaign:
		return Intrusion, bar, false
	case event.DataBreach, event.Theft:
		return Intrusion, disc, true
	case event.Ransomware, event.DDoS:
		return Intrusion, cross, true
	case event.Advisory, event.Notification:
		return Report, up, false
	case event.Report, event.Disclosure, event.Statement:
		return Report, up, true
	case event.Vulnerability:
		return Report, pentagon, true
	}
	return Neither, dash, false
}
