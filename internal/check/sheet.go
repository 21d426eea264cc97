package check

import (
	"regexp"
	"strings"

	"jikenbo/internal/source"
)

// sheet returns what a style sheet loads, and reports what no browser loads from a disk.
func sheet(ps *source.Problems, name, text string) []link {
	comment := regexp.MustCompile(`(?s)/\*.*?\*/`)
	loads := regexp.MustCompile(`(?i)url\(\s*("[^"]*"|'[^']*'|[^)"']*)\s*\)|@import\s+("[^"]*"|'[^']*')`)
	text = comment.ReplaceAllStringFunc(text, blank)
	for _, m := range regexp.MustCompile(`(?i)[^-\w](mask(-image)?\s*:[^;}]*url\()`).FindAllStringSubmatchIndex(text, -1) {
		ps.Add(TreeDisk, at(name, lineOf(text, m[2])), "draw it as an image or a background", "a mask from a file, which browsers do not load from a disk")
	}
	var out []link
	for _, m := range loads.FindAllStringSubmatchIndex(text, -1) {
		group := m[2:4]
		if group[0] < 0 {
			group = m[4:6]
		}
		address := strings.Trim(strings.TrimSpace(text[group[0]:group[1]]), `"'`)
		if strings.HasPrefix(address, "#") {
			continue // an element of the page that uses the sheet
		}
		out = append(out, link{element: "style sheet", address: address, line: lineOf(text, m[0]), loaded: true})
	}
	return out
}

// blank keeps only the ends of lines.
func blank(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' {
			return r
		}
		return ' '
	}, s)
}

func lineOf(text string, offset int) int { return 1 + strings.Count(text[:offset], "\n") }
