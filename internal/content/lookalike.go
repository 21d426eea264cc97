package content

import (
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/source"
)

// suspicious warns of names that are not what they seem, and of such as are found everywhere.
func (r *Registry) suspicious(ps *source.Problems) {
	for _, e := range r.entities {
		if e.Shipped {
			continue
		}
		for i, h := range holdersOf(e) {
			if a, b := source.Mixed(h.name); a != 0 {
				ps.Warn(source.LookAlike, h.pos, "type the word anew in one script", "the name %q is written with letters that look alike: %q is %U, %q is %U", h.name, a, a, b, b)
			}
			const others = 2 // behind the names in both languages
			if r, n := utf8.DecodeRuneInString(h.name); i >= others && n == len(h.name) && n > 0 && !unicode.Is(unicode.Han, r) {
				ps.Warn(source.ShortName, h.pos, "leave it out, or write more of it", "the name %q has one character: it is found wherever that stands by itself", h.name)
			}
		}
	}
}
