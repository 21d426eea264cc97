package build

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"jikenbo/internal/content"
	"jikenbo/internal/intake"
	"jikenbo/internal/source"
)

// oasis is where the schemas of STIX 2.1 are on a machine that has them.
const oasis = root + "/../shared/data/stix2.1-schemas/schemas"

// readJSON returns a file as the validator wants it.
func readJSON(t *testing.T, data []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestDataOfTheArchive reads every file of the real archive as programs do, and holds that its JSON keeps the schemas
// that are emitted beside it.
func TestDataOfTheArchive(t *testing.T) {
	site, err := built()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range site.Files {
		files[f.Path] = f.Data
		if err := readable(f); err != nil {
			t.Errorf("%s: %v", f.Path, err)
		}
	}
	schema := func(name string) *jsonschema.Schema {
		c := jsonschema.NewCompiler()
		c.AssertFormat()
		if err := c.AddResource("https://example.org/"+name, readJSON(t, files["data/schemas/"+name])); err != nil {
			t.Fatal(err)
		}
		s, err := c.Compile("https://example.org/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	if err := schema("archive.schema.json").Validate(readJSON(t, files["data/archive.json"])); err != nil {
		t.Errorf("archive.json: %v", err)
	}
	entities, entity := 0, schema("entity.schema.json")
	for name, data := range files {
		if strings.HasPrefix(name, "data/entities/") {
			entities++
			if err := entity.Validate(readJSON(t, data)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if entities != len(site.Casebook.Entities) {
		t.Errorf("%d files of %d entities", entities, len(site.Casebook.Entities))
	}
}

// TestSTIXOfTheArchive validates every object of the real archive by the schema of its type.
func TestSTIXOfTheArchive(t *testing.T) {
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	names, _ := filepath.Glob(filepath.Join(oasis, "*", "*.json"))
	if len(names) < 50 {
		t.Skip("the schemas of STIX 2.1 are not on this machine; the rules are tested in internal/export")
	}
	ids := map[string]string{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc := readJSON(t, data)
		ids[strings.TrimSuffix(path.Base(filepath.ToSlash(name)), ".json")] = doc.(map[string]any)["$id"].(string)
		if err := c.AddResource(doc.(map[string]any)["$id"].(string), doc); err != nil {
			t.Fatal(err)
		}
	}
	site, err := built()
	if err != nil {
		t.Fatal(err)
	}
	types := map[string]int{}
	for _, f := range site.Files {
		if f.Path != "data/stix.json" {
			continue // the other bundles hold some of the same objects
		}
		for _, o := range readJSON(t, f.Data).(map[string]any)["objects"].([]any) {
			typ := o.(map[string]any)["type"].(string)
			types[typ]++
			s, err := c.Compile(ids[typ])
			if err == nil {
				err = s.Validate(o)
			}
			if err != nil {
				t.Errorf("%v: %v", o.(map[string]any)["id"], err)
			}
		}
	}
	for _, typ := range []string{
		"intrusion-set", "campaign", "course-of-action", "malware", "infrastructure", "identity", "location", "vulnerability", "report", "relationship", "note", "language-content", "extension-definition",
	} {
		if types[typ] == 0 {
			t.Errorf("no %s", typ)
		}
	}
}

// TestImportsReadWhatIsExported holds that another archive can take in what this one exports: every actor, with its names and ids.
func TestImportsReadWhatIsExported(t *testing.T) {
	site, err := built()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range site.Files {
		files[f.Path] = string(f.Data)
	}
	actors, malware := map[string]bool{}, 0
	for _, e := range site.Casebook.Entities {
		switch {
		case e.Kind == content.Actor:
			actors[e.Name.EN] = true
		case e.Kind == content.Malware && e.Class != "botnet" && e.Class != "tool":
			malware++
		}
	}
	for file, read := range map[string]func(*source.File) (*intake.Catalogue, source.Problems){"data/misp-clusters.json": intake.MISP, "data/stix.json": intake.STIX} {
		c, ps := read(source.NewFile(file, files[file]))
		if len(ps) > 0 {
			t.Errorf("%s: %s", file, ps)
		}
		found, other := 0, 0
		for _, r := range c.Records {
			if r.Kind == content.Actor && actors[r.Name] && len(r.IDs) > 0 {
				found++
			} else if r.Kind == content.Malware {
				other++
			}
		}
		if found != len(actors) || other > 0 && other != malware {
			t.Errorf("%s: %d of %d actors and %d of %d malware are read", file, found, len(actors), other, malware)
		}
		if plan, ps := c.Plan(fstest.MapFS{}, fstest.MapFS{}); plan == nil || plan.New != len(c.Records) {
			t.Errorf("%s: %+v, %s", file, plan, ps)
		}
	}
}
