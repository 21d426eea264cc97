package content

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// TestDrifts writes texts as words, a passage each.
func TestDrifts(t *testing.T) {
	tests := []struct{ name, recorded, today, want string }{
		{"the same", "a b c", "a b c", ""},
		{"both empty", "", "", ""},
		{"changed", "a b c", "a X c", "changed 1"},
		{"first changed", "a b", "X b", "changed 0"},
		{"all changed", "a b", "X Y", "changed 0, changed 1"},
		{"added", "a b", "a X b", "added 1"},
		{"added at the end", "a b", "a b X Y", "added 2, added 3"},
		{"removed", "a b c", "a c", "removed 1"},
		{"removed at the end", "a b c", "a b", "removed 2"},
		{"all removed", "a b", "", "removed 0, removed 0"},
		{"moved", "a b c d", "a c d b", "moved 3"},
		{"two changed places", "a b", "b a", "moved 1"},
		{"changed and added", "a b c", "a X Y c", "changed 1, added 2"},
		{"changed and removed", "a b c d", "a X d", "changed 1, removed 2"},
		{"moved and changed", "a b c d e", "a c X e b", "changed 2, moved 4"},
		{"one of two alike removed", "a b a", "a b", "removed 2"},
		{"one alike added", "a b", "a b a", "added 2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, d := range drifts(strings.Fields(tt.recorded), strings.Fields(tt.today)) {
				got = append(got, fmt.Sprintf("%s %d", d.Kind, d.Passage))
			}
			if s := strings.Join(got, ", "); s != tt.want {
				t.Errorf("%q → %q: %s, want %s", tt.recorded, tt.today, s, tt.want)
			}
		})
	}
}

// FuzzDrifts holds what is true of any two texts: only equal ones have no drifts, and each passage has one at most.
func FuzzDrifts(f *testing.F) {
	f.Add("abcd", "acdb")
	f.Add("aab", "aba")
	f.Fuzz(func(t *testing.T, a, b string) {
		recorded, today := strings.Split(a[:min(len(a), 40)], ""), strings.Split(b[:min(len(b), 40)], "")
		got := drifts(recorded, today)
		if slices.Equal(recorded, today) != (len(got) == 0) {
			t.Errorf("%q → %q: %v", a, b, got)
		}
		seen := map[int]bool{}
		size := len(recorded)
		for _, d := range got {
			switch {
			case d.Passage < 0 || d.Passage > len(today), d.Kind != Removed && (d.Passage == len(today) || seen[d.Passage]):
				t.Errorf("%q → %q: %v", a, b, got)
			case d.Kind == Removed:
				size--
			default:
				seen[d.Passage] = true
				if d.Kind == Added {
					size++
				}
			}
		}
		if size != len(today) {
			t.Errorf("%q → %q: %v makes %d passages of %d, want %d", a, b, got, size, len(recorded), len(today))
		}
	})
}

// TestPrints holds what makes a passage another one for those who translate it.
func TestPrints(t *testing.T) {
	of := func(text string) string {
		v, _, _ := Parse(source.NewFile("x.md", "+++\ntitle = \"t\"\n+++\n\n"+text), i18n.JA)
		return strings.Join(prints(v.Passages()), " ")
	}
	const text = "警察は14日に[発表](source:a)した。\n\n二つ目。\n"
	for _, same := range []string{"警察は14日に[発表](source:a)した。\r\n\r\n二つ目。", "\n\n警察は\n14日に[発表](source:a)した。\n\n**二つ目。**", "{警察|けいさつ}は14日に[発\n表](source:a)した。\n\n二つ目。"} {
		if of(same) != of(text) {
			t.Errorf("%q has other prints", same)
		}
	}
	for _, other := range []string{"警察は15日に[発表](source:a)した。\n\n二つ目。", "警察は14日に[発表](source:b)した。\n\n二つ目。", "警察は14日に発表した。\n\n二つ目。", "警察は14日に[発表](source:a)した。\n\n> 二つ目。"} {
		if of(other) == of(text) {
			t.Errorf("%q has the same prints", other)
		}
	}
}

// TestOwnOriginals holds that each translation of this repository records what it was made from.
func TestOwnOriginals(t *testing.T) {
	c, _ := Load(nil, os.DirFS("../.."))
	for _, a := range c.Articles {
		if a.JA != nil && a.EN != nil && (len(a.EN.original) == 0 || len(a.EN.Behind) > 0) {
			t.Errorf("%s: records %d blocks, %d differ; write original = []", a.ID, len(a.EN.original), len(a.EN.Behind))
		}
	}
}
