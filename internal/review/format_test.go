package review

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// The document for editors is held to what the code does: internal/content looks for each key and message in it, and here is the example.

func formatDoc(t *testing.T) string {
	t.Helper()
	doc, err := os.ReadFile("../../docs/format.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(doc)
}

func TestFormatExample(t *testing.T) {
	_, text, ok := strings.Cut(formatDoc(t), "`content/articles/harbour-seizure/review.toml`:\n\n```toml\n")
	text, _, _ = strings.Cut(text, "```")
	r := content.NewRegistry(
		&content.Entity{ID: "harbour-agency", Kind: content.Organization, Name: i18n.Text{JA: "架空の港湾庁", EN: "Invented Harbour Agency"}},
		&content.Entity{ID: "grey-heron", Kind: content.Actor, Name: i18n.Text{JA: "グレー・ヘロン", EN: "Grey Heron"}},
	)
	f, ps := Parse(source.NewFile("review.toml", text), r)
	if !ok || len(ps) > 0 {
		t.Fatalf("the example is not as it should be: %v\n%s", ok, ps)
	}
	doc := document(i18n.JA, "架空の港湾庁は14日、グレー・ヘロンの監視装置40台を止めたと発表した。")
	docs, ps := f.Apply([]*analysis.Document{doc}, r)
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	if got := dump(docs); strings.Count(got, "[accepted]") != 3 || strings.Count(got, "[corrected]") != 1 || strings.Count(got, "[added]") != 1 {
		t.Errorf("the example gives\n%s", got)
	}
}

// TestHeadIsInBothLanguages holds that a file explains every verdict in Japanese and in English, and that it is not longer
// after it was read and written again.
func TestHeadIsInBothLanguages(t *testing.T) {
	s := Subject{Path: ArticlePath("x"), Docs: []*analysis.Document{document(i18n.JA, story)}, Whole: true, Registry: registry()}
	first := (*File)(nil).Update(s).Bytes()
	head, _, _ := strings.Cut(string(first), "\n\n")
	for _, v := range verdicts {
		if want := 2; v != "" && strings.Count(head, "#.   "+strconv.Quote(string(v))) != want {
			t.Errorf("%q is not explained twice:\n%s", v, head)
		}
	}
	f, ps := Parse(source.NewFile("review.toml", string(first)), registry())
	if again := f.Update(s).Bytes(); len(ps) > 0 || string(again) != string(first) {
		t.Errorf("%s\n%s", ps, again)
	}
}
