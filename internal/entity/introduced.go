package entity

import (
	"slices"
	"strings"

	"jikenbo/internal/content"
)

// introduced takes the office away from behind the family name in katakana of whoever a text speaks of for the first time:
// there it says who he is (トゥスク|大統領は). Further on, name and office are what he is called (トゥスク大統領).
// What is said of everybody, as 氏 and 被告, stays: it tells nobody who that is.
func introduced(parts [][]Mention) {
	var met []string
	for i, ms := range parts {
		own := false // whether the mentions of the part are no longer shared
		for j := range ms {
			if ms[j].Kind != content.Person {
				continue
			}
			surface := ms[j].Surface
			name := surface[:katakanaRun(surface)]
			known := name == "" || slices.ContainsFunc(met, func(s string) bool { return strings.Contains(s, name) })
			met = append(met, surface)
			office := surface[len(name):]
			if known || office == "" || officeTable.Longest(office) < len(office) {
				continue
			}
			if !own {
				own, ms = true, slices.Clone(ms)
				parts[i] = ms
			}
			ms[j].Span.End -= len(office)
			ms[j].Surface = name
		}
	}
}
