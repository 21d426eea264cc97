// Package check is the proof over what an editor wrote and over a finished tree: it reads
// the pages back and shows that the tree is whole and opens without a server.
//
// In: the files of an archive, the files of a site. Out: everything that fails, each with a
// stable [Code] and its place. It knows nothing of how the tree was made.
package check

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"jikenbo/internal/source"
)

// policy is the content security policy that every page carries (DESIGN, section 5).
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"font-src 'self'; base-uri 'none'; object-src 'none'"

// Tree checks every file of a tree. It reports, by file and line:
//
//   - a link or a resource that names no file of the tree, or a folder, or an absolute path: in
//     pages (srcset, poster, refresh and the picture of a card too) and in style sheets
//   - a fragment that no element of the target has, an id that a page uses twice
//   - versions in other languages that do not name each other
//   - what does not work from a disk or under the policy: a module, a script that loads data, an
//     inline script or style, integrity or crossorigin, another host's resource; a page without the policy
//   - an image without alternative text, a page without language or title
//   - names that Windows or macOS refuse or take for the same, and sizes that GitHub refuses
//
// The error is that of reading the tree.
func Tree(fsys fs.FS) (source.Problems, error) {
	t := tree{pages: map[string]*page{}, sizes: map[string]int64{}}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return t.read(fsys, name, d)
	})
	if err != nil {
		return nil, err
	}
	t.base = t.findBase()
	for _, p := range t.pages {
		p.check(&t.problems)
		for _, l := range p.links {
			t.resolve(p.name, l)
		}
		t.languages(p)
	}
	for _, s := range t.sheets {
		t.resolve(s.path, s.link)
	}
	t.names()
	t.weigh()
	return t.problems.Sorted(), nil
}

// A tree is what the checks need to know of all files.
type tree struct {
	pages    map[string]*page
	sizes    map[string]int64 // of every file
	sheets   []sheetLink
	base     string // the address of the site, with a slash at its end; "" where no page tells it
	problems source.Problems
}

// read takes one file in. What is too large to publish is not read.
func (t *tree) read(fsys fs.FS, name string, d fs.DirEntry) error {
	info, err := d.Info()
	if err != nil {
		return err
	}
	t.sizes[name] = info.Size()
	kind := path.Ext(name)
	if info.Size() > maxFile || !slices.Contains([]string{".html", ".css", ".js", ".mjs"}, kind) {
		return nil
	}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	switch kind {
	case ".html":
		t.pages[name] = parse(name, string(data))
	case ".css":
		t.sheets = append(t.sheets, sheet(name, string(data))...)
	default:
		script(&t.problems, name, string(data))
	}
	return nil
}

// findBase returns the address of the site as the canonical addresses of its pages tell it:
// what stands before the name of the page. A page that has moved names another page.
func (t *tree) findBase() string {
	for _, name := range t.pageNames() {
		if base, ok := strings.CutSuffix(t.pages[name].canonical, "/"+name); ok {
			return base + "/"
		}
	}
	return ""
}

func (t *tree) pageNames() []string {
	var names []string
	for name := range t.pages {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func at(name string, line int) source.Position { return source.Position{Path: name, Line: line} }
