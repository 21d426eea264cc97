package render

import (
	"testing"

	"jikenbo/internal/analysis"
	"jikenbo/internal/source"
)

func TestFuriganaScript(t *testing.T) {
	span := func(from, to int) source.Span { return source.Span{Start: from, End: to} }
	doc := &analysis.Document{
		Text: analysis.Text{Passages: []source.Passage{
			{Runs: []source.Run{{Text: "😀警察"}, {Text: "止", Break: true}, {Text: "庁", Cell: 1}}},
			{Runs: []source.Run{{Text: "none"}}},
			{Runs: []source.Run{{Text: "狐"}}},
		}},
		Readings: analysis.NewReadings(
			analysis.Reading{Passage: 0, Span: span(4, 10), Kana: "けいさつ"}, analysis.Reading{Passage: 0, Span: span(11, 14), Kana: "と"}, analysis.Reading{Passage: 0, Span: span(15, 18), Kana: "ちょう"}, analysis.Reading{Passage: 2, Span: span(0, 3), Kana: "きつね"},
		),
	}
	want := "jikenbo.furigana([\"2 2けいさつ0 1と0 1ちょう\",\n\"\",\n\"0 1きつね\"]);\n"
	if got := string(appendFurigana(nil, doc)); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestFurigana holds that an article leads to its readings, and that they are there.
func TestFurigana(t *testing.T) {
	s := plain()
	for _, p := range []string{"ja/articles/fox-hunt.html", "en/articles/fox-hunt.html"} {
		bar := s[p].one(t, class("readbar"))
		if got := attr(bar, "data-furigana"); (got == "../../assets/furigana/fox-hunt.js") != (s["assets/furigana/fox-hunt.js"] != nil) {
			t.Errorf("%s leads to %q", p, got)
		}
	}
	if len(s["ja/articles/only-japanese.html"].all(class("readbar"))) != 0 && s["assets/furigana/only-japanese.js"] == nil {
		t.Errorf("a choice of furigana where there are none")
	}
}
