package check

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// addresses says which attribute of which element names a file.
var addresses = map[string]string{
	"a": "href", "area": "href", "link": "href", "script": "src", "img": "src",
	"iframe": "src", "source": "src", "form": "action", "image": "href", "use": "href",
}

// element notes what a start tag says.
func (p *page) element(t html.Token) {
	attr := map[string]string{}
	for _, a := range t.Attr {
		attr[a.Key] = a.Val
		p.attribute(t.Data, a)
	}
	if address, ok := attr[addresses[t.Data]]; ok && addresses[t.Data] != "" {
		p.links = append(p.links, link{element: linkElement(t.Data, attr), address: address, line: p.line})
	}
	switch t.Data {
	case "html":
		p.language = attr["lang"] != ""
	case "title":
		p.title = true
	case "meta":
		p.policy = p.policy || attr["http-equiv"] == "Content-Security-Policy" && attr["content"] == policy
	case "img":
		if _, ok := attr["alt"]; !ok {
			p.fault("image without alternative text", "write alt, empty for decoration")
		}
	case "style":
		p.fault("inline style sheet", "the policy blocks it: put it into the style sheet")
	case "script":
		p.script(attr)
	}
}

// linkElement tells addresses that only name another page from those that are loaded.
func linkElement(element string, attr map[string]string) string {
	if element == "link" && (attr["rel"] == "alternate" || attr["rel"] == "canonical") {
		return "link-alternate"
	}
	return element
}

func (p *page) attribute(element string, a html.Attribute) {
	switch {
	case a.Key == "id":
		p.ids[a.Val]++
	case a.Key == "style":
		p.fault("inline style on <"+element+">", "the policy blocks it: use a class or an SVG attribute")
	case strings.HasPrefix(a.Key, "on"):
		p.fault("inline script "+a.Key+" on <"+element+">", "the policy blocks it: use a script file")
	case a.Key == "integrity" || a.Key == "crossorigin":
		p.fault(a.Key+" on <"+element+">", "browsers block such files when they are opened from a disk")
	case strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:"):
		p.fault("script address on <"+element+">", "")
	}
}

// script refuses modules and inline code; blocks of data are allowed.
func (p *page) script(attr map[string]string) {
	switch kind := attr["type"]; {
	case kind == "module" || kind == "importmap":
		p.fault("script of type "+kind, "modules do not load from a disk")
	case attr["src"] == "" && (kind == "" || strings.Contains(kind, "javascript")):
		p.inlineRaw = true
	}
}

func (p *page) text(s string) {
	if p.inlineRaw && strings.TrimSpace(s) != "" {
		p.fault("inline script", "the policy blocks it: use a script file")
	}
}

func (p *page) fault(msg, hint string) {
	p.faults = append(p.faults, fault{line: p.line, msg: msg, hint: hint})
}

// unescape decodes an address, leaving it as it is where it is not encoded rightly.
func unescape(s string) string {
	if out, err := url.PathUnescape(s); err == nil {
		return out
	}
	return s
}
