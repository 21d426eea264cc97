package press

import "strings"

// unquoted drops the quotes around attributes that need none. From the end back, it tells where the value begins that is not closed, or the one
// of which nobody can tell yet whether it needs them, since its quote is the last byte.
func unquoted(html string) (out string, open, closed int) {
	var b strings.Builder
	for {
		at := strings.Index(html, `="`)
		if at < 0 {
			b.WriteString(html)
			return b.String(), 0, 0
		}
		if !attributeName(html[:at]) {
			b.WriteString(html[:at+2])
			html = html[at+2:]
			continue
		}
		value, rest, ends := strings.Cut(html[at+2:], `"`)
		switch {
		case !ends:
			open = len(value) + 1
		case rest == "":
			closed = len(value) + 2
		case IsPlain(value) && (rest[0] == ' ' || rest[0] == '>'):
			b.WriteString(html[:at+1])
			b.WriteString(value)
			html = rest
			continue
		default:
			b.WriteString(html[:len(html)-len(rest)])
			html = rest
			continue
		}
		b.WriteString(html)
		return b.String(), open, closed
	}
}

// attributeName reports whether a space and the name of an attribute stand at the end.
func attributeName(before string) bool {
	i := len(before)
	for i > 0 && ('a' <= before[i-1] && before[i-1] <= 'z' || '0' <= before[i-1] && before[i-1] <= '9' || before[i-1] == '-') {
		i--
	}
	return i > 0 && i < len(before) && before[i-1] == ' ' && 'a' <= before[i] && before[i] <= 'z'
}

// IsPlain reports whether the value of an attribute needs no quotes: it must not end in what would be taken for the end of the tag.
func IsPlain[T string | []byte](value T) bool {
	for i := range len(value) {
		if !plainBytes[value[i]] {
			return false
		}
	}
	if len(value) == 0 {
		return false
	}
	switch value[len(value)-1] {
	case '.', '/', ':', '-':
		return false
	}
	return true
}

// plainBytes are what a value without quotes may hold.
var plainBytes = func() (plain [256]bool) {
	for _, c := range []byte("_.#/%:-") {
		plain[c] = true
	}
	for c := range 256 {
		plain[c] = plain[c] || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
	}
	return plain
}()
