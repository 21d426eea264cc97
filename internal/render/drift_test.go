package render

import (
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
)

// TestDrift holds that a page names the paragraphs of which the translation is older than the original,
// in both views, and that no other page does.
func TestDrift(t *testing.T) {
	texts := func(original string) fstest.MapFS {
		return fstest.MapFS{
			"content/articles/a/ja.md": {Data: []byte("+++\ntitle = \"題\"\npublished = \"2025-01-14\"\nsources = [\"x\"]\n+++\n\n一。\n\n二。\n\n二。\n")},
			"content/articles/a/en.md": {Data: []byte("+++\ntitle = \"t\"\noriginal = " + original + "\n+++\n\nOne.\n\nTwo.\n\nThree.\n")},
		}
	}
	// the second block is 20409c; its neighbours are recorded as other texts, and two more stood around
	s := renderBook(t, renderer(), link(t, texts(`["aaaaaa", "20409c", "bbbbbb", "cccccc"]`)))
	for lang, want := range map[string]string{
		"ja": "第1段落（変更） 第3段落（変更） 第3段落の後（段落を削除）",
		"en": "paragraph 1 (changed) paragraph 3 (changed) paragraph 3 (a paragraph after it removed)",
	} {
		p := s[lang+"/articles/a.html"]
		var items []string
		for _, li := range p.all(tag("li"), func(n *html.Node) bool {
			return n.Parent != nil && n.Parent.Parent != nil && class("notice")(n.Parent.Parent)
		}) {
			items = append(items, text(li))
		}
		if got := strings.Join(items, " "); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
		for _, id := range []string{"p1", "p3"} {
			pair := p.one(t, attribute("id", id))
			if len(p.all(tag("a"), attribute("href", "#"+id))) < 2 || !class("pairs")(pair.Parent) {
				t.Errorf("%s: no link to %s", lang, id)
			}
		}
		if n := len(p.all(class("behind"))); n != 2 {
			t.Errorf("%s: %d paragraphs are marked, want 2", lang, n)
		}
	}
	for _, fresh := range []string{`["f99cf0", "20409c", "20409c"]`, `[]`} {
		s := renderBook(t, renderer(), link(t, texts(fresh)))
		if n := len(s["ja/articles/a.html"].all(class("notice"))); n > 0 {
			t.Errorf("original = %s: %d notices", fresh, n)
		}
	}
}
