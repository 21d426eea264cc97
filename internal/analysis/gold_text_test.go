package analysis

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// A goldText is a text with what a careful reader found in it; testdata/gold/README.md tells how.
type goldText struct {
	file, text string

	Published     string
	Negative      bool
	Actors        []goldName
	Malware       []goldName
	Organizations []goldName
	People        []goldName
	Places        []goldName
	CVEs          []string
	Indicators    []string
	Dates         []goldDate
	Events        []goldEvent
	Figures       []goldFigure
}

type goldName struct {
	Name     string
	Mentions []string
}

// surfaces are the forms in which the text writes a name.
func (n goldName) surfaces() []string {
	if len(n.Mentions) == 0 {
		return []string{n.Name}
	}
	return n.Mentions
}

type goldDate struct {
	Surface  string
	Offset   *int // in characters
	EDTF     string
	Alt      []string `json:"edtf_alt"`
	Optional bool
}

type goldEvent struct {
	EDTF     string
	Alt      []string `json:"edtf_alt"`
	Type     string
	TypeAlt  stringOrList `json:"type_alt"`
	Summary  string       `json:"summary_ja"`
	Prefix   string       `json:"sentence_prefix"`
	Optional bool
}

type goldFigure struct {
	Surface  string
	Offset   *int
	bounds   // the first right ones
	Alt      []bounds
	Unit     string
	Optional bool
}

// bounds are the least and the greatest value of a figure; no Max where it has no upper bound.
type bounds struct {
	Min float64
	Max *float64
}

type stringOrList []string

func (s *stringOrList) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*s = stringOrList{one}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(s))
}

// readGold reads an annotation and its text, which lies beside it or with the sources.
func readGold(t testing.TB, file string) goldText {
	t.Helper()
	g := goldText{file: strings.TrimSuffix(filepath.Base(file), ".gold.json")}
	read := func(name string) []byte {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	if err := json.Unmarshal(read(file), &g); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	name := filepath.Join(filepath.Dir(file), g.file+".txt")
	if _, err := os.Stat(name); err != nil {
		name = filepath.Join("../../../shared/seeds", g.file+".txt")
	}
	text, _, err := seeds.Decode(read(name))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	g.text = text
	return g
}

// input is the text as `jikenbo analyze` would read it.
func (g goldText) input() Text {
	f := source.NewFile(g.file, g.text)
	t := Text{ID: g.file, Lang: i18n.JA, File: f, Passages: seeds.Passages(f)}
	if g.Published != "" {
		t.Published = edtf.MustParse(g.Published)
	}
	return t
}

// at is where a surface stands, in bytes. Its offset is in characters; without one it is the first place.
func (g goldText) at(surface string, offset *int) source.Span {
	start := strings.Index(g.text, surface)
	if offset != nil {
		start = len(string([]rune(g.text)[:*offset]))
	}
	return source.Span{Start: start, End: start + len(surface)}
}

// names are the names of a kind as the annotations call it.
func (g goldText) names(kind string) []goldName {
	switch kind {
	case "actors":
		return g.Actors
	case "malware":
		return g.Malware
	case "organizations":
		return g.Organizations
	case "people":
		return g.People
	}
	return g.Places
}

// TestOwnGold holds our own texts to what their README says.
func TestOwnGold(t *testing.T) {
	texts := goldTexts(t, ownGold)
	negatives := 0
	for _, g := range texts {
		if g.Negative {
			negatives++
		}
	}
	for _, g := range slices.Concat(texts, goldTexts(t, blindGold)) {
		t.Run(g.file, func(t *testing.T) { checkGold(t, g) })
	}
	if len(texts)-negatives < 12 || negatives < 2 {
		t.Errorf("%d texts and %d negatives, want 12 and 2", len(texts)-negatives, negatives)
	}
}

func checkGold(t *testing.T, g goldText) {
	if n := utf8.RuneCountInString(g.text); n < 300 || n > 1200 || !strings.HasPrefix(g.text, "【検査用") {
		t.Errorf("%d characters, begins %.30q", n, g.text)
	}
	for _, kind := range nameKinds() {
		for _, n := range g.names(kind.annotated) {
			for _, s := range n.surfaces() {
				checkWritten(t, g, s)
			}
		}
	}
	for _, s := range slices.Concat(g.CVEs, g.Indicators) {
		checkWritten(t, g, s)
	}
	for _, d := range g.Dates {
		checkAt(t, g, d.Surface, d.Offset)
		checkDates(t, append(d.Alt, d.EDTF))
	}
	for _, f := range g.Figures {
		checkAt(t, g, f.Surface, f.Offset)
	}
	for _, e := range g.Events {
		checkWritten(t, g, e.Prefix)
		checkDates(t, append(e.Alt, e.EDTF))
		for _, typ := range append(e.TypeAlt, e.Type) {
			if !slices.Contains(event.Types[:], event.Type(typ)) {
				t.Errorf("%s: no such type %q", e.Summary, typ)
			}
		}
	}
}

func checkWritten(t *testing.T, g goldText, s string) {
	t.Helper()
	if s == "" || !strings.Contains(g.text, s) {
		t.Errorf("%q does not stand in the text", s)
	}
}

func checkAt(t *testing.T, g goldText, surface string, offset *int) {
	t.Helper()
	if at := g.at(surface, offset); offset == nil || g.text[at.Start:at.End] != surface {
		t.Errorf("%q does not stand at its offset", surface)
	}
}

func checkDates(t *testing.T, dates []string) {
	t.Helper()
	for _, d := range dates {
		if _, err := edtf.Parse(d); err != nil {
			t.Errorf("%q: %v", d, err)
		}
	}
}
