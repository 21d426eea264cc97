// Package dossier stands behind the pages: it makes one file of the page of an operation or an actor.
//
// In: the finished pages, and the casebook for the addresses of the sources.
// Out: an HTML page in one or both languages that needs nothing beside it: the style is in it, scripts
// are left out, and links to pages of the site become words, or addresses where the site has one.
package dossier

import (
	"bytes"
	"fmt"
	"html/template"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
	"jikenbo/internal/render"
)

// Options say what a dossier holds.
type Options struct {
	ID      string
	Langs   []i18n.Lang // in their order
	Title   i18n.Text   // of the site
	SiteURL string      // where the site stands, or ""
}

const stylePath = "assets/jikenbo.css"

// Make returns the page. It errors if a file that it needs is not among the files.
func Make(files []render.File, e *casebook.Entity, o Options) ([]byte, error) {
	style, err := find(files, stylePath)
	if err != nil {
		return nil, err
	}
	v := view{Lang: o.Langs[0], Style: template.CSS(strings.ReplaceAll(string(style), "</", `<\/`))}
	name, _ := e.Name.Best(v.Lang)
	site, _ := o.Title.Best(v.Lang)
	v.Title = name + " | " + site
	for _, l := range o.Langs {
		page, err := find(files, string(l)+"/"+e.Path)
		if err != nil {
			return nil, err
		}
		body, err := cut(page, cutter{lang: l, path: string(l) + "/" + e.Path, siteURL: o.SiteURL})
		if err != nil {
			return nil, err
		}
		v.Parts = append(v.Parts, part{Lang: l, Language: languageName(l), Body: body, Heading: sourcesHeading(l), Sources: sources(e, l)})
	}
	var b bytes.Buffer
	err = page.Execute(&b, v)
	return b.Bytes(), err
}

func find(files []render.File, path string) ([]byte, error) {
	i := slices.IndexFunc(files, func(f render.File) bool { return f.Path == path })
	if i < 0 {
		return nil, fmt.Errorf("the site has no file %s", path)
	}
	return files[i].Data, nil
}

type view struct {
	Lang  i18n.Lang
	Title string
	Style template.CSS
	Parts []part
}

// part is the page in one language.
type part struct {
	Lang     i18n.Lang
	Language string
	Body     template.HTML
	Heading  string
	Sources  []address
}

// address is a source with its address.
type address struct {
	Title, Language, Date, URL string
}

func languageName(l i18n.Lang) string {
	if l == i18n.JA {
		return "日本語"
	}
	return "English"
}

func sourcesHeading(l i18n.Lang) string {
	if l == i18n.JA {
		return "出典のアドレス"
	}
	return "Addresses of the sources"
}

// sources lists the records on which the page rests: those of its claims too.
func sources(e *casebook.Entity, l i18n.Lang) []address {
	all := slices.Clone(e.Sources)
	for _, c := range e.Claims {
		if c.Source != nil && !slices.Contains(all, c.Source) {
			all = append(all, c.Source)
		}
	}
	slices.SortStableFunc(all, func(a, b *casebook.Source) int { return strings.Compare(a.ID, b.ID) })
	var out []address
	for _, s := range all {
		out = append(out, address{Title: s.Title, Language: s.Language, Date: s.Published.In(l), URL: s.URL})
	}
	return out
}

// mark says in a file that a dossier is in it, which may be written anew.
const mark = `<meta name="generator" content="jikenbo dossier">`

// Ours reports whether a file is a dossier that Make made.
func Ours(data []byte) bool {
	head, _, _ := bytes.Cut(data, []byte("<title>"))
	return bytes.HasPrefix(head, []byte("<!DOCTYPE html>")) && bytes.Contains(head, []byte("\n"+mark+"\n"))
}

// The policy lets in the style that stands in the page, and nothing else.
var page = template.Must(template.New("dossier").Parse(`<!DOCTYPE html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
` + mark + `
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{.Title}}</title>
<style>{{.Style}}</style>
</head>
<body>
<div class="wrap">
{{if gt (len .Parts) 1}}<p class="tools">{{range .Parts}}<a href="#{{.Lang}}" lang="{{.Lang}}">{{.Language}}</a> {{end}}</p>{{end}}
{{range .Parts}}<article id="{{.Lang}}" lang="{{.Lang}}">
{{.Body}}
{{if .Sources}}<section class="sec"><h2>{{.Heading}}</h2><ul>{{range .Sources}}<li><cite{{with .Language}} lang="{{.}}"{{end}}>{{.Title}}</cite>{{with .Date}} ({{.}}){{end}}{{with .URL}} <a href="{{.}}" rel="external">{{.}}</a>{{end}}</li>
{{end}}</ul></section>{{end}}
</article>
{{end}}</div>
</body>
</html>
`))

// cut takes the main part out of a page and makes it stand alone.
func cut(data []byte, c cutter) (template.HTML, error) {
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return "", err
	}
	main := first(doc, "main")
	if main == nil {
		return "", fmt.Errorf("%s has no main part", c.path)
	}
	sprites(doc, main)
	c.children(main)
	var b bytes.Buffer
	for n := main.FirstChild; n != nil; n = n.NextSibling {
		if err := html.Render(&b, n); err != nil {
			return "", err
		}
	}
	return template.HTML(b.String()), nil
}

// sprites moves into the main part the drawings outside it that it uses.
func sprites(doc, main *html.Node) {
	for n := range main.Descendants() {
		if n.Data != "use" {
			continue
		}
		for _, a := range n.Attr {
			id, local := strings.CutPrefix(a.Val, "#")
			if drawing := drawingOf(doc, main, id); a.Key == "href" && local && drawing != nil {
				drawing.Parent.RemoveChild(drawing)
				main.InsertBefore(drawing, main.FirstChild)
			}
		}
	}
}

// drawingOf returns the whole drawing outside the main part in which an id stands, nil if there is none.
func drawingOf(doc, main *html.Node, id string) *html.Node {
	for n := range doc.Descendants() {
		if !slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "id" && a.Val == id }) {
			continue
		}
		var drawing *html.Node
		for ; n != nil && n != main; n = n.Parent {
			if n.Data == "svg" {
				drawing = n
			}
		}
		if n == nil {
			return drawing
		}
	}
	return nil
}

func first(n *html.Node, name string) *html.Node {
	if n.Type == html.ElementNode && n.Data == name {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if f := first(c, name); f != nil {
			return f
		}
	}
	return nil
}

// resolve returns the path from the root of the site to which a link leads.
func (c cutter) resolve(href string) (target, fragment string) {
	target, fragment, _ = strings.Cut(href, "#")
	if target == "" {
		return c.path, fragment
	}
	return path.Join(path.Dir(c.path), target), fragment
}
