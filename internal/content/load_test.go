package content

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"jikenbo/internal/edtf"
	"jikenbo/internal/golden"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// TestOwnContent holds that the archive of this repository has no problems.
func TestOwnContent(t *testing.T) {
	c, ps := Load(nil, os.DirFS("../.."))
	t.Logf("%d articles, %d entities, %d pages", len(c.Articles), len(c.Registry.All()), len(c.Pages))
	if len(ps) > 0 {
		t.Errorf("%s", ps)
	}
}

// TestLoad reads testdata/load/*.txtar: a tree below content/, perhaps one below shipped/content/,
// and at the end the file golden: what was loaded, then the problems.
func TestLoad(t *testing.T) {
	golden.Run(t, "testdata/load/*.txtar", func(t *testing.T, files []txtar.File) string {
		shipped, local := golden.Trees(files, "shipped/")
		c, ps := Load(shipped, local)
		return summary(c) + ps.String()
	})
}

// summary says in a line for each what was loaded.
func summary(c *Content) string {
	var b strings.Builder
	for _, w := range c.Waivers {
		fmt.Fprintf(&b, "waiver %s of %s %q: %s\n", w.Pos, w.Code, w.Text, w.Reason)
	}
	for _, a := range c.Articles {
		fmt.Fprintf(&b, "article %s %s, reference %s, sources %v, about %v\n", a.ID, a.Published, a.Reference, a.Sources, a.About)
		for _, l := range i18n.Langs {
			if v := a.In(l); v != nil {
				fmt.Fprintf(&b, "  %s %q, %d passages\n", l, v.Title, len(v.Passages()))
			}
		}
	}
	for _, e := range c.Registry.All() {
		fmt.Fprintf(&b, "%s %s", e.Kind, e.ID)
		if e.Shipped {
			b.WriteString(" (shipped)")
		}
		for _, cl := range e.Claims {
			fmt.Fprintf(&b, ", claims %s", cl.Property)
		}
		b.WriteString("\n")
	}
	for _, p := range c.Pages {
		fmt.Fprintf(&b, "page %s\n", p.ID)
	}
	return b.String()
}

func TestLoadOperation(t *testing.T) {
	local := os.DirFS("testdata/operation")
	c, ps := Load(nil, local)
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	at := func(line, col int) source.Position {
		return source.Position{Path: "content/operations/harbour.toml", Line: line, Col: col}
	}
	want := &Entity{
		ID: "harbour", Kind: Operation, Class: "counter", Pos: at(1, 13),
		Name:       i18n.Text{JA: "港湾の機器の差押え", EN: "Seizure of the harbour devices"},
		Reading:    "こうわん の きき の さしおさえ",
		Summary:    i18n.Text{JA: "機器を差し押さえた。", EN: "Devices were seized."},
		Variants:   []string{"港湾作戦", "Harbour"},
		variantPos: []source.Position{at(5, 14), at(5, 22)},
		Aliases:    []Alias{{Name: "Operation Quay", By: "police", Scope: "contested", Note: i18n.Text{JA: "注", EN: "note"}, Pos: at(14, 1)}},
		IDs: []ExternalID{
			{System: "attack", Value: "C0001", URL: "https://attack.mitre.org/campaigns/C0001/"},
			{System: "misp", Value: "x"},
		},
		Claims: []Claim{
			{
				Property: "figure", Figure: &Figure{Min: 40, Max: 40, Qualifier: "at-least", Unit: i18n.Text{JA: "台", EN: "devices"}},
				By: "police", AsOf: edtf.MustParse("2025-02"), Alleged: true, Pos: at(20, 1),
				Evidence: Evidence{Source: "release", Quote: "少なくとも40台", Line: 3, SourcePos: at(26, 10), QuotePos: at(27, 9)},
			},
			{
				Property: "active", Date: edtf.MustParse("2024-22/2025-21"), Pos: at(30, 1),
				Evidence: Evidence{Source: "release", SourcePos: at(33, 10), QuotePos: at(30, 1)},
			},
			{
				Property: "figure", Figure: &Figure{Min: 10}, Pos: at(35, 1),
				Evidence: Evidence{Source: "release", SourcePos: at(38, 10), QuotePos: at(35, 1)},
			},
		},
		Operation: &OperationFacts{
			Type: "seizure", Period: edtf.MustParse("2024-12/2025-01-03"), Announced: edtf.MustParse("2025-01-14"),
			Counters: []string{"police"},
			Legal:    []Legal{{Court: "police", Instrument: i18n.Text{JA: "令状", EN: "warrant"}, Number: "24-1", Date: edtf.MustParse("2024-12-20"), Source: "release", Pos: at(40, 1)}},
			Participants: []Participant{
				{Entity: "police", Role: "agent", Note: i18n.Text{JA: "実行", EN: "did it"}, Pos: at(47, 1)},
			},
			Events: []Event{{
				ID: "harbour-announced", Date: edtf.MustParse("2025-01-14"), Type: "seizure",
				Title:        i18n.Text{JA: "公表", EN: "Announced"},
				Participants: []Participant{{Entity: "police", Role: "agent", Pos: at(57, 18)}},
				Evidence:     Evidence{Source: "release", SourcePos: at(58, 10), QuotePos: at(52, 1)},
				Pos:          at(52, 1),
			}},
		},
	}
	opts := []cmp.Option{
		cmp.AllowUnexported(Entity{}), cmpopts.IgnoreFields(Entity{}, "File"),
		cmp.Comparer(func(a, b edtf.Date) bool { return a == b }),
		cmpopts.IgnoreFields(Alias{}, "SourcePos"), cmpopts.IgnoreFields(Legal{}, "SourcePos"), cmpopts.IgnoreFields(Participant{}, "SourcePos"),
	}
	if diff := cmp.Diff(want, c.Registry.Get("harbour"), opts...); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestLoadBytes has what a txtar file cannot hold.
func TestLoadBytes(t *testing.T) {
	const front = "+++\ntitle = \"a\"\npublished = \"2025-01-14\"\n+++\n\n"
	const hint = "\n\thint: "
	article := func(ja string) fstest.MapFS {
		return fstest.MapFS{
			"content/articles/x/ja.md": {Data: []byte(ja)},
			"content/articles/x/en.md": {Data: []byte(front + "a\n")},
		}
	}
	tests := []struct {
		name string
		fsys fstest.MapFS
		want string
	}{
		{"byte order mark", article("\ufeff" + front + "あ\n"), ""},
		{"CRLF", article(strings.ReplaceAll(front+"あ\n", "\n", "\r\n")), ""},
		{"empty lines above", article("\n \n" + front + "あ\n"), "content/articles/x/ja.md:3:1: front matter does not begin on the first line [content.front-matter]" + hint + "delete the empty lines above it\n"},
		{"Shift_JIS", article(front + "\x82\xa0\n"), "content/articles/x/ja.md:6:1: not UTF-8: the byte 0x82 is no character here [content.encoding]" + hint + "save the file as UTF-8\n"},
		{"NUL", article(front + "あ\x00い\n"), "content/articles/x/ja.md:6:2: control character U+0000 [content.control]" + hint + "delete it\n"},
		{"empty", article(""), "content/articles/x/ja.md:1:1: front matter is missing [content.front-matter]" + hint + frontHint + "\n"},
		{"fence alone", article("+++"), "content/articles/x/ja.md:1:1: front matter is not closed [content.front-matter]" + hint + "write \"+++\" on a line of its own where the front matter ends\n"},
		{"symbolic link", fstest.MapFS{
			"content/actors/a.toml": {Data: []byte("../../secret"), Mode: fs.ModeSymlink},
			"content/articles/b":    {Data: []byte("/etc"), Mode: fs.ModeSymlink},
			"secret":                {Data: []byte("secret")},
		}, "content/actors/a.toml: this is a symbolic link, which is not followed [content.symlink]" + hint + "put the file itself here\n" +
			"content/articles/b: this is a symbolic link, which is not followed [content.symlink]" + hint + "put the file itself here\n"},
		{"nothing at all", fstest.MapFS{}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, ps := Load(nil, tt.fsys)
			if diff := cmp.Diff(tt.want, ps.String()); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestEventTypesOfThisPackage(t *testing.T) {
	for _, list := range [][]string{eventTypes(), roles(), scopes(), qualifiers(), propertyNames()} {
		seen := make(map[string]bool)
		for _, w := range list {
			if seen[w] {
				t.Errorf("%q stands twice in %v", w, list)
			}
			seen[w] = true
		}
	}
}

// TestShippedRegistry holds that an archive with one article has no problems of the program's own registry.
func TestShippedRegistry(t *testing.T) {
	const front = "+++\ntitle = \"a\"\npublished = \"2025-01-14\"\nabout = [\"mustang-panda\"]\n+++\n\na\n"
	local := fstest.MapFS{
		"content/articles/x/ja.md": {Data: []byte(front)},
		"content/articles/x/en.md": {Data: []byte(strings.ReplaceAll(front, "about = [\"mustang-panda\"]\n", ""))},
	}
	c, ps := Load(os.DirFS("../.."), local)
	if len(ps) > 0 {
		t.Error(ps)
	}
	for _, e := range c.Registry.All() {
		if !e.Shipped || e.Kind == Operation {
			t.Errorf("%s %s is in the registry", e.Kind, e.ID)
		}
		for _, cl := range e.Claims {
			if cl.Entity != "" && c.Registry.Get(cl.Entity) == nil {
				t.Errorf("%s claims %q, which the archive does not have", e.ID, cl.Entity)
			}
		}
	}
	if len(c.Articles) != 1 || len(c.Pages) != 0 {
		t.Errorf("%d articles, %d pages", len(c.Articles), len(c.Pages))
	}
}

func TestAdds(t *testing.T) {
	const head = "name = { ja = \"鳥\", en = \"Bird\" }\nsummary = { ja = \"架空。\", en = \"Invented.\" }\n"
	shipped := fstest.MapFS{"content/actors/bird.toml": {Data: []byte(head + "[ids]\nattack = \"G0001\"\n")}}
	local := fstest.MapFS{"content/actors/bird.toml": {Data: []byte("adds = true\n[ids]\nattack = \"G0002\"\nmisp = \"x\"\n[[alias]]\nname = \"Azure Bird\"\n")}}
	c, ps := Load(shipped, local)
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	e := c.Registry.Get("bird")
	got := fmt.Sprintf("%s %v %d %s %s %s", e.Name.EN, e.Shipped, len(e.Aliases), e.Aliases[0].Name, e.IDs[0].Value, e.IDs[1].Value)
	if want := "Bird true 1 Azure Bird G0001 x"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
