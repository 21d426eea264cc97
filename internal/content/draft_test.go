package content

import (
	"maps"
	"slices"
	"testing"
	"testing/fstest"
)

// TestDrafts has a draft with problems, a translation that is a draft, and sources that drafts name alone or with others.
func TestDrafts(t *testing.T) {
	local := fstest.MapFS{}
	write := func(name, text string) { local[name] = &fstest.MapFile{Data: []byte(text)} }
	write("content/articles/done/ja.md", "+++\ntitle = \"a\"\npublished = \"2026-11-22\"\nsources = [\"both\"]\n+++\n\n[あ](source:linked)。\n")
	write("content/articles/done/en.md", "+++\ntitle = \"a\"\ndraft = true\nnonsense = 1\n+++\n\nTwo.\n\nParagraphs.\n")
	write("content/articles/new/ja.md", "+++\ntitle = \"TODO\"\ndraft = true\nsources = [\"both\", \"own\", \"linked\", \"claimed\"]\nabout = [\"nobody\"]\n+++\n")
	write("content/actors/a.toml", "name = { ja = \"a\", en = \"a\" }\nsummary = { ja = \"a\", en = \"a\" }\n[[claim]]\nproperty = \"active\"\ndate = \"2024\"\nsource = \"claimed\"\n")

	c, ps := Load(nil, local)
	if len(ps) > 0 {
		t.Errorf("want no word of drafts, got\n%s", ps)
	}
	if c.Articles[0].Waiting == nil || c.DraftSaying("Paragraphs.") != "content/articles/done/en.md" || c.DraftSaying("あ。") != "" {
		t.Error("the translation that waits is not known by what it says")
	}
	if len(c.Articles) != 1 || c.Articles[0].ID != "done" || c.Articles[0].EN != nil || len(c.Drafts) != 1 || c.Drafts[0].ID != "new" || !c.Drafts[0].Draft {
		t.Errorf("articles %+v, drafts %+v", c.Articles, c.Drafts)
	}
	if got := slices.Sorted(maps.Keys(c.WaitingSources())); !slices.Equal(got, []string{"own"}) {
		t.Errorf("waiting sources %v, want own", got)
	}

	c, ps = LoadWithDrafts(nil, local)
	if len(c.Articles) != 2 || len(c.Drafts) != 0 || c.Articles[0].EN == nil || len(c.WaitingSources()) > 0 {
		t.Errorf("with drafts: articles %+v, drafts %+v", c.Articles, c.Drafts)
	}
	if ps.Errors() > 0 || len(ps) < 5 {
		t.Errorf("with drafts, want warnings only, and several:\n%s", ps)
	}
}
