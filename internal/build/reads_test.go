package build

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jikenbo/internal/casebook"
	"jikenbo/internal/export"
	"jikenbo/internal/render"
)

// shown is what is told of a page or record: what it reads, and the view or bytes that it has.
type shown struct{ reads, view render.Digest }

// shownBy links an archive and returns what is told of all pages that tell what they read, and of what is exported. Problems do not matter here: what is
// linked is linked, and where a build would stop no page is taken over.
func shownBy(t *testing.T, b *Builder) (pages map[string]shown, untold []string) {
	t.Helper()
	ctx := context.Background()
	in, err := b.inputs(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	l, err := b.link(ctx)
	if err != nil {
		t.Fatal(err)
	}
	r := b.renderer(l)
	reader := r.Reader(l.book, in.origin())
	all := r.Pages(l.book)
	told, err := each(ctx, all, func(p render.Page) (*shown, error) {
		reads, ok := reader.Digest(p)
		_, view, viewed, err := r.Viewed(p)
		if !ok || err != nil {
			return nil, err
		}
		if !viewed {
			return nil, fmt.Errorf("the view of %s has no digest", p.Path)
		}
		return &shown{reads, view}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	pages = map[string]shown{}
	for i, p := range all {
		if told[i] == nil {
			untold = append(untold, p.Path)
			continue
		}
		pages[p.Path] = *told[i]
	}
	maps.Copy(pages, exportsShown(t, exporter(r, l.conf, all), reader, l.book))
	return pages, untold
}

// exportsShown returns what is told of the files of the export stage, and of the records in them. A record is known by what it is made of: in no state of the
// archive has it other bytes.
func exportsShown(t *testing.T, x *export.Exporter, reader *render.Reader, c *casebook.Casebook) map[string]shown {
	t.Helper()
	out, places := map[string]shown{}, notes{}
	x.Made, x.Shelf = reader, places
	_, err := x.Each(c, func(f export.File) (err error) {
		data := f.Data
		switch {
		case f.Make != nil:
			data, err = f.Make()
		case f.Write != nil:
			var b bytes.Buffer
			err = f.Write(&b)
			data = b.Bytes()
			if f.Stands != nil {
				f.Stands(len(data), sha256.Sum256(data))
			}
		}
		if f.Of != (export.Digest{}) {
			out["file "+f.Path] = shown{f.Of, sha256.Sum256(data)}
		}
		for _, p := range places[f.Path] {
			out[fmt.Sprintf("%x in %s", p.Of, f.Path)] = shown{p.Of, sha256.Sum256(data[p.At : p.At+p.Size])}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(c.Acts) + len(c.Articles) + len(c.Entities); len(places["data/archive.json"]) != n || len(places["data/stix.json"]) < n {
		t.Errorf("records are told of %d in archive.json and %d in stix.json, of %d", len(places["data/archive.json"]), len(places["data/stix.json"]), n)
	}
	return out
}

// notes is a shelf without anything old.
type notes map[string][]export.Place

func (notes) Old(string) export.Old                     { return export.Old{} }
func (n notes) Keep(path string, places []export.Place) { n[path] = places }

// A pen makes random edits to the articles of an archive whose texts it does not know.
type pen struct {
	*rand.Rand
	archive fstest.MapFS
	first   fstest.MapFS // what the archive was
	ways    []edit
	made    int
}

// articles returns the folders of all articles.
func (p *pen) articles() []string {
	seen := map[string]bool{}
	for name := range p.archive {
		if dir := path.Dir(name); path.Dir(dir) == "content/articles" {
			seen[dir] = true
		}
	}
	return slices.Sorted(func(yield func(string) bool) {
		for dir := range seen {
			if !yield(dir) {
				return
			}
		}
	})
}

// text returns what a file holds, "" where there is none.
func (p *pen) text(name string) string {
	if f := p.archive[name]; f != nil {
		return string(f.Data)
	}
	return ""
}

func (p *pen) put(name, text string) { p.archive[name] = &fstest.MapFile{Data: []byte(text)} }

// add puts a sentence at the end of the last block of a text.
func (p *pen) add(name, sentence string) {
	if text := p.text(name); text != "" {
		p.put(name, strings.TrimRight(text, "\n")+sentence+"\n")
	}
}

// lines returns the long lines of the prose of a text.
func (p *pen) lines(name string) []string {
	_, body, _ := strings.Cut(strings.TrimPrefix(p.text(name), "+++"), "+++")
	return slices.DeleteFunc(strings.Split(body, "\n"), func(l string) bool { return len(l) < 60 || strings.ContainsAny(l[:1], "#|-*>") })
}

// line returns a random one of them.
func (p *pen) line(name string) string {
	lines := p.lines(name)
	if len(lines) == 0 {
		return ""
	}
	return lines[p.IntN(len(lines))]
}

// rare are names that few texts hold, so that their entities get a page by one sentence and lose it again.
var rare = []string{"Kimsuky", "APT40", "Lazarus", "Qakbot", "Salt Typhoon", "CVE-2021-44228", "ユーロポール", "北朝鮮", "イラン"}

// An edit changes an article; other is another one.
type edit func(p *pen, dir, other string) (what string)

// edits are what a pen can do.
var edits = []edit{
	func(p *pen, dir, _ string) string {
		name := rare[p.IntN(len(rare))]
		p.add(dir+"/ja.md", fmt.Sprintf("警察庁は%d年%d月%d日、%sのサーバー%d台を差し押さえたと発表した。", 1990+p.IntN(36), 1+p.IntN(12), 1+p.IntN(28), name, p.made))
		p.add(dir+"/en.md", fmt.Sprintf(" Police seized %d servers of %s.", p.made, name))
		return "a sentence on " + name
	},
	func(p *pen, dir, _ string) string {
		p.add(dir+"/ja.md", fmt.Sprintf("米連邦捜査局(FBI)は%d年3月4日、LockBitの端末を停止させたと発表した。", 2027+p.made))
		return "an act later than all"
	},
	func(p *pen, dir, other string) string {
		for _, v := range []string{"/ja.md", "/en.md"} {
			p.add(dir+v, p.line(other+v))
		}
		return "a paragraph of " + other
	},
	func(p *pen, dir, _ string) string {
		delete(p.archive, dir+"/en.md")
		return "no English"
	},
	func(p *pen, dir, _ string) string {
		for _, v := range []string{"/ja.md", "/en.md", "/review.toml"} {
			delete(p.archive, dir+v)
		}
		return "deleted"
	},
	func(p *pen, dir, _ string) string {
		for _, v := range []string{"/ja.md", "/en.md"} {
			if text := p.text(dir + v); text != "" {
				p.put(fmt.Sprintf("content/articles/copy-%d%s", p.made, v), text)
			}
		}
		return "the same twice"
	},
	func(p *pen, dir, _ string) string {
		p.put(dir+"/ja.md", strings.Replace(p.text(dir+"/ja.md"), "title = \"", fmt.Sprintf("title = \"%d、", p.made), 1))
		return "the title"
	},
	func(p *pen, dir, _ string) string {
		p.put(dir+"/ja.md", strings.Replace(p.text(dir+"/ja.md"), "published = ", fmt.Sprintf("published = \"%d-0%d-11\" # ", 2018+p.IntN(14), 1+p.IntN(9)), 1))
		return "the date"
	},
	func(p *pen, dir, _ string) string {
		for _, dir := range p.articles() {
			delete(p.archive, dir+"/review.toml")
		}
		return "no reviews"
	},
	func(p *pen, dir, _ string) string {
		if line := p.line(dir + "/ja.md"); line != "" {
			p.put(dir+"/ja.md", strings.Replace(p.text(dir+"/ja.md"), line, "短い段落。", 1))
		}
		return "a paragraph less"
	},
	func(p *pen, dir, _ string) string {
		p.put(dir+"/en.md", strings.Replace(p.text(dir+"/en.md"), ". ", ".", 1))
		return "two sentences are one"
	},
	func(p *pen, _, _ string) string { // what is found stays where it was
		for _, dir := range p.articles() {
			for _, line := range p.lines(dir + "/ja.md") {
				p.put(dir+"/ja.md", strings.Replace(p.text(dir+"/ja.md"), "\n"+line, "\nなお、"+line, 1))
			}
		}
		return "a word more in each paragraph"
	},
}

// edit changes an article and says how: each way in turn, and after the last one the archive is what it was at first.
func (p *pen) edit() string {
	kind := p.made % (len(p.ways) + 1)
	p.made++
	all := p.articles()
	if kind == len(p.ways) || len(all) == 0 {
		maps.DeleteFunc(p.archive, func(name string, _ *fstest.MapFile) bool { return p.first[name] == nil })
		maps.Copy(p.archive, p.first)
		return "as at first"
	}
	dir, other := all[p.IntN(len(all))], all[p.IntN(len(all))]
	return dir + ": " + p.ways[kind](p, dir, other)
}

// TestPagesTellAllThatTheyRead edits archives again and again: no page whose digest of what it reads stays the same has
// another view than before. And pages are told to stay, else nothing would be spared.
func TestPagesTellAllThatTheyRead(t *testing.T) {
	for _, test := range []struct {
		name    string
		archive fstest.MapFS
		builder func(fs.FS) *Builder
		ways    []edit
		edits   int
	}{
		{"small", quay(), small, edits, 14},
		{"few", few(realArchive(t)), cutless, edits, 14},
		{"real", realArchive(t), builder, edits, 14},
		{"sourced", sourced(), small, edits, 28},
		{"parted", parted(), small, edits, 28},
		{"opened", opened(), withRegistry, openings, 40},
		{"large", made(t, 520), cutless, edits, 5},
	} {
		t.Run(test.name, func(t *testing.T) {
			if testing.Short() {
				test.edits = 3
			}
			b := test.builder(test.archive)
			b.recent = &recent{}
			b.SiteURL = "https://example.org/"
			p := &pen{Rand: rand.New(rand.NewPCG(uint64(test.edits), 11)), archive: test.archive, first: maps.Clone(test.archive), ways: test.ways}
			h := history{}
			for n := range test.edits {
				what := "the beginning"
				if n > 0 {
					what = p.edit()
				}
				h.add(t, what, b)
				if t.Failed() {
					t.Fatalf("edit %d", n)
				}
			}
			if !testing.Short() && h.spared < h.pages/3 { // of so few edits each may be one of those that concern all pages
				t.Errorf("only %d of %d pages were spared", h.spared, h.pages)
			}
		})
	}
}

// A history is what was told of the pages of an archive in all its states.
type history struct {
	views         map[string]map[render.Digest]render.Digest // of each page, by what it read
	pages, spared int
}

// add looks at the pages of the archive as it is now.
func (h *history) add(t *testing.T, what string, b *Builder) {
	t.Helper()
	now, untold := shownBy(t, b)
	if len(untold) > 20 {
		t.Errorf("%d pages do not tell what they read: %s", len(untold), untold)
	}
	if h.views == nil {
		h.views = map[string]map[render.Digest]render.Digest{}
	}
	for name, s := range now {
		if h.views[name] == nil {
			h.views[name] = map[render.Digest]render.Digest{}
		}
		view, before := h.views[name][s.reads]
		switch {
		case !before:
			h.views[name][s.reads] = s.view
		case view != s.view:
			t.Errorf("%s: %s has another view, but reads what it read", what, name)
		default:
			h.spared++
		}
		h.pages++
	}
}
