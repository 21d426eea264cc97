package press

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
	"unicode/utf8"
)

// isEscaper reports whether html/template has put a function into a pipeline.
func isEscaper(name string) bool { return strings.HasPrefix(name, "_html_template_") }

// places are templates in which html/template escapes the dot in each of the ways that a page needs. Which way that
// is, it says itself: see [compiler.escaper].
var places = [...]string{
	`{{.}}`, `<p title="{{.}}">`, `<title>{{.}}</title>`, `<a href="{{.}}">`, `<a href="x{{.}}">`, `<a href="?x={{.}}">`,
	`<p title={{.}}>`, `<script type="application/ld+json">{{.}}</script>`, `<script>x = {{.}}</script>`,
}

// An escaper writes values as a chain of functions of html/template does. It asks a template of html/template what comes out,
// once for each byte of ASCII, and for every text of which that does not tell.
type escaper struct {
	probe         *template.Template
	before, after string // what the template has around the value
	// bytes holds what becomes of each byte of ASCII. Each says that a text becomes what its bytes become; else that is so
	// only where all of them stay as they are.
	bytes [utf8.RuneSelf]string
	plain [256]bool
	each  bool
	upper bool   // all bytes above those of digits and signs stay as they are, as letters do
	empty string // what becomes of no text
	// web are the schemes of the web, where they stay as they are: only what stands before the first colon is judged.
	web []string
}

// escaper returns what a chain of functions does.
func (c *compiler) escaper(n parse.Node, chain string) *escaper {
	if e := c.escapers[chain]; e != nil {
		return e
	}
	for _, place := range places {
		probe := template.Must(template.New("").Parse(place))
		before, after, _ := strings.Cut(place, "{{.}}")
		e := &escaper{probe: probe, before: before, after: after}
		e.ask("")
		for _, node := range probe.Tree.Root.Nodes {
			if action, ok := node.(*parse.ActionNode); ok {
				if _, have := split(action.Pipe); have == chain && chain != "" {
					e.learn(chain)
					c.escapers[chain] = e
					return e
				}
			}
		}
	}
	fail(n, "the escaping %q", chain)
	return nil
}

// ask returns what html/template makes of a value.
func (e *escaper) ask(v any) string {
	var b bytes.Buffer
	if err := e.probe.Execute(&b, v); err != nil {
		panic(errRun)
	}
	out := b.String()
	return out[len(e.before) : len(out)-len(e.after)]
}

// learn asks for each byte. In text and in quoted attributes html/template replaces characters of ASCII one by one and
// nothing else. An address is judged by its scheme, so that a colon is never plain.
func (e *escaper) learn(chain string) {
	switch chain {
	case "_html_template_htmlescaper ", "_html_template_attrescaper ", "_html_template_rcdataescaper ":
		e.each = true
		for b := utf8.RuneSelf; b < 256; b++ {
			e.plain[b] = true
		}
	}
	e.empty = e.ask("")
	for _, scheme := range []string{"https:", "http:"} {
		if !e.each && e.ask(scheme+"//x") == scheme+"//x" {
			e.web = append(e.web, scheme)
		}
	}
	script := strings.Contains(chain, "js")
	for b := range utf8.RuneSelf {
		s := string(rune(b))
		e.bytes[b] = e.ask(s)
		e.plain[b] = e.bytes[b] == s && !script && (e.each || s != ":")
	}
	e.upper = !slices.Contains(e.plain[letters:], false)
}

// letters is the first byte of ASCII that is a letter, but for one.
const letters = 0x40

// lettersIn returns how many bytes, eight by eight and at least one, are letters or belong to any.
func lettersIn(s string) int {
	const each = 0x8080808080808080
	i := 0
	for ; i+8 <= len(s); i += 8 {
		w := uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 | uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
		if (w|w<<1)&each != each {
			break
		}
	}
	return max(i, 1)
}

// text writes a text.
func (e *escaper) text(out []byte, s string) []byte {
	if s == "" {
		return append(out, e.empty...)
	}
	from, i := 0, 0
	for _, scheme := range e.web {
		if strings.HasPrefix(s, scheme) {
			i = len(scheme)
		}
	}
	for ; i < len(s); i++ {
		if e.plain[s[i]] {
			if e.upper && s[i] >= letters {
				i += lettersIn(s[i:]) - 1
			}
			continue
		}
		if !e.each {
			return append(out, e.ask(s)...) // nothing of it has been written
		}
		out = append(append(out, s[from:i]...), e.bytes[s[i]]...)
		from = i + 1
	}
	return append(out, s[from:]...)
}

// contents are the types that html/template knows to be safe in some place.
var contents = []reflect.Type{
	reflect.TypeFor[template.CSS](), reflect.TypeFor[template.HTML](), reflect.TypeFor[template.HTMLAttr](), reflect.TypeFor[template.JS](),
	reflect.TypeFor[template.JSStr](), reflect.TypeFor[template.URL](), reflect.TypeFor[template.Srcset](),
}

// speakers are the interfaces of types that say themselves how a value is written.
var speakers = [...]reflect.Type{
	reflect.TypeFor[fmt.Stringer](), reflect.TypeFor[error](), reflect.TypeFor[fmt.Formatter](), reflect.TypeFor[json.Marshaler](), reflect.TypeFor[encoding.TextMarshaler](),
}

// A writer appends a value.
type writer func(out []byte, v reflect.Value) []byte

// printer returns what writes values of a type.
func (e *escaper) printer(n parse.Node, typ reflect.Type) writer {
	ask := func(out []byte, v reflect.Value) []byte { return append(out, e.ask(v.Interface())...) }
	for _, content := range contents {
		if typ == content {
			if typ == reflect.TypeFor[template.HTML]() && e.before == "" {
				return func(out []byte, v reflect.Value) []byte { return append(out, v.String()...) }
			}
			return ask
		}
	}
	if slices.ContainsFunc(speakers[:], typ.Implements) {
		return ask
	}
	switch typ.Kind() {
	case reflect.String:
		return func(out []byte, v reflect.Value) []byte { return e.text(out, v.String()) }
	case reflect.Int:
		if e.each {
			return func(out []byte, v reflect.Value) []byte { return strconv.AppendInt(out, v.Int(), 10) }
		}
	}
	return ask
}
