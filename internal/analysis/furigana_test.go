package analysis

import (
	"slices"
	"strings"
	"testing"

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
	(&room{found: all}).readKanji(d)
	want := []Reading{{3, span(0, 6), "けいさつ"}, {3, span(13, 16), "と"}}
	if got := slices.Collect(d.Readings.All()); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// Readings come out as they went in, and bytes that are none end somewhere.
func TestReadings(t *testing.T) {
	want := []Reading{{0, source.Span{Start: 0, End: 3}, "し"}, {0, source.Span{Start: 3, End: 300}, strings.Repeat("あ", 50)}, {70000, source.Span{Start: 0, End: 3}, ""}, {70001, source.Span{Start: 2, End: 5}, "き"}}
	packed := NewReadings(want...)
	if got := slices.Collect(packed.All()); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	for i := range packed {
		for range packed[:i].All() {
		}
		for range packed[i:].All() {
		}
	}
}

func TestGivenReading(t *testing.T) {
	d := &Document{Sentences: []Sentence{{}}, Readings: NewReadings(Reading{0, source.Span{Start: 6, End: 9}, "し"}, Reading{0, source.Span{Start: 12, End: 18}, "けいさつ"})}
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
		if got := d.GivenReading(&Mention{Span: source.Span{Start: tt.from, End: tt.to}}); got != tt.want {
			t.Errorf("%d to %d is read %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
}
