// Package draft stands beside the pipeline: it writes the files that an editor goes on from.
//
// In: a [clipping.Clipping], what the analysis finds in it, and the archive; or the kind and the id of something new;
// or a name that no registry knows. Out: [File] values for content/ and seeds/, new ones only, which [Write] puts
// in their places all together or not at all.
//
// What an editor has to decide says TODO, and check tells of it. A draft of an article holds no sentence of its source,
// only where to look in it, with a few words as evidence.
package draft

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/content"
	"jikenbo/internal/source"
)

// What is wrong with what an editor asks for.
const (
	BadName source.Code = "draft.id"
	Taken   source.Code = "draft.taken"
	BadText source.Code = "draft.text"
)

// A File is one to write. It is new, unless Adds says that its data is to be added to what is there.
type File struct {
	Path string // relative to the root of the archive, with slashes
	Data []byte
	Adds bool
}

// checkID reports an id that cannot be that of something new, with the nearest one that can.
func checkID(id string, at source.Position, ps *source.Problems) bool {
	if content.IsID(id) {
		return true
	}
	hint := "lower-case letters, digits and single hyphens, as in grey-heron"
	if near := content.Slug(id); content.IsID(near) {
		hint = fmt.Sprintf("write it as %s", near)
	} else if content.IsID(near + "-1") {
		hint = fmt.Sprintf("the name is reserved; choose another, as %s-1", near)
	}
	ps.Add(BadName, at, hint, "%q cannot be an id", id)
	return false
}

// words are for a comment: one line, without what no file of an editor may hold, or what turns the line round.
func words(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == utf8.RuneError:
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
