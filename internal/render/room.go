package render

import (
	"html/template"
	"strings"
	"sync"

	"jikenbo/internal/casebook"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/press"
)

// A room is where pages are made, one after the other: text and lists of which a view is made, and what is said again and again. Nothing
// that a view holds lies in it, but for strings, which stay as they are.
type room struct {
	html      []byte // of a passage
	tag       []byte
	sentences []sentenceSpan
	contents  []contents // of all texts of a page
	texts     []writtenText
	of        articleOf // what the texts are those of, where they are those of an article
	text      strings.Builder
	ja, en    phrases
	places    map[string]bool // that are linked in a text
	section   map[string]bool // what is named in a section
}

// phrases are what one language says again and again.
type phrases struct {
	dates     map[string]Date // by what EDTF writes. An archive has far fewer of them than dates
	sentences []Spot          // by their number, with the fragment alone
	marks     map[event.Type]Mark
	families  map[Family]Mark // of a whole family each
	site      string          // its name for TeX
	masthead  masthead        // of the last page
}

// in returns the phrases of a language.
func (m *room) in(l i18n.Lang) *phrases {
	if l == i18n.EN {
		return &m.en
	}
	return &m.ja
}

// textRoom is how much text is made in one piece of memory.
const textRoom = 16 << 10

// reserve makes room for text of some size, behind which is made before, and returns where it is to begin. That takes far less than
// a piece of memory for each.
func (m *room) reserve(size int) (from int) {
	if m.text.Cap()-m.text.Len() < size {
		m.text = strings.Builder{}
		m.text.Grow(max(size, textRoom))
	}
	return m.text.Len()
}

// keep returns what is written as text.
func (m *room) keep(written []byte) string {
	from := m.reserve(len(written))
	m.text.Write(written)
	return m.text.String()[from:]
}

// join returns texts as one.
func (m *room) join(texts ...string) string {
	size := 0
	for _, t := range texts {
		size += len(t)
	}
	from := m.reserve(size)
	for _, t := range texts {
		m.text.WriteString(t)
	}
	return m.text.String()[from:]
}

// rooms are those in which nobody makes a page. A [sync.Pool] would forget them, with all that they have put into words, whenever garbage is collected.
type rooms struct {
	mu   sync.Mutex
	free []*room
}

// take returns a room that was used before, nil where there is none.
func (r *rooms) take() *room {
	r.mu.Lock()
	defer r.mu.Unlock()
	n := len(r.free)
	if n == 0 {
		return nil
	}
	m := r.free[n-1]
	r.free = r.free[:n-1]
	return m
}

func (r *rooms) put(m *room) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.free = append(r.free, m)
}

// room returns a room for one page, to be given back to rooms.
func (r *Renderer) room() *room {
	m := r.rooms.take()
	if m == nil {
		own := func() phrases {
			return phrases{dates: map[string]Date{}, marks: map[event.Type]Mark{}, families: map[Family]Mark{}}
		}
		return &room{ja: own(), en: own(), places: map[string]bool{}, section: map[string]bool{}}
	}
	if m.of == (articleOf{}) {
		m.clear()
	}
	return m
}

// articleOf is an article of a casebook.
type articleOf struct {
	book    *book
	article *casebook.Article
}

// clear forgets what was laid out.
func (m *room) clear() { m.contents, m.texts, m.of = m.contents[:0], m.texts[:0], articleOf{} }

// write writes a cell of a passage, or all of it for -1.
func (m *room) write(p prose, cell int) template.HTML {
	m.html = p.append(m.html[:0], cell)
	return template.HTML(m.html)
}

// A tagAttribute is an attribute of a start tag, which stands there unless it is empty.
type tagAttribute struct{ name, value string }

// startTag returns a start tag, lean as pages are.
func (m *room) startTag(element string, attributes ...tagAttribute) string {
	b := append(append(m.tag[:0], '<'), element...)
	for _, a := range attributes {
		switch {
		case press.IsPlain(a.value):
			b = append(append(append(append(b, ' '), a.name...), '='), a.value...)
		case a.value != "":
			b = append(append(append(b, ' '), a.name...), `="`...)
			b = append(appendEscaped(b, a.value), '"')
		}
	}
	m.tag = append(b, '>')
	return m.keep(m.tag)
}

// appendEscaped writes text as html.EscapeString does, and newlines so that they stay.
func appendEscaped(b []byte, text string) []byte {
	for {
		plain := plainText.Leading(text)
		b = append(b, text[:plain]...)
		if plain == len(text) {
			return b
		}
		sign := ""
		switch text[plain] {
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
		}
		b = append(b, sign...)
		text = text[plain+1:]
	}
}

// plainText are the bytes that stay as they are.
var plainText = func() (plain press.Bytes) {
	for c := range plain {
		plain[c] = strings.IndexByte("&<>\"'\n", byte(c)) < 0
	}
	return plain
}()
