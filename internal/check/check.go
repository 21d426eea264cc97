// Package check is the proof: it reads a finished tree back, and looks at what editors wrote.
//
// In: the tree that the build wrote, or any other; and an [Archive], which is everything before a page is rendered.
// Out: every problem, each with a code that docs/problems.md explains: links, fragments, assets and ids that fail, what does not
// work from a disk or under the content security policy, names of files that a system refuses; and records and texts
// that contradict each other. It renders nothing and mends nothing.
package check

import (
	"io/fs"
	"path"
	"slices"

	"jikenbo/internal/source"
)

// policy is what every page carries. It is written out here so that a change of the templates is noticed.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"font-src 'self'; base-uri 'none'; object-src 'none'"

// Tree reads a finished tree and returns everything that is wrong with it.
// The error is for what cannot be read at all. Files are read one after the other and not kept.
func Tree(fsys fs.FS) (source.Problems, error) {
	t := tree{fsys: fsys, sizes: map[string]int64{}, images: map[string]picture{}}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			t.sizes[name] = info.Size()
			t.names = append(t.names, name)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	slices.Sort(t.names)
	if err := t.findBase(); err != nil {
		return nil, err
	}
	if err := t.readAll(); err != nil {
		return nil, err
	}
	t.portable()
	t.weigh()
	if err := t.findLost(); err != nil {
		return nil, err
	}
	return t.problems.Sorted(), nil
}

// tree is what is known of a tree: the names of its files, and of what stands in them only what others may lead to.
type tree struct {
	fsys     fs.FS
	names    []string // of every file, sorted
	sizes    map[string]int64
	images   map[string]picture // that have been looked at
	base     string             // the address of the site, with a slash at its end; "" where no page tells it
	ties     ties
	byFold   map[string]string // names of files by their folded form; nil until somebody asks
	problems source.Problems
}

// readAll reads every file that holds links or scripts.
func (t *tree) readAll() error {
	for _, name := range t.names {
		if err := t.read(name); err != nil {
			return err
		}
	}
	return nil
}

// read looks at a file by its kind.
func (t *tree) read(name string) error {
	kind := path.Ext(name)
	switch kind {
	case ".json", ".csv", ".xml":
		return t.readData(name, kind)
	case ".png", ".jpg", ".jpeg", ".gif":
		t.picture(name)
		return nil
	case ".html", ".svg", ".css", ".js", ".mjs":
	default:
		if name != "robots.txt" {
			return nil
		}
	}
	if t.sizes[name] > maxFile {
		return nil // told by its size
	}
	data, err := fs.ReadFile(t.fsys, name)
	if err != nil {
		return err
	}
	switch kind {
	case ".html":
		t.page(parse(name, string(data)))
	case ".svg":
		t.drawing(name, string(data))
	case ".css":
		for _, l := range sheet(&t.problems, name, string(data)) {
			t.resolve(name, l)
		}
	case ".txt":
		t.robots(name, string(data))
	default:
		script(&t.problems, name, string(data))
	}
	return nil
}

// page looks at what a page says, and notes what others may want of it.
func (t *tree) page(p *page) {
	p.check(&t.problems)
	for id := range p.ids {
		t.ties.have(name(p.name, id))
	}
	for _, l := range p.links {
		t.resolve(p.name, l)
	}
	for _, block := range p.data {
		t.jsonBlock(p.name, block)
	}
	t.pictures(p)
	t.languages(p)
}

// findBase finds the address of the site: what stands before its own path in the canonical address of a page. The first pages tell
// it, if any does.
func (t *tree) findBase() error {
	const enough = 20
	looked := 0
	for _, name := range t.names {
		if path.Ext(name) != ".html" || t.sizes[name] > maxFile {
			continue
		}
		data, err := fs.ReadFile(t.fsys, name)
		if err != nil {
			return err
		}
		if base := baseOf(name, parse(name, string(data)).canonical); base != "" {
			t.base = base
			return nil
		}
		if looked++; looked == enough {
			return nil
		}
	}
	return nil
}

// at is a place in a file of the tree; line 0 is the whole file.
func at(name string, line int) source.Position { return source.Position{Path: name, Line: line} }
