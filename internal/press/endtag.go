package press

import "strings"

// An endTag is a set of the end tags that HTML lets go, one bit for each.
type endTag uint8

// endTags are the elements of which they are, in the order of the bits.
var endTags = [...]string{"li", "dt", "dd", "th", "td", "tr", "option", "p"}

// len returns how long the tag of a set of one is.
func (e endTag) len() int {
	for i, name := range endTags {
		if e == 1<<i {
			return len("</>") + len(name)
		}
	}
	return 0
}

// tagOf returns the end tag of an element, none where it has to stand.
func tagOf(element string) endTag {
	for i, name := range endTags {
		if name == element {
			return 1 << i
		}
	}
	return 0
}

// letBefore returns the end tags that are let go before some text.
func letBefore(text string) endTag {
	var out endTag
	if tag := nextTag(text); tag != "" {
		for i, name := range endTags {
			if mayFollow(name, tag) {
				out |= 1 << i
			}
		}
	}
	return out
}

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

// unended drops the end tags that HTML lets go: a page of lists and tables has a thousand of them. From the end back, it tells where one stands
// of which nobody can tell yet, since nothing but white space follows it.
func unended(html string) (out string, end int, ended endTag) {
	var b strings.Builder
	for {
		at := strings.Index(html, "</")
		if at < 0 {
			b.WriteString(html)
			return b.String(), end, ended
		}
		to := at + 2 + tagName(html[at+2:])
		if to == len(html) || html[to] != '>' {
			b.WriteString(html[:to])
			html = html[to:]
			continue
		}
		tag, rest := tagOf(html[at+2:to]), html[to+1:]
		switch {
		case tag&letBefore(rest) != 0:
			b.WriteString(html[:at])
		case tag != 0 && strings.TrimSpace(rest) == "":
			b.WriteString(html)
			return b.String(), len(html) - at, tag
		default:
			b.WriteString(html[:to+1])
		}
		html = rest
	}
}

// between is the white space that does not matter between tags.
const between = " \t\r\n"

// nextTag returns the tag that comes next, without what stands behind its name, nothing where no tag does; white space does not matter.
func nextTag(rest string) string {
	rest = strings.TrimLeft(rest, between)
	if !strings.HasPrefix(rest, "<") {
		return ""
	}
	name := 1
	if strings.HasPrefix(rest, "</") {
		name = 2
	}
	return rest[:name+tagName(rest[name:])]
}

// tagName returns the length of the name of an element that stands at the beginning.
func tagName(html string) int {
	n := 0
	for n < len(html) && ('a' <= html[n] && html[n] <= 'z' || '0' <= html[n] && html[n] <= '9') {
		n++
	}
	return n
}
