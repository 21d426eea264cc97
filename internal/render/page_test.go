package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// proseElements are the elements that the text of an article may become, each with the attributes that it may have.
var proseElements = map[string]string{
	"div": "class id lang", "p": "id lang class", "span": "id lang class aria-hidden title", "a": "href class lang id title rel",
	"h2": "", "h3": "", "blockquote": "", "aside": "class", "ol": "class", "ul": "class", "li": "id class",
	"table": "class", "tbody": "", "tr": "id", "th": "scope", "td": "",
	"pre": "", "code": "", "em": "", "strong": "", "br": "", "ruby": "", "rp": "", "rt": "", "time": "datetime title",
	"svg": "class aria-hidden", "use": "href",
}

// FuzzPage renders a text as the page of an article and reads the page back: in the place of the text stand only
// the elements above, and the rest of the page has no more elements, and no other ones, than for a tame text.
func FuzzPage(f *testing.F) {
	for _, s := range []string{
		"警察は2024年5月1日、<script>alert(1)</script>を止めた。", "[a](javascript:alert(1)) [b](DATA:text/html,x) [c](//example.org) <javascript:alert(1)>",
		"# a\n## b {#s1}\n\n> [!note]\n> c\n\n> d\n\n1. e\n   - f\n\n| g | h |\n|---|---|\n| i | j\\|k |", "```html\n<b onclick=x>\n```\n\n    <i>\n",
		"{漢字|<b>}&lt;script&gt;&#60;img src=x onerror=alert(1)&#62;", "[a](https://example.org/\"onmouseover=alert(1)) [b](source:x') [c](&#106;avascript:1)",
		"{{.}}{{template \"layout\"}} ${x} `$1` \\1 %s", "青い狐**青い狐**[青い狐](https://example.org/?a=b&c=d#e)\u202e\u200b", "</article></main></body></html><!-- -->]]>", "<use href=#m-x></svg><style>*{}</style>",
	} {
		f.Add(s)
	}
	r := renderer()
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 4096 {
			return
		}
		for _, data := range articlePages(t, r, text) {
			for _, err := range wild(data) {
				t.Errorf("%v\nof %q", err, text)
			}
		}
	})
}

// articlePages renders an article in both languages.
func articlePages(t testing.TB, r *Renderer, text string) map[string][]byte {
	t.Helper()
	front := "+++\ntitle = \"題\"\npublished = \"2024-05-02\"\nsummary = \"要約。\"\n"
	archive := fstest.MapFS{
		"content/actors/blue-fox.toml": {Data: []byte("name = { ja = \"青い狐\", en = \"Blue Fox\" }\nsummary = { ja = \"架空。\", en = \"Invented.\" }\n")},
		"seeds/x.toml":                 {Data: []byte("kind = \"news\"\ntitle = \"紙\"\npublisher = \"社\"\nlanguage = \"ja\"\n")},
		"content/articles/quay/ja.md":  {Data: []byte(front + "sources = [\"x\"]\n+++\n" + text)},
		"content/articles/quay/en.md":  {Data: []byte(front + "+++\n" + text)},
	}
	book := link(quiet{t}, archive)
	out := map[string][]byte{}
	for _, p := range r.Pages(book) {
		if strings.HasSuffix(p.Path, "/articles/quay.html") {
			file, err := r.Render(p)
			if err != nil {
				t.Fatal(err)
			}
			out[p.Path] = file.Data
		}
	}
	if len(out) == 0 && strings.TrimSpace(text) != "" {
		t.Fatal("the article has no page")
	}
	return out
}

// quiet is a test that keeps no log: what is hostile is full of problems.
type quiet struct{ testing.TB }

// Logf does nothing.
func (quiet) Logf(string, ...any) {}

// wild lists what stands in a page that no text may put there.
func wild(data []byte) []error {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return []error{err}
	}
	var errs []error
	var walk func(n *html.Node, prose bool)
	walk = func(n *html.Node, prose bool) {
		if n.Type == html.ElementNode {
			if prose {
				errs = append(errs, proseElement(n)...)
			} else {
				errs = append(errs, pageElement(n)...)
			}
			prose = prose || n.Data == "article"
		}
		if n.Type == html.CommentNode {
			errs = append(errs, fmt.Errorf("the comment %q", n.Data))
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, prose)
		}
	}
	walk(root, false)
	if n := bytes.Count(data, []byte("<article")); n != 1 {
		errs = append(errs, fmt.Errorf("%d articles on a page", n))
	}
	return errs
}

// proseElement checks an element of the text.
func proseElement(n *html.Node) []error {
	allowed, ok := proseElements[n.Data]
	if !ok {
		return []error{fmt.Errorf("<%s> in the text", n.Data)}
	}
	var errs []error
	for _, a := range n.Attr {
		if !slices.Contains(strings.Fields(allowed), a.Key) {
			errs = append(errs, fmt.Errorf("%s=%q of <%s> in the text", a.Key, a.Val, n.Data))
		}
	}
	return append(errs, address(n)...)
}

// address checks where a link leads.
func address(n *html.Node) []error {
	var errs []error
	for _, a := range n.Attr {
		if a.Key != "href" && a.Key != "src" {
			continue
		}
		u, err := url.Parse(a.Val)
		if err != nil || u.Scheme != "" && !slices.Contains([]string{"http", "https", "mailto"}, u.Scheme) || u.Scheme == "" && (u.Host != "" || strings.HasPrefix(a.Val, "/")) {
			errs = append(errs, fmt.Errorf("a link to %q", a.Val))
		}
	}
	return errs
}

// pageElement checks an element around the text.
func pageElement(n *html.Node) []error {
	errs := address(n)
	for _, a := range n.Attr {
		if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" {
			errs = append(errs, fmt.Errorf("%s=%q of <%s>", a.Key, a.Val, n.Data))
		}
	}
	if _, ok := tame()[n.Data]; !ok {
		errs = append(errs, fmt.Errorf("<%s> stands on no page of a tame text", n.Data))
	}
	if n.Data == "script" && n.FirstChild != nil {
		var v any
		if err := json.Unmarshal([]byte(n.FirstChild.Data), &v); err != nil {
			errs = append(errs, fmt.Errorf("a script that is no data: %w", err))
		}
	}
	return errs
}

// tame are the elements of the pages of a text that uses everything that may stand in one.
var tame = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	text := "青い狐は2024年5月1日に{港|みなと}を襲った。\n\n## 節\n\n- 一\n"
	for _, data := range articlePages(failer{}, renderer(), text) {
		d := html.NewTokenizer(bytes.NewReader(data))
		for d.Next() != html.ErrorToken {
			if t := d.Token(); t.Type == html.StartTagToken || t.Type == html.SelfClosingTagToken {
				out[t.Data] = true
			}
		}
	}
	return out
})
