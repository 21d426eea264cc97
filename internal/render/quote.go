package render

import "bytes"

// unquoted drops the quotes around the values of attributes that may stand without them, in place. In text a
// quote is always escaped, so that what looks like an attribute is one.
func unquoted(html []byte) []byte {
	out := html[:0]
	for {
		at := bytes.Index(html, []byte(`="`))
		if at < 0 {
			return append(out, html...)
		}
		value := plainValue(html[at+2:])
		if value < 0 || !attributeName(html[:at]) {
			out, html = append(out, html[:at+2]...), html[at+2:]
			continue
		}
		out = append(out, html[:at+1]...)
		out = append(out, html[at+2:at+2+value]...)
		html = html[at+2+value+1:]
	}
}

// attributeName reports whether a space and the name of an attribute stand at the end.
func attributeName(before []byte) bool {
	i := len(before)
	for i > 0 && ('a' <= before[i-1] && before[i-1] <= 'z' || '0' <= before[i-1] && before[i-1] <= '9' || before[i-1] == '-') {
		i--
	}
	return i > 0 && i < len(before) && before[i-1] == ' ' && 'a' <= before[i] && before[i] <= 'z'
}

// plainValue returns the length of a value that needs no quotes, -1 of one that does. After its closing quote the
// tag or the next attribute must follow, and it must not end in what would be taken for the end of the tag.
func plainValue(rest []byte) int {
	n := 0
	for n < len(rest) && plainByte(rest[n]) {
		n++
	}
	if n == 0 || n+1 >= len(rest) || rest[n] != '"' || rest[n+1] != ' ' && rest[n+1] != '>' {
		return -1
	}
	switch rest[n-1] {
	case '.', '/', ':', '-':
		return -1
	}
	return n
}

func plainByte(c byte) bool {
	switch c {
	case '_', '.', '#', '/', '%', ':', '-':
		return true
	}
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}
