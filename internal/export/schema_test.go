package export

import (
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"jikenbo/internal/edtf"
)

// emitted compiles a schema that the archive emits. No property may stand in a file that the schema does not tell of.
func emitted(t *testing.T, schema string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	closeObjects(doc)
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// closeObjects lets objects have the properties that they tell of, and no others.
func closeObjects(v any) {
	switch v := v.(type) {
	case map[string]any:
		for _, child := range v {
			closeObjects(child)
		}
		if _, ok := v["properties"].(map[string]any); ok {
			v["additionalProperties"] = false
		}
		delete(v, "$id") // where the schema would stand is not where it is
	case []any:
		for _, child := range v {
			closeObjects(child)
		}
	}
}

// TestJSONKeepsItsSchemas validates what the archive writes by the schemas that it writes beside it.
func TestJSONKeepsItsSchemas(t *testing.T) {
	for _, text := range texts {
		x := exporter()
		x.SiteURL = "https://example.org/"
		files := written(t, x, archive(t, text))
		check := func(schema *jsonschema.Schema, what string, v any) {
			if err := schema.Validate(v); err != nil {
				t.Errorf("%s of %q: %v", what, text, err)
			}
		}
		read := func(path string) any {
			doc, err := jsonschema.UnmarshalJSON(strings.NewReader(files[path]))
			if err != nil {
				t.Fatal(err)
			}
			return doc
		}
		check(emitted(t, files["data/schemas/archive.schema.json"]), "archive.json", read("data/archive.json"))
		check(emitted(t, files["data/schemas/entity.schema.json"]), "lantern.json", read("data/entities/lantern.json"))
		check(emitted(t, files["data/schemas/entity.schema.json"]), "takedown.json", read("data/entities/takedown.json"))
		extension := emitted(t, files["data/schemas/stix-extension.schema.json"])
		found := 0
		for _, o := range read("data/stix.json").(map[string]any)["objects"].([]any) {
			extensions, _ := o.(map[string]any)["extensions"].(map[string]any)
			for _, e := range extensions {
				found++
				check(extension, "stix.json", e)
			}
		}
		if found < 5 {
			t.Errorf("%d extensions", found)
		}
	}
}

// TestSchemasRefuse holds that the schemas do tell right from wrong.
func TestSchemasRefuse(t *testing.T) {
	files := written(t, exporter(), archive(t, "架空"))
	schema := emitted(t, files["data/schemas/entity.schema.json"])
	for _, wrong := range []struct{ from, to string }{
		{`"kind": "actor"`, `"kind": "robot"`}, {`"id": "lantern"`, `"id": 3`}, {`"alleged":true`, `"alleged":"true"`},
		{`"scope":"same"`, `"scope":"similar"`}, {`"kind": "actor"`, `"kind": "actor", "colour": "red"`}, {`"path": "actors/lantern.html",`, ``},
	} {
		if !strings.Contains(files["data/entities/lantern.json"], wrong.from) {
			t.Fatalf("the file lacks %s", wrong.from)
		}
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(strings.Replace(files["data/entities/lantern.json"], wrong.from, wrong.to, 1)))
		if err != nil {
			t.Fatal(err)
		}
		if schema.Validate(doc) == nil {
			t.Errorf("the schema takes %s for %s", wrong.to, wrong.from)
		}
	}
}

// TestEveryFieldSaysWhatItMeans holds that no property of a schema goes without a description, and no closed list without values.
func TestEveryFieldSaysWhatItMeans(t *testing.T) {
	for _, of := range []any{archiveJSON{}, entityJSON{}, stixExtension{}} {
		defs := map[string]*schemaJSON{}
		describe(reflect.TypeOf(of), defs)
		for name, def := range defs {
			for property, p := range def.Properties {
				if p.Description == "" && name != "text" {
					t.Errorf("%s.%s has no description", name, property)
				}
				if p.Enum != nil && len(p.Enum) == 0 {
					t.Errorf("%s.%s can have no value", name, property)
				}
			}
		}
	}
}

// fits reports whether a cell is of the type of its column.
func fits(cell string, f tableField) bool {
	var err error
	switch {
	case cell == "":
		return true
	case f.Constraints != nil:
		return slices.Contains(f.Constraints.Enum, cell)
	case f.Type == "number":
		_, err = strconv.ParseFloat(cell, 64)
	case f.Type == "integer":
		_, err = strconv.Atoi(cell)
	case f.Type == "boolean":
		_, err = strconv.ParseBool(cell)
	case f.Type == "date":
		_, err = time.Parse(time.DateOnly, cell)
	case strings.HasSuffix(f.Description, "(EDTF, ISO 8601-2)"):
		_, err = edtf.Parse(cell)
	}
	return err == nil
}

// TestTablesKeepTheirDescription reads every table as datapackage.json describes it.
func TestTablesKeepTheirDescription(t *testing.T) {
	for _, text := range texts {
		files := written(t, exporter(), archive(t, text))
		var p dataPackage
		decode(t, files["data/datapackage.json"], &p)
		tables := 0
		for _, r := range p.Resources {
			if r.Schema == nil {
				continue
			}
			tables++
			rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(files["data/"+r.Path], "\ufeff"))).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			for i, f := range r.Schema.Fields {
				if rows[0][i] != f.Name || f.Description == "" {
					t.Errorf("%s: column %d is %q, described is %q: %s", r.Path, i, rows[0][i], f.Name, f.Description)
				}
				for _, row := range rows[1:] {
					if len(row) != len(r.Schema.Fields) || !fits(row[i], f) {
						t.Errorf("%s: %q of %d cells is no %s", r.Path, row[i], len(row), f.Type)
					}
				}
			}
		}
		if tables != 4 {
			t.Errorf("%d tables are described", tables)
		}
	}
}

// TestDataPackageTellsOfEveryFile holds that the sums are right, names unique and no file is left out.
func TestDataPackageTellsOfEveryFile(t *testing.T) {
	files := written(t, exporter(), archive(t, "架空"))
	var p dataPackage
	decode(t, files["data/datapackage.json"], &p)
	seen := map[string]bool{}
	for _, r := range p.Resources {
		data, ok := files["data/"+r.Path]
		sum := sha256.Sum256([]byte(data))
		if !ok || r.Bytes != len(data) || r.Hash != "sha256:"+hex.EncodeToString(sum[:]) {
			t.Errorf("%s is not as described: %+v", r.Path, r)
		}
		if seen[r.Name] || !regexp.MustCompile(`^[a-z0-9._/-]+$`).MatchString(r.Name) {
			t.Errorf("the name %q", r.Name)
		}
		seen[r.Name], seen["data/"+r.Path] = true, true
	}
	for path := range files {
		one := strings.HasPrefix(path, "data/entities/") || strings.HasPrefix(path, "data/stix/") || path == "data/datapackage.json"
		if strings.HasPrefix(path, "data/") && !one && !seen[path] {
			t.Errorf("%s is not described", path)
		}
	}
}
