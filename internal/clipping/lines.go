package clipping

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// writer writes a part of a page as lines of text: one for each paragraph, heading, item and row.
type writer struct {
	strings.Builder
	space    string // white space that is written if text follows
	skip     *html.Node
	readings []Reading
	pre      int
}

// inlineTag reports whether an element stands inside a line.
func inlineTag(a atom.Atom) bool {
	switch a {
	case atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn, atom.Em, atom.Font, atom.I,
		atom.Ins, atom.Kbd, atom.Mark, atom.Q, atom.Rb, atom.Rp, atom.Rt, atom.Ruby, atom.S, atom.Samp, atom.Small, atom.Span, atom.Strike,
		atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr, atom.Label, atom.Output, atom.Img:
		return true
	}
	return false
}

// unread reports whether the text of an element is no text of the page.
func unread(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Object, atom.Embed, atom.Svg, atom.Math, atom.Canvas, atom.Audio, atom.Video,
		atom.Button, atom.Select, atom.Input, atom.Textarea, atom.Dialog, atom.Map, atom.Noembed, atom.Noframes:
		return true
	}
	return false
}

// block writes an element and what is in it.
func (w *writer) block(n *html.Node) {
	switch {
	case n == nil || n == w.skip:
		return
	case n.Type == html.TextNode:
		w.text(n.Data)
		return
	case n.Type != html.ElementNode:
		return
	case n.DataAtom == atom.Br:
		w.end()
		return
	case n.DataAtom == atom.Ruby:
		w.ruby(n)
		return
	case unread(n.DataAtom):
		return
	}
	if inlineTag(n.DataAtom) {
		w.children(n)
		return
	}
	w.end()
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.WriteByte('\n')
	case atom.Li:
		w.WriteString("・")
	case atom.Ol:
		w.items(n)
		return
	case atom.Pre:
		w.pre++
		defer func() { w.pre-- }()
	case atom.Tr:
		w.row(n)
		return
	}
	w.children(n)
	w.end()
}

func (w *writer) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.block(c)
	}
}

// inline writes the text of an element as if it stood in one line.
func (w *writer) inline(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			w.text(c.Data)
		case c.Type != html.ElementNode || unread(c.DataAtom):
		case c.DataAtom == atom.Ruby:
			w.ruby(c)
		default:
			if !inlineTag(c.DataAtom) {
				w.text(" ")
			}
			w.inline(c)
		}
	}
}

// layout reports whether a row only puts things beside each other: its cells have lines of their own.
func layout(n *html.Node) bool {
	return find(n, func(d *html.Node) bool {
		switch d.DataAtom {
		case atom.Br, atom.P, atom.Div, atom.Ul, atom.Ol, atom.Table, atom.H1, atom.H2, atom.H3:
			return true
		}
		return false
	}) != nil
}

// row writes the cells of a row, with tabs between them.
func (w *writer) row(n *html.Node) {
	if layout(n) {
		w.children(n)
		return
	}
	first := true
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		if !first {
			w.space = ""
			w.WriteByte('\t')
		}
		first = false
		w.inline(c)
	}
	w.end()
}

// items writes a numbered list.
func (w *writer) items(n *html.Node) {
	number := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Li {
			w.block(c)
			continue
		}
		number++
		w.end()
		w.WriteString(strconv.Itoa(number) + ". ")
		w.children(c)
		w.end()
	}
}

// end ends the line.
func (w *writer) end() {
	w.space = ""
	if s := w.String(); s != "" && !strings.HasSuffix(s, "\n") {
		w.WriteByte('\n')
	}
}

// text writes text, with its white space as a browser shows it; a line break between two characters of
// Japanese is only one of the file, and no space.
func (w *writer) text(s string) {
	if w.pre > 0 {
		w.WriteString(s)
		return
	}
	for s != "" {
		i := strings.IndexFunc(s, func(r rune) bool { return !blank(r) })
		if i < 0 {
			i = len(s)
		}
		if i > 0 {
			if w.space == "" || strings.ContainsAny(s[:i], "\r\n") {
				w.space = s[:i]
			}
			s = s[i:]
			continue
		}
		end := strings.IndexFunc(s, blank)
		if end < 0 {
			end = len(s)
		}
		w.word(s[:end])
		s = s[end:]
	}
}

func blank(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' }

// word writes a word, and the space before it that is shown.
func (w *writer) word(s string) {
	if w.space != "" && w.Len() > 0 {
		last, _ := utf8.DecodeLastRuneInString(w.String())
		first, _ := utf8.DecodeRuneInString(s)
		broken := strings.ContainsAny(w.space, "\r\n")
		if last != '\n' && last != '\t' && !(broken && wide(last) && wide(first)) {
			w.WriteByte(' ')
		}
	}
	w.space = ""
	w.WriteString(s)
}

// wide reports whether a character is one of Japanese, which has no spaces between words.
func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef || r == 'ー'
}

// ruby writes the words of ruby, and notes how they are read.
func (w *writer) ruby(n *html.Node) {
	var base, kana strings.Builder
	pair := func() {
		r := Reading{oneLine(base.String()), oneLine(kana.String())}
		if r.Word != "" && r.Kana != "" && !slices.Contains(w.readings, r) {
			w.readings = append(w.readings, r)
		}
		base.Reset()
		kana.Reset()
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				if kana.Len() > 0 && strings.TrimSpace(c.Data) != "" {
					pair()
				}
				base.WriteString(c.Data)
				w.text(c.Data)
			case c.DataAtom == atom.Rp, c.Type != html.ElementNode, unread(c.DataAtom):
			case c.DataAtom == atom.Rt, c.DataAtom == atom.Rtc:
				kana.WriteString(words(c))
			default:
				walk(c)
			}
		}
	}
	walk(n)
	pair()
}
