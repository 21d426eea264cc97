package search

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// hostile is what the script may not be broken by.
const hostile = "</script><!--<script>\"'\\`${x}\r\n\t\x00\x1b\u2028\u2029\ufeff\xff"

// secret is a sentence of a source that its rights do not let be shown.
const secret = "この文は示してはならない。"

func both(s string) i18n.Text { return i18n.Text{JA: s, EN: s} }

// document is a text of one passage with a sentence a line.
func document(id string, l i18n.Lang, sentences ...string) *analysis.Document {
	doc := &analysis.Document{Text: analysis.Text{ID: id, Lang: l, File: source.NewFile(id, strings.Join(sentences, "\n"))}}
	at := 0
	for _, s := range sentences {
		span := source.Span{Start: at, End: at + len(s)}
		doc.Sentences = append(doc.Sentences, analysis.Sentence{Span: span, Inner: span, Text: s})
		at = span.End + 1
	}
	doc.Text.Passages = []source.Passage{{Kind: source.Paragraph, Runs: []source.Run{{Text: doc.Text.File.Text, File: source.Span{End: at}}}}}
	return doc
}

// archive is a small archive in which every field that an editor writes is text of the test.
func archive(t *testing.T, text string) *casebook.Casebook {
	t.Helper()
	ja, original := document("news", i18n.JA, text+"一。", text+"二。"), document("paper", i18n.EN, "May be shown.", secret)
	evidence := content.Evidence{Source: "paper", Line: 1}
	actor := &content.Entity{
		ID: "lantern", Kind: content.Actor, Name: i18n.Text{JA: text, EN: "Lantern"}, Reading: text + "よみ", Summary: i18n.Text{JA: text, EN: "A group."}, Variants: []string{text + "異"},
		Aliases: []content.Alias{{Name: text + "別", Scope: "same"}, {Name: text + "別", Scope: "same"}}, IDs: []content.ExternalID{{System: "attack", Value: text + "番"}},
		Claims: []content.Claim{{Property: "method", Text: both(text), Evidence: evidence}, {Property: "figure", Figure: &content.Figure{Min: 1, Max: 1, Counts: both(text + "数")}, Evidence: evidence}},
	}
	operation := &content.Entity{ID: "takedown", Kind: content.Operation, Class: "counter", Name: both(text), Operation: &content.OperationFacts{
		Type: "takedown", Legal: []content.Legal{{Instrument: both(text), Number: text}},
		Events: []content.Event{{ID: "down", Date: edtf.MustParse("2024-05-14"), Type: "takedown", Title: both(text), Text: both(text), Evidence: evidence}},
	}}
	day := edtf.MustParse("2026-11-22")
	version := content.NewVersion(i18n.JA, ja.Text.File, ja.Text.Passages)
	version.Title, version.Summary = text, text
	book, problems := casebook.Link(casebook.Input{
		Content: &content.Content{
			Articles: []*content.Article{{ID: "news", JA: version, Sources: []string{"paper"}, Published: day, Reference: day}},
			Registry: content.NewRegistry(actor, operation),
			Pages:    []*content.Page{{ID: "about", JA: version}},
		},
		Sources: seeds.NewSet(&seeds.Source{
			ID: "paper", Title: text, Publisher: text, Author: text + "者", Number: text + "号", Language: "en", Rights: seeds.QuoteOnly, Note: both(text), Text: original.Text.File,
		}),
		Articles: []casebook.Versions{casebook.Whole(ja, nil)}, Originals: []*analysis.Document{original},
	})
	if len(problems) > 0 {
		t.Fatalf("problems:\n%s", problems)
	}
	return book
}

// data returns the one script of a small archive.
func data(t *testing.T, c *casebook.Casebook) []byte {
	t.Helper()
	files, err := Files(c)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 1 || files[0].Path != Path {
		t.Fatalf("%d files, want %s alone", len(files), Path)
	}
	return files[0].Data
}

func TestRecords(t *testing.T) {
	want := []Record{
		{Kind: "actor", Lang: "ja", Path: "actors/lantern.html", Title: "架空", Names: []string{"Lantern", "架空よみ", "架空別", "架空異", "架空番"}, Lines: []Line{{"", "架空"}, {"c1", "架空"}, {"c2", "架空数"}}},
		{Kind: "actor", Lang: "en", Path: "actors/lantern.html", Title: "Lantern", Names: []string{"架空", "架空よみ", "架空別", "架空異", "架空番"}, Lines: []Line{{"", "A group."}, {"c1", "架空"}, {"c2", "架空数"}}},
		{Kind: "operation", Lang: "ja", Path: "operations/takedown.html", Title: "架空", Lines: []Line{{"h-legal", "架空"}, {"h-legal", "架空"}}},
		{Kind: "operation", Lang: "en", Path: "operations/takedown.html", Title: "架空", Lines: []Line{{"h-legal", "架空"}, {"h-legal", "架空"}}},
		{Kind: "article", Lang: "ja", Path: "articles/news.html", Title: "架空", When: "2026年11月22日", Years: Years{2026, 2026}, Lines: []Line{{"", "架空"}, {"s1", "架空一。"}, {"s2", "架空二。"}}},
		{Kind: "article", Lang: "en", Path: "articles/news.html", Title: "架空", TitleLang: "ja", When: "22 November 2026", Years: Years{2026, 2026}},
		{Kind: "act", Lang: "ja", Path: "timeline.html#down", Title: "架空", When: "2024年5月14日", Years: Years{2024, 2024}, Lines: []Line{{"", "架空"}}},
		{Kind: "act", Lang: "en", Path: "timeline.html#down", Title: "架空", When: "14 May 2024", Years: Years{2024, 2024}, Lines: []Line{{"", "架空"}}},
		{Kind: "source", Lang: "ja", Path: "sources/paper.html", Title: "架空", TitleLang: "en", Names: []string{"架空者", "架空号"}, Lines: []Line{{"", "架空"}}},
		{Kind: "source", Lang: "en", Path: "sources/paper.html", Title: "架空", Names: []string{"架空者", "架空号"}, Lines: []Line{{"", "架空"}, {"s1", "May be shown."}}},
		{Kind: "page", Lang: "ja", Path: "about.html", Title: "架空", Lines: []Line{{"p1", "架空一。\n架空二。"}}},
		{Kind: "page", Lang: "en", Path: "about.html", Title: "架空", TitleLang: "ja"},
	}
	if diff := cmp.Diff(want, Records(archive(t, "架空"))); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
}

func TestScriptCannotBreak(t *testing.T) {
	for _, text := range []string{"架空", hostile, "", "__proto__", "\\", "*/", "//", "\u2028"} {
		c := archive(t, text)
		script := data(t, c)
		if bytes.ContainsAny(script, "<>\u2028\u2029\x00\x1b\r") {
			t.Errorf("%q: the script holds a character that can break it", text)
		}
		list, ok := bytes.CutPrefix(script, []byte("window.jikenboSearch = "))
		list, end := bytes.CutSuffix(list, []byte(";\n"))
		if !ok || !end {
			t.Fatalf("%q: the script is not one assignment: %s", text, script)
		}
		var got struct{ Records []Record }
		if err := json.Unmarshal(list, &got); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if text == hostile {
			continue // it is not valid UTF-8
		}
		if diff := cmp.Diff(Records(c), got.Records); diff != "" {
			t.Errorf("%q: read back (-want +got):\n%s", text, diff)
		}
	}
}

func TestSameBytesTwice(t *testing.T) {
	one, two := data(t, archive(t, hostile)), data(t, archive(t, hostile))
	if !bytes.Equal(one, two) {
		t.Error("the second run differs")
	}
}

func TestNothingOfASourceBeyondItsRights(t *testing.T) {
	script := data(t, archive(t, "架空"))
	if bytes.Contains(script, []byte(secret)) {
		t.Error("the script holds a sentence that may not be shown")
	}
	if !bytes.Contains(script, []byte("May be shown.")) {
		t.Error("the script lacks the sentence that is evidence and may be shown")
	}
}

func TestEmptyArchive(t *testing.T) {
	c, _ := casebook.Link(casebook.Input{Content: &content.Content{Registry: content.NewRegistry()}, Sources: seeds.NewSet()})
	if got := data(t, c); string(got) != "window.jikenboSearch = {\"names\":[]};\n" {
		t.Errorf("got %q", got)
	}
}
