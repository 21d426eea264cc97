package analysis

import (
	"testing"

	"jikenbo/internal/entity"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

func TestReadKanji(t *testing.T) {
	span := func(from, to int) source.Span { return source.Span{Start: from, End: to} }
	word := func(from, to int, surface, reading string) morph.Token {
		return morph.NewToken(span(from, to), surface, "", reading, morph.Noun)
	}
	p := &source.Passage{Runs: []source.Run{{Text: "警察"}, {Text: "狐火", Ruby: "きつねび"}, {Text: "止", Break: true}, {Text: "指令", Code: true}}}
	all := []found{{index: 3, passage: p, text: p.Text(), tokens: []morph.Token{
		word(0, 6, "警察", "ケイサツ"), word(6, 9, "狐", "キツネ"), word(9, 12, "火", "ヒ"), word(13, 16, "止", "ト"), word(16, 22, "指令", "シレイ"),
	}}}
	d := &Document{}
	d.readKanji(all)
	want := []Reading{{3, span(0, 6), "けいさつ"}, {3, span(13, 16), "と"}}
	if len(d.Readings) != len(want) {
		t.Fatalf("%v, want %v", d.Readings, want)
	}
	for i := range want {
		if d.Readings[i] != want[i] {
			t.Errorf("%v, want %v", d.Readings[i], want[i])
		}
	}
}

func TestGivenReading(t *testing.T) {
	d := &Document{Sentences: []Sentence{{}}, Readings: []Reading{{0, source.Span{Start: 6, End: 9}, "し"}, {0, source.Span{Start: 12, End: 18}, "けいさつ"}}}
	d.Text.Passages = []source.Passage{{Runs: []source.Run{{Text: "港町", Ruby: "みなとまち"}, {Text: "市の警察局"}}}}
	for _, tt := range []struct {
		from, to int
		want     string
	}{
		{0, 6, "みなとまち"},
		{0, 9, "みなとまちし"},
		{0, 12, "みなとまちしの"},
		{0, 18, "みなとまちしのけいさつ"},
		{0, 21, ""},  // 局 has no reading
		{0, 3, ""},   // a part of what was given one
		{12, 18, ""}, // none was given
	} {
		if got := d.GivenReading(&Mention{Mention: entity.Mention{Span: source.Span{Start: tt.from, End: tt.to}}}); got != tt.want {
			t.Errorf("%d to %d is read %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
}
