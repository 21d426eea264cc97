package dossier

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jikenbo/internal/i18n"
)

// A cutter makes what stands on a page independent of the pages around it.
type cutter struct {
	lang    i18n.Lang
	path    string // of the page, from the root of the site
	siteURL string
}

// useless are elements that do nothing without scripts or without the site.
var useless = [...]string{"script", "noscript", "form", "button", "input", "select", "textarea", "label", "link", "iframe", "object", "embed"}

func (c cutter) children(n *html.Node) {
	for kid := n.FirstChild; kid != nil; {
		next := kid.NextSibling
		switch {
		case kid.Type == html.ElementNode && slices.Contains(useless[:], kid.Data):
			n.RemoveChild(kid)
		case kid.Data == "dd" && c.siteURL == "" && onlyDoors(kid):
			if term := kid.PrevSibling; term != nil && term.Data == "dt" {
				n.RemoveChild(term)
			}
			n.RemoveChild(kid)
		case kid.Type == html.ElementNode:
			c.element(kid)
			c.children(kid)
		case kid.Type == html.CommentNode:
			n.RemoveChild(kid)
		}
		kid = next
	}
}

// onlyDoors reports whether all that an element holds is links to files of the site, which say their type.
func onlyDoors(n *html.Node) bool {
	doors := 0
	for kid := n.FirstChild; kid != nil; kid = kid.NextSibling {
		switch {
		case kid.Type == html.TextNode: // between two links
		case slices.ContainsFunc(kid.Attr, func(x html.Attribute) bool { return x.Key == "type" }):
			doors++
		default:
			return false
		}
	}
	return doors > 0
}

// element makes ids unique over both languages and settles where links lead.
func (c cutter) element(n *html.Node) {
	var attrs []html.Attribute
	for _, a := range n.Attr {
		switch a.Key {
		case "id":
			a.Val = c.id(a.Val)
		case "aria-labelledby", "aria-describedby", "aria-controls", "headers", "for":
			ids := strings.Fields(a.Val)
			for i := range ids {
				ids[i] = c.id(ids[i])
			}
			a.Val = strings.Join(ids, " ")
		case "href":
			a.Val = c.link(a.Val)
			if a.Val == "" {
				continue
			}
		case "src", "srcset", "poster":
			if !strings.HasPrefix(a.Val, "data:") {
				continue
			}
		}
		attrs = append(attrs, a)
	}
	n.Attr = attrs
	if n.Data == "a" && n.Namespace == "" && !slices.ContainsFunc(attrs, func(a html.Attribute) bool { return a.Key == "href" }) {
		n.Data, n.DataAtom = "span", atom.Span
		n.Attr = slices.DeleteFunc(attrs, func(a html.Attribute) bool {
			return slices.Contains([]string{"download", "hreflang", "rel", "target", "type"}, a.Key)
		})
	}
}

func (c cutter) id(id string) string { return string(c.lang) + "-" + id }

// link returns where a link leads from the dossier, "" for nowhere.
func (c cutter) link(href string) string {
	lower := strings.ToLower(href)
	if strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "mailto:") {
		return href
	}
	if strings.Contains(strings.SplitN(href, "/", 2)[0], ":") {
		return ""
	}
	target, fragment := c.resolve(href)
	switch {
	case target == c.path && fragment != "":
		return "#" + c.id(fragment)
	case c.siteURL != "":
		address := strings.TrimSuffix(c.siteURL, "/") + "/" + target
		if fragment != "" {
			address += "#" + fragment
		}
		return address
	}
	return ""
}
