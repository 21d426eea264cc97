package suggest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// text makes a document with a sentence of each line, in which names stand in brackets: [surface/kind/rule/confidence].
func text(t *testing.T, path, marked string) *analysis.Document {
	t.Helper()
	var prose strings.Builder
	doc := &analysis.Document{}
	for i, line := range strings.Split(strings.TrimSuffix(marked, "\n"), "\n") {
		start := prose.Len()
		for line != "" {
			before, rest, found := strings.Cut(line, "[")
			prose.WriteString(before)
			if line = rest; !found {
				break
			}
			mark, after, _ := strings.Cut(rest, "]")
			line = after
			m := analysis.Mention{Naming: &analysis.Naming{}}
			f := strings.Split(mark, "/")
			m.Surface, m.Kind, m.Why, m.Discovered = f[0], content.Kind(f[1]), f[2], f[2] != "known"
			if _, err := fmt.Sscan(f[3], &m.Confidence); err != nil {
				t.Fatal(mark, err)
			}
			if len(f) > 4 {
				m.Reading = f[4]
			}
			m.Sentence = i
			m.Span = source.Span{Start: prose.Len() - start, End: prose.Len() - start + len(m.Surface)}
			m.File = source.Span{Start: prose.Len(), End: prose.Len() + len(m.Surface)}
			prose.WriteString(m.Surface)
			doc.Mentions = append(doc.Mentions, m)
		}
		doc.Sentences = append(doc.Sentences, analysis.Sentence{Span: source.Span{Start: start, End: prose.Len()}, Passage: i, Text: prose.String()[start:]})
		doc.Text.Passages = append(doc.Text.Passages, source.Passage{Runs: []source.Run{{Text: prose.String()[start:]}}})
		prose.WriteString("\n")
	}
	doc.Text.File = source.NewFile(path, prose.String())
	return doc
}

func registry() *content.Registry {
	return content.NewRegistry(
		&content.Entity{ID: "grey-heron", Kind: content.Actor, Name: i18n.Text{JA: "グレー・ヘロン", EN: "Grey Heron"}, Variants: []string{"灰色のサギ"}},
		&content.Entity{ID: "vaultmaker", Kind: content.Organization, Name: i18n.Text{JA: "ヴォルトメーカー", EN: "Vaultmaker"}, Aliases: []content.Alias{{Name: "Vault Holdings"}}},
		&content.Entity{ID: "umiwashi", Kind: content.Actor, Name: i18n.Text{JA: "海わし", EN: "Sea Eagle"}},
	)
}

// TestReadingOfTheText holds that a reading which a text gives goes before those of the dictionary, however often these are met.
func TestReadingOfTheText(t *testing.T) {
	doc := text(t, "a.md", "[架空港町/place/suffix/0.7/カクウミナトチョウ]の団体。\n[架空港町/place/suffix/0.7/カクウミナトチョウ]。")
	doc.Text.Passages[0].Runs = []source.Run{{Text: "架空港町", Ruby: "かくうみなとまち"}, {Text: "の団体。"}}
	got := Names([]Text{{doc, true}}, registry())
	if len(got) != 1 || got[0].Reading != "かくうみなとまち" || got[0].ID != "kakuuminatomachi" {
		t.Errorf("%+v", got)
	}
}

func TestNames(t *testing.T) {
	a := text(t, "a.md", "集団[海鷲/actor/called/0.8/ウミワシ]が動いた。\n[Pebble Rat/malware/called/0.7]を使った。\n[海鷲/organization/suffix/0.5]と[Pebble Rat/malware/known/1]。\n[灰色のサギ/actor/list/0.9]。")
	b := text(t, "b.txt", "[海鷲/actor/list/0.9/ウミワシ]は[PebbleRAT/malware/tool/0.6]を持つ。\n[192.0.2.1/indicator/form/1]。\n[陳某/person/title/0.4]は話した。")
	got := Names([]Text{{a, true}, {nil, true}, {b, false}}, registry())
	want := []Name{
		{Name: "海鷲", Kind: "actor", ID: "umiwashi-2", Reading: "うみわし", Times: 3, Texts: 2, Sure: 0.9,
			Ways: []Way{{"called", 1}, {"list", 1}, {"suffix", 1}}, Spellings: []string{}, Kinds: []content.Kind{"organization"},
			Evidence: []Evidence{{source.Position{Path: "b.txt", Line: 1, Col: 1}, "", 0.9}, {source.Position{Path: "a.md", Line: 1, Col: 3}, "集団海鷲が動いた。", 0.8}}},
		{Name: "Pebble Rat", Kind: "malware", ID: "pebble-rat", Times: 2, Texts: 2, Sure: 0.7,
			Ways: []Way{{"called", 1}, {"tool", 1}}, Spellings: []string{"PebbleRAT"},
			Evidence: []Evidence{{source.Position{Path: "a.md", Line: 2, Col: 1}, "Pebble Ratを使った。", 0.7}, {source.Position{Path: "b.txt", Line: 1, Col: 4}, "", 0.6}}},
		{Name: "陳某", Kind: "person", ID: "person-149d07", Times: 1, Texts: 1, Sure: 0.4,
			Ways: []Way{{"title", 1}}, Spellings: []string{},
			Evidence: []Evidence{{source.Position{Path: "b.txt", Line: 3, Col: 1}, "", 0.4}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestNamesInAnyOrder holds that the order of texts decides nothing but which of two equal sentences comes first.
func TestNamesInAnyOrder(t *testing.T) {
	a := text(t, "a.md", "[い/actor/called/0.5]。\n[ろ/actor/called/0.5]。")
	b := text(t, "b.md", "[は/actor/called/0.5]。\n[に/actor/called/0.9]。")
	order := func(ts ...Text) (s string) {
		for _, n := range Names(ts, registry()) {
			s += n.Name + n.ID + " "
		}
		return s
	}
	if x, y := order(Text{a, true}, Text{b, true}), order(Text{b, true}, Text{a, true}); x != y || !strings.HasPrefix(x, "に") {
		t.Errorf("%s and %s", x, y)
	}
}

func TestNear(t *testing.T) {
	s := NewSpeller(registry())
	for _, tt := range []struct {
		name string
		kind content.Kind
		want string
	}{
		{"グレイヘロン", content.Actor, "grey-heron グレー・ヘロン letter"},
		{"グレーヘロン", content.Actor, "grey-heron グレー・ヘロン spelling"},
		{"ボルトメーカー", content.Organization, "vaultmaker ヴォルトメーカー spelling"},
		{"Grey Herron", content.Malware, "grey-heron Grey Heron spelling"},
		{"Voultmakar", content.Organization, "vaultmaker Vaultmaker letter"},
		{"Voultmokor", content.Organization, ""},
		{"Gray Heron", content.Actor, "grey-heron Grey Heron letter"},
		{"Grey Heron Group", content.Actor, "grey-heron Grey Heron part"},
		{"Grey Heron Group", content.Malware, ""},
		{"Vault", content.Organization, "vaultmaker Vaultmaker part"},
		{"海燕", content.Actor, ""},
		{"Blue", content.Actor, ""},
		{"", content.Actor, ""},
		{"ー", content.Actor, ""},
	} {
		got := ""
		for _, n := range s.Near(tt.name, tt.kind) {
			got = strings.TrimSpace(got + " " + n.Entity + " " + n.Name + " " + n.How)
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestRomaji(t *testing.T) {
	table := letters()
	for in, want := range map[string]string{
		"ウミワシ": "umiwashi", "グレー・ヘロン": "gure-heron", "チャッピー": "chappi", "ヴァイパー": "vaipa", "マッチ": "matchi", "シェル2": "sheru2",
		"ｶﾒﾚｵﾝ": "kamereon", "海": "", "ー": "", "": "", "ディープ": "dipu", "ッ": "", "ん": "n",
	} {
		if got := romaji(in, table); got != want {
			t.Errorf("romaji(%q) = %q, want %q", in, got, want)
		}
	}
}

// FuzzRomaji holds that what is written in Latin letters can be an id, or is nothing.
func FuzzRomaji(f *testing.F) {
	f.Add("ウミワシ・シェル")
	table := letters()
	f.Fuzz(func(t *testing.T, s string) {
		if got := romaji(s, table); got != "" && content.Slug(got) != got && len(got) < 60 {
			t.Errorf("romaji(%q) = %q", s, got)
		}
	})
}
