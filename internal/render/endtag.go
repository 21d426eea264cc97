package render

import (
	"bytes"
	"slices"
)

// followers lists, for an element whose end tag HTML lets go, what may stand after it then: the beginning
// of a sibling or the end of a parent. A link is no such parent of a paragraph.
var followers = map[string][]string{
	"li":     {"<li", "</ul", "</ol"},
	"dt":     {"<dt", "<dd"},
	"dd":     {"<dt", "<dd", "</dl"},
	"th":     {"<th", "<td", "</tr"},
	"td":     {"<th", "<td", "</tr"},
	"tr":     {"<tr", "</tbody", "</thead", "</table"},
	"option": {"<option", "<optgroup", "</optgroup", "</select"},
	"p": {"<p", "<div", "<ul", "<ol", "<dl", "<table", "<section", "<blockquote", "<aside", "<h2", "<h3", "<pre", "<form", "<nav", "<details",
		"</div", "</section", "</blockquote", "</aside", "</li", "</dd", "</td", "</th", "</article", "</header", "</main"},
}

// unended drops the end tags that HTML lets go, in place: a page of lists and tables has a thousand of them.
func unended(html []byte) []byte {
	out := html[:0]
	for {
		at := bytes.Index(html, []byte("</"))
		if at < 0 {
			return append(out, html...)
		}
		end := at + tagName(html[at+2:]) + 2
		if end < len(html) && html[end] == '>' && mayFollow(followers[string(html[at+2:end])], html[end+1:]) {
			out, html = append(out, html[:at]...), html[end+1:]
			continue
		}
		out, html = append(out, html[:end]...), html[end:]
	}
}

// mayFollow reports whether one of the tags comes next, white space aside.
func mayFollow(tags []string, rest []byte) bool {
	rest = bytes.TrimLeft(rest, " \n")
	return slices.ContainsFunc(tags, func(tag string) bool {
		return bytes.HasPrefix(rest, []byte(tag)) && tagName(rest[len(tag):]) == 0
	})
}

// tagName returns the length of the name of an element that stands at the beginning.
func tagName(html []byte) int {
	n := 0
	for n < len(html) && ('a' <= html[n] && html[n] <= 'z' || '0' <= html[n] && html[n] <= '9') {
		n++
	}
	return n
}
