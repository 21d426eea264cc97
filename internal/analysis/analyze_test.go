package analysis

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/i18n"
	"jikenbo/internal/ipadic"
	"jikenbo/internal/morph"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// letters is a tokenizer for tests: each character is a token of its own.
type letters struct{}

func (letters) Tokens(out []morph.Token, text string) []morph.Token {
	for i, r := range text {
		span := source.Span{Start: i, End: i + utf8.RuneLen(r)}
		out = append(out, morph.NewToken(span, string(r), "", "", morph.Noun))
	}
	return out
}

func entities() []*content.Entity {
	return []*content.Entity{
		{ID: "blue-fox", Kind: content.Actor, Name: i18n.Text{JA: "青い狐", EN: "Blue Fox"}},
		{ID: "police", Kind: content.Organization, Name: i18n.Text{JA: "架空警察庁", EN: "Example Police"}},
		{ID: "hooray", Kind: content.Organization, Name: i18n.Text{JA: "フレー！ドットコム", EN: "Hooray! Inc. Japan"}},
	}
}

func analyzer() *Analyzer {
	return &Analyzer{Tokenizer: letters{}, Names: entity.NewFinder(content.NewRegistry(entities()...))}
}

// raw is a raw Japanese text, published on a day.
func raw(text string) Text {
	f := source.NewFile("x.txt", text)
	return Text{ID: "x", Lang: i18n.JA, File: f, Passages: seeds.Passages(f), Published: edtf.MustParse("2025-01-15")}
}

// prose is a text of one passage of a kind.
func prose(kind source.PassageKind, text string) Text {
	t := raw(text)
	t.Passages = []source.Passage{{Kind: kind, Runs: []source.Run{{Text: text, File: t.File.All()}}}}
	return t
}

func analyze(t *testing.T, text Text) *Document {
	t.Helper()
	d := analyzer().Analyze(text)
	if err := invariants(d); err != nil {
		t.Fatal(err)
	}
	return d
}

const act = "架空警察庁は14日、青い狐のボットネットを無力化したと発表した。1,200台の端末からマルウェアを除去した。"

// TestKinds pins what is looked for in which kind of passage.
func TestKinds(t *testing.T) {
	type counts struct{ Sentences, Mentions, Dates, Events, Figures int }
	for kind, want := range map[source.PassageKind]counts{
		source.Paragraph: {2, 2, 1, 1, 1},
		source.Item:      {2, 2, 1, 1, 1},
		source.Quote:     {2, 2, 1, 1, 1},
		source.Row:       {2, 2, 1, 1, 1},
		source.Heading:   {2, 2, 1, 0, 0},
		source.Note:      {2, 2, 1, 1, 1},
		source.Listing:   {},
		source.Furniture: {},
	} {
		d := analyze(t, prose(kind, act))
		got := counts{len(d.Sentences), len(d.Mentions), len(d.Dates), len(d.Events), len(d.Figures)}
		if got != want {
			t.Errorf("%s: got %+v, want %+v", kind, got, want)
		}
	}
}

func TestLanguages(t *testing.T) {
	en := prose(source.Paragraph, "On January 14, 2025 the Example Police stopped Blue Fox. It was over.")
	en.Lang = i18n.EN
	d := analyze(t, en)
	if len(d.Sentences) != 2 || len(d.Mentions) != 2 || len(d.Dates)+len(d.Events)+len(d.Figures) > 0 {
		t.Errorf("English: %+v", d)
	}
	fr := en
	fr.Lang = "fr"
	if d := analyze(t, fr); len(d.Sentences) != 2 || len(d.Mentions) > 0 {
		t.Errorf("French: %+v", d)
	}
}

// TestJoinedSentences has a name with the end of a sentence in it.
func TestJoinedSentences(t *testing.T) {
	d := analyze(t, prose(source.Paragraph, "今日はフレー！ドットコムが狙われた。終わり。"))
	if len(d.Sentences) != 2 || d.Sentences[0].Text != "今日はフレー！ドットコムが狙われた。" {
		t.Errorf("got %+v", d.Sentences)
	}
}

// TestBefore follows the date that a sentence without its own goes on from.
func TestBefore(t *testing.T) {
	first, next := "架空警察庁は12日、青い狐のメンバーを逮捕した。", "さらに、同庁は青い狐のサーバを差し押さえた。"
	for _, tt := range []struct {
		name, text string
		want       string // date of the seizure, "" for none
	}{
		{"same passage", first + next, "2025-01-12"},
		{"next passage", first + "\n" + next, "2025-01-12"},
		{"after a heading", first + "\n2. 別の事件\n" + next, ""},
		{"after a year only", "架空警察庁は2024年、青い狐のメンバーを逮捕した。\n" + next, ""},
		{"nothing before", "これは前文である。\n" + next, ""},
	} {
		d := analyze(t, raw(tt.text))
		got := ""
		for _, e := range d.Events {
			if strings.Contains(d.Sentences[e.Sentence].Text, "差し押さえ") {
				got = e.Date.String()
			}
		}
		if got != tt.want {
			t.Errorf("%s: the seizure is dated %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestRuns has prose that does not stand in the file as it is read.
func TestRuns(t *testing.T) {
	text := "a&amp;b\n**架空警察庁**は14日、\n{青い狐|あおいきつね}を逮捕した。"
	f := source.NewFile("ja.md", text)
	at := func(s string) source.Span {
		i := strings.Index(text, s)
		return source.Span{Start: i, End: i + len(s)}
	}
	d := analyze(t, Text{ID: "x", Lang: i18n.JA, File: f, Published: edtf.MustParse("2025-01-15"), Passages: []source.Passage{
		{Kind: source.Paragraph, Runs: []source.Run{{Text: "a&b", File: at("a&amp;b")}}},
		{Kind: source.Paragraph, Runs: []source.Run{
			{Text: "架空警察庁", File: at("架空警察庁"), Strong: true},
			{Text: "は14日、", File: at("は14日、")},
			{Text: "青い狐", File: at("{青い狐|あおいきつね}"), Ruby: "あおいきつね"},
			{Text: "を逮捕した。", File: at("を逮捕した。")},
		}},
	}})
	got := map[string]string{}
	for _, m := range d.Mentions {
		got[m.Entity] = text[m.File.Start:m.File.End]
	}
	want := map[string]string{"police": "架空警察庁", "blue-fox": "{青い狐|あおいきつね}"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if len(d.Dates) != 1 || text[d.Dates[0].File.Start:d.Dates[0].File.End] != "14日" {
		t.Errorf("dates %+v", d.Dates)
	}
}

func FuzzAnalyze(f *testing.F) {
	f.Add(act)
	f.Add("関連記事\n2025年1月\r\n\r\n青い・狐「。\n」ヴァ１２万台\tUnit")
	f.Add("2024年9月から\n同月14日、青\u3000い狐を起訴！フレー！ドットコム。㈱①CVE-2021-26855")
	a := analyzer()
	f.Fuzz(func(t *testing.T, text string) {
		x := raw(strings.ToValidUTF8(text, "\ufffd"))
		d := a.Analyze(x)
		if err := invariants(d); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		first, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		if again, _ := json.Marshal(a.Analyze(x)); string(again) != string(first) {
			t.Fatalf("%q: two analyses differ", text)
		}
	})
}

// originals returns the texts that are not part of the repository, by their paths.
func originals(t *testing.T) map[string]Text {
	t.Helper()
	files, _ := filepath.Glob("../../../shared/seeds/*.txt")
	out := map[string]Text{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, _, err := seeds.Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		out[file] = raw(text)
	}
	return out
}

// publisherDates are dates of the publisher's own history at the end of one of the originals.
func publisherDates() []string { return []string{"2005", "2010-09", "2006-06", "2011-04-01"} }

func TestOriginals(t *testing.T) {
	texts := originals(t)
	if len(texts) == 0 {
		t.Skip("the originals are not here")
	}
	written, _ := content.Load(nil, os.DirFS("../.."))
	a := &Analyzer{Tokenizer: morph.New(ipadic.Load, entity.Words(written.Registry)), Names: entity.NewFinder(written.Registry)}
	for file, text := range texts {
		d := a.Analyze(text)
		if err := invariants(d); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		if len(d.Sentences) == 0 || len(d.Mentions) == 0 || len(d.Dates) == 0 || len(d.Events) == 0 || len(d.Figures) == 0 {
			t.Errorf("%s: something was not found at all: %d sentences, %d mentions, %d dates, %d events, %d figures", file,
				len(d.Sentences), len(d.Mentions), len(d.Dates), len(d.Events), len(d.Figures))
		}
		for _, x := range d.Dates {
			if slices.Contains(publisherDates(), x.Value.String()) {
				t.Errorf("%s: %q of the publisher's self-description is analysed", file, x.Surface)
			}
		}
	}
}
