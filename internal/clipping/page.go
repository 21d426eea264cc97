package clipping

import (
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
	root, err := html.Parse(strings.NewReader(text))
	if err != nil { // nested too deeply for the parser: there is no structure to be trusted
		c.out.Text = flat(text)
		if c.out.Text == "" {
			return ErrNoText
		}
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
