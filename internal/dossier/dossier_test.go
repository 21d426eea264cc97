package dossier

import (
	"strings"
	"testing"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/render"
	"jikenbo/internal/seeds"
)

const ja = `<!DOCTYPE html><html lang="ja"><head><title>x</title></head><body><nav>no</nav><svg hidden><symbol id="m-x"></symbol><symbol id="m-y"></symbol></svg><main id="main">
<h1 id="h" aria-labelledby="h k">鷺 &lt;script&gt;</h1><script src="x.js"></script><form><input></form><button>押す</button><!-- note -->
<a href="#c1">主張</a><a href="grey-heron.html#c2">同じ頁</a><a href="../operations/quay.html#e1" hreflang="ja" rel="x">岸壁</a><a href="../../data/x.json" download>JSON</a>
<a href="https://example.org/a" rel="external">外</a><a href="javascript:alert(1)">悪</a><img src="../x.png"><svg><a href="../timeline.html"><title>t</title></a></svg><svg><use href="#m-x"></use><use href="#m-y"></use></svg><dl><dt>データ</dt><dd><a href="../../data/x.json" type="application/json" download>JSON</a>、<a href="../feeds/x.xml" type="application/atom+xml">Atom</a></dd></dl>
</main><footer>no</footer></body></html>`

func heron() (*casebook.Entity, []render.File) {
	src := &casebook.Source{Source: &seeds.Source{ID: "s", Title: "港湾庁 </li><script>", Language: "ja", URL: "https://example.org/s?a=1&b=2"}}
	e := &casebook.Entity{Entity: &content.Entity{ID: "grey-heron", Kind: content.Actor, Name: i18n.Text{JA: "鷺", EN: "Heron"}}, Path: "actors/grey-heron.html", Sources: []*casebook.Source{src}}
	return e, []render.File{
		{Path: stylePath, Data: []byte("p{color:red}</style><script>alert(1)</script>")},
		{Path: "ja/actors/grey-heron.html", Data: []byte(ja)},
		{Path: "en/actors/grey-heron.html", Data: []byte(strings.ReplaceAll(ja, `lang="ja"`, `lang="en"`))},
	}
}

func TestMakeStandsAlone(t *testing.T) {
	e, files := heron()
	data, err := Make(files, e, Options{ID: e.ID, Langs: i18n.Langs[:], Title: i18n.Both("Harbour")})
	if err != nil {
		t.Fatal(err)
	}
	got := string(data)
	style, body, _ := strings.Cut(got, "</style>") // what is style is no markup
	if strings.Contains(style, "</script") || !strings.Contains(style, "p{color:red}") {
		t.Errorf("style %s", style)
	}
	for _, bad := range []string{"<script", "</script", "<form", "<input", "<button", "<nav", "<footer", "../", "javascript", "<!--", "download", `<a href="#h`} {
		if strings.Contains(body, bad) {
			t.Errorf("the dossier holds %q", bad)
		}
	}
	for _, want := range []string{
		`<html lang="ja">`, `<article id="ja" lang="ja">`, `<article id="en" lang="en">`, `<title>鷺 | Harbour</title>`,
		`<h1 id="ja-h" aria-labelledby="ja-h ja-k">鷺 &lt;script&gt;</h1>`, `<a href="#ja-c1">主張</a>`, `<a href="#en-c2">同じ頁</a>`,
		`<span>岸壁</span>`, `<span>JSON</span>`, `<svg hidden=""><symbol id="ja-m-x"></symbol><symbol id="ja-m-y"></symbol></svg>`, `<use href="#en-m-y">`, `<dl></dl>`, `<span>悪</span>`, `<a href="https://example.org/a" rel="external">外</a>`,
		`港湾庁 &lt;/li&gt;&lt;script&gt;`, `<a href="https://example.org/s?a=1&amp;b=2" rel="external">`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the dossier lacks %q:\n%s", want, got)
		}
	}
	if n := strings.Count(got, "<style"); n != 1 {
		t.Errorf("%d style elements", n)
	}
}

func TestMakeWithAddressOfTheSite(t *testing.T) {
	e, files := heron()
	data, err := Make(files, e, Options{ID: e.ID, Langs: []i18n.Lang{i18n.EN}, SiteURL: "https://example.org/sub/"})
	if err != nil {
		t.Fatal(err)
	}
	got := string(data)
	if want := `<a href="https://example.org/sub/en/operations/quay.html#e1" hreflang="en" rel="x">`; !strings.Contains(got, want) {
		t.Errorf("the dossier lacks %q:\n%s", want, got)
	}
	if strings.Contains(got, `<article id="ja"`) {
		t.Error("the dossier holds the other language")
	}
}

func TestMakeWithoutPage(t *testing.T) {
	e, files := heron()
	if _, err := Make(files[:2], e, Options{Langs: i18n.Langs[:]}); err == nil || !strings.Contains(err.Error(), "en/actors/grey-heron.html") {
		t.Errorf("got %v", err)
	}
}
