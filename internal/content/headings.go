package content

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/text/unicode/norm"

	"jikenbo/internal/source"
)

// fragmentLink is a link to a heading of the same text.
type fragmentLink struct {
	id string
	at int
}

var (
	// explicitID is {#id} at the end of a heading.
	explicitID = regexp.MustCompile(`[ \t]*\{#([^{}]*)\}[ \t]*$`)
	// reservedID are the fragments of sentences, paragraphs and claims.
	reservedID = regexp.MustCompile(`^[spc][0-9]+$`)
)

// heading writes a heading with its fragment.
func (w *writer) heading(n *ast.Heading, at place) {
	offset := offsetOf(n)
	level := n.Level
	if level == 1 {
		w.add(source.BadHeading, offset, `the title stands in the front matter; headings of the text begin with "##"`, "heading of the first level")
		level = 2
	}
	if at.kind != source.Paragraph {
		w.misplaced(offset, at, "a heading")
	}
	w.inlines(n, style{})
	id := w.takeID()
	if len(w.runs) == 0 {
		w.add(source.BadHeading, offset, "write its text, or delete the line", "empty heading")
		return
	}
	if id == "" {
		id = w.newID()
	}
	w.ids[id] = true
	w.flush(source.Passage{Kind: source.Heading, Level: level, ID: id})
}

// takeID takes {#id} away from the runs of a heading.
func (w *writer) takeID() string {
	if len(w.runs) == 0 {
		return ""
	}
	last := &w.runs[len(w.runs)-1]
	m := explicitID.FindStringSubmatchIndex(last.Text)
	if m == nil || last.File.Len() != len(last.Text) || last.Code {
		return ""
	}
	id := norm.NFC.String(last.Text[m[2]:m[3]])
	at := last.File.Start + m[2]
	last.Text, last.File.End = last.Text[:m[0]], last.File.Start+m[0]
	if last.Text == "" {
		w.runs = w.runs[:len(w.runs)-1]
	}
	switch {
	case id == "" || slug(id) != strings.ToLower(id):
		w.add(source.BadHeading, at, "ids have letters, digits, - and _", "%q is not an id for a heading", id)
	case reservedID.MatchString(id):
		w.add(source.BadHeading, at, "s, p and c with a number are the places of sentences, paragraphs and claims", "id %q is reserved", id)
	case w.ids[id]:
		w.add(source.BadHeading, at, "ids are unique in a text", "id %q is used by another heading", id)
	default:
		return id
	}
	return ""
}

// newID makes a fragment from the text of a heading, one that is still free.
func (w *writer) newID() string {
	p := source.Passage{Runs: w.runs}
	base := slug(p.Text())
	if base == "" || reservedID.MatchString(base) {
		base = strings.TrimSuffix("section-"+base, "-")
	}
	id := base
	for n := 2; w.ids[id]; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	return id
}

// slug keeps the letters and digits of any script; what stands between them becomes one hyphen.
func slug(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(norm.NFC.String(s)) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_' || r == '-':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return norm.NFC.String(strings.Trim(b.String(), "-"))
}

// fragments reports links to headings that the text does not have.
func (w *writer) fragments() {
	known := make([]string, 0, len(w.ids))
	for _, p := range w.passages {
		if p.ID != "" {
			known = append(known, p.ID)
		}
	}
	for _, l := range w.links {
		if w.ids[norm.NFC.String(l.id)] {
			continue
		}
		hint := "give the heading an id: ## … {#id}"
		if near := source.Nearest(l.id, known); near != "" {
			hint = fmt.Sprintf("did you mean %q?", "#"+near)
		}
		w.add(source.Link, l.at, hint, "link to %q, which is no heading of this text", "#"+l.id)
	}
}
