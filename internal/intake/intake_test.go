package intake

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"jikenbo/internal/content"
	"jikenbo/internal/golden"
	"jikenbo/internal/source"
)

// TestImport reads testdata/*.txtar: the file to import, an archive, perhaps what is shipped, and
// at the end the file golden: what is written, then the problems. A second run must write nothing.
func TestImport(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, files []txtar.File) string {
		name, text := files[0].Name, string(files[0].Data)
		shipped, archive := golden.Trees(files[1:], "shipped/")
		got := run(name, text, archive, shipped)
		if c, _ := content.Load(shipped, archive); c.Registry.Shared() != nil {
			t.Errorf("after the import: %s", c.Registry.Shared())
		}
		c, _ := read(name, text)
		if again, _ := c.Plan(archive, shipped); again == nil || len(again.Files) > 0 {
			t.Errorf("the second run writes %+v", again)
		}
		return got
	})
}

func read(name, text string) (*Catalogue, source.Problems) {
	if strings.HasPrefix(name, "stix") {
		return STIX(source.NewFile(name, text))
	}
	return MISP(source.NewFile(name, text))
}

// run imports into the archive and says what it did.
func run(name, text string, archive fstest.MapFS, shipped fs.FS) string {
	c, ps := read(name, text)
	if c == nil {
		return ps.String()
	}
	plan, more := c.Plan(archive, shipped)
	ps = append(ps, more...)
	if plan == nil {
		return ps.String()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d new, %d completed, %d unchanged, passed %v\ncontested %v\nkept %v\n", plan.New, plan.Completed, plan.Unchanged, c.Passed, plan.Contested, plan.Kept)
	for _, f := range plan.Files {
		fmt.Fprintf(&b, "== %s\n%s", f.Path, f.Data)
		archive[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	return b.String() + "== problems\n" + ps.String()
}

// TestBadFile holds what is no catalogue at all: each a problem at its place, and nothing to write.
func TestBadFile(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"misp.json", "", "misp.json:1:1: JSON: unexpected end of JSON input"},
		{"misp.json", "{\"type\": \"threat-actor\",\n \"values\": [{\"value\": \"A\"", "misp.json:2:26: JSON: unexpected end of JSON input"},
		{"misp.json", "[]", "misp.json:1:1: the file is no JSON object, want one with the list \"values\""},
		{"misp.json", "null", "misp.json:1:1: the file is no JSON object, want one with the list \"values\""},
		{"misp.json", `{"values": {}}`, `misp.json:1:1: the file has no list "values"`},
		{"misp.json", `{"values": [], "type": "tool"}`, `misp.json: cluster of type "tool" holds neither`},
		{"misp.json", `{"values": [], "type": 3}`, `misp.json: cluster of type "" holds neither`},
		{"misp.json", "{\"values\": [\"\xff\"]}", "misp.json:1:14: not UTF-8"},
		{"misp.json", strings.Repeat("[", 100000), "JSON: "},
		{"stix.json", `{"type": "bundle"}`, `stix.json:1:1: the file has no list "objects"`},
		{"stix.json", `{"type": "report", "objects": []}`, `stix.json: the type of the file is "report"`},
	}
	for _, tt := range tests {
		c, ps := read(tt.name, tt.text)
		if c != nil || !strings.Contains(ps.String(), tt.want) {
			t.Errorf("%.60q: got %v and %q, want no catalogue and %q", tt.text, c, ps, tt.want)
		}
	}
}

// TestLongStrings imports strings of a megabyte: they are reported, shortened, and left out.
func TestLongStrings(t *testing.T) {
	long := strings.Repeat("a", 1<<20)
	text := fmt.Sprintf(`{"type": "threat-actor", "values": [{"value": %[1]q}, {"value": "Grey Heron", "uuid": %[1]q,
		"meta": {"synonyms": [%[1]q, "Reed"], "refs": ["https://example.org/%[1]s"], "name-attribution": ["Reed:%[1]s"], "origin:Reed": %[1]q}}]}`, long)
	archive := fstest.MapFS{}
	got := run("misp.json", text, archive, fstest.MapFS{})
	if len(got) > 4000 {
		t.Errorf("what is said or written has %d bytes", len(got))
	}
	if archive["content/actors/grey-heron.toml"] == nil || !strings.Contains(got, "is too long for a name; the entry is left out") {
		t.Errorf("got %s", got)
	}
}

// TestHandWorkThatCannotBeExtended holds files whose form leaves no place for what is to be added.
func TestHandWorkThatCannotBeExtended(t *testing.T) {
	const text = `{"type": "threat-actor", "values": [{"value": "Grey Heron", "uuid": "00000000-0000-4000-8000-000000000001", "meta": {"synonyms": ["Reed"]}}]}`
	const head = "name = { ja = \"鷺\", en = \"Grey Heron\" }\nsummary = { ja = \"架空。\", en = \"Invented.\" }\n"
	for _, hand := range []string{"alias = [{ name = \"Marsh\" }]\n", "ids = { attack = \"G9001\" }\n"} {
		archive := fstest.MapFS{"content/actors/grey-heron.toml": {Data: []byte(head + hand)}}
		got := run("misp.json", text, archive, fstest.MapFS{})
		if !strings.Contains(got, "nothing is imported") || string(archive["content/actors/grey-heron.toml"].Data) != head+hand {
			t.Errorf("%s: got %s", hand, got)
		}
	}
}

// TestHandWorkKeepsItsForm holds that what is added has the line ends of the file, and that a file may end without one.
func TestHandWorkKeepsItsForm(t *testing.T) {
	const text = `{"type": "threat-actor", "values": [{"value": "Grey Heron", "uuid": "00000000-0000-4000-8000-000000000001", "meta": {"synonyms": ["Marsh Reed"]}}]}`
	const alias = "\n[[alias]]\nname = \"Marsh Reed\"\nscope = \"same\"\nsource = \"misp-threat-actor\"\n"
	const id = "misp = \"00000000-0000-4000-8000-000000000001\"\n"
	const head = "# by hand\nname = { ja = \"鷺\", en = \"Grey Heron\" }\nsummary = { ja = \"架空。\", en = \"Invented.\" }\n"
	dos := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	for hand, want := range map[string]string{
		head:                         head + "\n[ids]\n" + id + alias,
		strings.TrimSpace(head):      head + "\n[ids]\n" + id + alias,
		head + "[ids]":               head + "[ids]\n" + id + alias,
		dos(head + "\n[ids] # no\n"): dos(head + "\n[ids] # no\n" + id + alias),
	} {
		archive := fstest.MapFS{"content/actors/grey-heron.toml": {Data: []byte(hand)}}
		run("misp.json", text, archive, fstest.MapFS{})
		if got := string(archive["content/actors/grey-heron.toml"].Data); got != want {
			t.Errorf("%q becomes\n%q, want\n%q", hand, got, want)
		}
	}
}

// FuzzImport holds that whatever the file, what is written can be read back and a second run writes nothing.
func FuzzImport(f *testing.F) {
	f.Add(`{"type": "threat-actor", "values": [{"value": "A", "meta": {"synonyms": ["b", "A"]}}, {"value": "a", "uuid": "x"}, {"value": "B"}]}`)
	f.Add(`{"type": "bundle", "objects": [{"type": "malware", "name": "a", "aliases": ["b"]}, {"type": "intrusion-set", "name": "A", "external_references": [{"source_name": "mitre-attack", "external_id": "G0001"}]}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{"misp.json", "stix.json"} {
			archive := fstest.MapFS{"content/actors/a.toml": {Data: []byte("name = { ja = \"い\", en = \"b\" }\nsummary = { ja = \"い\", en = \"b\" }\n")}}
			c, _ := read(name, text)
			if c == nil {
				continue
			}
			plan, ps := c.Plan(archive, fstest.MapFS{})
			if plan == nil {
				t.Fatalf("%s: %s", text, ps)
			}
			for _, file := range plan.Files {
				archive[file.Path] = &fstest.MapFile{Data: file.Data}
			}
			c, _ = read(name, text)
			if again, ps := c.Plan(archive, fstest.MapFS{}); again == nil || len(again.Files) > 0 {
				t.Fatalf("%s: the second run: %v %s", text, again, ps)
			}
		}
	})
}

func FuzzQuote(f *testing.F) {
	for _, s := range []string{"", `"\`, "a\nb\r\t", "</script>", "\u202e\u200b\u0000", "港😀", "\U000e0001", "'''\"\"\""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		var v struct {
			S string `toml:"s"`
		}
		file := source.NewFile("x.toml", "s = "+source.QuoteTOML(s)+"\n")
		if ps := source.DecodeTOML(file, file.All(), &v); len(ps) > 0 || v.S != s {
			t.Errorf("%q is written %s and read as %q %s", s, source.QuoteTOML(s), v.S, ps)
		}
	})
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Grey Heron": "grey-heron", "Ayyıldız Tim": "ayyildiz-tim", "Larva‑25012": "larva-25012", "LAPSUS$": "lapsuss", "港": "",
		"Müller's": "mullers", "../../etc": "etc", "NoName057(16)": "noname057-16", "-": "",
	} {
		if got := content.Slug(name); got != want {
			t.Errorf("slug(%q) = %q, want %q", name, got, want)
		}
	}
}

// TestSharedData imports the whole of both catalogues, where they are at hand, with what the program ships.
func TestSharedData(t *testing.T) {
	const dir = "../../../shared/data/"
	archive := fstest.MapFS{}
	shipped := os.DirFS("../..")
	for _, tt := range []struct {
		name, file string
		records    int
	}{{"misp.json", "misp-threat-actor.json", 1041}, {"stix.json", "attack-enterprise-subset.json", 865}} {
		data, err := os.ReadFile(dir + tt.file)
		if err != nil {
			t.Skip("the catalogues are not at hand")
		}
		c, ps := read(tt.name, string(data))
		if len(ps) > 0 || len(c.Records) != tt.records {
			t.Fatalf("%s: %d records, want %d; %s", tt.file, len(c.Records), tt.records, ps)
		}
		plan, ps := c.Plan(archive, shipped)
		if plan == nil {
			t.Fatal(ps)
		}
		for _, f := range plan.Files {
			archive[f.Path] = &fstest.MapFile{Data: f.Data}
		}
		if again, _ := c.Plan(archive, shipped); len(again.Files) > 0 {
			t.Errorf("%s: the second run writes %d files, first %s", tt.file, len(again.Files), again.Files[0].Path)
		}
		t.Logf("%s: %d new, %d completed, %d contested, %d kept", tt.file, plan.New, plan.Completed, len(plan.Contested), len(plan.Kept))
	}
	c, ps := content.Load(shipped, archive)
	if ps.Errors() > 0 {
		t.Error(ps)
	}
	found := map[string]bool{}
	for _, e := range c.Registry.All() {
		for _, id := range e.IDs {
			found[id.System+id.Value] = true
		}
	}
	if len(found) < 1041+865-20 {
		t.Errorf("only %d ids are in the registry", len(found))
	}
}
