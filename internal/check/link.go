package check

import (
	"net/url"
	"path"
	"strings"
)

// A link is an address that a file uses.
type link struct {
	element, address string
	line             int
	loaded           bool // a resource, not another page
}

// resolve checks one address of a file.
func (t *tree) resolve(from string, l link) {
	pos := at(from, l.line)
	address := strings.TrimSpace(l.address)
	if hasScheme(address) {
		inside, ours := strings.CutPrefix(address, t.base)
		ours = ours && t.base != ""
		// 404.html is served at any depth, so it alone names its assets absolutely, where site_url is set.
		if l.loaded && !(ours && from == "404.html") && !strings.HasPrefix(address, "data:image/") {
			t.problems.Add(TreeRemote, pos, "nothing is fetched from elsewhere: keep the file in the tree", "%s loads %q", l.element, l.address)
		} else if ours {
			t.target(from, l, inside, "")
		}
		return
	}
	if strings.HasPrefix(address, "/") {
		t.problems.Add(TreeAbsolute, pos, "internal links are relative: a path from the root fails below a sub-path and from a disk",
			"absolute path %q", l.address)
		return
	}
	t.target(from, l, address, path.Dir(from))
}

// target checks that an address below a folder of the tree names a file, and its fragment an element.
func (t *tree) target(from string, l link, address, folder string) {
	pos := at(from, l.line)
	address, fragment, _ := strings.Cut(address, "#")
	address, _, query := strings.Cut(address, "?")
	name := from
	if address != "" || folder == "" && !query {
		name = path.Join(folder, unescape(address))
	}
	if strings.HasSuffix(address, "/") || address == "." || address == ".." || name == "." || name == "" {
		t.problems.Add(TreeFolder, pos, "name the file: a folder opens as a listing from a disk", "link to the folder %q", l.address)
		return
	}
	if _, ok := t.sizes[name]; !ok {
		code := TreeLink
		if l.loaded {
			code = TreeAsset
		}
		t.problems.Add(code, pos, t.otherCase(name), "%s names %q, which is not in the tree", l.element, l.address)
		return
	}
	fragment = unescape(fragment)
	if to := t.pages[name]; to != nil && fragment != "" && to.ids[fragment] == 0 {
		t.problems.Add(TreeFragment, pos, "", "%q has no element with the id %q", name, fragment)
	}
}

// otherCase is a hint where a file is named with other letters than it has.
func (t *tree) otherCase(name string) string {
	near := ""
	for other := range t.sizes {
		if folded(other) == folded(name) && (near == "" || other < near) {
			near = other
		}
	}
	if near == "" {
		return ""
	}
	return "the tree has \"" + near + "\": small and capital letters count on a web server"
}

// hasScheme reports whether an address leads out of the tree.
func hasScheme(address string) bool {
	colon := strings.IndexByte(address, ':')
	return colon > 0 && !strings.ContainsAny(address[:colon], "/?#") || strings.HasPrefix(address, "//")
}

// unescape decodes an address, leaving it as it is where it is not encoded rightly.
func unescape(s string) string {
	if out, err := url.PathUnescape(s); err == nil {
		return out
	}
	return s
}
