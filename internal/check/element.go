package check

import (
	"strings"

	"golang.org/x/net/html"
)

// An address is an attribute that names files.
type address struct {
	key    string
	loaded bool // what it names is loaded with the page
	set    bool // several, as in srcset
}

// addresses returns the attributes of an element that name files.
func addresses(element string) []address {
	switch element {
	case "a", "area":
		return []address{{key: "href"}}
	case "form":
		return []address{{key: "action"}}
	case "link":
		return []address{{key: "href", loaded: true}, {key: "imagesrcset", loaded: true, set: true}}
	case "image", "use", "feimage":
		return []address{{key: "href", loaded: true}, {key: "xlink:href", loaded: true}}
	case "img", "source":
		return []address{{key: "src", loaded: true}, {key: "srcset", loaded: true, set: true}}
	case "video":
		return []address{{key: "src", loaded: true}, {key: "poster", loaded: true}}
	case "script", "iframe", "audio", "track", "embed", "input":
		return []address{{key: "src", loaded: true}}
	case "object":
		return []address{{key: "data", loaded: true}}
	case "button":
		return []address{{key: "formaction"}}
	}
	return nil
}

// element notes what a start tag says.
func (p *page) element(t html.Token) {
	attr := map[string]string{}
	for _, a := range t.Attr {
		attr[a.Key] = a.Val
		p.attribute(t.Data, a)
	}
	p.addresses(t.Data, attr)
	switch t.Data {
	case "html":
		p.language = attr["lang"] != ""
	case "title":
		p.title = true
	case "meta":
		p.meta(attr)
	case "link":
		p.version(attr)
	case "base":
		p.fault(TreeDisk, "name files from the page itself", "<base> moves every link, and the policy forbids it")
	case "use":
		if href := attr["href"] + attr["xlink:href"]; href != "" && href[0] != '#' {
			p.fault(TreeDisk, "put the drawing into the page", "<use> of another file, which browsers do not load from a disk")
		}
	case "img":
		p.size(link{element: "img", address: attr["src"], line: p.line}, attr["width"], attr["height"], false)
		if _, ok := attr["alt"]; !ok {
			p.fault(TreeAlt, "write alt, empty for decoration", "image without alternative text")
		}
	case "style":
		p.fault(TreeStyle, "the policy blocks it: put it into the style sheet", "inline style sheet")
	case "script":
		p.script(attr)
	}
}

// addresses notes what an element names.
func (p *page) addresses(element string, attr map[string]string) {
	for _, a := range addresses(element) {
		value, ok := attr[a.key]
		switch {
		case !ok:
		case a.set:
			for _, one := range candidates(value) {
				p.link(element, one, a.loaded)
			}
		default:
			p.link(element, value, a.loaded && !onlyNames(element, attr))
		}
	}
}

func (p *page) link(element, address string, loaded bool) {
	p.links = append(p.links, link{element: element, address: address, line: p.line, loaded: loaded})
}

// onlyNames tells links of the head that only name another page from those that are loaded.
func onlyNames(element string, attr map[string]string) bool {
	return element == "link" && (attr["rel"] == "alternate" || attr["rel"] == "canonical")
}

// candidates returns the addresses of a srcset. A comma belongs to an address unless it ends it.
func candidates(set string) []string {
	var out []string
	for rest := strings.TrimLeft(set, " \t\n\r\f,"); rest != ""; rest = strings.TrimLeft(rest, " \t\n\r\f,") {
		end := strings.IndexAny(rest, " \t\n\r\f")
		if end < 0 {
			end = len(rest)
		}
		one := rest[:end]
		rest = rest[end:]
		out = append(out, strings.TrimRight(one, ","))
		if !strings.HasSuffix(one, ",") {
			_, rest, _ = strings.Cut(rest, ",")
		}
	}
	return out
}

// meta notes the policy, where a page leads on to, and the picture of its card.
func (p *page) meta(attr map[string]string) {
	switch strings.ToLower(attr["http-equiv"]) {
	case "content-security-policy":
		p.policy = p.policy || attr["content"] == policy
	case "refresh":
		_, to, ok := strings.Cut(attr["content"], "=")
		if ok {
			p.link("refresh", strings.Trim(strings.TrimSpace(to), `"'`), false)
		}
	}
	switch name := attr["property"] + attr["name"]; name {
	case "og:image", "twitter:image":
		p.link(name, attr["content"], false)
		if name == "og:image" {
			p.card = sized{link: p.links[len(p.links)-1], exact: true}
		}
	case "og:image:width":
		p.card.width = number(attr["content"])
	case "og:image:height":
		p.card.height = number(attr["content"])
	}
}

// size notes the size that an image is said to have.
func (p *page) size(l link, width, height string, exact bool) {
	p.sized = append(p.sized, sized{l, number(width), number(height), exact})
}

// version notes the address of a page and of its versions in other languages.
func (p *page) version(attr map[string]string) {
	switch {
	case attr["rel"] == "manifest":
		p.fault(TreeDisk, "do without it", "a manifest, which browsers do not load from a disk")
	case attr["rel"] == "canonical":
		p.canonical = attr["href"]
	case attr["rel"] == "alternate" && attr["hreflang"] != "":
		p.versions = append(p.versions, link{element: attr["hreflang"], address: attr["href"], line: p.line})
	}
}

func (p *page) attribute(element string, a html.Attribute) {
	switch {
	case a.Key == "id":
		p.id(a.Val)
	case a.Key == "style":
		p.fault(TreeStyle, "the policy blocks it: use a class or an SVG attribute", "inline style on <%s>", element)
	case strings.HasPrefix(a.Key, "on"):
		p.fault(TreeScript, "the policy blocks it: use a script file", "inline script %s on <%s>", a.Key, element)
	case a.Key == "integrity" || a.Key == "crossorigin":
		p.fault(TreeLocked, "browsers block such files when they are opened from a disk", "%s on <%s>", a.Key, element)
	case strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:"):
		p.fault(TreeScript, "the policy blocks it: use a script file", "script address on <%s>", element)
	}
}

func (p *page) id(id string) {
	if first, used := p.ids[id]; used {
		p.fault(TreeID, "a link reaches only the first of them", "id %q is used already in line %d", id, first)
		return
	}
	p.ids[id] = p.line
}

// script refuses modules and inline code; blocks of data are allowed.
func (p *page) script(attr map[string]string) {
	switch kind := attr["type"]; {
	case kind == "module" || kind == "importmap":
		p.fault(TreeModule, "modules do not load from a disk", "script of type %s", kind)
	case attr["src"] == "" && (kind == "" || strings.Contains(kind, "javascript")):
		p.inlineRaw = true
	case strings.HasSuffix(kind, "json"):
		p.inData = true
	}
}

func (p *page) text(s string) {
	if p.inData {
		p.data = append(p.data, dataBlock{s, p.line})
	}
	if p.inlineRaw && strings.TrimSpace(s) != "" {
		p.fault(TreeScript, "the policy blocks it: use a script file", "inline script")
	}
}
