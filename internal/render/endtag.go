package render

import "bytes"

// mayFollow reports whether a tag, without what stands behind its name, may stand after an element whose end tag HTML lets go then: the
// beginning of a sibling or the end of a parent. A link is no such parent of a paragraph.
func mayFollow(element, tag string) bool {
	switch element {
	case "li":
		switch tag {
		case "<li", "</ul", "</ol":
			return true
		}
	case "dt":
		switch tag {
		case "<dt", "<dd":
			return true
		}
	case "dd":
		switch tag {
		case "<dt", "<dd", "</dl":
			return true
		}
	case "th", "td":
		switch tag {
		case "<th", "<td", "</tr":
			return true
		}
	case "tr":
		switch tag {
		case "<tr", "</tbody", "</thead", "</table":
			return true
		}
	case "option":
		switch tag {
		case "<option", "<optgroup", "</optgroup", "</select":
			return true
		}
	case "p":
		switch tag {
		case "<p", "<div", "<ul", "<ol", "<dl", "<table", "<section", "<blockquote", "<aside", "<h2", "<h3", "<pre", "<form", "<nav", "<details",
			"</div", "</section", "</blockquote", "</aside", "</li", "</dd", "</td", "</th", "</article", "</header", "</main":
			return true
		}
	}
	return false
}

// unended drops the end tags that HTML lets go, in place: a page of lists and tables has a thousand of them.
func unended(html []byte) []byte {
	out := html[:0]
	for {
		at := bytes.Index(html, []byte("</"))
		if at < 0 {
			return append(out, html...)
		}
		end := at + 2 + tagName(html[at+2:])
		if end < len(html) && html[end] == '>' && mayFollow(string(html[at+2:end]), string(nextTag(html[end+1:]))) {
			out, html = append(out, html[:at]...), html[end+1:]
			continue
		}
		out, html = append(out, html[:end]...), html[end:]
	}
}

// nextTag returns the tag that comes next, without what stands behind its name, nothing where no tag does; white space does not matter.
func nextTag(rest []byte) []byte {
	rest = bytes.TrimLeft(rest, " \n")
	if !bytes.HasPrefix(rest, []byte("<")) {
		return nil
	}
	name := 1
	if bytes.HasPrefix(rest, []byte("</")) {
		name = 2
	}
	return rest[:name+tagName(rest[name:])]
}

// tagName returns the length of the name of an element that stands at the beginning.
func tagName(html []byte) int {
	n := 0
	for n < len(html) && ('a' <= html[n] && html[n] <= 'z' || '0' <= html[n] && html[n] <= '9') {
		n++
	}
	return n
}
