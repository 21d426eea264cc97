package export

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"jikenbo/internal/content"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
)

// schemaJSON is a JSON Schema, as much of one as the files need.
type schemaJSON struct {
	Schema      string                 `json:"$schema,omitempty"`
	ID          string                 `json:"$id,omitempty"`
	Ref         string                 `json:"$ref,omitempty"`
	Title       string                 `json:"title,omitempty"`
	Description string                 `json:"description,omitempty"`
	Type        string                 `json:"type,omitempty"`
	Enum        []string               `json:"enum,omitempty"`
	Pattern     string                 `json:"pattern,omitempty"`
	Format      string                 `json:"format,omitempty"`
	Properties  map[string]*schemaJSON `json:"properties,omitempty"`
	Required    []string               `json:"required,omitempty"`
	Items       *schemaJSON            `json:"items,omitempty"`
	Further     *schemaJSON            `json:"additionalProperties,omitempty"`
	Defs        map[string]*schemaJSON `json:"$defs,omitempty"`
}

// schemas returns a JSON Schema for each kind of JSON file that is the archive's own. They are
// made from the types that the files are written from, whose fields say in tags what they mean:
// doc is the meaning, is the name of a closed list or a kind of string.
func (x *Exporter) schemas() ([]File, error) {
	var files []File
	for _, f := range []struct {
		name, title string
		of          any
	}{
		{"archive", "archive.json: the whole archive", archiveJSON{}},
		{"archive-part", "archive/YEAR.json: the acts and articles of a year of a large archive", partOfJSON{}},
		{"entity", "entities/ID.json: one entity with all that links to it", entityJSON{}},
		{"stix-extension", "What the STIX bundles hold beside the properties of STIX, under the archive's extension definition", stixExtension{}},
	} {
		path := "data/schemas/" + f.name + ".schema.json"
		s := schemaOf(reflect.TypeOf(f.of))
		s.Schema, s.Title = "https://json-schema.org/draft/2020-12/schema", f.title
		if x.SiteURL != "" {
			s.ID = webAddress(x.absolute(path))
		}
		data, err := encode(s)
		if err != nil {
			return nil, err
		}
		files = append(files, File{Path: path, Data: data})
	}
	return files, nil
}

// schemaOf returns the schema of a struct, with those of the structs in it as definitions.
func schemaOf(t reflect.Type) *schemaJSON {
	defs := map[string]*schemaJSON{}
	describe(t, defs)
	name := schemaName(t)
	root := *defs[name]
	delete(defs, name)
	if len(defs) > 0 {
		root.Defs = defs
	}
	return &root
}

func schemaName(t reflect.Type) string { return strings.ToLower(strings.TrimSuffix(t.Name(), "JSON")) }

// describe returns the schema of a value. Structs become definitions, once.
func describe(t reflect.Type, defs map[string]*schemaJSON) *schemaJSON {
	switch t.Kind() {
	case reflect.Pointer:
		return describe(t.Elem(), defs)
	case reflect.Slice:
		return &schemaJSON{Type: "array", Items: describe(t.Elem(), defs)}
	case reflect.Map:
		return &schemaJSON{Type: "object", Further: describe(t.Elem(), defs)}
	case reflect.Bool:
		return &schemaJSON{Type: "boolean"}
	case reflect.Int:
		return &schemaJSON{Type: "integer"}
	case reflect.Float64:
		return &schemaJSON{Type: "number"}
	case reflect.Struct:
		name := schemaName(t)
		if defs[name] == nil {
			s := &schemaJSON{Type: "object", Properties: map[string]*schemaJSON{}}
			defs[name] = s
			s.fields(t, defs)
		}
		return &schemaJSON{Ref: "#/$defs/" + name}
	}
	return &schemaJSON{Type: "string"}
}

// fields adds the fields of a struct, those of a struct embedded in it as its own.
func (s *schemaJSON) fields(t reflect.Type, defs map[string]*schemaJSON) {
	if t == reflect.TypeFor[i18n.Text]() {
		s.Description = "the same text in both languages; one may be missing"
	}
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			s.fields(f.Type, defs)
			continue
		}
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		p := describe(f.Type, defs)
		p.Description = f.Tag.Get("doc")
		p.restrict(f.Tag.Get("is"))
		s.Properties[name] = p
		if options != "omitempty" {
			s.Required = append(s.Required, name)
		}
	}
}

// restrict says which strings a value may be.
func (s *schemaJSON) restrict(is string) {
	switch is {
	case "":
	case "edtf":
		s.Description += " (EDTF, ISO 8601-2)"
	case "day":
		s.Format = "date"
	default:
		s.Enum = closedList(is)
	}
}

// closedList returns the values of a closed list.
func closedList(name string) []string {
	var out []string
	switch name {
	case "kind":
		out = list(content.Kinds[:], func(k content.Kind) string { return string(k) })
	case "type":
		out = list(event.Types[:], func(t event.Type) string { return string(t) })
	case "role":
		out = list(roles[:], func(r event.Role) string { return string(r) })
	case "property":
		out = list(content.Properties[:], func(p content.Property) string { return p.Name })
	case "scope":
		out = []string{"same", "overlaps", "part-of", "contested"}
	case "use":
		out = append(closedList("scope"), "spelling")
	case "script":
		out = i18n.Scripts[:]
	case "qualifier":
		out = []string{"about", "at-least", "more-than", "up-to", "less-than"}
	case "origin":
		out = []string{"edited", "found"}
	case "rights":
		out = []string{string(seeds.Full), string(seeds.QuoteOnly), string(seeds.None)}
	case "source":
		out = slices.Sorted(maps.Keys(howPublished))
	case "lang":
		out = list(i18n.Langs[:], func(l i18n.Lang) string { return string(l) })
	}
	return out
}
