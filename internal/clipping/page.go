package clipping

import (
	"errors"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// html cuts the article out of a page. Declared is the encoding that stands outside the page, or "".
func (c *cutter) html(data []byte, declared string) error {
	text, encoding, lost, err := decodePage(data, declared)
	if err != nil {
		return err
	}
	if err := isText(text); err != nil {
		return err
	}
	if c.out.Format == "" {
		c.out.Format = "HTML"
	}
	c.out.Encoding, c.out.Lost = encoding, lost
	c.savedFrom(text)
	if low := lowerASCII(text); strings.Contains(low, "<title") && !strings.Contains(low, "</title") {
		at := strings.Index(low, "<title") // never closed, it would swallow the page
		text = text[:at] + "<x-title" + text[at+len("<title"):]
	}
	root, err := parse(text)
	if err != nil { // there is no structure to be trusted
		c.out.Text = flat(text)
		return nil
	}
	c.head(root)
	body := find(root, func(n *html.Node) bool { return n.DataAtom == atom.Body })
	if body == nil {
		return ErrNoText
	}
	c.shownDates(body, measure(body))
	c.holders(body)
	headline := c.headlines(body)
	prune(body)
	w := &writer{skip: headline}
	w.block(article(body))
	c.out.Text = tidy(w.String())
	c.out.Readings = w.readings
	if len([]rune(c.out.Text)) < 40 && c.out.Text != "" || c.out.Text == "" {
		c.out.Text = longer(c.out.Text, tidy(c.articleBody()))
	}
	return nil
}

// maxElements is how many elements a page may have; those of articles have some thousands.
const maxElements = 200_000

// parse parses a page, unless it is nested too deeply for the parser, or would take more memory than any article is worth.
func parse(page string) (*html.Node, error) {
	if elements(page) > maxElements {
		return nil, errors.New("too many elements")
	}
	return html.Parse(strings.NewReader(page))
}

// elements is how many elements a parser makes of a page, roughly: those that are written, and those of the style of a text
// that are left open, which begin anew with every paragraph.
func elements(page string) int {
	z := html.NewTokenizer(strings.NewReader(page))
	n, open := 0, 0
	for {
		kind := z.Next()
		if kind == html.ErrorToken || n > maxElements {
			return n
		}
		if kind != html.StartTagToken && kind != html.EndTagToken {
			continue
		}
		name, _ := z.TagName()
		tag := atom.Lookup(name)
		switch {
		case kind == html.EndTagToken && style(tag):
			open = max(0, open-1)
		case kind == html.StartTagToken && style(tag):
			open = min(open+1, 512)
			n++
		case kind == html.StartTagToken && inlineTag(tag):
			n++
		case kind == html.StartTagToken:
			n += 1 + open
		}
	}
}

// style reports whether an element is one of those that go on where they are not closed.
func style(a atom.Atom) bool {
	switch a {
	case atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U:
		return true
	}
	return false
}

func longer(a, b string) string {
	if len(b) > len(a) {
		return b
	}
	return a
}

// holders reads the lines that say whose the rights are.
func (c *cutter) holders(body *html.Node) {
	for n := range body.Descendants() {
		if n.Type == html.TextNode && len(n.Data) < 600 && n.Parent != nil && !unread(n.Parent.DataAtom) && copyright.MatchString(n.Data) {
			c.copyrightLine(oneLine(n.Data))
		}
	}
}

// find returns the first node below n, in the order of the page, for which ok holds; nil where there is none.
func find(n *html.Node, ok func(*html.Node) bool) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && ok(d) {
			return d
		}
	}
	return nil
}

// attr returns an attribute of an element, "" where it has none.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// words returns the text of a node on one line, without ruby.
func words(n *html.Node) string {
	w := &writer{}
	w.inline(n)
	return oneLine(w.String())
}

// flat is the text of a page that cannot be parsed, a line for each block.
func flat(page string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	hidden := atom.Atom(0) // the element whose text is not read
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return tidy(b.String())
		case html.TextToken:
			if hidden == 0 {
				b.Write(z.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			tag := atom.Lookup(name)
			switch {
			case kind == html.StartTagToken && hidden == 0 && (unread(tag) || tag == atom.Rt || tag == atom.Rp || tag == atom.Title):
				hidden = tag
			case kind == html.EndTagToken && tag == hidden:
				hidden = 0
			case !inlineTag(tag):
				b.WriteByte('\n')
			}
		}
	}
}

// lowerASCII writes the letters of tags small; offsets stay what they are.
func lowerASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}
