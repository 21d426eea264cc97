package export

import (
	"encoding/csv"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/seeds"
)

// texts are what the fields of the test archive hold, one after the other.
var texts = []string{"架空の文", hostile, "=1+1", "+81", "-1", "@x", "\tx", "＝1", "＠x", "{", "}", `\`, "]]>", "</script>", "\x00", "\r", "", " =1", "\u200b+1", "\u202egnp.exe", "CVE-2021-26855", "https://example.org/架空", "cve"}

func exporter() *Exporter {
	return &Exporter{Title: both(hostile), Description: both(hostile), Zone: time.FixedZone("", 9*60*60)}
}

func TestFilesOfAnArchive(t *testing.T) {
	x := exporter()
	want := []string{
		"data/aliases.csv", "data/archive.json", "data/datapackage.json", "data/entities.csv", "data/entities/lantern.json", "data/entities/takedown.json", "data/events.csv", "data/figures.csv", "data/misp-clusters.json", "data/misp-galaxy.json",
		"data/schemas/archive-part.schema.json", "data/schemas/archive.schema.json", "data/schemas/entity.schema.json", "data/schemas/stix-extension.schema.json",
		"data/sources.bib", "data/sources.csl.json", "data/stix.json", "data/stix/lantern.json", "data/stix/takedown.json",
		"en/feed.json", "en/feed.xml", "en/feeds/lantern.xml", "en/feeds/takedown.xml", "ja/feed.json", "ja/feed.xml", "ja/feeds/lantern.xml", "ja/feeds/takedown.xml", "robots.txt",
	}
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(written(t, x, archive(t, "架空"))))); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	x.SiteURL = "https://example.org/casebook/"
	if _, ok := written(t, x, archive(t, "架空"))["sitemap.xml"]; !ok {
		t.Error("no sitemap where the site has an address")
	}
}

// TestLongText holds that a name of a megabyte, and long text in every field, breaks nothing and is whole where it stands.
func TestLongText(t *testing.T) {
	every, long := strings.Repeat("長い", 3_000), strings.Repeat("長い", 170_000)
	c := archive(t, every)
	for _, name := range []string{every, long} {
		c.Entity("lantern").Name = both(name)
		files := written(t, exporter(), c)
		var got entityJSON
		decode(t, files[EntityData(c.Entity("lantern"))], &got)
		if got.Name.JA != name {
			t.Error("the name has been cut")
		}
		for _, path := range []string{"data/stix.json", "data/entities.csv", "data/misp-clusters.json", "ja/feeds/lantern.xml"} {
			if !strings.Contains(files[path], name) {
				t.Errorf("%s lacks the name", path)
			}
		}
		if !strings.Contains(files["data/sources.bib"], every) {
			t.Error("sources.bib lacks the title")
		}
	}
}

func TestSameBytesTwice(t *testing.T) {
	for _, text := range texts {
		if diff := cmp.Diff(written(t, exporter(), archive(t, text)), written(t, exporter(), archive(t, text))); diff != "" {
			t.Errorf("%q: the second run differs:\n%s", text, diff)
		}
	}
}

func TestNothingOfASourceBeyondItsRights(t *testing.T) {
	for path, data := range written(t, exporter(), archive(t, "架空")) {
		if strings.Contains(data, secret) {
			t.Errorf("%s holds a sentence that may not be shown", path)
		}
	}
	if !strings.Contains(written(t, exporter(), archive(t, "架空"))["data/archive.json"], "示してよい文。") {
		t.Error("archive.json lacks the sentence that is evidence and may be shown")
	}
}

// valid is a text as JSON holds it.
func valid(s string) string { return strings.ToValidUTF8(s, "\ufffd") }

func TestJSONAgreesWithTheCasebook(t *testing.T) {
	for _, text := range texts {
		c := archive(t, text)
		files := written(t, exporter(), c)
		var got archiveJSON
		decode(t, files["data/archive.json"], &got)
		if len(got.Entities) != 1 || len(got.Operations) != 1 || len(got.Acts) != len(c.Acts) || len(got.Articles) != 1 || len(got.Sources) != 1 {
			t.Fatalf("%q: archive.json holds %d entities, %d operations, %d acts", text, len(got.Entities), len(got.Operations), len(got.Acts))
		}
		var alone entityJSON
		decode(t, files["data/entities/lantern.json"], &alone)
		if diff := cmp.Diff(*got.Entities[0], alone); diff != "" {
			t.Errorf("%q: the entity's own file differs:\n%s", text, diff)
		}
		actor := c.Entity("lantern")
		if alone.Name.EN != valid(actor.Name.EN) || alone.Reading != valid(actor.Reading) || alone.Aliases[0].Name != valid(text) {
			t.Errorf("%q: names are %+v", text, alone)
		}
		checkClaims(t, alone, actor)
		if act := got.Acts[0]; act.EDTF != "2022-22/2023-23" || act.Earliest != "2022-06-01" || act.Latest != "2023-11-30" || !act.Edited {
			t.Errorf("the act is %+v", act)
		}
	}
}

func decode(t *testing.T, data string, to any) {
	t.Helper()
	if strings.Contains(data, "</") || strings.Contains(data, "<!") {
		t.Error("the JSON can end a script")
	}
	d := json.NewDecoder(strings.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(to); err != nil {
		t.Fatal(err)
	}
}

func checkClaims(t *testing.T, got entityJSON, want *casebook.Entity) {
	t.Helper()
	for i, c := range got.Claims {
		w := want.Claims[i]
		if c.ID != w.ID || c.Property != w.Property || c.Alleged != w.Alleged || c.AsOf != w.AsOf.String() || c.Source != "paper" || len(c.Evidence) != len(w.Evidence) {
			t.Errorf("claim %d is %+v", i, c)
		}
		if e := c.Evidence[0]; e.Path+"#"+e.Fragment != "ja/sources/paper.html#s1" || e.Text != "示してよい文。" {
			t.Errorf("evidence of claim %d is %+v", i, e)
		}
	}
	if f := got.Claims[1].Figure; f == nil || f.Min != 4258 || f.Max != nil || got.Claims[1].By.ID != "takedown" {
		t.Errorf("the figure is %+v", got.Claims[1])
	}
	if len(got.Relations) != len(want.Relations) || got.Relations[0].Other.ID != "takedown" {
		t.Errorf("relations are %+v", got.Relations)
	}
	for _, m := range got.Mentions {
		if m.Source == "paper" && !slices.Equal(m.Fragments, []string{"s1"}) {
			t.Errorf("leads to a sentence that is not shown: %+v", m)
		}
	}
}

func TestCSVReadsBack(t *testing.T) {
	for _, text := range texts {
		c := archive(t, text)
		files := written(t, exporter(), c)
		for name, rows := range map[string]int{"events": len(c.Acts), "entities": 2, "figures": 2, "aliases": 4} {
			data, ok := strings.CutPrefix(files["data/"+name+".csv"], "\ufeff")
			if !ok {
				t.Errorf("%s.csv has no byte order mark", name)
			}
			if strings.Contains(strings.ReplaceAll(data, "\r\n", ""), "\n") {
				t.Errorf("%s.csv has a line that does not end in CRLF", name)
			}
			got, err := csv.NewReader(strings.NewReader(data)).ReadAll()
			if err != nil {
				t.Fatalf("%s.csv of %q: %v", name, text, err)
			}
			if len(got) != rows+1 {
				t.Errorf("%s.csv of %q has %d rows, want %d", name, text, len(got)-1, rows)
			}
			for _, cell := range slices.Concat(got...) {
				if strings.IndexAny(cell, "=+-@\t\r\n＝＋－＠") == 0 || strings.ContainsAny(cell, "\x00\x07\x1b\u202e") {
					t.Errorf("%s.csv of %q has the cell %q", name, text, cell)
				}
			}
		}
	}
}

func TestCSVHoldsWhatTheCasebookSays(t *testing.T) {
	files := written(t, exporter(), archive(t, "架空"))
	tests := []struct{ file, want string }{
		{"data/events.csv", "lantern-down,2022-22/2023-23,2022-06-01,2023-11-30,,takedown,架空,架空,架空,架空,edited,takedown,,lantern,,,,,paper,ja/sources/paper.html#s1,timeline.html#lantern-down,,\r\n"},
		{"data/entities.csv", "lantern,actor,,架空,架空,架空,架空,架空,架空,架空,,,架空,attack:架空,0,1,actors/lantern.html\r\n"},
		{"data/figures.csv", "edited,lantern,c2,4258,,at-least,架空,架空,架空,架空,,takedown,false,paper,,actors/lantern.html#c2,\r\n"},
		{"data/figures.csv", "found,,,300,300,,架空,,,,,,,,架空,ja/articles/news.html#s2,false\r\n"},
	}
	for _, tt := range tests {
		if !strings.Contains(files[tt.file], tt.want) {
			t.Errorf("%s lacks\n%s\nit is\n%s", tt.file, tt.want, files[tt.file])
		}
	}
}

func TestBibTeXIsWhole(t *testing.T) {
	for _, text := range texts {
		bib := written(t, exporter(), archive(t, text))["data/sources.bib"]
		depth := 0
		for i, r := range bib {
			switch r {
			case '{':
				depth++
			case '}':
				depth--
			case '@':
				if depth == 0 && i != 0 {
					t.Errorf("%q: a second entry begins at %d", text, i)
				}
			}
			if depth < 0 {
				t.Fatalf("%q: a brace too many at %d of\n%s", text, i, bib)
			}
		}
		if depth != 0 || !strings.HasPrefix(bib, "@misc{paper,\n") || strings.ContainsAny(bib, "\r\x00\x07") {
			t.Errorf("%q: %d braces are open at the end of\n%s", text, depth, bib)
		}
		if !strings.Contains(bib, "\n  year = {2024},\n  month = dec,\n  day = 5,\n") {
			t.Errorf("%q: the date is wrong in\n%s", text, bib)
		}
	}
}

func TestBibTeXEscapes(t *testing.T) {
	tests := []struct{ in, want string }{
		{"R&D 100% #1 $5 a_b", `R\&D 100\% \#1 \$5 a\_b`},
		{"{a} ~ ^", `{\textbraceleft}a{\textbraceright} {\textasciitilde} {\textasciicircum}`},
		{`a\b`, `a{\textbackslash}b`},
		{"二行\n  の題", "二行 の題"},
	}
	for _, tt := range tests {
		if got := escape(tt.in); got != tt.want {
			t.Errorf("escape(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
	for _, tt := range [][2]string{{"https://example.org/a_b?x=%20#y&z", "https://example.org/a_b?x=%20#y&z"}, {"https://example.org/{a}\\ b", "https://example.org/%7Ba%7D%5C%20b"}} {
		if got := verbatim(tt[0]); got != tt[1] {
			t.Errorf("verbatim(%q) = %q, want %q", tt[0], got, tt[1])
		}
	}
}

func TestMonths(t *testing.T) {
	tests := []struct{ in, want string }{
		{"2024-01-09", "2024 jan 9"}, {"2024-10", "2024 oct "}, {"2024-12-31", "2024 dec 31"}, {"2024", "2024  "}, {"", "  "},
	}
	for _, tt := range tests {
		y, m, d := parts(tt.in)
		if got := y + " " + m + " " + d; got != tt.want {
			t.Errorf("parts(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestSitemap(t *testing.T) {
	x := &Exporter{SiteURL: "https://example.org/a&b", Pages: []string{"ja/index.html", "en/index.html", "index.html", "404.html", "ja/articles/x.html", "en/articles/x.html"}}
	got := string(x.sitemap())
	wellFormed(t, got)
	if strings.Contains(got, "404") || strings.Count(got, "<loc>") != 5 {
		t.Errorf("the pages are wrong:\n%s", got)
	}
	want := `<url><loc>https://example.org/a&amp;b/ja/articles/x.html</loc>` +
		`<xhtml:link rel="alternate" hreflang="ja" href="https://example.org/a&amp;b/ja/articles/x.html"/>` +
		`<xhtml:link rel="alternate" hreflang="en" href="https://example.org/a&amp;b/en/articles/x.html"/>` +
		`<xhtml:link rel="alternate" hreflang="x-default" href="https://example.org/a&amp;b/index.html"/></url>`
	if !strings.Contains(got, want) {
		t.Errorf("the sitemap lacks\n%s\nit is\n%s", want, got)
	}
}

func TestRobots(t *testing.T) {
	if got := string((&Exporter{}).robots()); strings.Contains(got, "Sitemap") {
		t.Errorf("without an address: %q", got)
	}
	if got := string((&Exporter{SiteURL: "https://example.org/a/"}).robots()); !strings.Contains(got, "\nSitemap: https://example.org/a/sitemap.xml\n") {
		t.Errorf("with an address: %q", got)
	}
}

// TestNoIDTakesTheNameOfAFile holds that an entity may be called as a file of data/ is.
func TestNoIDTakesTheNameOfAFile(t *testing.T) {
	for _, id := range []string{"archive", "stix", "entities", "datapackage", "schemas"} {
		c, _ := casebook.Link(casebook.Input{
			Content: &content.Content{Registry: content.NewRegistry(&content.Entity{ID: id, Kind: content.Operation, Name: both("x"), Operation: &content.OperationFacts{}})}, Sources: seeds.NewSet(),
		})
		files := written(t, exporter(), c)
		var got entityJSON
		decode(t, files[EntityData(c.Entity(id))], &got)
		if got.ID != id || files["data/archive.json"] == "" {
			t.Errorf("%s: the file holds %q", id, got.ID)
		}
	}
}
