package check

import (
	"net/url"
	"path"
	"strings"
)

// link is an address that a page or a style sheet names.
type link struct {
	element, address string
	line             int
	loaded           bool // a resource, not another page
	optional         bool // may be the site as a whole
}

// resolve follows a link to a file, and its fragment to an id.
func (t *tree) resolve(from string, l link) {
	pos := at(from, l.line)
	address := strings.TrimSpace(l.address)
	if hasScheme(address) {
		inside, ours := strings.CutPrefix(address, t.base)
		ours = ours && t.base != ""
		// 404.html is served at any depth, so it alone names its assets absolutely, where site_url is set.
		if l.loaded && !(ours && from == "404.html") && !strings.HasPrefix(address, "data:image/") {
			t.problems.Add(TreeRemote, pos, "nothing is fetched from elsewhere: keep the file in the tree", "%s loads %q", l.element, l.address)
		} else if ours && !(l.optional && inside == "") {
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

// target checks what a link leads to, counted from a folder of the tree; from a folder "" it is the whole tree.
func (t *tree) target(from string, l link, address, folder string) {
	pos := at(from, l.line)
	address, fragment, _ := strings.Cut(address, "#")
	address, _, query := strings.Cut(address, "?")
	to := from
	if address != "" || folder == "" && !query {
		to = path.Join(folder, unescape(address))
	}
	if strings.HasSuffix(address, "/") || address == "." || address == ".." || to == "." || to == "" {
		t.problems.Add(TreeFolder, pos, "name the file: a folder opens as a listing from a disk", "link to the folder %q", l.address)
		return
	}
	if _, ok := t.sizes[to]; !ok {
		code := TreeLink
		if l.loaded {
			code = TreeAsset
		}
		t.problems.Add(code, pos, t.otherCase(to), "%s names %q, which is not in the tree", l.element, l.address)
		return
	}
	fragment = unescape(fragment)
	if fragment != "" && path.Ext(to) == ".html" && t.ties.lacks(name(to, fragment)) {
		t.problems.Add(TreeFragment, pos, "", "%q has no element with the id %q", to, fragment)
	}
}

// otherCase is the hint for a name that the tree has in other letters: it would be found on Windows only.
func (t *tree) otherCase(name string) string {
	if t.byFold == nil {
		t.byFold = map[string]string{}
		for _, n := range t.names {
			if _, taken := t.byFold[folded(n)]; !taken {
				t.byFold[folded(n)] = n
			}
		}
	}
	near, ok := t.byFold[folded(name)]
	if !ok {
		return ""
	}
	return "the tree has \"" + near + "\": small and capital letters count on a web server"
}

// hasScheme reports whether an address leads away: mailto:, https:, or //host.
func hasScheme(address string) bool {
	colon := strings.IndexByte(address, ':')
	return colon > 0 && !strings.ContainsAny(address[:colon], "/?#") || strings.HasPrefix(address, "//")
}

// unescape decodes %XX; what is no such sequence stays as it is.
func unescape(s string) string {
	if out, err := url.PathUnescape(s); err == nil {
		return out
	}
	return s
}

// baseOf returns the address of the site as the canonical address of one of its pages tells it, with a slash at its end.
func baseOf(name, canonical string) string {
	if base, ok := strings.CutSuffix(canonical, "/"+name); ok {
		return base + "/"
	}
	return ""
}
