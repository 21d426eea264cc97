package entity

import (
	"os"
	"strings"
	"testing"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// TestNamesOfJapan sets each name of testdata/japan.txt in each place of a sentence where news has names. A line of the file is a family name
// and given names with it; NAME is where they stand in the lines behind "in". Names that no reader could tell there, as 田中元 before 社長, are not
// in it.
func TestNamesOfJapan(t *testing.T) {
	text, err := os.ReadFile("testdata/japan.txt")
	if err != nil {
		t.Fatal(err)
	}
	f := NewFinder(registry())
	var names, frames []string
	for line := range strings.Lines(string(text)) {
		fields := strings.Fields(line)
		switch {
		case len(fields) < 2 || fields[0] == "#":
		case fields[0] == "in":
			frames = append(frames, strings.TrimSpace(strings.TrimPrefix(line, "in ")))
		default:
			for _, given := range fields[1:] {
				names = append(names, fields[0]+given)
			}
		}
	}
	if len(names) < 80 || len(frames) < 10 {
		t.Fatalf("%d names in %d places", len(names), len(frames))
	}
	for _, frame := range frames {
		t.Run(frame, func(t *testing.T) {
			for _, n := range names {
				s := strings.Replace(frame, "NAME", n, 1)
				if found := f.Find(i18n.JA, s, tokenizer().Tokens(nil, s)); !isNamed(found, n) {
					t.Errorf("%s: found %v", s, brief(found))
				}
			}
		})
	}
}

func isNamed(found []Mention, name string) bool {
	for _, m := range found {
		if names(content.Person, name)(m) {
			return true
		}
	}
	return false
}
