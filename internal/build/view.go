package build

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
	"sync"

	"jikenbo/internal/i18n"
	"jikenbo/internal/render"
	"jikenbo/internal/search"
)

// A View is the site of one state of an archive. Its files are made when they are read.
type View struct {
	Title i18n.Text // of the site

	linked   linked
	renderer *render.Renderer
	order    []render.Page          // all pages, those at former addresses last
	pages    map[string]render.Page // by path
	pictures map[string]render.Page // the pages whose pictures stand at a path
	beside   func() (files, error)  // what pages load
	search   func() (files, error)
	told     func() (map[string]render.Page, error) // the pages that tell of downloads
}

type files map[string][]byte

// view returns the site of what is linked.
func (b *Builder) view(l linked) *View {
	r := b.renderer(l)
	v := &View{Title: l.conf.Title, linked: l, renderer: r, pages: map[string]render.Page{}, pictures: map[string]render.Page{}}
	v.order = slices.Concat(r.Pages(l.book), r.Moved(l.book))
	for _, p := range v.order {
		v.pages[p.Path] = p
		v.pictures[render.PicturePath(p.Path)] = p
	}
	v.beside = sync.OnceValues(func() (files, error) {
		assets, err := r.Assets()
		return byPathOf(slices.Concat(assets, render.Furigana(l.book)), same), err
	})
	v.search = sync.OnceValues(func() (files, error) {
		scripts, err := search.Files(l.book)
		return byPathOf(scripts, func(f search.File) render.File { return render.File{Path: f.Path, Data: f.Data} }), err
	})
	v.told = sync.OnceValues(v.telling)
	return v
}

func byPathOf[T any](list []T, as func(T) render.File) files {
	out := files{}
	for _, f := range list {
		file := as(f)
		out[file.Path] = file.Data
	}
	return out
}

// ReadFile returns a file of the site, with the bytes that a build gives. It errs with [fs.ErrNotExist] where the site has no such file, the list
// by which a build knows its own folder among them.
func (v *View) ReadFile(name string) ([]byte, error) {
	if p, ok := v.pages[name]; ok {
		return v.page(p)
	}
	ending := path.Ext(name)
	if ending == "" || ending == ".html" || name == marker {
		return nil, errNoFile(name)
	}
	if p, ok := v.pictures[name]; ok {
		return v.drawn(name, func(out sink) error { return draw(v.renderer, v.linked.painter, p, out) })
	}
	if strings.HasPrefix(name, "assets/") {
		for _, group := range []func() (files, error){v.beside, v.search} {
			list, err := group()
			if err != nil {
				return nil, err
			}
			if data, ok := list[name]; ok {
				return data, nil
			}
		}
		return nil, errNoFile(name)
	}
	if !mayBeExported(name) {
		return nil, errNoFile(name)
	}
	return v.drawn(name, func(out sink) error {
		_, err := v.export(out)
		return err
	})
}

// mayBeExported reports whether a file may be one of the export stage, which takes long to ask: a browser asks for an icon that
// no site has.
func mayBeExported(name string) bool {
	top, _, below := strings.Cut(name, "/")
	return below && (top == "data" || i18n.Lang(top).Valid()) || name == "robots.txt" || name == "sitemap.xml"
}

// page renders a page.
func (v *View) page(p render.Page) ([]byte, error) {
	if p.TellsOfDownloads() {
		told, err := v.told()
		if err != nil {
			return nil, err
		}
		p = told[p.Path]
	}
	f, err := v.renderer.Render(p)
	return f.Data, err
}

// telling returns the pages that tell of the files that readers download, which are made for it.
func (v *View) telling() (map[string]render.Page, error) {
	list, err := v.export(&one{})
	if err != nil {
		return nil, err
	}
	out := map[string]render.Page{}
	for _, p := range v.renderer.WithDownloads(v.linked.book, v.renderer.Pages(v.linked.book), list) {
		out[p.Path] = p
	}
	return out, nil
}

// export makes the files of the export stage.
func (v *View) export(out sink) ([]render.Download, error) {
	list, err := exported(v.renderer, v.linked, v.renderer.Pages(v.linked.book), out, nil)
	return downloads(list), err
}

// drawn makes files, and returns one of them.
func (v *View) drawn(name string, into func(sink) error) ([]byte, error) {
	out := &one{path: name}
	if err := into(out); err != nil {
		return nil, err
	}
	if !out.found {
		return nil, errNoFile(name)
	}
	return out.data, nil
}

// one is a sink that keeps one file.
type one struct {
	path  string
	data  []byte
	found bool
}

func (o *one) put(f render.File) error {
	if f.Path == o.path {
		o.data, o.found = bytes.Clone(f.Data), true
	}
	return nil
}

func (o *one) stream(path string, write func(io.Writer) error) (entry, error) {
	var b bytes.Buffer
	e := entry{Path: path}
	sum := sha256.New()
	to := io.MultiWriter(sum, counter{&e.Size})
	if path == o.path {
		to = io.MultiWriter(to, &b)
	}
	err := write(to)
	sum.Sum(e.Sum[:0])
	return e, errors.Join(err, o.put(render.File{Path: path, Data: b.Bytes()}))
}

// A counter counts what is written to it.
type counter struct{ n *int }

func (c counter) Write(b []byte) (int, error) {
	*c.n += len(b)
	return len(b), nil
}

func (o *one) paths() []string { return nil }
