package serve

import (
	"bytes"
	"html"
	"strings"

	"golang.org/x/net/html/atom"

	xhtml "golang.org/x/net/html"
)

// A mark tells the script of a page what it was made of, so that it can tell when that is not the newest any more.
type mark struct {
	of string // "site" or "state"
	id string
}

// withReload adds to a page what reloads it, and lets its policy allow the stream of events. Nothing else of the page or of its policy changes.
func withReload(page []byte, m mark) []byte {
	at, policy := head(page)
	added := `<script src="` + reserved + `live.js" data-` + m.of + `="` + m.id + `" defer></script>`
	out := make([]byte, 0, len(page)+len(added)+64)
	if policy.end > 0 {
		out = append(out, page[:policy.start]...)
		out = append(out, `<meta http-equiv="Content-Security-Policy" content="`+html.EscapeString(allowing(policy.text, "connect-src", "'self'"))+`">`...)
		out = append(out, page[policy.end:at]...)
	} else {
		out = append(out, page[:at]...)
	}
	return append(append(out, added...), page[at:]...)
}

// A policyTag is the element of a page that holds its policy.
type policyTag struct {
	start, end int // end is 0 where there is none
	text       string
}

// head returns where a script is added to a page, and the first policy before it: behind that, so that it holds for the
// script too, or behind the beginning of the head, or of the document.
func head(page []byte) (at int, policy policyTag) {
	z := xhtml.NewTokenizer(bytes.NewReader(page))
	for offset := 0; ; {
		kind := z.Next()
		start := offset
		offset += len(z.Raw())
		switch kind {
		case xhtml.ErrorToken:
			return at, policy
		case xhtml.DoctypeToken:
			at = offset
		case xhtml.StartTagToken, xhtml.SelfClosingTagToken:
			t := z.Token()
			switch t.DataAtom {
			case atom.Html, atom.Head:
				at = offset
			case atom.Body:
				return at, policy
			case atom.Meta:
				if text, ok := policyOf(t); ok {
					return offset, policyTag{start, offset, text}
				}
			}
		}
	}
}

// policyOf returns the policy that an element meta sets.
func policyOf(t xhtml.Token) (string, bool) {
	var content string
	var is bool
	for _, a := range t.Attr {
		switch a.Key {
		case "http-equiv":
			is = strings.EqualFold(a.Val, "Content-Security-Policy")
		case "content":
			content = a.Val
		}
	}
	return content, is
}

// allowing returns a policy that allows one source more in a directive. The rest stays as it is.
func allowing(policy, directive, source string) string {
	parts := strings.Split(policy, ";")
	for i, part := range parts {
		words := strings.Fields(part)
		if len(words) == 0 || !strings.EqualFold(words[0], directive) {
			continue
		}
		if len(words) == 2 && strings.EqualFold(words[1], "'none'") {
			words = words[:1]
		}
		parts[i] = strings.Join(append(words, source), " ")
		return strings.Join(parts, "; ")
	}
	return strings.TrimRight(policy, "; ") + "; " + directive + " " + source
}
