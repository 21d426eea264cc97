package check

import (
	"slices"
	"strings"

	"jikenbo/internal/source"
)

// Seen says what a check had at hand.
type Seen struct{ Site, Originals bool }

// Unused returns, as warnings, the waivers that waive nothing. Those of what was not at hand are left in peace.
func Unused(waivers []source.Waiver, s Seen) source.Problems {
	var ps source.Problems
	for _, w := range waivers {
		site := strings.HasPrefix(string(w.Code), "tree.")
		original := slices.Contains([]source.Code{DataQuotation, source.Checksum, source.Unowned}, w.Code) ||
			slices.Contains([]source.Code{source.Hidden, source.LookAlike}, w.Code) && strings.HasPrefix(w.Pos.Path, "seeds/")
		if site && !s.Site || original && !s.Originals {
			continue
		}
		ps.Warn(source.BadWaiver, w.Pos, "delete it, or correct its code; an error that stops a build cannot be waived", "the waiver of %q waives nothing", w.Code)
	}
	return ps
}
