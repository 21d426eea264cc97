// Package check is the proof over a finished tree: it reads the pages back and
// shows that the tree is whole and opens without a server.
//
// In: the files of a site. Out: every link, fragment, asset and id that fails, with its page.
// It knows nothing of how the tree was made.
package check

import (
	"io/fs"
	"path"
	"strings"

	"golang.org/x/net/html"

	"jikenbo/internal/source"
)

// policy is the content security policy that every page carries (DESIGN, section 5).
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"font-src 'self'; base-uri 'none'; object-src 'none'"

// Tree checks every page of a tree. It reports, by page and line:
//
//   - a link, asset or image that names no file of the tree, or a folder, or an absolute path
//   - a fragment that no element of the target has
//   - an id that a page uses twice
//   - what does not work from a disk or under the policy: a module, an inline script or style,
//     integrity or crossorigin, another host's resource; a page without the policy
//   - an image without alternative text, a page without language or title
//
// The error is that of reading the tree.
func Tree(fsys fs.FS) (source.Problems, error) {
	pages := map[string]*page{}
	files := map[string]bool{}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[name] = true
		if path.Ext(name) != ".html" {
			return nil
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		pages[name], err = parse(name, string(data))
		return err
	})
	if err != nil {
		return nil, err
	}
	var ps source.Problems
	for _, p := range pages {
		p.check(&ps)
		for _, l := range p.links {
			checkLink(&ps, p, l, pages, files)
		}
	}
	return ps.Sorted(), nil
}

// A page is what the checks need to know of an HTML file.
type page struct {
	name            string
	ids             map[string]int // how often each id is used
	links           []link
	policy          bool
	language, title bool
	faults          []fault
	line            int
	inlineRaw       bool // inside a script that would be code
}

// A link is an address that a page uses.
type link struct {
	element, address string
	line             int
}

// A fault is something on a page that is wrong by itself.
type fault struct {
	line      int
	msg, hint string
}

func (p *page) at(line int) source.Position { return source.Position{Path: p.name, Line: line} }

func (p *page) check(ps *source.Problems) {
	if !p.policy {
		ps.Add(p.at(0), "every page carries the policy of the design", "page without the content security policy")
	}
	if !p.language {
		ps.Add(p.at(0), "", "page without a language")
	}
	if !p.title {
		ps.Add(p.at(0), "", "page without a title")
	}
	for id, n := range p.ids {
		if n > 1 {
			ps.Add(p.at(0), "", "id %q is used %d times", id, n)
		}
	}
	for _, f := range p.faults {
		ps.Add(p.at(f.line), f.hint, "%s", f.msg)
	}
}

// checkLink resolves one address.
func checkLink(ps *source.Problems, p *page, l link, pages map[string]*page, files map[string]bool) {
	address, fragment, _ := strings.Cut(l.address, "#")
	address, _, _ = strings.Cut(address, "?")
	pos := p.at(l.line)
	switch {
	case hasScheme(l.address):
		// 404.html is served at any depth, so it alone names its assets absolutely, where site_url is set.
		elsewhere := l.element != "a" && l.element != "link-alternate" && p.name != "404.html"
		if elsewhere && !strings.HasPrefix(l.address, "data:image/") {
			ps.Add(pos, "nothing is fetched from elsewhere", "%s loads %q", l.element, l.address)
		}
		return
	case strings.HasPrefix(l.address, "/"):
		ps.Add(pos, "internal links are relative", "absolute path %q", l.address)
		return
	case strings.HasSuffix(address, "/") || address == "." || address == "..":
		ps.Add(pos, "name the file: a folder opens as a listing from a disk", "link to the folder %q", l.address)
		return
	}
	target := p.name
	if address != "" {
		target = path.Join(path.Dir(p.name), unescape(address))
	}
	if !files[target] {
		ps.Add(pos, "", "%s names %q, which is not in the tree", l.element, l.address)
		return
	}
	if to := pages[target]; fragment != "" && to != nil && to.ids[unescape(fragment)] == 0 {
		ps.Add(pos, "", "%q has no element with the id %q", target, unescape(fragment))
	}
}

// hasScheme reports whether an address leads out of the tree.
func hasScheme(address string) bool {
	colon := strings.IndexByte(address, ':')
	return colon > 0 && !strings.ContainsAny(address[:colon], "/?#") || strings.HasPrefix(address, "//")
}

// parse reads a page with the tokenizer, which keeps the lines.
func parse(name, text string) (*page, error) {
	p := &page{name: name, ids: map[string]int{}, line: 1}
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		kind := z.Next()
		raw := strings.Count(string(z.Raw()), "\n")
		switch kind {
		case html.ErrorToken:
			return p, nil
		case html.StartTagToken, html.SelfClosingTagToken:
			p.element(z.Token())
		case html.TextToken:
			p.text(string(z.Text()))
		case html.EndTagToken:
			p.inlineRaw = false
		}
		p.line += raw
	}
}
