package render

import "html/template"

// A room is where pages are made, one after the other: text and lists of which a view is made. Nothing that a view holds lies in it.
type room struct {
	html      []byte // of a passage
	tag       []byte
	sentences []sentenceSpan
	stretches []stretch
	contents  []contents // of all texts of a page
	dates     map[datedIn]Date
	places    map[string]bool // that are linked in a text
	section   map[string]bool // what is named in a section
}

// room returns a room for one page, to be given back to rooms.
func (r *Renderer) room() *room {
	m, ok := r.rooms.Get().(*room)
	if !ok {
		return &room{dates: map[datedIn]Date{}, places: map[string]bool{}, section: map[string]bool{}}
	}
	m.contents = m.contents[:0]
	return m
}

// write writes a cell of a passage, or all of it for -1.
func (m *room) write(p prose, cell int) template.HTML {
	m.html = p.append(m.html[:0], cell)
	return template.HTML(m.html)
}

// A tagAttribute is an attribute of a start tag, which stands there unless it is empty.
type tagAttribute struct{ name, value string }

// startTag returns a start tag.
func (m *room) startTag(element string, attributes ...tagAttribute) string {
	b := append(append(m.tag[:0], '<'), element...)
	for _, a := range attributes {
		if a.value != "" {
			b = append(append(append(b, ' '), a.name...), `="`...)
			b = append(appendEscaped(b, a.value), '"')
		}
	}
	m.tag = append(b, '>')
	return string(m.tag)
}

// appendEscaped writes text as html.EscapeString does, and newlines so that they stay.
func appendEscaped(b []byte, text string) []byte {
	from := 0
	for i := range len(text) {
		sign := ""
		switch text[i] {
		case '&':
			sign = "&amp;"
		case '<':
			sign = "&lt;"
		case '>':
			sign = "&gt;"
		case '"':
			sign = "&#34;"
		case '\'':
			sign = "&#39;"
		case '\n':
			sign = "&#10;"
		default:
			continue
		}
		b = append(append(b, text[from:i]...), sign...)
		from = i + 1
	}
	return append(b, text[from:]...)
}
