package source

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// even is a type with UnmarshalText that refuses some text.
type even string

func (e *even) UnmarshalText(b []byte) error {
	if len(b)%2 == 1 {
		return errors.New("length is odd")
	}
	*e = even(b)
	return nil
}

type sample struct {
	Title  string          `toml:"title"`
	Place  Located[string] `toml:"place"`
	Date   even            `toml:"date"`
	Count  int             `toml:"count"`
	Ratio  float64         `toml:"ratio"`
	Really bool            `toml:"really"`
	Words  []string        `toml:"words"`
	Marked []Located[string]
	Marks  []Located[string]    `toml:"marks"`
	Name   *sampleText          `toml:"name"`
	IDs    map[string]string    `toml:"ids"`
	Claims []Located[sampleOne] `toml:"claim"`
	sampleEmbedded
}

type sampleEmbedded struct {
	Deep string `toml:"deep"`
}

type sampleText struct {
	JA string `toml:"ja"`
	EN string `toml:"en"`
}

type sampleOne struct {
	Text   sampleText    `toml:"text"`
	AsOf   Located[even] `toml:"as_of"`
	Figure struct {
		Value float64 `toml:"value"`
	} `toml:"figure"`
}

func TestDecodeTOML(t *testing.T) {
	text := strings.Join([]string{
		`skipped = 1`,
		`title = "一"  # a comment with [brackets] and "quotes"`,
		`place = "日本"`,
		`deep = "under"`,
		`date = 2025-01-14`,
		`count = 3`,
		`ratio = 2`,
		`really = true`,
		`words = ["a", 'b\', """c"d"""]`,
		`marks = [`,
		`  "x", # one`,
		`  "y",`,
		`]`,
		`name.ja = "名"`,
		`name.en = "name"`,
		`[ids]`,
		`"a b" = "1"`,
		`[[claim]]`,
		`text = { ja = "あ", en = "a" }`,
		`[[claim]]`,
		`as_of = "2025"`,
		`[claim.figure]`,
		`value = 4`,
		`omitted = 1`,
	}, "\r\n")
	f := NewFile("x.toml", text)
	from, to := strings.Index(text, "title"), strings.Index(text, "omitted")
	var got sample
	if ps := DecodeTOML(f, Span{from, to}, &got); len(ps) > 0 {
		t.Fatal(ps)
	}
	at := func(s string) Span { i := strings.Index(text, s); return Span{i, i + len(s)} }
	second := strings.LastIndex(text, "[[claim]]")
	want := sample{
		Title: "一", Place: Located[string]{Value: "日本", Span: at(`"日本"`)}, Date: "2025-01-14", Count: 3, Ratio: 2, Really: true,
		Words:          []string{"a", `b\`, `c"d`},
		sampleEmbedded: sampleEmbedded{Deep: "under"},
		Marks:          []Located[string]{{Value: "x", Span: at(`"x"`)}, {Value: "y", Span: at(`"y"`)}},
		Name:           &sampleText{"名", "name"},
		IDs:            map[string]string{"a b": "1"},
		Claims: []Located[sampleOne]{
			{Value: sampleOne{Text: sampleText{"あ", "a"}}, Span: at("[[claim]]")},
			{Value: sampleOne{AsOf: Located[even]{Value: "2025", Span: at(`"2025"`)}}, Span: Span{second, second + len("[[claim]]")}},
		},
	}
	want.Claims[1].Value.Figure.Value = 4
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(sample{})); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestRefused(t *testing.T) {
	var got sample
	f := NewFile("x.toml", "place = 3\nmarks = [\"x\", 1]\n[[claim]]\nas_of = \"1\"\n[[claim]]\nas_of = \"22\"\n")
	if ps := DecodeTOML(f, f.All(), &got); len(ps) != 3 {
		t.Fatalf("want three problems, got\n%s", ps)
	}
	for name, ok := range map[string]bool{
		"a value of another type":      got.Place.Refused,
		"an element":                   got.Marks[1].Refused,
		"its neighbour":                !got.Marks[0].Refused,
		"what a type refuses":          got.Claims[0].Value.AsOf.Refused,
		"the table around it":          got.Claims[0].Refused,
		"the table beside it":          !got.Claims[1].Refused,
		"a value that is as it should": !got.Claims[1].Value.AsOf.Refused,
	} {
		if !ok {
			t.Errorf("%s: Refused is wrong", name)
		}
	}
}

func TestDecodeTOMLProblems(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"unknown", "title = \"a\"\ntitel = \"b\"\n", `^x:2:1: unknown key "titel" \[content.unknown-key\]\n\thint: did you mean "title"\?\n$`},
		{"unknown without a neighbour", "qqqqqqqq = 1", `^x:1:1: unknown key "qqqqqqqq" \[content.unknown-key\]\n\thint: the keys here are: claim, count, date, deep, ids, `},
		{"unknown table once", "[clam]\na = 1\nb = 2\n", `^x:1:1: unknown key "clam" \[content.unknown-key\]\n\thint: did you mean "claim"\?\n$`},
		{"unknown in an element", "[[claim]]\n[[claim]]\n  asof = \"\"\n", `^x:3:3: unknown key "asof" \[content.unknown-key\]\n\thint: did you mean "as_of"\?\n$`},
		{"unknown in an inline table", `name = { ja = "あ", eng = "b" }`, `^x:1:20: unknown key "eng" \[content.unknown-key\]\n`},
		{"the same word in another table", "[name]\nja = \"\"\n[[claim]]\nja = \"\"\n", `^x:4:1: unknown key "ja" \[content.unknown-key\]\n`},
		{"no untagged field", `Marked = []`, `^x:1:1: unknown key "Marked" \[content.unknown-key\]\n`},
		{"case counts", `Title = "a"`, `^x:1:1: unknown key "Title" \[content.unknown-key\]\n\thint: did you mean "title"`},
		{"types", "title = 3\ncount = \"x\"\nratio = true\nreally = 1\nwords = \"a\"\nname = \"n\"\nids = []\ndate = 5\n",
			`^x:1:9: "title" is a number, want a string \[content.type\]\nx:2:9: "count" is a string, want a whole number \[content.type\]\nx:3:9: "ratio" is true or false, want a number \[content.type\]\n` +
				`x:4:10: "really" is a number, want true or false \[content.type\]\nx:5:9: "words" is a string, want a list: \[ … \] \[content.type\]\nx:6:8: "name" is a string, want a table with the keys en, ja \[content.type\]\n` +
				`x:7:7: "ids" is a list, want a table \[content.type\]\nx:8:8: "date" is a number, want a string, as in "2025-01-14" \[content.type\]\n$`},
		{"type in a list", "words = [\"a\",\n  2]", `^x:2:3: "words" is a number, want a string \[content.type\]\n$`},
		{"one wrong value does not hide the next", "count = \"x\"\ntitel = 1\n", `(?s)^x:1:9: .*x:2:1: unknown`},
		{"refused text", "[[claim]]\nas_of = \"202\"", `^x:2:9: as_of: length is odd \[content.date\]\n$`},
		{"syntax", "title = \"a\"\ncount = 三\n", `^x:2:9: TOML: `},
		{"no quotes", "title = abc\n", `^x:1:9: TOML: `},
		{"unclosed", "title = \"あい\ncount = 1\n", `^x:1:1[0-9]: TOML: `},
		{"no value", "title\ncount = 1\n", `^x:[12]:[0-9]+: TOML: `},
		{"twice", "title = \"a\"\ncount = 1\ntitle = \"b\"\n", `^x:3:1: TOML: key 'title' has already been defined \[content.syntax\]\n\thint: keep one of the two\n$`},
		{"table twice", "[ids]\na = \"1\"\n[name]\n[ids]\n", `^x:4:1: TOML: .*already been defined \[content.syntax\]\n`},
		{"twice in an inline table", `name = { ja = "a", ja = "b" }`, `^x:1:20: TOML: .*already been defined \[content.syntax\]\n`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := NewFile("x", tt.in)
			got := DecodeTOML(f, f.All(), new(sample)).String()
			if !regexp.MustCompile(tt.want).MatchString(got) {
				t.Errorf("got %q\nwant %s", got, tt.want)
			}
		})
	}
}

func FuzzDecodeTOML(f *testing.F) {
	f.Add("title = \"a\"\n[[claim]]\nas_of = \"20\"\n")
	f.Add("name = { ja = \"\"\"x\"\"\"\", en = 'y' }\n[ids]\na.b = [1, { c = 2 }]\n")
	f.Add("[a\n]]=[[{{\"")
	f.Fuzz(func(t *testing.T, text string) {
		file := NewFile("x", text)
		for _, p := range DecodeTOML(file, file.All(), new(sample)) {
			if p.Pos.Line < 1 || p.Pos.Col < 1 {
				t.Errorf("problem without a place: %v", p)
			}
		}
		scanTOML(text) // of anything, without failing
	})
}
