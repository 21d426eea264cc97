package check

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"

	"jikenbo/internal/source"
)

// A page is what the checks need to know of an HTML file.
type page struct {
	name            string
	ids             map[string]int // the line of each id
	links           []link
	canonical       string
	versions        []link // hreflang; element is the language
	policy          bool
	language, title bool
	faults          source.Problems
	data            []dataBlock
	sized           []sized
	card            sized // the picture by which the page is shown elsewhere
	line            int
	inlineRaw       bool // inside a script that would be code
	inData          bool // inside a script of data
}

func (p *page) check(ps *source.Problems) {
	if !p.policy {
		ps.Add(TreePolicy, at(p.name, 0), "the layout of every page carries the policy of the site, word for word", "page without the content security policy")
	}
	if !p.language {
		ps.Add(TreeLanguage, at(p.name, 0), `write lang="ja" or lang="en" on <html>`, "page without a language")
	}
	if !p.title {
		ps.Add(TreeTitle, at(p.name, 0), "write <title>", "page without a title")
	}
	*ps = append(*ps, p.faults...)
}

func (p *page) fault(code source.Code, hint, format string, args ...any) {
	p.faults.Add(code, at(p.name, p.line), hint, format, args...)
}

// parse reads a page with the tokenizer, which keeps the lines.
func parse(name, text string) *page {
	p := &page{name: name, ids: map[string]int{}, line: 1}
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		kind := z.Next()
		lines := bytes.Count(z.Raw(), []byte{'\n'})
		switch kind {
		case html.ErrorToken: // the end: a string has no other error
			if p.card.address != "" {
				p.sized = append(p.sized, p.card)
			}
			return p
		case html.StartTagToken, html.SelfClosingTagToken:
			p.element(z.Token())
		case html.TextToken:
			p.text(string(z.Text()))
		case html.EndTagToken:
			p.inlineRaw, p.inData = false, false
		}
		p.line += lines
	}
}
