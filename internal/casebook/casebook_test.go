package casebook

import (
	"slices"
	"strings"
	"testing"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// archive is a small archive made by hand: one article in both languages on one source,
// one actor, one agency, one operation with one act.
type archive struct {
	actor, agency, operation *content.Entity
	others                   []*content.Entity
	article                  *content.Article
	ja, en                   *analysis.Document
	source                   *seeds.Source
	original                 *analysis.Document
}

// document is a text in which each passage is a list of sentences.
func document(id string, l i18n.Lang, passages ...[]string) *analysis.Document {
	var text strings.Builder
	doc := &analysis.Document{}
	for p, sentences := range passages {
		start := text.Len()
		for _, s := range sentences {
			at := text.Len()
			text.WriteString(s)
			doc.Sentences = append(doc.Sentences, analysis.Sentence{
				Span: source.Span{Start: at, End: text.Len()}, Passage: p, Text: s,
				Inner: source.Span{Start: at - start, End: text.Len() - start},
			})
		}
		prose := text.String()[start:]
		doc.Text.Passages = append(doc.Text.Passages, source.Passage{
			Kind: source.Paragraph,
			Runs: []source.Run{{Text: prose, File: source.Span{Start: start, End: text.Len()}}},
		})
		text.WriteString("\n")
	}
	doc.Text.ID, doc.Text.Lang = id, l
	doc.Text.File = source.NewFile(id, text.String())
	return doc
}

// found adds an act to a sentence, with its date expression and participants.
func found(doc *analysis.Document, sentence int, typ event.Type, date, written string, who ...string) {
	inner := doc.Sentences[sentence].Inner
	at := inner.Start + strings.Index(doc.Sentences[sentence].Text, written)
	when := jpdate.Date{Span: source.Span{Start: at, End: at + len(written)}, Surface: written, Value: edtf.MustParse(date)}
	doc.Dates = append(doc.Dates, analysis.Date{Date: when, Sentence: sentence})
	e := event.Event{Date: when.Value, When: when, Type: typ, Confidence: 0.9}
	for _, id := range who {
		e.Participants = append(e.Participants, event.Participant{
			Mention: entity.Mention{Entity: id}, Role: event.Agent,
		})
	}
	doc.Events = append(doc.Events, analysis.Event{Event: e, Sentence: sentence})
}

// named adds a mention to a sentence.
func named(doc *analysis.Document, sentence int, id, surface string) {
	inner := doc.Sentences[sentence].Inner
	at := inner.Start + strings.Index(doc.Sentences[sentence].Text, surface)
	doc.Mentions = append(doc.Mentions, analysis.Mention{
		Naming: &analysis.Naming{Entity: id, Surface: surface}, Span: source.Span{Start: at, End: at + len(surface)}, Sentence: sentence,
	})
}

// titled is a version of an article without text.
func titled(l i18n.Lang, title string, f *source.File) *content.Version {
	v := content.NewVersion(l, f, nil)
	v.Title = title
	return v
}

func newArchive() *archive {
	return &archive{
		actor:  &content.Entity{ID: "lantern", Kind: content.Actor, Name: i18n.Text{JA: "ランタン", EN: "Lantern"}},
		agency: &content.Entity{ID: "agency", Kind: content.Organization, Name: i18n.Text{JA: "架空庁", EN: "Agency"}},
		operation: &content.Entity{
			ID: "takedown", Kind: content.Operation, Class: "counter", Name: i18n.Text{JA: "作戦", EN: "Operation"},
			Operation: &content.OperationFacts{
				Type: "takedown", Period: edtf.MustParse("2024-05"), Counters: []string{"lantern"},
				Participants: []content.Participant{{Entity: "agency", Role: "agent", Source: "paper"}},
				Events: []content.Event{{
					ID: "lantern-down", Date: edtf.MustParse("2024-05-14"), Type: "takedown",
					Title:        i18n.Text{JA: "無力化", EN: "Takedown"},
					Participants: []content.Participant{{Entity: "agency", Role: "agent"}, {Entity: "lantern", Role: "target"}},
					Evidence:     content.Evidence{Source: "paper", Quote: "無力化した"},
				}},
			},
		},
		article: &content.Article{
			ID: "news", Sources: []string{"paper"},
			Published: edtf.MustParse("2024-05-20"), Reference: edtf.MustParse("2024-05-20"),
			JA: titled(i18n.JA, "記事", source.NewFile("content/articles/news/ja.md", "")),
			EN: titled(i18n.EN, "News", source.NewFile("content/articles/news/en.md", "")),
		},
		ja: document("news", i18n.JA,
			[]string{"架空庁は2024年5月14日、ランタンを無力化した。", "機器は300台だった。"},
			[]string{"ランタンは2021年から活動する。"}),
		en: document("news", i18n.EN,
			[]string{"On 14 May 2024 the Agency disrupted Lantern.", "There were 300 devices."},
			[]string{"Lantern is active.", "It has been since 2021."}),
		source: &seeds.Source{ID: "paper", Language: "ja", Rights: seeds.QuoteOnly},
	}
}

func (a *archive) link() (*Casebook, source.Problems) {
	return Link(Input{
		Content: &content.Content{
			Articles: []*content.Article{a.article},
			Registry: content.NewRegistry(append(a.others, a.actor, a.agency, a.operation)...),
		},
		Sources:   seeds.NewSet(a.source),
		Articles:  []Versions{Whole(a.ja, a.en)},
		Originals: []*analysis.Document{a.original},
	})
}

func (a *archive) mustLink(t *testing.T) *Casebook {
	t.Helper()
	book, problems := a.link()
	if len(problems) > 0 {
		t.Fatalf("problems:\n%s", problems)
	}
	return book
}

func TestActIsOneHoweverManyTextsTellIt(t *testing.T) {
	a := newArchive()
	found(a.ja, 0, event.Takedown, "2024-05-14", "2024年5月14日", "agency", "lantern")
	a.original = document("paper", i18n.JA, []string{"庁によると14日にランタンの基盤を止めた。"})
	a.source.Text = a.original.Text.File
	found(a.original, 0, event.Takedown, "2024-05-14", "14日", "agency")
	book := a.mustLink(t)

	if len(book.Acts) != 1 {
		t.Fatalf("%d acts, want 1", len(book.Acts))
	}
	act := book.Acts[0]
	if act.ID != "lantern-down" || !act.Edited {
		t.Errorf("the act is %q, edited %v", act.ID, act.Edited)
	}
	var written []string
	for _, e := range act.Evidence {
		written = append(written, e.AsWritten)
	}
	if want := []string{"2024年5月14日", "14日"}; !slices.Equal(written, want) {
		t.Errorf("evidence as written %q, want %q", written, want)
	}
	if !book.Source("paper").Shows(0) {
		t.Error("the sentence of the source is evidence and is not shown")
	}
}

func TestFindsThatTellOtherActs(t *testing.T) {
	tests := []struct {
		name string
		find func(doc *analysis.Document)
		want int
	}{
		{"another day", func(d *analysis.Document) {
			found(d, 2, event.Takedown, "2024-06-01", "2021年", "lantern")
		}, 2},
		{"another type", func(d *analysis.Document) {
			found(d, 2, event.Arrest, "2024-05-14", "2021年", "lantern")
		}, 2},
		{"nobody known took part", func(d *analysis.Document) {
			found(d, 2, event.Takedown, "2024-06-01", "2021年")
		}, 1},
		{"the month of the act", func(d *analysis.Document) {
			found(d, 2, event.Takedown, "2024-05", "2021年", "lantern")
		}, 1},
		{"twice the same find", func(d *analysis.Document) {
			found(d, 2, event.Arrest, "2024-06-01", "2021年", "lantern")
			found(d, 1, event.Arrest, "2024-06-01", "300", "lantern")
		}, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := newArchive()
			tt.find(a.ja)
			if got := len(a.mustLink(t).Acts); got != tt.want {
				t.Errorf("%d acts, want %d", got, tt.want)
			}
		})
	}
}

func TestFragmentLeadsToTheReadersLanguage(t *testing.T) {
	a := newArchive()
	named(a.ja, 0, "lantern", "ランタン")
	named(a.ja, 2, "lantern", "ランタン")
	mentions := a.mustLink(t).Entity("lantern").Mentions
	tests := []struct {
		mention int
		lang    i18n.Lang
		want    string
	}{
		{0, i18n.JA, "s1"},
		{0, i18n.EN, "s1"}, // as many sentences in both: the one at the same place
		{1, i18n.JA, "s3"},
		{1, i18n.EN, "p2"}, // one sentence here, two there: the paragraph
	}
	for _, tt := range tests {
		if got := mentions[tt.mention].Evidence().Fragment(tt.lang); got != tt.want {
			t.Errorf("mention %d in %s: %q, want %q", tt.mention, tt.lang, got, tt.want)
		}
	}
}

func TestRightsOfASource(t *testing.T) {
	for rights, want := range map[seeds.Rights][2]bool{
		seeds.Full: {true, true}, seeds.QuoteOnly: {true, false}, seeds.None: {false, false},
	} {
		a := newArchive()
		a.source.Rights = rights
		a.original = document("paper", i18n.JA, []string{"14日に止めた。", "ほかの話。"})
		a.source.Text = a.original.Text.File
		a.operation.Operation.Events[0].Line = 1
		src := a.mustLink(t).Source("paper")
		if got := [2]bool{src.Shows(0), src.Shows(1)}; got != want {
			t.Errorf("%s: shows %v, want %v", rights, got, want)
		}
	}
}

func TestLinksRunBothWays(t *testing.T) {
	a := newArchive()
	a.actor.Claims = []content.Claim{{
		Property: "target", Entity: "agency", Evidence: content.Evidence{Source: "paper", Quote: "2021年から活動"},
	}}
	book := a.mustLink(t)
	for _, e := range book.Entities {
		for _, r := range e.Relations {
			if !slices.ContainsFunc(r.Other.Relations, func(back Relation) bool {
				return back.Other == e && back.Property == r.Property && back.Inverse != r.Inverse
			}) {
				t.Errorf("%s %s %s has no way back", e.ID, r.Property, r.Other.ID)
			}
		}
		for _, act := range e.Acts {
			if act.Operation != e && !slices.ContainsFunc(act.Participants, func(p Participant) bool { return p.Entity == e }) {
				t.Errorf("%s lists act %s, which does not know it", e.ID, act.ID)
			}
		}
	}
	if got := book.Entity("lantern").Countered; len(got) != 1 || got[0].ID != "takedown" {
		t.Errorf("countered by %v", got)
	}
	if got := book.Entity("lantern").Claims[0].Evidence; len(got) != 1 || got[0].Fragment(i18n.JA) != "s3" {
		t.Errorf("the claim rests on %+v", got)
	}
}

func TestFiguresThatDisagree(t *testing.T) {
	a := newArchive()
	counts := i18n.Text{JA: "機器", EN: "devices"}
	figure := func(n float64, c i18n.Text) content.Claim {
		return content.Claim{Property: "figure", Figure: &content.Figure{Min: n, Max: n, Counts: c}, Evidence: content.Evidence{Source: "paper"}}
	}
	a.actor.Claims = []content.Claim{figure(300, counts), figure(400, counts), figure(300, counts), figure(7, i18n.Text{JA: "国", EN: "countries"})}
	claims := a.mustLink(t).Entity("lantern").Claims
	var got []int
	for _, c := range claims {
		got = append(got, len(c.Disputes))
	}
	if want := []int{1, 2, 1, 0}; !slices.Equal(got, want) {
		t.Errorf("disputes %v, want %v", got, want)
	}
}

func TestContestedNameHasAPage(t *testing.T) {
	a := newArchive()
	alias := content.Alias{Name: "Paper Moon", Scope: "contested"}
	a.actor.Aliases, a.agency.Aliases = []content.Alias{alias}, []content.Alias{alias}
	a.ja.Mentions = append(a.ja.Mentions, analysis.Mention{
		Naming: &analysis.Naming{Surface: "PaperMoon", Candidates: []string{"agency", "lantern"}}, Sentence: 1,
	})
	book := a.mustLink(t)
	if len(book.Contested) != 1 {
		t.Fatalf("%d contested names", len(book.Contested))
	}
	c := book.Contested[0]
	if c.Path != "names/paper-moon.html" || len(c.Entities) != 2 || len(c.Mentions) != 1 {
		t.Errorf("%s with %d entities and %d mentions", c.Path, len(c.Entities), len(c.Mentions))
	}
}

// Links of editors lead to pages that exist, by their path from the text's own page.
func TestLinksOfEditors(t *testing.T) {
	tests := []struct{ href, want string }{
		{"../actors/lantern.html", ""},
		{"../actors/lantern.html#c1", ""},
		{"../timeline.html", ""},
		{"index.html", ""},
		{"#s1", ""},
		{"https://example.org/actors/none.html", ""},
		{"source:paper", ""},
		{"source:papr", `content/articles/news/ja.md:1:3: unknown source "papr"`},
		{"../actors/lanten.html", `did you mean "../actors/lantern.html"?`},
		{"actors/lantern.html", `did you mean "../actors/lantern.html"?`},
		{"../actors/", `link to "../actors/"`},
		{"../../../etc/passwd", `link to "../../../etc/passwd"`},
	}
	for _, tt := range tests {
		t.Run(tt.href, func(t *testing.T) {
			a := newArchive()
			named(a.ja, 0, "lantern", "ランタン")
			a.article.JA = content.NewVersion(i18n.JA, source.NewFile("content/articles/news/ja.md", "架空庁の発表。"), []source.Passage{{Kind: source.Paragraph, Runs: []source.Run{
				{Text: "架空", File: source.Span{Start: 0, End: 6}},
				{Text: "庁", File: source.Span{Start: 6, End: 9}, Href: tt.href},
				{Text: "の発表", File: source.Span{Start: 9, End: 18}, Href: tt.href, Strong: true},
			}}})
			_, problems := a.link()
			if tt.want == "" && len(problems) > 0 || len(problems) > 1 || !strings.Contains(problems.String(), tt.want) {
				t.Errorf("want %q, got\n%s", tt.want, problems)
			}
		})
	}
}

func TestProblems(t *testing.T) {
	tests := []struct {
		name string
		do   func(a *archive)
		want string
	}{
		{"unknown source", func(a *archive) { a.article.Sources = []string{"papr"} }, `unknown source "papr"`},
		{"quote that no article holds", func(a *archive) {
			a.operation.Operation.Events[0].Quote = "無力化しなかった"
		}, `no article says "無力化しなかった"`},
		{"reserved id", func(a *archive) { a.agency.ID = "index"; a.operation.Operation.Participants[0].Entity = "index" }, `"index"`},
		{"unknown source of an alias", func(a *archive) {
			a.actor.Aliases = []content.Alias{{Name: "X", Source: "nowhere"}}
		}, `unknown source "nowhere"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := newArchive()
			tt.do(a)
			_, problems := a.link()
			if !strings.Contains(problems.String(), tt.want) {
				t.Errorf("want %q, got\n%s", tt.want, problems)
			}
		})
	}
}
