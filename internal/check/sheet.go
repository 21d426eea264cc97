package check

import (
	"regexp"
	"strings"
)

// A sheetLink is what a style sheet loads.
type sheetLink struct {
	path string
	link link
}

// sheet returns what a style sheet loads.
func sheet(name, text string) []sheetLink {
	comment := regexp.MustCompile(`(?s)/\*.*?\*/`)
	loads := regexp.MustCompile(`(?i)url\(\s*("[^"]*"|'[^']*'|[^)"']*)\s*\)|@import\s+("[^"]*"|'[^']*')`)
	text = comment.ReplaceAllStringFunc(text, blank)
	var out []sheetLink
	for _, m := range loads.FindAllStringSubmatchIndex(text, -1) {
		group := m[2:4]
		if group[0] < 0 {
			group = m[4:6]
		}
		address := strings.Trim(strings.TrimSpace(text[group[0]:group[1]]), `"'`)
		if strings.HasPrefix(address, "#") {
			continue // an element of the page that uses the sheet
		}
		out = append(out, sheetLink{name, link{element: "style sheet", address: address, line: lineOf(text, m[0]), loaded: true}})
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
