package content

import (
	"bytes"
	"html"
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"jikenbo/internal/source"
)

// style is what the nodes around a text make of it.
type style struct {
	emph, strong, code bool
	href               string
	cell               int
}

// inlines writes the children of a node.
func (w *writer) inlines(parent ast.Node, st style) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.inline(n, st)
	}
}

func (w *writer) inline(n ast.Node, st style) {
	switch n := n.(type) {
	case *ast.Text:
		w.text(n, st)
	case *furigana:
		w.run(source.Run{Text: string(n.base.Value(w.src)), File: source.Span{Start: n.base.Start, End: n.base.Stop}, Ruby: n.reading}, st)
	case *ast.Emphasis:
		if n.Level == 1 {
			st.emph = true
		} else {
			st.strong = true
		}
		w.inlines(n, st)
	case *ast.CodeSpan:
		st.code = true
		w.inlines(n, st)
	case *ast.Link:
		w.link(n, st)
	case *ast.AutoLink:
		w.autoLink(n, st)
	case *ast.Image:
		w.add(source.Markdown, max(0, n.Pos()), "describe it in words", "images are not supported yet")
		w.inlines(n, st)
	case *ast.RawHTML:
		w.html(n.Segments.At(0).Start)
		for i := range n.Segments.Len() {
			s := n.Segments.At(i)
			w.exact(s.Start, s.Stop, st)
		}
	default:
		w.inlines(n, st)
	}
}

// run appends a run in a style, after the line break that comes before it.
func (w *writer) run(r source.Run, st style) {
	if r.Text == "" {
		return
	}
	r.Emph, r.Strong, r.Code, r.Href, r.Cell = st.emph, st.strong, st.code, st.href, st.cell
	var last source.Run
	if n := len(w.runs); n > 0 {
		last = w.runs[n-1]
		if !w.hard && w.soft < 0 && continues(last, r) {
			w.runs[n-1].File.End = r.File.End
			w.runs[n-1].Text = w.joined(last.File.Start, last.Text, r.Text)
			return
		}
		if !w.hard && w.soft >= 0 && !joins(w.lang, last.Text, r.Text) {
			w.runs = append(w.runs, space(last, r, w.soft))
		}
	}
	r.Break = w.hard && len(w.runs) > 0
	w.hard, w.soft = false, -1
	w.runs = append(w.runs, r)
}

// continues reports whether two runs are one: the parser cuts a text wherever a mark might begin.
func continues(a, b source.Run) bool {
	return a.File.End == b.File.Start && a.File.Len() == len(a.Text) && b.File.Len() == len(b.Text) &&
		a.Ruby == "" && b.Ruby == "" && sameStyle(a, b)
}

func sameStyle(a, b source.Run) bool {
	return a.Emph == b.Emph && a.Strong == b.Strong && a.Code == b.Code && a.Href == b.Href && a.Cell == b.Cell
}

// joined is two texts as one: the part of the file from an offset on, which takes no room, where they stand there.
func (w *writer) joined(at int, a, b string) string {
	if both := w.file.Text[at:min(len(w.file.Text), at+len(a)+len(b))]; len(both) == len(a)+len(b) && both[:len(a)] == a && both[len(a):] == b {
		return both
	}
	return a + b
}

// space is the run for a line break between two runs. It takes no room in the file,
// so that nobody takes it for a copy of the line end.
func space(a, b source.Run, at int) source.Run {
	s := source.Run{Text: " ", File: source.Span{Start: at, End: at}, Cell: b.Cell}
	if sameStyle(a, b) {
		s.Emph, s.Strong, s.Code, s.Href = b.Emph, b.Strong, b.Code, b.Href
	}
	return s
}

// exact writes a part of the file as it is; a line end inside is a space.
func (w *writer) exact(start, stop int, st style) {
	for start < stop {
		line := w.file.Text[start:stop] // a part of the file, which takes no room
		end := strings.IndexByte(line, '\n')
		if end < 0 {
			end = len(line)
		}
		text := strings.TrimRight(line[:end], "\r")
		w.run(source.Run{Text: text, File: source.Span{Start: start, End: start + len(text)}}, st)
		if end < len(line) {
			w.soft = start + len(text)
		}
		start += end + 1
	}
}

// escapeForm is a backslash escape or an HTML entity.
var escapeForm = regexp.MustCompile(`\\[!-/:-@\[-` + "`" + `{-~]|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);`)

// text writes a text node: what stands in the file as it is, escapes and entities decoded.
func (w *writer) text(n *ast.Text, st style) {
	start, stop := n.Segment.Start, n.Segment.Stop
	switch {
	case n.IsRaw() || st.code:
		w.exact(start, stop, st)
	default:
		if n.SoftLineBreak() || n.HardLineBreak() {
			stop = start + len(strings.TrimRight(w.file.Text[start:stop], " \t\r\n"))
		}
		w.literal(start, stop)
		w.prose(start, stop, st)
	}
	if n.HardLineBreak() {
		w.hard = true
	}
	if n.SoftLineBreak() {
		w.soft = stop
	}
}

// prose writes a part of the file with escapes and entities decoded.
func (w *writer) prose(start, stop int, st style) {
	for start < stop {
		if rest := w.src[start:stop]; bytes.IndexByte(rest, '\\') < 0 && bytes.IndexByte(rest, '&') < 0 {
			break // either begins with one of these, which few texts hold
		}
		at := escapeForm.FindIndex(w.src[start:stop])
		if at == nil {
			break
		}
		from, to := start+at[0], start+at[1]
		w.exact(start, from, st)
		w.decoded(from, to, st)
		start = to
	}
	w.exact(start, stop, st)
}

// decoded writes one escape or entity. A run as long as its place in the file is
// taken for a copy of it, so an entity that is as long as its meaning is cut in two.
func (w *writer) decoded(from, to int, st style) {
	raw := string(w.src[from:to])
	text := raw[1:]
	if raw[0] == '&' {
		text = entity(raw)
	}
	at := source.Span{Start: from, End: to}
	if len(text) == len(raw) && text != raw {
		_, n := utf8.DecodeRuneInString(text)
		w.run(source.Run{Text: text[:n], File: at}, st)
		text, at.Start = text[n:], to
	}
	w.run(source.Run{Text: text, File: at}, st)
}

// entity returns what an HTML entity means, or the entity itself where it means nothing.
func entity(raw string) string {
	if strings.HasPrefix(raw, "&#") {
		raw := html.UnescapeString(raw)
		if r, n := utf8.DecodeRuneInString(raw); n == len(raw) && (r < ' ' || 0x7f <= r && r < 0xa0) {
			return "\ufffd" // a control character
		}
		return raw
	}
	if e, ok := util.LookUpHTML5EntityByName(raw[1 : len(raw)-1]); ok {
		return string(e.Characters)
	}
	return raw
}

// literal reports marks that were meant as Markdown and stay as they are.
func (w *writer) literal(start, stop int) {
	raw := w.file.Text[start:stop]
	if strings.IndexByte(raw, '*') < 0 && strings.IndexByte(raw, '{') < 0 { // as in most texts
		return
	}
	for i := 0; i < len(raw); i++ {
		switch {
		case raw[i] == '\\':
			i++
		case strings.HasPrefix(raw[i:], "**"):
			w.add(source.Markdown, start+i, `open and close it in the same paragraph, without a space inside; asterisks that are meant as such are written \*\*`, "%q stays as it is: it neither opens nor closes emphasis", "**")
			i += len(raw[i:]) - len(strings.TrimLeft(raw[i:], "*")) - 1
		case raw[i] == '{' && furiganaTry.MatchString(raw[i:]):
			w.add(source.Markdown, start+i, "furigana is written {漢字|かんじ}, with a text and a reading", "%q is not read as furigana", furiganaTry.FindString(raw[i:]))
		}
	}
}

// furiganaTry matches furigana that lacks one half.
var furiganaTry = regexp.MustCompile(`^\{(?:[^{}|]*\|[ \t]*|[ \t]*\|[^{}|]*|[^{}|]*\|[^{}|]*\|[^{}]*)\}`)

// link writes the text of a link.
func (w *writer) link(n *ast.Link, st style) {
	href := decodeAll(string(n.Destination))
	at := max(0, n.Pos())
	had := len(w.runs)
	if w.allowed(href, at) {
		st.href = href
	}
	w.inlines(n, st)
	if len(w.runs) == had {
		w.add(source.Link, at, "write [text](address)", "link without a text")
	}
}

// autoLink writes <https://…> and <name@example.org>.
func (w *writer) autoLink(n *ast.AutoLink, st style) {
	label := n.Label(w.src)
	at := max(0, n.Pos())
	href := string(label)
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(href), "mailto:") {
		href = "mailto:" + href
	}
	start := at + strings.Index(w.file.Text[at:], string(label))
	if w.allowed(href, start) {
		st.href = href
	}
	w.exact(start, start+len(label), st)
}

// decodeAll decodes the escapes and entities of a link's address.
func decodeAll(s string) string {
	return escapeForm.ReplaceAllStringFunc(s, func(raw string) string {
		if raw[0] == '&' {
			return entity(raw)
		}
		return raw[1:]
	})
}

// allowed reports whether a link may lead to an address, and says so if not.
func (w *writer) allowed(href string, at int) bool {
	const hint = "links lead to https://…, mailto:…, source:ID, or to a file of the site by its relative path"
	u, err := url.Parse(href)
	switch {
	case href == "":
		w.add(source.Link, at, hint, "link without an address")
	case err != nil || strings.ContainsAny(href, "\\\"<>` \t\n"):
		w.add(source.Link, at, hint, "link to %q, which is not an address", href)
	case u.Scheme == "source":
		if !isID(u.Opaque) {
			w.add(source.Link, at, "write source: and the id of a record in seeds/", "link to %q, which is not the id of a source", href)
			return false
		}
		return true
	case u.Scheme == "http" || u.Scheme == "https":
		if u.Host == "" {
			w.add(source.Link, at, hint, "link to %q, which names no host", href)
			return false
		}
		return true
	case u.Scheme == "mailto":
		return true
	case u.Scheme != "":
		w.add(source.Link, at, hint, "link to %q: addresses of the kind %q are not allowed", href, u.Scheme+":")
	case strings.HasPrefix(href, "/"):
		w.add(source.Link, at, `the site may stand anywhere: write "../actors/flax-typhoon.html"`, "link to %q begins with a slash", href)
	case strings.HasPrefix(href, "#"):
		w.links = append(w.links, fragmentLink{u.Fragment, at})
		return true
	default:
		return true
	}
	return false
}
