package casebook

import (
	"slices"
	"testing"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// several links an archive of articles in which each names the actor, in every second sentence of the Japanese and once in the English, and
// reports the source only if it is the one. All hold the quote of the operation.
func several(t *testing.T, reporting string, ids ...string) *Casebook {
	t.Helper()
	a := newArchive()
	a.original = document("paper", i18n.JA, []string{"ランタンの基盤を止めた。"})
	a.source.Text = a.original.Text.File
	named(a.original, 0, "lantern", "ランタン")
	in := Input{Sources: seeds.NewSet(a.source), Originals: nil}
	in.Originals = append(in.Originals, a.original)
	in.Content = &content.Content{Registry: content.NewRegistry(a.actor, a.agency, a.operation)}
	for _, id := range ids {
		ja := document(id, i18n.JA, []string{"ランタンを無力化した。", "機器は300台だった。", "ランタンは古い。"})
		en := document(id, i18n.EN, []string{"Lantern was disrupted.", "There were 300 devices.", "It is old."})
		named(ja, 0, "lantern", "ランタン")
		named(ja, 2, "lantern", "ランタン")
		named(en, 0, "lantern", "Lantern")
		article := &content.Article{
			ID: id, Published: edtf.MustParse("2024-05-20"), Reference: edtf.MustParse("2024-05-20"),
			JA: titled(i18n.JA, id, source.NewFile("content/articles/"+id+"/ja.md", "")),
			EN: titled(i18n.EN, id, source.NewFile("content/articles/"+id+"/en.md", "")),
		}
		if id == reporting {
			article.Sources = []string{"paper"}
		}
		in.Content.Articles = append(in.Content.Articles, article)
		in.Articles = append(in.Articles, Whole(ja, en))
	}
	book, problems := Link(in)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return book
}

// places says where mentions stand.
func places(ms Mentions) []string {
	var out []string
	for _, m := range ms {
		e := m.Evidence()
		out = append(out, e.Path()+" "+string(e.Lang)+" "+e.Fragment(e.Lang)+" "+e.Text[e.Mark.Start:e.Mark.End])
	}
	return out
}

func TestMentionsOfArticles(t *testing.T) {
	// By id "a" stands before "a-b", by the path of the page behind it.
	book := several(t, "c", "a", "a-b", "c")
	of := func(id string) []string {
		path := "articles/" + id + ".html"
		return []string{path + " ja s1 ランタン", path + " ja s3 ランタン", path + " en s1 Lantern"}
	}
	all := book.Entity("lantern").Mentions
	if got, want := places(all), slices.Concat(of("a-b"), of("a"), of("c"), []string{"sources/paper.html ja  ランタン"}); !slices.Equal(got, want) {
		t.Errorf("all: %q, want %q", got, want)
	}
	article := func(id string) *Article {
		i := slices.IndexFunc(book.Articles, func(a *Article) bool { return a.ID == id })
		return book.Articles[i]
	}
	if got, want := places(all.Of([]*Article{article("c"), article("a-b")})), slices.Concat(of("a-b"), of("c")); !slices.Equal(got, want) {
		t.Errorf("of two: %q, want %q", got, want)
	}
	if got := all.Of(nil); len(got) > 0 {
		t.Errorf("of none: %q", places(got))
	}
}

// TestQuoteIsThatOfTheReport holds that, of several articles with the words, the one is meant that reports the source.
func TestQuoteIsThatOfTheReport(t *testing.T) {
	book := several(t, "b", "a", "b", "c")
	e := book.Acts[0].Evidence
	if len(e) == 0 || e[0].Article == nil || e[0].Article.ID != "b" {
		t.Errorf("the evidence is %+v", e)
	}
}
