package render

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/entity"
	"jikenbo/internal/i18n"
	"jikenbo/internal/morph"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// letters is a tokenizer for tests: each character is a noun of its own.
type letters struct{}

func (letters) Tokens(out []morph.Token, text string) []morph.Token {
	for i, r := range text {
		span := source.Span{Start: i, End: i + utf8.RuneLen(r)}
		out = append(out, morph.NewToken(span, string(r), "", "", morph.Noun))
	}
	return out
}

// archive returns the files of testdata/site.txtar.
func archive(t testing.TB) fs.FS {
	t.Helper()
	a, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range a.Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

// testBook links the archive of testdata/site.txtar.
func testBook(t testing.TB) *casebook.Casebook {
	t.Helper()
	return link(t, archive(t))
}

// link links an archive, without a dictionary.
func link(t testing.TB, fsys fs.FS) *casebook.Casebook {
	t.Helper()
	c, _ := content.Load(fstest.MapFS{}, fsys)
	set, _ := seeds.Load(fsys, nil)
	an := &analysis.Analyzer{Tokenizer: letters{}, Names: entity.NewFinder(c.Registry)}
	in := casebook.Input{Content: c, Sources: set}
	for _, a := range c.Articles {
		var ja, en *analysis.Document
		if a.JA != nil {
			ja = an.Analyze(analysis.Text{ID: a.ID, Lang: i18n.JA, File: a.JA.File(), Passages: a.JA.Passages(), Published: a.Reference})
		}
		if a.EN != nil {
			en = an.Analyze(analysis.Text{ID: a.ID, Lang: i18n.EN, File: a.EN.File(), Passages: a.EN.Passages(), Published: a.Reference})
		}
		in.Articles = append(in.Articles, casebook.Whole(ja, en))
	}
	for _, s := range set.All() {
		if s.Text == nil {
			in.Originals = append(in.Originals, nil)
			continue
		}
		in.Originals = append(in.Originals, an.Analyze(analysis.Text{
			ID: s.ID, Lang: i18n.Lang(s.Language), File: s.Text, Passages: s.Passages, Published: s.Published,
		}))
	}
	book, problems := casebook.Link(in)
	if problems.Errors() > 0 {
		t.Logf("problems:\n%s", problems)
	}
	return book
}

// renderer returns a Renderer with the repository's own templates.
func renderer() *Renderer {
	return &Renderer{
		Templates: os.DirFS("../../templates"), Static: os.DirFS("../../static"),
		Title:       i18n.Text{JA: "試験簿", EN: "Testbook"},
		Description: i18n.Text{JA: "試験のための事件簿。", EN: "A casebook for tests."},
		Version:     "test",
	}
}

// site is the rendered archive, parsed.
type site map[string]*page

// page is a parsed page or another file.
type page struct {
	path string
	data []byte
	root *html.Node
}

func render(t testing.TB, r *Renderer) site {
	t.Helper()
	return renderBook(t, r, testBook(t))
}

func renderBook(t testing.TB, r *Renderer, book *casebook.Casebook) site {
	t.Helper()
	files, err := r.Files(book)
	if err != nil {
		t.Fatal(err)
	}
	s := site{}
	for _, f := range files {
		p := &page{path: f.Path, data: f.Data}
		if path.Ext(f.Path) == ".html" {
			if p.root, err = html.Parse(bytes.NewReader(f.Data)); err != nil {
				t.Fatal(err)
			}
		}
		s[f.Path] = p
	}
	return s
}

// plain is the site without an address of its own, rendered once.
var plain = sync.OnceValue(func() site { return render(failer{}, renderer()) })

// failer is the testing.TB of what is rendered once for all tests.
type failer struct{ testing.TB }

func (failer) Helper()               {}
func (failer) Fatal(args ...any)     { panic(args) }
func (failer) Logf(string, ...any)   {}
func (failer) Errorf(string, ...any) {}

// all returns the elements of a page that satisfy every condition, in order.
func (p *page) all(conditions ...func(*html.Node) bool) []*html.Node {
	var out []*html.Node
	for n := range p.root.Descendants() {
		ok := n.Type == html.ElementNode
		for _, c := range conditions {
			ok = ok && c(n)
		}
		if ok {
			out = append(out, n)
		}
	}
	return out
}

// tag, class and attribute are conditions for [page.all].
func tag(name string) func(*html.Node) bool { return func(n *html.Node) bool { return n.Data == name } }

func class(name string) func(*html.Node) bool {
	return func(n *html.Node) bool { return strings.Contains(" "+attr(n, "class")+" ", " "+name+" ") }
}

func attribute(key, value string) func(*html.Node) bool {
	return func(n *html.Node) bool { return attr(n, key) == value }
}

// attr returns an attribute, "" where there is none.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// text returns the text in an element.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// lang returns the language in which a node stands.
func lang(n *html.Node) string {
	for ; n != nil; n = n.Parent {
		if l := attr(n, "lang"); l != "" {
			return l
		}
	}
	return ""
}

// one returns the only element that satisfies the conditions.
func (p *page) one(t *testing.T, conditions ...func(*html.Node) bool) *html.Node {
	t.Helper()
	found := p.all(conditions...)
	if len(found) != 1 {
		t.Fatalf("%s: %d elements, want 1", p.path, len(found))
	}
	return found[0]
}
