package search

import (
	"fmt"
	"slices"
	"testing"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
)

// TestPagesOfEntitiesComeAndGo gives entities of an archive a page and takes it away, calls them otherwise, and moves records: the scripts are those of a
// build from nothing, and are mended wherever no record moves.
func TestPagesOfEntitiesComeAndGo(t *testing.T) {
	s := newSynth()
	records, names := s.archive(25)
	size := limits{text: 3000, grams: 8000, heavy: 400}
	const rare = 8 // entities that one text each has, and not all by a long name
	for i := range rare {
		ja, en := "稀"+s.japaneseWord()+"団", [...]string{"Rare Band " + s.englishWord(), "ab"}[i%2]
		one := Record{Kind: "actor", Path: fmt.Sprint("actors/r", i), Title: ja, Names: []string{en}, Lines: []Line{{"", s.japanese()}}}
		records = slices.Insert(records, 2*i, one, one)
		names = slices.Insert(names, i, Name{Said: new(folder).distinct([]string{ja, en + fmt.Sprint(i)}, nil)})
		in := &records[len(records)-1-3*i]
		in.Lines = append(in.Lines, Line{"s99", ja + "は" + en + fmt.Sprint(i) + "ともいう。"})
	}
	whole := slices.Clone(names)
	whole[3].Said = append(slices.Clone(whole[3].Said), "zq") // nothing longer covers it
	records[40].Lines = append(records[40].Lines, Line{"s98", "The zq was named."})
	names[3] = whole[3]
	gone := map[int]bool{}
	entries := func() []entry {
		list := told(records)
		for i := range 2 * rare {
			if gone[i/2] {
				list[i] = entry{kind: records[i].Kind, made: &Record{}, like: &records[i], empty: true}
			}
		}
		return list
	}
	var nothing packed
	last := nothing.after(t, entries(), names, size, none)
	mended := 0
	for n := range 40 {
		i := s.IntN(rare)
		if n%8 == 0 {
			i = 3
		}
		what := fmt.Sprintf("edit %d: entity %d", n, i)
		names[i] = Name{}
		switch {
		case n%10 == 9:
			names[i].Said = append(slices.Clone(whole[i].Said), "別の"+s.japaneseWord())
			gone[i] = false
		case gone[i]:
			names[i] = whole[i]
			fallthrough
		default:
			gone[i] = !gone[i]
		}
		moved := n%7 == 6
		if moved {
			at := 2*len(names) + s.IntN(20)
			records = slices.Insert(records, at, records[at])
			records = slices.Insert(records, at, records[at])
		}
		want := nothing.after(t, entries(), names, size, none)
		last = last.after(t, entries(), names, size, none)
		if !last.same(&want) {
			t.Fatalf("%s: the scripts are not those of a build from nothing", what)
		}
		if last.stay > 0 && !moved {
			mended++
		}
	}
	if mended < 28 {
		t.Errorf("scripts were mended after %d of 40 edits", mended)
	}
}

// TestEntitiesHaveAPlace links an archive in which an entity is named, and once more without that: no record has another place, and of one that is not named
// nothing but its place is in the data.
func TestEntitiesHaveAPlace(t *testing.T) {
	entriesOf := func(named bool) []entry {
		ja := document("news", i18n.JA, "灯台の一味が現れた。")
		if named {
			ja.Mentions = []analysis.Mention{{Naming: &analysis.Naming{Surface: "灯台", Entity: "lantern", Reading: "トウダイ"}, Span: ja.Sentences[0].Span}}
		}
		version := content.NewVersion(i18n.JA, ja.Text.File, ja.Text.Passages)
		day := edtf.MustParse("2026-11-22")
		book, _ := casebook.Link(casebook.Input{
			Content: &content.Content{
				Articles: []*content.Article{{ID: "news", JA: version, Published: day, Reference: day}},
				Registry: content.NewRegistry(
					&content.Entity{ID: "lantern", Kind: content.Actor, Shipped: true, Name: i18n.Text{JA: "灯台", EN: "Lantern"}, Reading: "らんたん", Summary: both("要約。")},
					&content.Entity{ID: "mole", Kind: content.Actor, Name: both("Mole"), Summary: both("要約。"), Claims: []content.Claim{{Property: "method", Text: both("x")}}},
				),
			},
			Sources: seeds.NewSet(), Articles: []casebook.Versions{casebook.Whole(ja, nil)},
		})
		list := entries(book, readings(book), nil)
		measure(list, nil)
		if n := len(names(book, readings(book))); n != 2 {
			t.Errorf("%d entities have names", n)
		}
		return list
	}
	without, with := entriesOf(false), entriesOf(true)
	if len(with) != len(without) || !without[0].empty || with[0].empty || len(present(without)) != len(without)-2 {
		t.Fatalf("%d records, and %d without the name", len(with), len(without))
	}
	if !slices.Contains(with[0].record().Names, "とうだい") {
		t.Errorf("the entity has the names %q, and not how a text reads it", with[0].record().Names)
	}
	for i := range with {
		a, b := with[i].lined, without[i].lined
		if a.lines != b.lines || a.names != b.names || a.length != b.length || with[i].kind != without[i].kind {
			t.Errorf("record %d has %+v, and %+v without the name", i, a, b)
		}
	}
	if got := string(without[0].appendJSON(nil)); got != "null" {
		t.Errorf("in the place of an entity without a page stands %s", got)
	}
}
