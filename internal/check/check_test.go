package check

import (
	"bytes"
	"image"
	"image/png"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"jikenbo/internal/source"
)

const head = `<!DOCTYPE html><html lang="ja"><head><title>t</title><meta http-equiv="Content-Security-Policy" content="` + policy + `"></head><body>`

// A treeCase is a page, and the code of the only problem that it has; "" for none.
type treeCase struct {
	name string
	body string
	code source.Code
	want string // part of its message
}

// dot is a picture of three dots by two.
var dot = func() []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
		panic(err)
	}
	return b.Bytes()
}()

var pageCases = []treeCase{
	{"relative link to a file", `<a href="../b/two.html#x">b</a>`, "", ""},
	{"fragment of the same page", `<p id="here"><a href="#here">h</a>`, "", ""},
	{"query", `<a href="../b/two.html?q=制裁">b</a>`, "", ""},
	{"query alone", `<a href="?q=x">b</a>`, "", ""},
	{"encoded name", `<a href="../b/%E6%B8%AF.html">b</a>`, "", ""},
	{"another host in a link", `<a href="https://example.org/">e</a>`, "", ""},
	{"mail", `<a href="mailto:a@example.org">e</a>`, "", ""},
	{"missing file", `<a href="three.html">c</a>`, TreeLink, `not in the tree`},
	{"missing part of a map", `<area href="three.html">`, TreeLink, `area names`},
	{"missing fragment", `<a href="../b/two.html#y">c</a>`, TreeFragment, `no element with the id "y"`},
	{"folder", `<a href="../b/">c</a>`, TreeFolder, `folder`},
	{"folder above", `<a href="..">c</a>`, TreeFolder, `folder`},
	{"absolute path", `<a href="/b/two.html">c</a>`, TreeAbsolute, `absolute path`},
	{"id twice", `<p id="a"><p id="a">`, TreeID, `used already in line 1`},
	{"id in two spellings", `<p id="a"><p id="A">`, "", ""},

	{"data block", `<script type="application/ld+json">{"a":1}</script>`, "", ""},
	{"inline script", `<script>alert(1)</script>`, TreeScript, `inline script`},
	{"handler", `<p onclick="x()">`, TreeScript, `onclick`},
	{"script address", `<a href="javascript:x()">c</a>`, TreeScript, `script address`},
	{"module", `<script type="module" src="../s.js"></script>`, TreeModule, `module`},
	{"style attribute", `<p style="color:red">`, TreeStyle, `inline style`},
	{"style element", `<style>p{}</style>`, TreeStyle, `inline style sheet`},
	{"integrity", `<script src="../s.js" integrity="x"></script>`, TreeLocked, `integrity`},
	{"crossorigin", `<script src="../s.js" crossorigin></script>`, TreeLocked, `crossorigin`},
	{"script from elsewhere", `<script src="https://example.org/x.js"></script>`, TreeRemote, `loads`},
	{"script without scheme", `<script src="//example.org/x.js"></script>`, TreeRemote, `loads`},
	{"missing script", `<script src="../none.js"></script>`, TreeAsset, `script names`},

	{"image", `<img alt="" src="../b/p.png">`, "", ""},
	{"image of data", `<img alt="" src="data:image/gif;base64,R0lGOD">`, "", ""},
	{"image without text", `<img src="../b/p.png">`, TreeAlt, `alternative text`},
	{"missing image", `<img alt="" src="p.png">`, TreeAsset, `img names "p.png"`},
	{"srcset", `<img alt="" srcset="../b/p.png 1x, ../b/p.png 2x">`, "", ""},
	{"srcset without sizes", `<img alt="" srcset="../b/p.png, ../b/p.png">`, "", ""},
	{"missing file of a srcset", `<img alt="" srcset="../b/p.png 1x, ../b/q.png 2x">`, TreeAsset, `img names "../b/q.png"`},
	{"missing file of the srcset of a source", `<picture><source srcset="q.png"></picture>`, TreeAsset, `source names`},
	{"poster", `<video poster="../b/p.png"></video>`, "", ""},
	{"missing poster", `<video poster="q.png"></video>`, TreeAsset, `video names "q.png"`},
	{"object", `<object data="../b/p.png"></object>`, "", ""},
	{"missing object", `<object data="q.svg"></object>`, TreeAsset, `object names "q.svg"`},
	{"object from elsewhere", `<object data="https://example.org/q.svg"></object>`, TreeRemote, `object loads`},
	{"refresh", `<noscript><meta http-equiv="refresh" content="0; url=../b/two.html"></noscript>`, "", ""},
	{"refresh of itself", `<meta http-equiv="refresh" content="5">`, "", ""},
	{"refresh to nowhere", `<meta http-equiv="Refresh" content="0; URL='three.html'">`, TreeLink, `refresh names "three.html"`},
	{"picture of the card", base + `<meta property="og:image" content="https://example.org/s/b/p.png">`, "", ""},
	{"picture of the card elsewhere", base + `<meta property="og:image" content="https://example.com/p.png">`, "", ""},
	{"missing picture of the card", base + `<meta property="og:image" content="https://example.org/s/b/q.png">`, TreeLink, `og:image names`},
	{"the address of the site itself", base + `<a href="https://example.org/s/">s</a>`, TreeFolder, `folder`},
	{"another site below the same host", base + `<a href="https://example.org/t/x.html">s</a>`, "", ""},
	{"size of an image", `<img alt="" src="../b/p.png" width="30" height="20"><img alt="" src="../b/p.png" width="1" height="1">`, "", ""},
	{"wrong size of an image", `<img alt="" src="../b/p.png" width="30" height="30">`, TreeImage, `30×30`},
	{"size in other words", `<img alt="" src="../b/p.png" width="100%" height="auto">`, "", ""},
	{"size of the card", base + `<meta property="og:image" content="https://example.org/s/b/p.png"><meta property="og:image:width" content="3"><meta property="og:image:height" content="2">`, "", ""},
	{"wrong size of the card", base + `<meta property="og:image" content="https://example.org/s/b/p.png"><meta property="og:image:width" content="6"><meta property="og:image:height" content="4">`, TreeImage, `3×2`},
	{"drawing in the page", `<svg><g id="g"></g><use href="#g"></use></svg>`, "", ""},
	{"drawing of another file", `<svg><use xlink:href="../b/p.png#g"></use></svg>`, TreeDisk, `<use>`},
	{"base", `<base href="../b/">`, TreeDisk, `<base>`},
	{"manifest", `<link rel="manifest" href="../b/two.html">`, TreeDisk, `manifest`},
	{"data in the page", base + `<script type="application/ld+json">{"url":"https://example.org/s/b/two.html#x","@id":"https://example.org/x"}</script>`, "", ""},
	{"data that name nothing", base + `<script type="application/ld+json">{"url":"https://example.org/s/b/three.html"}</script>`, TreeLink, `url names`},
	{"data that are none", `<script type="application/ld+json">{"url":</script>`, TreeData, `not JSON`},
	{"other case", `<a href="../b/TWO.html">b</a>`, TreeLink, `not in the tree`},
}

const base = `<link rel="canonical" href="https://example.org/s/a/one.html">`

// check runs Tree and wants one problem, or none.
func check(t *testing.T, tree fs.FS, code source.Code, want string) {
	t.Helper()
	ps, err := Tree(tree)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case code == "" && len(ps) > 0:
		t.Errorf("want no problem, got\n%s", ps)
	case code != "" && (len(ps) != 1 || ps[0].Code != code || !strings.Contains(ps[0].Msg, want)):
		t.Errorf("want one problem %s with %q, got\n%s", code, want, ps)
	}
}

func TestTree(t *testing.T) {
	for _, tt := range pageCases {
		t.Run(tt.name, func(t *testing.T) {
			check(t, fstest.MapFS{
				"a/one.html": {Data: []byte(head + tt.body)},
				"b/two.html": {Data: []byte(head + `<p id="x">`)},
				"b/港.html":   {Data: []byte(head)},
				"b/p.png":    {Data: dot},
				"s.js":       {},
			}, tt.code, tt.want)
		})
	}
}

func TestTreeFiles(t *testing.T) {
	file := func(name, text string) fstest.MapFS {
		return fstest.MapFS{name: {Data: []byte(text)}, "a/p.png": {Data: dot}}
	}
	tests := []struct {
		name string
		tree fstest.MapFS
		code source.Code
		want string
	}{
		{"no policy", file("a.html", `<html lang="ja"><title>t</title>`), TreePolicy, "policy"},
		{"another policy", file("a.html", strings.ReplaceAll(head, "object-src 'none'", "object-src *")), TreePolicy, "policy"},
		{"no language", file("a.html", strings.ReplaceAll(head, ` lang="ja"`, "")), TreeLanguage, "language"},
		{"no title", file("a.html", strings.ReplaceAll(head, `<title>t</title>`, "")), TreeTitle, "title"},

		{"style sheet", file("s.css", `@import "s.css"; a { background: url(a/p.png) } b { background: url("data:image/png;base64,x") }`), "", ""},
		{"filter of the page", file("s.css", `a { filter: url(#f) }`), "", ""},
		{"comment in a style sheet", file("s.css", `/* url(none.png) */`), "", ""},
		{"missing file of a style sheet", file("s.css", "\n\na { background: url( 'none.png' ) }"), TreeAsset, `"none.png"`},
		{"mask", file("s.css", "a { mask: url(a/p.png) no-repeat }"), TreeDisk, "mask"},
		{"mask of the page", file("s.css", "a { mask-type: alpha; unmask: url(a/p.png); -webkit-mask: none }"), "", ""},
		{"missing import", file("s.css", `@import 'none.css';`), TreeAsset, `"none.css"`},
		{"font from elsewhere", file("s.css", `@font-face { src: url(https://example.org/f.woff2) }`), TreeRemote, `loads`},
		{"absolute path in a style sheet", file("s.css", `a { background: url(/a/p.png) }`), TreeAbsolute, `absolute`},

		{"script", file("s.js", `const prefetch = 1; x.fetch(1); // fetch(
/* new Worker */ let s = "fetch('a')" + 'import x' + `+"`export default`"+`, r = /["fetch(]/; important(1); y.export = 2`), "", ""},
		{"fetch", file("s.js", `const r = /"/;`+"\n"+`let a = await fetch("x.json")`), TreeFetch, `fetch(`},
		{"fetch of the window", file("s.js", `window.fetch("x.json")`), TreeFetch, `window.fetch(`},
		{"request", file("s.js", `let r = new XMLHttpRequest()`), TreeFetch, `XMLHttpRequest`},
		{"worker", file("s.js", `let r = new Worker("w.js")`), TreeFetch, `Worker`},
		{"assembly", file("s.js", `WebAssembly.instantiate(x)`), TreeFetch, `WebAssembly`},
		{"import", file("s.js", `import { a } from "./b.js"`), TreeModule, `module`},
		{"dynamic import", file("s.js", `let a = 1; import("./b.js")`), TreeModule, `import(`},
		{"export", file("s.js", "let a = 1\nexport default a"), TreeModule, `module`},

		{"drawing", file("s.svg", `<svg xmlns="x"><a href="a/p.png"><image href="a/p.png"/></a><g id="g"/><use href="#g"/></svg>`), "", ""},
		{"drawing that leads nowhere", file("s.svg", "<svg>\n<a xlink:href=\"a/q.png\"></a><a href=\"a/q.png\"></a></svg>"), TreeLink, `"a/q.png"`},
		{"drawing that loads", file("s.svg", `<svg><image href="https://example.org/p.png"/></svg>`), TreeRemote, `image loads`},
		{"drawing that runs", file("s.svg", `<svg onload="x()"></svg>`), TreeScript, `onload`},
		{"drawing with a script", file("s.svg", `<svg><script>x()</script></svg>`), TreeScript, `inline script`},
		{"drawing without its part", file("s.svg", `<svg><use href="#h"/></svg>`), TreeFragment, `"h"`},
		{"picture that is none", file("p.png", "P"), TreeImage, `not an image`},

		{"JSON", file("data/a.json", `{"path":"a.json","url":"https://example.net/","x":{"path":"a/p.png"},"@id":"none","home_page_url":"a.json"}`), "", ""},
		{"JSON that is none", file("data/a.json", "{\n\"a\": 1,\n}"), TreeData, `not JSON`},
		{"JSON of a page", file("data/a.json", `{"path":"actors/x.html"}`), TreeLink, `actors/x.html`},
		{"JSON of a file of one language", file("data/a.json", `{"path":"ja/x.html"}`), TreeLink, `ja/x.html`},
		{"JSON of HTML", file("data/a.json", "{\n\"content_html\":\"<p><a href=\\\"b.html\\\">b</a>\"}"), TreeLink, `"b.html"`},
		{"CSV", file("data/a.csv", "\ufeffid,path\n1,a/p.png\n2,\n"), "", ""},
		{"CSV of a page", file("data/a.csv", "id,path\n1,a/p.png\n2,none.html\n"), TreeLink, `none.html`},
		{"CSV that is none", file("data/a.csv", "id,path\n1\n"), TreeData, `not CSV`},
		{"feed", file("f.xml", `<feed><link rel="self" href="f.xml"/><link href="https://example.net/"/><content type="html">&lt;a href="a/p.png"&gt;</content></feed>`), "", ""},
		{"feed that leads nowhere", file("f.xml", "<feed>\n<link href=\"none.html\"/></feed>"), TreeLink, `"none.html"`},
		{"feed whose text leads nowhere", file("f.xml", "<feed><content type=\"html\">&lt;a href=\"none.html\"&gt;</content></feed>"), TreeLink, `"none.html"`},
		{"feed that is none", file("f.xml", "<feed>\n<link></feed>"), TreeData, `not XML`},
		{"names", file("con-man/com10/nullable.txt", ""), "", ""},
		{"two cases", fstest.MapFS{"a/X.txt": {}, "a/x.txt": {}}, TreeCase, `"a/X.txt"`},
		{"two ways to write an accent", fstest.MapFS{"caf\u00e9.txt": {}, "cafe\u0301.txt": {}}, TreeCase, "accents"},
		{"device", file("a/aux.html.txt", ""), TreeName, `"aux" is reserved`},
		{"folder of a device", file("com1/x.txt", ""), TreeName, `"com1"`},
		{"character", file("a/what?.txt", ""), TreeName, `character`},
		{"dot at the end", file("a./x.txt", ""), TreeName, `dot`},
		{"long path", file(strings.Repeat("harbour/", 25)+"x.txt", ""), TreeName, `205 characters`},
		{"long name", file(strings.Repeat("あ", 86)+".txt", ""), TreeName, `255`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { check(t, tt.tree, tt.code, tt.want) })
	}
}

// TestFollowed looks into what names pages by the address of the site.
func TestFollowed(t *testing.T) {
	page := &fstest.MapFile{Data: []byte(head + `<link rel="canonical" href="https://example.org/s/index.html"><p id="c1">`)}
	inner := &fstest.MapFile{Data: []byte(head + `<p id="c1">`)}
	tests := []struct {
		name, file, text string
		code             source.Code
		want             string
	}{
		{"map", "sitemap.xml", `<urlset><url><loc>https://example.org/s/ja/x.html</loc></url></urlset>`, "", ""},
		{"map that leads nowhere", "sitemap.xml", "<urlset>\n<url><loc>https://example.org/s/ja/y.html</loc></url></urlset>", TreeLink, "loc names"},
		{"version in a map", "sitemap.xml", `<urlset><url><x:link hreflang="en" href="https://example.org/s/en/y.html"/></url></urlset>`, TreeLink, "en/y.html"},
		{"robots", "robots.txt", "User-agent: *\nSitemap: https://example.org/s/index.html\n", "", ""},
		{"robots that lead nowhere", "robots.txt", "User-agent: *\nSitemap: https://example.org/s/sitemap.xml\n", TreeLink, "Sitemap names"},
		{"the site as a whole", "data/a.json", `{"url":"https://example.org/s/"}`, "", ""},
		{"page in both languages", "data/a.json", `{"path":"x.html#c1"}`, "", ""},
		{"page in one language", "data/a.json", `{"path":"ja/x.html#c1"}`, "", ""},
		{"fragment that one lacks", "data/a.json", "{\n\"path\":\"z.html#c1\"}", TreeFragment, `"en/z.html" has no element with the id "c1"`},
		{"address of a page", "data/a.json", `{"url":"https://example.org/s/ja/x.html#c2"}`, TreeFragment, `"c2"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			check(t, fstest.MapFS{
				"index.html": page, "ja/x.html": inner, "en/x.html": inner, "ja/z.html": inner, "en/z.html": {Data: []byte(head)},
				tt.file: {Data: []byte(tt.text)},
			}, tt.code, tt.want)
		})
	}
}

func TestHreflang(t *testing.T) {
	page := func(versions ...string) *fstest.MapFile {
		text := head + `<link rel="canonical" href="https://example.org/s/index.html">`
		for _, v := range versions {
			lang, address, _ := strings.Cut(v, " ")
			text += `<link rel="alternate" hreflang="` + lang + `" href="` + address + `">`
		}
		return &fstest.MapFile{Data: []byte(text)}
	}
	const site = "https://example.org/s/"
	door := page("x-default "+site+"index.html", "ja "+site+"ja.html", "en "+site+"en.html")
	tests := []struct {
		name string
		tree fstest.MapFS
		code source.Code
		want string
	}{
		{"pair", fstest.MapFS{
			"index.html": door,
			"ja.html":    page("ja "+site+"ja.html", "en "+site+"en.html", "x-default "+site+"index.html"),
			"en.html":    page("ja "+site+"ja.html", "en "+site+"en.html", "x-default "+site+"index.html"),
		}, "", ""},
		{"relative pair", fstest.MapFS{"ja.html": page("ja ja.html", "en en.html"), "en.html": page("ja ja.html", "en en.html")}, "", ""},
		{"one way", fstest.MapFS{"ja.html": page("ja ja.html", "en en.html"), "en.html": page()}, TreeHreflang, `en version "en.html"`},
		{"not itself", fstest.MapFS{"ja.html": page("en en.html"), "en.html": page("ja ja.html", "en en.html")}, TreeHreflang, `itself`},
		{"missing version", fstest.MapFS{"index.html": page("ja index.html", "en "+site+"en.html")}, TreeLink, `not in the tree`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { check(t, tt.tree, tt.code, tt.want) })
	}
}

func TestOnlyTheMissingPageNamesItsAssetsAbsolutely(t *testing.T) {
	body := []byte(head + `<link rel="canonical" href="https://example.org/archive/index.html"><script src="https://example.org/archive/s.js"></script>`)
	check(t, fstest.MapFS{"404.html": {Data: body}, "index.html": {Data: []byte(head + `<link rel="canonical" href="https://example.org/archive/index.html">`)}, "s.js": {}}, "", "")
	check(t, fstest.MapFS{"404.html": {Data: []byte(head)}, "index.html": {Data: body}, "s.js": {}}, TreeRemote, "s.js")
	check(t, fstest.MapFS{"404.html": {Data: body}, "index.html": {Data: []byte(head + `<link rel="canonical" href="https://example.org/archive/index.html">`)}}, TreeAsset, "s.js")
}

func TestProblemsOfOnePageComeTogether(t *testing.T) {
	ps, err := Tree(fstest.MapFS{"x.html": {Data: []byte("<p>bare\n<a href=y.html>y</a>")}})
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, p := range ps {
		codes = append(codes, string(p.Code))
	}
	if got, want := strings.Join(codes, " "), "tree.language tree.policy tree.title tree.link"; got != want || ps[3].Pos.Line != 2 {
		t.Errorf("got %s, want %s, the last in line 2:\n%s", got, want, ps)
	}
}

// heavy is a tree of files that have sizes and no content.
type heavy map[string]int64

func (h heavy) Open(name string) (fs.File, error) { return nil, fs.ErrNotExist }

func (h heavy) Stat(name string) (fs.FileInfo, error) { return heavyFile{name, -1}, nil }

func (h heavy) ReadDir(name string) ([]fs.DirEntry, error) {
	var out []fs.DirEntry
	for name, size := range h {
		out = append(out, fs.FileInfoToDirEntry(heavyFile{name, size}))
	}
	return out, nil
}

type heavyFile struct {
	name string
	size int64
}

func (f heavyFile) Name() string { return f.name }
func (f heavyFile) Size() int64  { return f.size }
func (f heavyFile) Mode() fs.FileMode {
	return map[bool]fs.FileMode{true: fs.ModeDir, false: 0}[f.IsDir()]
}
func (f heavyFile) ModTime() time.Time { return time.Time{} }
func (f heavyFile) IsDir() bool        { return f.size < 0 }
func (f heavyFile) Sys() any           { return nil }

func TestSizes(t *testing.T) {
	check(t, heavy{"a.bin": 100 << 20}, "", "")
	check(t, heavy{"a.html": 101 << 20}, source.Size, "101 MB")
	many := heavy{}
	for c := 'a'; c < 'l'; c++ {
		many[string(c)+".bin"] = 100 << 20
	}
	check(t, many, source.Size, "the site has 1100 MB")
}
