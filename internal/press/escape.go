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
	"sync"
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
	plain Bytes
	each  bool
	empty string // what becomes of no text
	// web are the schemes of the web, where they stay as they are: only what stands before the first colon is judged.
	web []string
}

// escapers are those that were asked for, by their chains: what html/template does is the same in every set.
var escapers sync.Map // of *escaper

// escaperOf returns what a chain of functions does.
func escaperOf(n parse.Node, chain string) *escaper {
	if e, ok := escapers.Load(chain); ok {
		return e.(*escaper)
	}
	for _, text := range places {
		probe := template.Must(template.New("").Parse(text))
		before, after, _ := strings.Cut(text, "{{.}}")
		e := &escaper{probe: probe, before: before, after: after}
		e.ask("")
		for _, node := range probe.Tree.Root.Nodes {
			if action, ok := node.(*parse.ActionNode); ok {
				if _, have := split(action.Pipe); have == chain && chain != "" {
					e.learn(chain)
					escapers.Store(chain, e)
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
}

// text writes a text.
func (e *escaper) text(out []byte, s string) []byte {
	if s == "" {
		return append(out, e.empty...)
	}
	if !e.each {
		if rest := s[e.scheme(s):]; e.plain.Leading(rest) < len(rest) {
			return append(out, e.ask(s)...)
		}
		return append(out, s...)
	}
	for {
		n := e.plain.Leading(s)
		out = append(out, s[:n]...)
		if n == len(s) {
			return out
		}
		out = append(out, e.bytes[s[n]]...)
		s = s[n+1:]
	}
}

// scheme returns the length of the scheme of the web with which an address begins.
func (e *escaper) scheme(s string) int {
	for _, scheme := range e.web {
		if strings.HasPrefix(s, scheme) {
			return len(scheme)
		}
	}
	return 0
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

// isText reports whether values of a type are written as texts are.
func (e *escaper) isText(typ reflect.Type) bool {
	return typ.Kind() == reflect.String && !slices.Contains(contents, typ) && !slices.ContainsFunc(speakers[:], typ.Implements)
}

// A writer appends the value that stands at a place.
type writer func(out []byte, at place) []byte

// printer returns what writes values of a type.
func (e *escaper) printer(typ reflect.Type) writer {
	switch {
	case e.isText(typ):
		return func(out []byte, at place) []byte { return e.text(out, textAt(at)) }
	case typ == reflect.TypeFor[template.HTML]() && e.before == "":
		return func(out []byte, at place) []byte { return append(out, textAt(at)...) }
	case typ.Kind() == reflect.Int && e.each && !slices.ContainsFunc(speakers[:], typ.Implements):
		return func(out []byte, at place) []byte { return strconv.AppendInt(out, int64(numberAt(at)), 10) }
	}
	return func(out []byte, at place) []byte { return append(out, e.ask(valueAt(typ, at).Interface())...) }
}
