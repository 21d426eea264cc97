package export

import (
	"strings"
	"testing"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// hostile is what no file may be broken by: the beginnings of formulas, the ends of scripts, elements,
// strings and entries, and control characters.
const hostile = "=cmd('x')|\"</script><!--]]>&amp;{}}\\%$#_~^, \r\n\t\x00\x07\x1b\u2028\u2029\ufeff\u202e\u2066\xff@misc{x,\n+1"

// secret is a sentence of a source that its rights do not let be shown.
const secret = "この文は示してはならない。"

func both(s string) i18n.Text { return i18n.Text{JA: s, EN: s} }

// document is a text of one passage.
func document(id string, l i18n.Lang, sentences ...string) *analysis.Document {
	doc := &analysis.Document{Text: analysis.Text{ID: id, Lang: l, File: source.NewFile(id, strings.Join(sentences, ""))}}
	at := 0
	for _, s := range sentences {
		span := source.Span{Start: at, End: at + len(s)}
		doc.Sentences = append(doc.Sentences, analysis.Sentence{Span: span, Inner: span, Text: s})
		at = span.End
	}
	doc.Text.Passages = []source.Passage{{Kind: source.Paragraph, Runs: []source.Run{{Text: doc.Text.File.Text, File: source.Span{End: at}}}}}
	return doc
}

// passages are of every kind, with every style and link.
func passages(text string) []source.Passage {
	run := source.Run{Text: text}
	linked, outside, read := run, run, run
	linked.Href, outside.Href, read.Ruby = "source:paper", "https://example.org/?q="+text, text
	read.Break, outside.Strong, outside.Emph, outside.Code = true, true, true, true
	cell := source.Run{Text: text, Cell: 1}
	return []source.Passage{
		{Kind: source.Heading, Level: 2, Runs: []source.Run{run}},
		{Kind: source.Paragraph, Runs: []source.Run{run, linked, outside, read}},
		{Kind: source.Item, Level: 1, Ordered: true, Number: 3, Runs: []source.Run{run}},
		{Kind: source.Item, Level: 1, Ordered: true, Number: 4, Continues: true, Runs: []source.Run{run}},
		{Kind: source.Item, Level: 1, Runs: []source.Run{run}},
		{Kind: source.Quote, Runs: []source.Run{run}}, {Kind: source.Quote, Continues: true, Runs: []source.Run{run}},
		{Kind: source.Note, Runs: []source.Run{run}},
		{Kind: source.Row, Header: true, Runs: []source.Run{run, cell}}, {Kind: source.Row, Continues: true, Runs: []source.Run{run, cell}},
		{Kind: source.Listing, Runs: []source.Run{run}},
	}
}

// archive is a small archive in which every field that an editor writes is text of the test.
func archive(t *testing.T, text string) *casebook.Casebook {
	t.Helper()
	ja := document("news", i18n.JA, text+"。", "機器は300台だった。")
	ja.Figures = []analysis.Figure{{Figure: event.Figure{Surface: text, Min: 300, Max: 300, Unit: text}, Sentence: 1}}
	original := document("paper", i18n.JA, "示してよい文。", secret)
	original.Figures = []analysis.Figure{{Figure: event.Figure{Surface: secret, Min: 1, Max: 1}, Sentence: 1}}
	original.Mentions = []analysis.Mention{{Naming: &analysis.Naming{}, Sentence: 1}}
	original.Mentions[0].Entity = "lantern"
	paper := &seeds.Source{
		ID: "paper", Kind: "news", Title: text, TitleIn: both(text), Publisher: text, Author: text, Translator: text, URL: text, Archived: text,
		Number: text, Language: "ja", Rights: seeds.QuoteOnly, Note: both(text), Published: edtf.MustParse("2024-12-05"), Text: source.NewFile("paper", "示してよい文。\n"+secret),
	}
	original.Sentences[1].Span = source.Span{Start: len("示してよい文。\n"), End: len("示してよい文。\n" + secret)}
	evidence := content.Evidence{Source: "paper", Line: 1}
	figure := &content.Figure{Min: 4258, Qualifier: "at-least", Unit: both(text), Counts: both(text)}
	entity := content.Entity{
		Name: both(text), Reading: text, Summary: both(text), Title: both(text), Variants: []string{text},
		Aliases:    []content.Alias{{Name: text, By: text, Scope: "same", Source: "paper", Note: both(text)}},
		IDs:        []content.ExternalID{{System: "attack", Value: text, URL: text}},
		References: []content.Reference{{URL: "https://example.org/lantern", Title: text}},
	}
	actor, operation := entity, entity
	actor.ID, actor.Kind = "lantern", content.Actor
	actor.Claims = []content.Claim{
		{Property: "method", Text: both(text), By: text, AsOf: edtf.MustParse("2024-05"), Alleged: true, Evidence: evidence, Note: both(text)},
		{Property: "figure", Figure: figure, By: "takedown", Evidence: evidence},
		{Property: "related", Entity: "takedown", Evidence: evidence},
	}
	operation.ID, operation.Kind, operation.Class = "takedown", content.Operation, "counter"
	operation.Operation = &content.OperationFacts{
		Type: "takedown", Period: edtf.MustParse("2022-22/2023-23"), Counters: []string{"lantern"},
		Participants: []content.Participant{{Entity: "lantern", Role: "target", Note: both(text), Source: "paper"}},
		Legal:        []content.Legal{{Instrument: both(text), Number: text, Source: "paper"}},
		Events: []content.Event{{
			ID: "lantern-down", Date: edtf.MustParse("2022-22/2023-23"), Type: "takedown", Title: both(text), Text: both(text), Evidence: evidence,
			Participants: []content.Participant{{Entity: "lantern", Role: "target"}},
		}},
	}
	version := content.NewVersion(i18n.JA, ja.Text.File, passages(text))
	version.Title, version.Summary = text, text
	day := edtf.MustParse("2026-11-22")
	book, problems := casebook.Link(casebook.Input{
		Content: &content.Content{
			Articles: []*content.Article{{ID: "news", JA: version, Sources: []string{"paper"}, Published: day, Reference: day}},
			Registry: content.NewRegistry(&actor, &operation),
		},
		Sources: seeds.NewSet(paper), Articles: []casebook.Versions{casebook.Whole(ja, nil)}, Originals: []*analysis.Document{original},
	})
	if len(problems) > 0 {
		t.Fatalf("problems:\n%s", problems)
	}
	return book
}

// written returns the files of an archive by path.
func written(t *testing.T, x *Exporter, c *casebook.Casebook) map[string]string {
	t.Helper()
	files, err := x.Files(c)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range files {
		out[f.Path] = string(f.Data)
	}
	return out
}
