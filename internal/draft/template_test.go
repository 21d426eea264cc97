package draft

import (
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// put writes files into an archive.
func put(t *testing.T, archive fstest.MapFS, files []File) {
	t.Helper()
	for _, f := range files {
		data := f.Data
		if old, there := archive[f.Path]; there {
			if !f.Adds {
				t.Errorf("%s is written over", f.Path)
			}
			data = joined(old.Data, data)
		}
		archive[f.Path] = &fstest.MapFile{Data: data}
	}
}

// TestNew begins one of each kind in an empty archive, two places, and holds that all load, with nothing but what is left to be done.
func TestNew(t *testing.T) {
	archive := fstest.MapFS{}
	for _, kind := range append(KindNames(), "place") {
		c, _ := content.Load(nil, archive)
		id := "new-" + kind
		if kind == "vulnerability" {
			id = "cve-2025-1234"
		}
		if c.Registry.Get(id) != nil {
			id += "-2"
		}
		files, ps := New(archive, c.Registry, kind, id, i18n.Text{})
		if len(files) == 0 || len(ps) > 0 {
			t.Fatalf("%s: no files; %s", kind, ps)
		}
		put(t, archive, files)
		if _, ps := New(archive, c.Registry, kind, id, i18n.Text{}); kind != "place" && (len(ps) == 0 || !strings.Contains(ps[0].Msg, "exists")) {
			t.Errorf("%s a second time: %s", kind, ps)
		}
	}
	c, ps := content.Load(nil, archive)
	_, more := seeds.Load(archive, nil)
	todos := 0
	for _, p := range append(ps, more...) {
		if p.Code == source.Todo {
			todos++
		} else {
			t.Errorf("%s", p)
		}
	}
	if todos < 20 || len(c.Drafts) != 1 || len(c.Registry.All()) != len(content.Kinds)+1 {
		t.Errorf("%d to-dos, %d drafts, %d entities", todos, len(c.Drafts), len(c.Registry.All()))
	}
}

// TestTemplates takes off the # of every sample: what they show must be what is read.
func TestTemplates(t *testing.T) {
	known := i18n.Text{JA: "港", EN: "Harbour"}
	for _, k := range content.Kinds {
		files, ps := NewEntity(fstest.MapFS{}, content.NewRegistry(), Entity{Kind: k, ID: "x", Name: known, Reading: "みなと", Variants: []string{"a", "b"}, Notes: []string{"note"}})
		if len(ps) > 0 {
			t.Fatal(ps)
		}
		archive := fstest.MapFS{files[0].Path: &fstest.MapFile{Data: []byte(samples(string(files[0].Data)))}}
		_, ps = content.Load(nil, archive)
		for _, p := range ps {
			if p.Code == source.Syntax || p.Code == source.UnknownKey || p.Code == source.WrongType {
				t.Errorf("%s: %s\n%s", k, p, archive[files[0].Path].Data)
			}
		}
	}
	for _, name := range []string{"source.toml", "adds.toml"} {
		p := map[string]string{"source.toml": "seeds/x.toml", "adds.toml": "content/actors/x.toml"}[name]
		archive := fstest.MapFS{p: &fstest.MapFile{Data: []byte(samples(string(fill(name, map[string]any{"ID": "x", "Kinds": "", "JA": "", "EN": "", "Properties": ""}))))}}
		_, ps := content.Load(nil, archive)
		_, more := seeds.Load(archive, nil)
		for _, q := range append(ps, more...) {
			if q.Code == source.Syntax || q.Code == source.UnknownKey || q.Code == source.WrongType {
				t.Errorf("%s: %s", name, q)
			}
		}
	}
}

// samples takes the # off the lines that are samples: a key or a table.
func samples(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if rest, ok := strings.CutPrefix(line, "# "); ok && (strings.Contains(rest, " = ") && !strings.Contains(rest, "。") || strings.HasPrefix(rest, "[")) {
			line = rest
		}
		b.WriteString(line)
	}
	return b.String()
}

func TestNewRefuses(t *testing.T) {
	shipped := fstest.MapFS{"content/actors/grey-heron.toml": {Data: []byte("name = { ja = \"グレー・ヘロン\", en = \"Grey Heron\" }\nsummary = { ja = \"a\", en = \"a\" }\nvariants = [\"灰色のサギ\"]\n")}}
	archive := fstest.MapFS{
		"content/malware/pebble.toml":  {Data: []byte("name = { ja = \"ペブル\", en = \"Pebble\" }\nsummary = { ja = \"a\", en = \"a\" }\n")},
		"seeds/there.toml":             {Data: []byte("x")},
		"content/articles/there/en.md": {Data: []byte("x")},
	}
	c, _ := content.Load(shipped, archive)
	for _, tt := range []struct {
		kind, id string
		name     i18n.Text
		want     string // path of the file, or message and hint
	}{
		{kind: "actr", id: "x", want: `unknown kind "actr"; the kinds are: article, actor`},
		{kind: "actor", id: "Blue Heron", want: `"Blue Heron" cannot be an id; write it as blue-heron`},
		{kind: "actor", id: "青鷺", want: `"青鷺" cannot be an id; lower-case letters, digits and single hyphens`},
		{kind: "actor", id: "con", want: `"con" cannot be an id; the name is reserved; choose another, as con-1`},
		{kind: "actor", id: "../x", want: `"../x" cannot be an id; write it as x`},
		{kind: "actor", id: "", want: `"" cannot be an id; lower-case letters`},
		{kind: "actor", id: strings.Repeat("a", 101), want: `cannot be an id`},
		{kind: "actor", id: "grey-heron", want: "content/actors/grey-heron.toml"}, // adds to the program's
		{kind: "malware", id: "grey-heron", want: `"grey-heron" is the id of the actor "Grey Heron" in the program`},
		{kind: "malware", id: "pebble", want: `"pebble" is the id of the malware "Pebble" in content/malware/pebble.toml`},
		{kind: "malware", id: "stone", name: i18n.Text{JA: "灰色のサギ"}, want: `the name "灰色のサギ" is that of the actor "grey-heron"`},
		{kind: "source", id: "there", want: `seeds/there.toml exists; edit that file, or choose another id`},
		{kind: "article", id: "there", want: `content/articles/there/en.md exists`},
	} {
		files, ps := New(archive, c.Registry, tt.kind, tt.id, tt.name)
		got := ""
		if len(files) > 0 {
			got = files[0].Path
		}
		for _, p := range ps {
			got += p.Msg + "; " + p.Hint
		}
		if !strings.Contains(got, tt.want) || len(files) > 0 == (len(ps) > 0) {
			t.Errorf("new %s %s: %s, want %s", tt.kind, tt.id, got, tt.want)
		}
	}
}

// TestNamesOfNew holds what a new record is called.
func TestNamesOfNew(t *testing.T) {
	for _, tt := range []struct {
		kind content.Kind
		id   string
		name i18n.Text
		want string
	}{
		{content.Actor, "grey-heron", i18n.Text{}, `{ ja = "Grey Heron", en = "Grey Heron" }`},
		{content.Actor, "grey-heron", i18n.Text{JA: "グレー・ヘロン"}, `{ ja = "グレー・ヘロン", en = "グレー・ヘロン" }`},
		{content.Actor, "grey-heron", i18n.Text{JA: "灰", EN: "Grey \"x\""}, `{ ja = "灰", en = "Grey \"x\"" }`},
		{content.Vulnerability, "cve-2025-1234", i18n.Text{}, `{ ja = "CVE-2025-1234", en = "CVE-2025-1234" }`},
	} {
		files, ps := NewEntity(fstest.MapFS{}, content.NewRegistry(), Entity{Kind: tt.kind, ID: tt.id, Name: tt.name})
		if len(files) != 1 || !strings.Contains(string(files[0].Data), "name     = "+tt.want) {
			t.Errorf("%s: %v %s, want %s", tt.id, files, ps, tt.want)
		}
	}
}

// TestPlainTemplates holds that every template is used.
func TestPlainTemplates(t *testing.T) {
	found, err := os.ReadDir("templates")
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("template.go")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(found, func(e os.DirEntry) bool { return path.Ext(e.Name()) == ".toml" }) {
		t.Error("no templates")
	}
	for _, e := range found {
		if !strings.Contains(string(source), `"`+e.Name()+`"`) {
			t.Errorf("nothing uses %s", e.Name())
		}
	}
}
