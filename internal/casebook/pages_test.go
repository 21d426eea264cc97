package casebook

import (
	"testing"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

func TestShippedEntityNeedsAMention(t *testing.T) {
	for _, mentioned := range []bool{false, true} {
		a := newArchive()
		a.actor.Shipped = true
		// Sources and quotes of the registry in the program need not be in this archive.
		a.actor.Claims = []content.Claim{{Property: "status", Text: i18n.Both("x"), Evidence: content.Evidence{Source: "elsewhere", Quote: "なし"}}}
		if mentioned {
			named(a.ja, 0, "lantern", "ランタン")
		}
		if got := a.mustLink(t).Entity("lantern").Path != ""; got != mentioned {
			t.Errorf("mentioned %v: page %v", mentioned, got)
		}
	}
}

func TestEntityWithNothingToShowHasNoPage(t *testing.T) {
	a := newArchive()
	idle := &content.Entity{ID: "idle", Kind: content.Actor, Name: i18n.Both("Idle")}
	claiming := &content.Entity{ID: "claiming", Kind: content.Actor, Name: i18n.Both("Claiming"), Claims: []content.Claim{
		{Property: "related", Entity: "related", Evidence: content.Evidence{Source: "paper"}},
	}}
	related := &content.Entity{ID: "related", Kind: content.Actor, Name: i18n.Both("Related")}
	book, problems := Link(Input{
		Content: &content.Content{Registry: content.NewRegistry(a.actor, a.agency, idle, claiming, related)},
		Sources: seeds.NewSet(a.source),
	})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for id, want := range map[string]bool{"idle": false, "claiming": true, "related": true, "lantern": false} {
		if got := book.Entity(id).Path != ""; got != want {
			t.Errorf("%s has a page: %v, want %v", id, got, want)
		}
	}
}

// A page of prose cannot stand in the place of the home page.
func TestPagesOfTheSiteItself(t *testing.T) {
	page := func(id string) *content.Page {
		return &content.Page{ID: id, JA: titled(i18n.JA, "", source.NewFile("content/pages/"+id+".ja.md", ""))}
	}
	book, problems := Link(Input{
		Content: &content.Content{Pages: []*content.Page{page("about"), page("index"), page("search")}, Registry: content.NewRegistry()},
		Sources: seeds.NewSet(),
	})
	if len(book.Pages) != 1 || book.Pages[0].Path != "about.html" {
		t.Errorf("want the page about.html alone, got %d pages", len(book.Pages))
	}
	want := "content/pages/index.ja.md: the site has a page \"index\" of its own [content.taken]\n\thint: choose another id and rename the file\n" +
		"content/pages/search.ja.md: the site has a page \"search\" of its own [content.taken]\n\thint: choose another id and rename the file\n"
	if got := problems.String(); got != want {
		t.Errorf("want\n%sgot\n%s", want, got)
	}
}
