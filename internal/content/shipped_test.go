package content

import (
	"os"
	"testing"
	"testing/fstest"
	"unicode"
)

// shippedCount is what the registry of the program has of a kind.
type shippedCount struct {
	records, sourced, whole int // whole: a Japanese spelling, an alias and a source
	aliases, by             int
	scopes                  map[string]int
}

func countShipped(r *Registry, k Kind) shippedCount {
	n := shippedCount{scopes: map[string]int{}}
	for _, e := range r.All() {
		if e.Kind != k {
			continue
		}
		n.records++
		sourced, japanese := len(e.References) > 0 || len(e.Claims) > 0, inJapanese(e.Name.JA)
		for _, name := range e.Variants {
			japanese = japanese || inJapanese(name)
		}
		for _, a := range e.Aliases {
			n.aliases++
			n.scopes[a.Scope]++
			if a.By != "" {
				n.by++
			}
			sourced, japanese = sourced || a.Source != "", japanese || inJapanese(a.Name)
		}
		if sourced {
			n.sourced++
		}
		if sourced && japanese && len(e.Aliases) > 0 {
			n.whole++
		}
	}
	return n
}

func inJapanese(name string) bool {
	for _, r := range name {
		if unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han) {
			return true
		}
	}
	return false
}

// TestShippedRegistryIsRich holds the registry of the program to what it promises: actors and malware that are known by names in both
// languages and by other ones, from sources, with who uses the names and how far they mean the same.
func TestShippedRegistryIsRich(t *testing.T) {
	c, ps := Load(os.DirFS("../.."), fstest.MapFS{})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	tests := []struct {
		kind                 Kind
		whole, sourced, byAt int // sourced and byAt in a hundred
	}{
		{Actor, 140, 90, 95},
		{Malware, 45, 95, 85},
	}
	for _, tt := range tests {
		n := countShipped(c.Registry, tt.kind)
		t.Logf("%s: %d records, %d with a source, %d with a Japanese spelling, an alias and a source; %d of %d aliases say who uses them; scopes %v",
			tt.kind, n.records, n.sourced, n.whole, n.by, n.aliases, n.scopes)
		if n.whole < tt.whole {
			t.Errorf("%s: %d with a Japanese spelling, an alias and a source, want %d", tt.kind, n.whole, tt.whole)
		}
		if n.sourced*100 < n.records*tt.sourced || n.by*100 < n.aliases*tt.byAt {
			t.Errorf("%s: %d of %d have a source, %d of %d aliases a user", tt.kind, n.sourced, n.records, n.by, n.aliases)
		}
		for _, scope := range scopes() {
			if n.scopes[scope] == 0 {
				t.Errorf("%s: no name of the scope %s", tt.kind, scope)
			}
		}
	}
}

// TestShippedContestsHaveTwo holds that the registry names every bearer of a name that it calls contested.
func TestShippedContestsHaveTwo(t *testing.T) {
	c, _ := Load(os.DirFS("../.."), fstest.MapFS{})
	bearers := map[string][]string{}
	for _, e := range c.Registry.All() {
		for _, a := range e.Aliases {
			if a.Scope == "contested" {
				bearers[Fold(a.Name)] = append(bearers[Fold(a.Name)], e.ID)
			}
		}
	}
	if len(bearers) < 20 {
		t.Errorf("%d contested names", len(bearers))
	}
	for name, ids := range bearers {
		if len(ids) < 2 {
			t.Errorf("%q is contested, and only %v has it", name, ids)
		}
	}
}
