package render

import (
	"bytes"
	"slices"
	"strings"

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
	Shape  string // name of one of the shapes
	Hollow bool
}

// A shape is the form of a mark. It is drawn once a page, and marks refer to it by its name.
type shape struct{ name, path string }

// The shapes of marks, their path data in a box of 16 units around the origin.
var shapes = [...]shape{
	{"m-square", "M-6-6H6V6H-6z"},
	{"m-diamond", "M0-8 8 0 0 8-8 0z"},
	{"m-down", "M-7-6H7L0 7z"},
	{"m-up", "M-7 6H7L0-7z"},
	{"m-disc", "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z"},
	{"m-ring", "M-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0zM-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0z"},
	{"m-bar", "M-8-3H8V3H-8z"},
	{"m-dash", "M-6-1H6V1H-6z"},
	{"m-cross", "M-6-6 6 6M6-6-6 6"},
	{"m-pentagon", "M0-7 7-1 4 7H-4L-7-1z"},
}

// signs stand in figures beside marks: where an act was announced, and ends that are open.
var signs = [...]shape{
	{"m-told", "M0-5V5"},
	{"m-to", "M-6-1 2 6.5-6 14"},
	{"m-from", "M6-1-2 6.5 6 14"},
}

// sprite returns the drawing that holds the shapes to which a page refers, nothing where it refers to none.
// In figures a disc that nobody sees stands around each, large enough to be hit with a finger.
func sprite(page []byte) string {
	used := referred(page)
	if len(used) == 0 {
		return ""
	}
	figures := bytes.Contains(page, []byte("<svg class=plot")) || bytes.Contains(page, []byte(`<svg class="plot`))
	var b strings.Builder
	for _, s := range signs {
		if slices.Contains(used, s.name) {
			b.WriteString(s.drawn(false))
		}
	}
	for _, s := range shapes {
		if slices.Contains(used, s.name) {
			b.WriteString(s.drawn(figures))
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return `<svg width=0 height=0 class=sprite aria-hidden=true><defs>` + b.String() + "</defs></svg>\n"
}

// drawn returns a shape, with its disc or without.
func (s shape) drawn(disc bool) string {
	path := ` d="` + s.path + `"/>`
	if !disc {
		return "<path id=" + s.name + path
	}
	return "<g id=" + s.name + `><circle r=12 fill=none stroke=none pointer-events="all"/><path` + path + "</g>"
}

// longestName is more than the name of any shape is long.
const longestName = 16

// referred returns the names of the shapes to which a page refers.
func referred(page []byte) []string {
	var used []string
	for {
		at := bytes.IndexByte(page, '#') // far rarer than what stands around it
		if at < 0 {
			return used
		}
		before := page[:at]
		page = page[at+1:]
		if !bytes.HasPrefix(page, []byte("m-")) || !bytes.HasSuffix(before, []byte(`"`)) && !bytes.HasSuffix(before, []byte("=")) {
			continue
		}
		if end := bytes.IndexAny(page[:min(len(page), longestName)], `" >`); end > 0 && !slices.ContainsFunc(used, func(name string) bool { return name == string(page[:end]) }) {
			used = append(used, string(page[:end]))
		}
	}
}

// mark returns the sign for a type of act.
func (s scope) mark(t event.Type) Mark {
	known := s.room.in(s.lang).marks
	m, ok := known[t]
	if !ok {
		m = Mark{Type: t, Word: s.term("type", string(t))}
		m.Family, m.Shape, m.Hollow = sign(t)
		known[t] = m
	}
	return m
}

// sign says which family and shape a type of act has.
func sign(t event.Type) (f Family, shape string, hollow bool) {
	switch t {
	case event.Takedown, event.Seizure:
		return Counter, "m-square", false
	case event.Sanction:
		return Counter, "m-diamond", false
	case event.Indictment, event.Arrest:
		return Counter, "m-down", false
	case event.Attribution:
		return Counter, "m-ring", true
	case event.Legal:
		return Counter, "m-square", true
	case event.Intrusion:
		return Intrusion, "m-disc", false
	case event.Campaign:
		return Intrusion, "m-bar", false
	case event.DataBreach, event.Theft:
		return Intrusion, "m-disc", true
	case event.Ransomware, event.DDoS:
		return Intrusion, "m-cross", true
	case event.Advisory, event.Notification:
		return Report, "m-up", false
	case event.Report, event.Disclosure, event.Statement:
		return Report, "m-up", true
	case event.Vulnerability:
		return Report, "m-pentagon", true
	}
	return Neither, "m-dash", false
}
