package content

import (
	"path"
	"slices"
	"strings"

	"jikenbo/internal/source"
)

// unreadBy are the codes of problems for which a text of an article is not read, or not as a whole.
var unreadBy = [...]source.Code{source.Unreadable, source.Symlink, source.Encoding, source.Limit, source.FrontMatter, source.Syntax, source.Stray}

// unread returns the files below content/articles/ that were not read whole, by what was found wrong with them.
func unread(ps source.Problems) []string {
	var out []string
	for _, p := range ps {
		file := p.Pos.Path
		if strings.HasPrefix(file, path.Join(root, articles)+"/") && !p.Warning && slices.Contains(unreadBy[:], p.Code) && !slices.Contains(out, file) {
			out = append(out, file)
		}
	}
	return out
}

// WasRead reports whether a version of an article was read whole. One that is not there was not.
func (c *Content) WasRead(v *Version) bool {
	return v != nil && !slices.Contains(c.Unread, v.Path)
}
