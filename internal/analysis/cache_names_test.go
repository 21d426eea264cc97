package analysis

import (
	"encoding/json"
	"testing"

	"jikenbo/internal/content"
	"jikenbo/internal/entity"
	"jikenbo/internal/i18n"
)

// A name in katakana is told by its sound whom it means: the text is analysed again when somebody of that name comes, another one of it, and when both
// are gone. Then the document is that which a cache without any finds.
func TestCacheHearsNewNames(t *testing.T) {
	text := raw("「ザンバグレスト」の事件はサイバー攻撃だった。APT-97も動いた。")
	dir := t.TempDir()
	tool := func(id, name string) *content.Entity {
		return &content.Entity{ID: id, Kind: content.Malware, Name: i18n.Both(name)}
	}
	one, two := tool("zambagrest", "ZAMBAGREST"), tool("zambugrast", "ZAMBUGRAST")
	number := &content.Entity{ID: "apt97", Kind: content.Actor, Name: i18n.Both("APT97")}
	build := func(dir string, es ...*content.Entity) (out string, kept bool) {
		names := entity.NewFinder(content.NewRegistry(append(entities(), es...)...))
		c := NewCache(dir, "1", names)
		defer c.Close()
		doc := c.Get(text)
		if kept = doc != nil; !kept {
			doc = c.Analyze(&Analyzer{Tokenizer: letters{}, Names: names}, text)
		}
		b, err := json.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		return string(b), kept
	}
	build(dir)
	for _, step := range []struct {
		what string
		es   []*content.Entity
		kept bool
	}{
		{"nothing", nil, true},
		{"one of its sound", []*content.Entity{one}, false},
		{"another one", []*content.Entity{one, two}, false},
		{"only the other", []*content.Entity{two}, false},
		{"one of the number", []*content.Entity{two, number}, false},
		{"neither", nil, true},
		{"one of another sound", []*content.Entity{tool("kolmit", "KOLMIT")}, true},
	} {
		got, kept := build(dir, step.es...)
		if want, _ := build(t.TempDir(), step.es...); got != want {
			t.Errorf("%s: the cache gives\n%s\nand without it there is\n%s", step.what, got, want)
		}
		if kept != step.kept {
			t.Errorf("%s: the document was kept: %v, want %v", step.what, kept, step.kept)
		}
	}
}
