package press

import (
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestUnended(t *testing.T) {
	for in, want := range map[string]string{
		"<ul><li>a</li>\n<li>b</li></ul>":                       "<ul><li>a\n<li>b</ul>",
		"<ul><li>a</li> b</ul>":                                 "<ul><li>a</li> b</ul>",
		"<ol><li><ul><li>a</li></ul></li></ol>":                 "<ol><li><ul><li>a</ul></ol>",
		"<div><p>a</p><p>b</p></div>":                           "<div><p>a<p>b</div>",
		"<a href=x><p>a</p></a>":                                "<a href=x><p>a</p></a>",
		"<noscript><p>a</p></noscript>":                         "<noscript><p>a</p></noscript>",
		"<p>a</p><span>b</span>":                                "<p>a</p><span>b</span>",
		"<p>a</p><picture>":                                     "<p>a</p><picture>",
		"<p>a</p>":                                              "<p>a</p>",
		"<tr><th>a</th><td>b</td></tr></tbody>":                 "<tr><th>a<td>b</tbody>",
		"<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>":     "<dl><dt>a<dd>b<dt>c<dd>d</dl>",
		"<select><option>a</option><option>b</option></select>": "<select><option>a<option>b</select>",
		"</":     "</",
		"</p":    "</p",
		"</p ><": "</p ><",
	} {
		if got, _, _ := unended(in); got != want {
			t.Errorf("unended(%s) = %s, want %s", in, got, want)
		}
	}
}

// TestUnendedIsTheSame holds that a browser makes the same of both: the same elements in each other, the same text.
func TestUnendedIsTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 8))
	shorter := 0
	for range 3000 {
		in := "<!DOCTYPE html><title>t</title><body>" + nested(r, 4)
		got, _, _ := unended(in)
		if outline(t, in) != outline(t, got) {
			t.Fatalf("unended(%s) = %s", in, got)
		}
		if len(got) < len(in) {
			shorter++
		}
	}
	if shorter < 1000 {
		t.Errorf("only %d of 3000 documents became shorter", shorter)
	}
}

// nested writes a block as the templates nest them.
func nested(r *rand.Rand, depth int) string {
	inside := func() string {
		if depth == 0 || r.IntN(3) == 0 {
			return "a <b>b</b>"
		}
		return nested(r, depth-1)
	}
	gap := []string{"", "\n", " c "}[r.IntN(3)]
	switch r.IntN(8) {
	case 0:
		return "<p>a</p>" + gap + "<p>b <i>c</i></p>"
	case 1:
		return "<ul><li>" + inside() + "</li><li>" + inside() + "</li></ul>" + gap
	case 2:
		return "<dl><dt>a</dt><dd>" + inside() + "</dd><dt>b</dt><dd>" + inside() + "</dd></dl>"
	case 3:
		return "<table><thead><tr><th>a</th></tr></thead><tbody><tr><th>b</th><td>" + inside() + "</td></tr></tbody></table>"
	case 4:
		return "<select><optgroup><option>a</option><option>b</option></optgroup><option>c</option></select>"
	case 5:
		return "<a><p>a</p></a>" + gap + "<p>b</p><details><summary>c</summary></details>"
	case 6:
		return "<section><h2>a</h2>" + inside() + "<p>b</p></section>" + gap
	}
	return "<div>" + inside() + gap + inside() + "</div>"
}

// outline writes a document as elements and words.
func outline(t *testing.T, doc string) string {
	root, err := html.Parse(strings.NewReader(doc))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(strings.Join(strings.Fields(n.Data), " "))
			return
		}
		b.WriteString("(" + n.Data)
		for c := range n.ChildNodes() {
			walk(c)
		}
		b.WriteString(")")
	}
	walk(root)
	return b.String()
}
