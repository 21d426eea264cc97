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

	c, ps = Loading{Drafts: true}.Load(nil, local)
	if len(c.Articles) != 2 || len(c.Drafts) != 0 || c.Articles[0].EN == nil || len(c.WaitingSources()) > 0 {
		t.Errorf("with drafts: articles %+v, drafts %+v", c.Articles, c.Drafts)
	}
	if ps.Errors() > 0 || len(ps) < 5 {
		t.Errorf("with drafts, want warnings only, and several:\n%s", ps)
	}
}

// TestWaitingSources names a source in every way that there is, and in a draft too: only what nothing but the draft names waits.
func TestWaitingSources(t *testing.T) {
	actor := func(rest string) string {
		return "name = { ja = \"鷺\", en = \"Heron\" }\nsummary = { ja = \"架空。\", en = \"Invented.\" }\n" + rest
	}
	operation := func(rest string) string {
		return "name = { ja = \"作戦\", en = \"Operation\" }\nclass = \"counter\"\ntype = \"takedown\"\nsummary = { ja = \"架空。\", en = \"Invented.\" }\n" + rest
	}
	const event = "[[event]]\nid = \"e\"\ndate = \"2024\"\ntype = \"takedown\"\ntitle = { ja = \"停止\", en = \"Stopped\" }\nsource = "
	tests := []struct{ by, file, text string }{
		{"nothing", "", ""},
		{"an article", "content/articles/a/ja.md", "+++\ntitle = \"a\"\npublished = \"2024-05-01\"\nsources = [\"s\"]\n+++\n\nあ。\n"},
		{"a link", "content/articles/a/ja.md", "+++\ntitle = \"a\"\npublished = \"2024-05-01\"\n+++\n\n[あ](source:s)。\n"},
		{"a page", "content/pages/a.ja.md", "+++\ntitle = \"a\"\n+++\n\n[あ](source:s)。\n"},
		{"a page in English", "content/pages/a.en.md", "+++\ntitle = \"a\"\n+++\n\n[A](source:s).\n"},
		{"an alias", "content/actors/x.toml", actor("[[alias]]\nname = \"あおさぎ\"\nsource = \"s\"\n")},
		{"a claim", "content/actors/x.toml", actor("[[claim]]\nproperty = \"active\"\ndate = \"2024\"\nsource = \"s\"\n")},
		{"a legal instrument", "content/operations/x.toml", operation("[[legal]]\ninstrument = { ja = \"令状\", en = \"Warrant\" }\ndate = \"2024\"\nsource = \"s\"\n")},
		{"a participant", "content/operations/x.toml", operation("[[participant]]\nentity = \"x\"\nrole = \"agent\"\nsource = \"s\"\n")},
		{"an event", "content/operations/x.toml", operation(event + "\"s\"\n")},
		{"a participant of an event", "content/operations/x.toml", operation(event + "\"other\"\nparticipants = [{ entity = \"x\", role = \"agent\", source = \"s\" }]\n")},
	}
	for _, tt := range tests {
		t.Run(tt.by, func(t *testing.T) {
			archive := fstest.MapFS{"content/articles/draft/ja.md": {Data: []byte("+++\ntitle = \"d\"\ndraft = true\nsources = [\"s\"]\n+++\n")}}
			if tt.file != "" {
				archive[tt.file] = &fstest.MapFile{Data: []byte(tt.text)}
			}
			c, ps := Load(nil, archive)
			if got, want := c.WaitingSources()["s"], tt.file == ""; got != want {
				t.Errorf("waits: %v, want %v\n%s", got, want, ps)
			}
		})
	}
}
