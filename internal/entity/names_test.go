package entity

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// TestNames reads testdata/names: a sentence to the line, under it the names that are to be found in it ("+ kind name")
// and those that are not ("- kind name"). A name is not found either where it is part of a longer one.
func TestNames(t *testing.T) {
	files, err := filepath.Glob("testdata/names/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no names", err)
	}
	f := NewFinder(registry())
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			give, found := "", []Mention(nil)
			for line := range strings.Lines(string(text)) {
				line = strings.TrimRight(line, "\n")
				sign, want, _ := strings.Cut(line, " ")
				switch sign {
				case "", "#":
				case "+", "-":
					kind, name, _ := strings.Cut(want, " ")
					if slices.ContainsFunc(found, names(content.Kind(kind), name)) != (sign == "+") {
						t.Errorf("%q: %s, found %v", give, line, brief(found))
					}
				default:
					give, found = line, f.Find(i18n.JA, line, tokenizer().Tokens(nil, line))
				}
			}
		})
	}
}

// names returns what holds for a mention of a kind with a name, heads such as マルウェア apart.
func names(kind content.Kind, name string) func(Mention) bool {
	return func(m Mention) bool { return m.Kind == kind && (m.Surface == name || bare(m.Surface) == name) }
}
