package check

import (
	"strings"
	"testing"
	"testing/fstest"
)

const head = `<!DOCTYPE html><html lang="ja"><head><title>t</title><meta http-equiv="Content-Security-Policy" content="` + policy + `"></head><body>`

func TestTree(t *testing.T) {
	tests := []struct {
		name string
		body string
		want string // part of the only problem; "" for none
	}{
		{"relative link to a file", `<a href="../b/two.html#x">b</a>`, ""},
		{"fragment of the same page", `<p id="here"><a href="#here">h</a>`, ""},
		{"query", `<a href="../b/two.html?q=制裁">b</a>`, ""},
		{"another host in a link", `<a href="https://example.org/">e</a>`, ""},
		{"data block", `<script type="application/ld+json">{"a":1}</script>`, ""},
		{"missing file", `<a href="three.html">c</a>`, `not in the tree`},
		{"missing fragment", `<a href="../b/two.html#y">c</a>`, `no element with the id "y"`},
		{"folder", `<a href="../b/">c</a>`, `folder`},
		{"absolute path", `<a href="/b/two.html">c</a>`, `absolute path`},
		{"id twice", `<p id="a"><p id="a">`, `used 2 times`},
		{"inline script", `<script>alert(1)</script>`, `inline script`},
		{"module", `<script type="module" src="../s.js"></script>`, `module`},
		{"handler", `<p onclick="x()">`, `onclick`},
		{"style attribute", `<p style="color:red">`, `inline style`},
		{"style element", `<style>p{}</style>`, `inline style sheet`},
		{"integrity", `<script src="../s.js" integrity="x"></script>`, `integrity`},
		{"script from elsewhere", `<script src="https://example.org/x.js"></script>`, `loads`},
		{"script address", `<a href="javascript:x()">c</a>`, `script address`},
		{"image without text", `<img src="../s.js">`, `alternative text`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ps, err := Tree(fstest.MapFS{
				"a/one.html": {Data: []byte(head + tt.body)},
				"b/two.html": {Data: []byte(head + `<p id="x">`)},
				"s.js":       {Data: []byte("")},
			})
			if err != nil {
				t.Fatal(err)
			}
			switch {
			case tt.want == "" && len(ps) > 0:
				t.Errorf("want no problem, got\n%s", ps)
			case tt.want != "" && (len(ps) != 1 || !strings.Contains(ps[0].Msg, tt.want)):
				t.Errorf("want one problem with %q, got\n%s", tt.want, ps)
			}
		})
	}
}

func TestOnlyTheMissingPageNamesItsAssetsAbsolutely(t *testing.T) {
	body := head + `<script src="https://example.org/archive/s.js"></script>`
	ps, err := Tree(fstest.MapFS{"404.html": {Data: []byte(body)}, "index.html": {Data: []byte(body)}})
	if err != nil {
		t.Fatal(err)
	}
	if len(ps) != 1 || ps[0].Pos.Path != "index.html" {
		t.Errorf("want one problem, of index.html, got\n%s", ps)
	}
}

func TestTreeWantsPolicyLanguageTitle(t *testing.T) {
	ps, err := Tree(fstest.MapFS{"x.html": {Data: []byte("<p>bare")}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"content security policy", "language", "title"} {
		if !strings.Contains(ps.String(), want) {
			t.Errorf("no problem about the %s in\n%s", want, ps)
		}
	}
}
