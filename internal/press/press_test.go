package press

import (
	"bytes"
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"testing"
)

// The types of a test page: fields of all kinds, methods of values, embedded structs, pointers that may be nil.
type (
	kind string
	word struct {
		Text string
		Lang kind
	}
	link struct {
		word
		Words word
		Href  string
	}
	row struct {
		link
		N     int
		Marks []string
		Inner []row
		Next  *row
		Safe  template.HTML
		Data  template.JS
		Any   any
		On    bool
		Kind  kind
		Times length
		Mute  mute
		Told  told
	}
	length int
	mute   string // has a method that has nothing to do with writing
	told   string // says how it is written in JSON, which no HTML asks
)

func (r row) Only() *row        { return r.Next }
func (r row) Both() string      { return r.Href + r.Words.Text }
func (l length) String() string { return fmt.Sprintf("<%d>", int(l)) }
func (r *row) Pointed() bool    { return true }
func (m mute) Other() mute      { return m + "!" }

func (t told) MarshalText() ([]byte, error) { return []byte("<told>"), nil }

func (w word) Text2() string { return w.Text }

var functions = template.FuncMap{
	"t":     func(k kind, pairs ...string) string { return "<" + string(k) + strings.Join(pairs, "&") + ">" },
	"count": func(k kind, n int) string { return fmt.Sprint(k, "&", n) },
	"pair":  func(a, b string) (string, error) { return a + b, nil },
}

// hostile is what escaping is for.
const hostile = "<b a='x' b=\"y\">&amp;&lt;+`=\x00\x7f\xff\u2028\ufeff\ufdd0 javascript:alert(1)//%zz%20?q=ü#"

func rows(text string) []row {
	inner := row{link: link{word{text, "en"}, word{text, ""}, text}, N: -3, Marks: []string{text, ""}, Safe: template.HTML(Lean([]byte(text))), Kind: kind(text)}
	outer := row{
		link: link{word{"日本", ""}, word{text, "ja"}, "../a/b.html#c?d=e&f"}, N: 7, Marks: []string{"a", text}, Inner: []row{inner, {}}, Next: &inner,
		Safe: "<i>x</i>", Data: `{"a":"</script>"}`, Any: text, On: true, Kind: "k", Times: 3, Mute: mute(text), Told: told(text),
	}
	return []row{inner, outer, {}, {Any: 3, N: 300, Next: &row{Any: &inner}}}
}

// known are templates that a sheet can run.
var known = []string{
	`{{.Href}} {{.Words.Text}} {{.N}} {{.Safe}} {{.Kind}} {{.Any}} {{.On}} {{.Times}}`,
	`<p title="{{.Href}}" class="k-{{.Kind}} {{.N}}" lang={{.Lang}}>{{.Text}}</p>`,
	`<a href="{{.Href}}">x</a><a href="{{.Kind}}#{{.Text}}">x</a><a href="?q={{.Text}}">x</a><img src="{{.Words.Text}}">`,
	`<title>{{.Text}}</title><textarea>{{.Href}}</textarea>`,
	`<script type="application/ld+json">{{.Data}}</script>`,
	`{{if .On}}yes{{else}}no{{end}}{{if not .N}}none{{end}}{{if and .On .Href}}both{{end}}{{if or .Marks (eq .Lang "en")}}one{{end}}`,
	`{{if gt .N 2}}>{{end}}{{if lt .N 2}}<{{end}}{{if ne .Href .Text}}≠{{end}}{{if le .N 7}}≤{{end}}{{if ge (len .Marks) 2}}≥{{end}}`,
	`{{with .Next}}{{.Text}}{{else}}{{.N}}{{end}}{{with .Only}}{{.Kind}}{{end}}{{with .Marks}}{{len .}}{{end}}`,
	`{{range $i, $m := .Marks}}{{if $i}}, {{end}}<b title="{{$m}}">{{$m}} {{$.Text}}</b>{{else}}none{{end}}{{range .Inner}}{{.Text}}{{.Both}}{{end}}`,
	`{{$x := .Words}}{{$x.Text}}{{range .Inner}}{{$y := .N}}{{$y}}{{$x.Lang}}{{end}}{{$x := .N}}{{$x}}`,
	`{{range $r := .Inner}}{{template "part" $r.Words}}{{end}}{{template "part" .Words}}{{template "still"}}`,
	`{{t "a"}} {{t "a" "b" .Text}} {{count "n" .N}} {{count "n" (len .Marks)}} <p title="{{t .Kind}}">{{t "<&>"}}</p>`,
	`{{.Mute}}<p lang="{{.Mute.Other}}" title="{{.Told}}">{{.Told}}</p><script type="application/ld+json">{{.Mute}}{{.Told}}</script><a href="{{.Mute}}">x</a>`,
	`{{template "tree" .}}`, `{{with .Any}}{{.}}{{end}}{{if .Any}}x{{end}}`, `{{/* nothing */}}a{{- " " -}}`,
}

// unknown are those that it leaves to html/template.
var unknown = []string{
	`{{printf "%d" .N}}`, `{{range $i, $r := .Inner}}{{break}}{{end}}`, `{{$x := 1}}{{$x = 2}}{{$x}}`, `{{.Nothing}}`, `{{.N.Nothing}}`, `{{.Pointed}}`,
	`{{range .N}}x{{end}}`, `{{eq .N 7 8}}`, `{{if eq .On true}}x{{end}}`, `{{template "none"}}`, `{{if $x := .N}}{{$x}}{{end}}`, `{{pair "a" "b"}}`,
	`<style>p { color: {{.Text}} }</style>`, `<p onclick="f({{.Text}})">`, `{{.Text | len}}`, `{{slice .Text 1}}`, `{{index .Marks .N | printf "%q"}}`, `{{t .N}}`,
	`{{.Next.Text | html}}`, `<p title="{{template "part" .Words}}">`, `{{block "x" .}}{{end}}{{define "x"}}{{.Nothing}}{{end}}`, `<p title="{{.Text}}>`,
}

const shared = `{{define "part"}}{{if .Lang}}<span lang="{{.Lang}}">{{.Text}}{{.Text2}}</span>{{else}}{{.Text}}{{end}}{{end}}{{define "still"}}still {{t "x"}}{{end}}` +
	`{{define "tree"}}({{.N}}{{range .Inner}}{{template "tree" .}}{{end}}){{end}}`

func parsed(t testing.TB, text string) *template.Template {
	t.Helper()
	set, err := template.New("page").Funcs(functions).Parse(shared)
	if err == nil {
		set, err = set.Parse(text)
	}
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return set
}

func TestSheetsWriteWhatTemplatesWrite(t *testing.T) {
	for _, text := range known {
		sheet, err := Compile(parsed(t, text), "page", functions, reflect.TypeFor[row]())
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		for i, r := range append(rows(hostile), rows("plain")...) {
			var want bytes.Buffer
			if err := parsed(t, text).ExecuteTemplate(&want, "page", r); err != nil {
				t.Fatalf("%s: %v", text, err)
			}
			if got, err := sheet.Append([]byte("x"), r); err != nil || string(got) != "x"+string(Lean(want.Bytes())) {
				t.Errorf("%s of row %d writes\n%q, %v\nwant\n%q", text, i, got, err, Lean(want.Bytes()))
			}
		}
	}
}

func TestWhatIsLeftToTemplates(t *testing.T) {
	for _, text := range unknown {
		if _, err := Compile(parsed(t, text), "page", functions, reflect.TypeFor[row]()); err == nil {
			t.Errorf("%s was compiled", text)
		}
	}
}

// TestFailures holds that a run fails where that of html/template does.
func TestFailures(t *testing.T) {
	for _, text := range []string{`{{.Next.Text}}`, `{{index .Marks 5}}`, `{{.Only.N}}`} {
		sheet, err := Compile(parsed(t, text), "page", functions, reflect.TypeFor[row]())
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if out, err := sheet.Append(nil, row{}); err == nil {
			t.Errorf("%s writes %q", text, out)
		}
		if out, err := sheet.Append(nil, word{}); err == nil {
			t.Errorf("%s of another type writes %q", text, out)
		}
	}
}

// FuzzEscaping compares every way of escaping with that of html/template, for text of plain and of named types.
func FuzzEscaping(f *testing.F) {
	for _, s := range []string{hostile, "", "a", "x:y", "%", "%41", "日本語", "\xe3\x81", "javascript:x", "a+b", "//x", "<!--", "https://example.org/a?b=c", "http:x", "https:", "https://x:y", "https://例", "http://a'b"} {
		f.Add(s)
	}
	const text = `{{.Text}} {{.Lang}}<p title="{{.Text}}" class="{{.Lang}}"><title>{{.Text}}</title><a href="{{.Text}}"><a href="x{{.Text}}"><a href="?q={{.Text}}{{.Lang}}"><p title={{.Text}}>`
	sheet, err := Compile(parsed(f, text), "page", functions, reflect.TypeFor[word]())
	if err != nil {
		f.Fatal(err)
	}
	set := parsed(f, text)
	f.Fuzz(func(t *testing.T, s string) {
		var want bytes.Buffer
		if err := set.ExecuteTemplate(&want, "page", word{s, kind(s)}); err != nil {
			t.Skip()
		}
		if got, err := sheet.Append(nil, word{s, kind(s)}); err != nil || string(got) != string(Lean(want.Bytes())) {
			t.Errorf("%q becomes\n%q, %v\nwant\n%q", s, got, err, Lean(want.Bytes()))
		}
	})
}

func BenchmarkSheet(b *testing.B) {
	text := strings.Join(known[:3], "\n")
	r := rows("plain")[1]
	sheet, err := Compile(parsed(b, text), "page", functions, reflect.TypeFor[row]())
	if err != nil {
		b.Fatal(err)
	}
	b.Run("sheet", func(b *testing.B) {
		b.ReportAllocs()
		var out []byte
		for b.Loop() {
			out, _ = sheet.Append(out[:0], r)
		}
	})
	set := parsed(b, text)
	b.Run("template", func(b *testing.B) {
		b.ReportAllocs()
		var out bytes.Buffer
		for b.Loop() {
			out.Reset()
			set.ExecuteTemplate(&out, "page", r)
		}
	})
}
