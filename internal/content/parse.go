package content

import (
	"strings"

	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// HasFrontMatter reports whether a text begins with the fence of front matter, as an article does.
func HasFrontMatter(text string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(text, " \t\r\n\uFEFF"), "\n")
	return isFence(strings.TrimRight(first, "\r"))
}

// Parse reads one version of an article by itself, as it would be read in its folder, and the day from
// which its relative dates count. References to entities and sources are left unchecked.
func Parse(f *source.File, l i18n.Lang) (*Version, edtf.Date, source.Problems) {
	var front frontTOML
	fl, v, whole := parseVersion(f, l, &front, new([]byte))
	if !whole {
		return v, edtf.Date{}, fl.problems
	}
	v.Title, v.Summary = front.Title.Value, front.Summary.Value
	day := onlyDay(front.Reference.Value)
	if day.IsZero() {
		day = onlyDay(front.Published.Value)
	}
	return v, day, fl.problems
}
