package render

import (
	"slices"
	"strings"
	"testing"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
)

// accepted marks everything that was found in a passage of an article, in every language, as looked at by an editor.
func accepted(a *casebook.Article, passage int) {
	for _, l := range i18n.Langs {
		doc := a.Docs.In(l)
		here := func(sentence int) bool { return doc.Sentences[sentence].Passage == passage }
		for i := range doc.Mentions {
			if here(doc.Mentions[i].Sentence) {
				doc.Mentions[i].State = analysis.Accepted
			}
		}
		for i := range doc.Dates {
			if here(doc.Dates[i].Sentence) {
				doc.Dates[i].State = analysis.Corrected
			}
		}
		for i := range doc.Events {
			if here(doc.Events[i].Sentence) {
				doc.Events[i].State = analysis.Added
			}
		}
		for i := range doc.Figures {
			if here(doc.Figures[i].Sentence) {
				doc.Figures[i].State = analysis.Accepted
			}
		}
	}
}

// TestReviewed holds that an article says how much of it was reviewed, that only paragraphs of which all was are ticked, and that an
// act that an editor has looked at says so.
func TestReviewed(t *testing.T) {
	book := testBook(t)
	at := slices.IndexFunc(book.Articles, func(a *casebook.Article) bool { return a.ID == "fox-hunt" })
	article := book.Articles[at]
	accepted(article, 0)
	partly := -1 // a paragraph of which a part is reviewed
	for i, m := range article.Docs.In(i18n.JA).Mentions {
		if at := article.Docs.In(i18n.JA).Sentences[m.Sentence].Passage; partly < 0 && at > 0 && reviewsOf(article)[at].all > 1 {
			partly, article.Docs.In(i18n.JA).Mentions[i].State = at, analysis.Accepted
		}
	}
	if partly < 0 {
		t.Fatal("no paragraph has two finds")
	}
	n := slices.IndexFunc(book.Acts, func(a *casebook.Act) bool { return !a.Edited })
	book.Acts[n].Reviewed = true
	s := renderBook(t, renderer(), book)

	p := s["ja/articles/fox-hunt.html"]
	if got := text(p.one(t, class("facts"))); !strings.Contains(got, "件のうち") || !strings.Contains(got, "件を編集者が確認") {
		t.Errorf("the head does not say how much was reviewed: %q", got)
	}
	ticked := p.all(tag("a"), class("rv"))
	if len(ticked) != 1 || attr(ticked[0], "href") != "#p1" {
		t.Errorf("%d paragraphs are ticked, want the first alone", len(ticked))
	}
	if got := text(s["en/timeline.html"].one(t, attribute("id", book.Acts[n].ID))); !strings.Contains(got, "reviewed") || strings.Contains(got, "machine-found") {
		t.Errorf("the act that was reviewed says %q", got)
	}
	if row := s["en/timeline.html"].one(t, attribute("id", book.Acts[n].ID)); class("is-found")(row) {
		t.Error("the act that was reviewed counts as found by machine alone")
	}

	for passage := range article.JA.Passages() {
		accepted(article, passage)
	}
	for _, e := range article.Docs.In(i18n.JA).Undone {
		t.Fatalf("the test does not mark acts that were not done: %v", e)
	}
	got := text(renderBook(t, renderer(), book)["en/articles/fox-hunt.html"].one(t, class("facts")))
	if !strings.Contains(got, "All ") || !strings.Contains(got, "items found have been checked by an editor") {
		t.Errorf("the head does not say that all was reviewed: %q", got)
	}
	if plain := plain()["ja/articles/fox-hunt.html"]; len(plain.all(class("rv"))) > 0 || strings.Contains(text(plain.one(t, class("facts"))), "校閲") {
		t.Error("an article that nobody has reviewed speaks of a review")
	}
}
