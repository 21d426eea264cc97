// Package render is the stage that writes the pages: Casebook → HTML files.
//
// In: a [casebook.Casebook], templates and static files.
// Out: [File] values, the pages of both language trees and the root, and assets/.
// Every page is rendered by itself, so the caller may render many at once.
//
// A page is made in two steps: Go code turns what is linked into a struct of
// plain values for one kind of page (the view), and a template of html/template
// writes it. Views hold finished links, relative to their page; templates decide nothing.
package render

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
)

// A File is a file of the finished site.
type File struct {
	Path string // relative to the root of the site, with slashes
	Data []byte
}

// A Page is a page that can be rendered.
type Page struct {
	Path string
	// Lang is the language of the page's own words; the cover and 404.html, which are in both, count as Japanese.
	Lang i18n.Lang

	template string
	renderer *Renderer
	book     *book
	show     func(scope) any // makes the value that the template shows
	viewed   any             // that value, where it was made
	reads    *told           // what it is made of; nil where that is not told
}

// view returns the value that the template shows.
func (p Page) view() any {
	if p.viewed != nil {
		return p.viewed
	}
	s := scope{r: p.renderer, book: p.book, room: p.renderer.room()}.at(p.Lang, p.Path)
	defer s.r.rooms.put(s.room)
	return p.show(s)
}

// A Renderer makes the pages. Its methods may be called from several goroutines;
// its fields do not change after the first call.
type Renderer struct {
	// Templates holds layout.html, parts.html and a template per kind of page.
	Templates fs.FS // required
	// Static holds what is copied to assets/.
	Static fs.FS // required

	Title       i18n.Text
	Description i18n.Text
	// First is the language that stands first on the cover; Japanese where it is not set.
	First i18n.Lang
	// Licence is that of the archive's own texts, with the address of its page; both may be empty.
	Licence    i18n.Text
	LicenceURL string
	// SiteURL is where the site will stand, or "", and then no absolute address is written.
	SiteURL string
	// Version is the edition that the colophon names; may be empty.
	Version string
	// Pictured tells whether a picture can be drawn of a page; nil where none is.
	Pictured func(Card) bool
	// Extra tells which pages of other stages exist.
	Extra Extra

	load      sync.Once
	loadErr   error
	templates map[i18n.Lang]map[string]*template.Template
	messages  *i18n.Messages
	sheets    sync.Map // by sheetKey: func() *press.Sheet
	digests   digestTypes
	books     sync.Map  // by casebook: func() *book
	buffers   sync.Pool // of *[]byte
	rooms     rooms
}

// Extra tells which pages of other stages exist, so that pages lead to them only then.
type Extra struct {
	Search     bool // search.html below each language
	Data       bool // data.html below each language
	Feed       bool // feed.xml below each language
	EntityData bool // data/entities/ID.json for each entity
}

// Render writes one page.
func (r *Renderer) Render(p Page) (File, error) {
	var out File
	err := r.Draw(p, func(f File, _ *Card) error {
		out = File{f.Path, bytes.Clone(f.Data)}
		return nil
	})
	return out, err
}

// Draw writes one page and hands it on, with the card of the picture that it leads to, nil where it leads to none. The picture must
// stand at [PicturePath]. The data is good until put returns: the next page is written in its room.
func (r *Renderer) Draw(p Page, put func(File, *Card) error) error {
	if err := r.prepare(); err != nil {
		return err
	}
	t := r.templates[p.Lang][p.template]
	if t == nil {
		return fmt.Errorf("render %s: no template %q", p.Path, p.template)
	}
	view := p.view()
	room := r.buffer()
	defer r.release(room)
	page, err := r.execute(t, p, view, room)
	if err != nil {
		return fmt.Errorf("render %s: %w", p.Path, err)
	}
	var card *Card
	if framed, ok := view.(interface{ pictured() *Card }); ok {
		card = framed.pictured()
	}
	page = withSprite(page)
	*room = page[:0]
	return put(File{Path: p.Path, Data: page}, card)
}

// Assets returns the static files.
func (r *Renderer) Assets() ([]File, error) {
	var files []File
	err := fs.WalkDir(r.Static, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(r.Static, path)
		if strings.HasSuffix(path, ".js") {
			data = lean(data)
		}
		files = append(files, File{Path: "assets/" + path, Data: data})
		return err
	})
	return files, err
}

// Files renders all pages one after the other and returns them with the assets, sorted by path.
func (r *Renderer) Files(c *casebook.Casebook) ([]File, error) {
	files, err := r.Assets()
	if err != nil {
		return nil, err
	}
	files = append(files, Furigana(c)...)
	for _, p := range r.Pages(c) {
		f, err := r.Render(p)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return files, nil
}

// prepare parses the templates and reads the messages, once.
func (r *Renderer) prepare() error {
	r.load.Do(func() {
		r.messages, r.loadErr = i18n.LoadMessages()
		if r.loadErr != nil {
			return
		}
		r.templates = map[i18n.Lang]map[string]*template.Template{}
		for _, l := range i18n.Langs {
			if r.templates[l], r.loadErr = r.parse(l); r.loadErr != nil {
				return
			}
		}
	})
	return r.loadErr
}

// templateNames lists the kinds of page; each has a template of its own that defines "main".
var templateNames = [...]string{
	"cover", "home", "article", "articles", "entity", "entities", "source", "sources",
	"timeline", "name", "prose", "missing", "moved", "custom", "search", "data", "record",
}

// parse reads the templates with the functions of one language.
func (r *Renderer) parse(l i18n.Lang) (map[string]*template.Template, error) {
	base, err := template.New("").Funcs(r.functions(l)).ParseFS(r.Templates, "layout.html", "parts.html")
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	out := map[string]*template.Template{}
	for _, name := range templateNames {
		t, err := base.Clone()
		if err == nil {
			t, err = t.ParseFS(r.Templates, name+".html")
		}
		if err != nil {
			return nil, fmt.Errorf("templates: %w", err)
		}
		out[name] = t
	}
	return out, nil
}

// functions are what templates may call: messages in the page's language, in a given
// one, and about a number.
func (r *Renderer) functions(l i18n.Lang) template.FuncMap {
	return template.FuncMap{
		"t":     func(k i18n.Key, pairs ...string) string { return r.messages.In(l, k, pairs...) },
		"in":    func(l i18n.Lang, k i18n.Key, pairs ...string) string { return r.messages.In(l, k, pairs...) },
		"count": func(k i18n.Key, n int) string { return r.messages.Count(l, k, n) },
	}
}

// lean drops the indentation of a script and its lines of comment, which are for those who read the
// source. No script has a literal that goes over lines.
func lean(script []byte) []byte {
	var out []byte
	for line := range bytes.Lines(script) {
		if line = bytes.TrimSpace(line); len(line) > 0 && !bytes.HasPrefix(line, []byte("//")) {
			out = append(append(out, line...), '\n')
		}
	}
	return out
}

// withSprite adds the shapes that a page uses at its end, in its room if that is large enough.
func withSprite(page []byte) []byte {
	shapes, at := sprite(page), bytes.LastIndex(page, []byte("</body>"))
	if shapes == "" || at < 0 {
		return page
	}
	return slices.Insert(page, at, []byte(shapes)...)
}
