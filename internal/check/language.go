package check

import (
	"path"
	"strings"
)

// languages checks that a page and its versions in other languages name each other. The version for
// readers of no known language is one page for many, so it need not name them.
func (t *tree) languages(p *page) {
	if len(p.versions) == 0 {
		return
	}
	if !t.lists(p, p.name) {
		t.problems.Add(TreeHreflang, at(p.name, p.versions[0].line), "a page names itself among its versions",
			"the versions in other languages do not include the page itself")
	}
	for _, v := range p.versions {
		to := t.pages[t.version(p, v)]
		if v.element != "x-default" && to != nil && to != p && !t.lists(to, p.name) {
			t.problems.Add(TreeHreflang, at(p.name, v.line), "search engines only believe pairs: let both pages name each other",
				"the %s version %q does not name this page", v.element, to.name)
		}
	}
}

// lists reports whether a page names a file of the tree among its versions.
func (t *tree) lists(p *page, name string) bool {
	for _, v := range p.versions {
		if t.version(p, v) == name {
			return true
		}
	}
	return false
}

// version returns the file of the tree that a version means, or "".
func (t *tree) version(p *page, v link) string {
	if inside, ok := strings.CutPrefix(v.address, t.base); ok && t.base != "" {
		return unescape(inside)
	}
	if hasScheme(v.address) {
		return ""
	}
	return path.Join(path.Dir(p.name), unescape(v.address))
}
