package check

import (
	"path"
	"strings"
)

// languages wants the versions of a page in other languages to name the page itself, and each other.
func (t *tree) languages(p *page) {
	if len(p.versions) == 0 {
		return
	}
	self := false
	for _, v := range p.versions {
		to := t.version(p.name, v.address)
		self = self || to == p.name
		if _, ok := t.sizes[to]; !ok || path.Ext(to) != ".html" {
			continue // a link to nowhere is told as such
		}
		t.ties.have(pair(p.name, to))
		if v.element != "x-default" && to != p.name && t.ties.lacks(pair(to, p.name)) {
			t.problems.Add(TreeHreflang, at(p.name, v.line), "search engines only believe pairs: let both pages name each other",
				"the %s version %q does not name this page", v.element, to)
		}
	}
	if !self && t.ties.lost == nil {
		t.problems.Add(TreeHreflang, at(p.name, p.versions[0].line), "a page names itself among its versions",
			"the versions in other languages do not include the page itself")
	}
}

// version is the file that an address names from a page, "" where it is not of the tree.
func (t *tree) version(from, address string) string {
	if inside, ok := strings.CutPrefix(address, t.base); ok && t.base != "" {
		return unescape(inside)
	}
	if hasScheme(address) {
		return ""
	}
	return path.Join(path.Dir(from), unescape(address))
}
