package press

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Pages are written lean: without empty lines and the indentation that templates leave, without the quotes around attributes that need none,
// and without the end tags that HTML lets go. What a template says by itself is made lean when it is compiled; where it meets a value, the
// printer looks at the seam alone.

// A text is what a template says by itself, between two of its actions.
type text struct {
	all   string // tidy
	lead  int    // length of the white space at its beginning
	quote int    // where its first quote stands, -1 without one
	free  lean   // all of it, where it does not begin in an attribute's value
	after lean   // what stands behind the first quote
}

// lean is text whose seams are open.
type lean struct {
	html  string
	blank bool   // there is nothing but white space
	lets  endTag // the end tags that are let go before it
	// From the end back: the opening quote of a value that is not yet closed; that of a value whose closing quote is the last byte; an
	// end tag that may be let go, with what it is. 0 where there is none.
	open, closed, end int
	ended             endTag
	leaves            bool // one of these is there
}

func newText(raw string) *text {
	all := tidied(raw)
	t := &text{all: all, lead: len(all) - len(strings.TrimLeftFunc(all, unicode.IsSpace)), quote: strings.IndexByte(all, '"'), free: leaned(all)}
	if t.quote >= 0 {
		t.after = leaned(all[t.quote+1:])
	}
	return t
}

// Lean makes a page lean that was written otherwise.
func Lean(html []byte) []byte {
	p := newPrinter(nil)
	p.text(newText(string(html)))
	return p.finish()
}

// tidied makes one newline of all white space that holds one.
func tidied(s string) string {
	var b strings.Builder
	for {
		at := strings.IndexByte(s, '\n')
		if at < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(strings.TrimRightFunc(s[:at], unicode.IsSpace))
		b.WriteByte('\n')
		s = strings.TrimLeftFunc(s[at:], unicode.IsSpace)
	}
}

// leaned makes tidy text lean.
func leaned(s string) lean {
	l := lean{blank: strings.TrimSpace(s) == "", lets: letBefore(s)}
	l.html, l.open, l.closed = unquoted(s)
	l.html, l.end, l.ended = unended(l.html)
	l.leaves = l.open+l.closed+l.end > 0
	return l
}

// newPrinter returns what writes a page behind what is there.
func newPrinter(out []byte) printer {
	return printer{out: out, base: len(out), attr: -1, closed: -1, end: -1}
}

// text writes what the template says.
func (p *printer) text(t *text) {
	skip := 0
	if t.lead > 0 {
		skip = p.seam(t.all, t.lead)
	}
	switch {
	case p.attr < 0:
		p.lean(&t.free, skip)
	case t.quote < 0:
		p.out = append(p.out, t.all[skip:]...)
	default:
		p.out = append(p.out, t.all[skip:t.quote+1]...)
		p.attr, p.closed = -1, p.attr
		p.lean(&t.after, 0)
	}
}

// seam tidies the place at which text is to stand, which begins with so much white space, and returns how much of that is left out.
func (p *printer) seam(s string, lead int) int {
	if lead == 0 {
		return 0
	}
	if s[0] == '\n' {
		p.trim()
	}
	if p.beginsLine() {
		return lead
	}
	return 0
}

func (p *printer) beginsLine() bool { return len(p.out) == p.base || p.out[len(p.out)-1] == '\n' }

// trim drops the white space at the end of a line.
func (p *printer) trim() {
	if n := len(p.out); n > p.base && p.out[n-1] != '\n' && (p.out[n-1] <= ' ' || p.out[n-1] >= utf8.RuneSelf) {
		p.out = p.out[:p.base+len(bytes.TrimRightFunc(p.out[p.base:], unicode.IsSpace))]
	}
}

// lean writes lean text.
func (p *printer) lean(l *lean, skip int) {
	s := l.html[skip:]
	if s == "" {
		return
	}
	if p.closed >= 0 || p.end >= 0 {
		p.meet(s[0], l.blank, l.lets)
	}
	p.out = append(p.out, s...)
	if !l.leaves {
		return
	}
	if l.open > 0 {
		p.attr = len(p.out) - l.open
	}
	if l.closed > 0 {
		p.closed = len(p.out) - l.closed
	}
	if l.end > 0 {
		p.end, p.ended = len(p.out)-l.end, l.ended
	}
}

// meet settles what depends on the text that comes next.
func (p *printer) meet(next byte, blank bool, lets endTag) {
	if p.closed >= 0 {
		n := len(p.out)
		if value := p.out[p.closed+1 : n-1]; (next == ' ' || next == '>') && IsPlain(value) {
			copy(p.out[p.closed:], value)
			p.out = p.out[:n-2]
		}
		p.closed = -1
	}
	if p.end >= 0 && !blank {
		if p.ended&lets != 0 && len(bytes.TrimLeft(p.out[p.end+p.ended.len():], between)) == 0 {
			p.out = append(p.out[:p.end], p.out[p.end+p.ended.len():]...)
		}
		p.end = -1
	}
}

// value has written a value, which begins at from.
func (p *printer) value(from int) {
	v := p.out[from:]
	if len(v) == 0 {
		return
	}
	if p.closed < 0 && p.end < 0 && (v[0] > ' ' && v[0] < utf8.RuneSelf || from > p.base && p.out[from-1] != '\n') && bytes.IndexByte(v, '\n') < 0 {
		return
	}
	s := tidied(string(v))
	p.out = p.out[:from]
	s = s[p.seam(s, len(s)-len(strings.TrimLeftFunc(s, unicode.IsSpace))):]
	if s != "" {
		p.meet(s[0], strings.TrimSpace(s) == "", letBefore(s))
		p.out = append(p.out, s...)
	}
}

// finish returns the page, which ends with a line.
func (p *printer) finish() []byte {
	p.trim()
	if !p.beginsLine() {
		p.out = append(p.out, '\n')
	}
	return p.out
}
