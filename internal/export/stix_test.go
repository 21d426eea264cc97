package export

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
)

// oasis is where the schemas of STIX 2.1 are on a machine that has them.
const oasis = "../../../shared/data/stix2.1-schemas/schemas"

// stixBundle is a bundle of STIX 2.1.
type stixBundle struct {
	Type    string        `json:"type"`
	ID      string        `json:"id"`
	Objects []*stixObject `json:"objects"`
}

// refs returns the ids of the objects that an object cannot do without.
func (o *stixObject) refs() []string {
	out := slices.Concat([]string{o.SourceRef, o.TargetRef, o.ObjectRef}, o.ObjectRefs, []string{o.CreatedByRef}, o.ObjectMarkingRefs, slices.Collect(maps.Keys(o.Extensions)))
	return slices.DeleteFunc(out, func(id string) bool { return id == "" })
}

// bundles returns the STIX bundles among the files of an archive.
func bundles(t *testing.T, files map[string]string) map[string]stixBundle {
	t.Helper()
	out := map[string]stixBundle{}
	for path, data := range files {
		if path != "data/stix.json" && !strings.HasPrefix(path, "data/stix/") {
			continue
		}
		var b stixBundle
		decode(t, data, &b)
		out[path] = b
	}
	return out
}

var (
	stixID   = regexp.MustCompile(`^[a-z][a-z-]*[a-z]--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	stixTime = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{3})?Z$`)
)

// stixMust are the properties that each type must have, beyond those of all objects.
var stixMust = map[string][]string{
	"intrusion-set": {"name"}, "campaign": {"name"}, "course-of-action": {"name"}, "malware": {"name", "is_family"}, "tool": {"name"},
	"infrastructure": {"name"}, "identity": {"name"}, "location": {"name"}, "vulnerability": {"name"},
	"relationship": {"relationship_type", "source_ref", "target_ref"}, "report": {"name", "published", "object_refs"}, "note": {"content", "object_refs"},
	"language-content": {"object_ref", "contents"}, "extension-definition": {"name", "schema", "version", "extension_types", "created_by_ref"},
	"marking-definition": {"definition_type", "definition"},
}

// TestSTIXKeepsTheRules holds the rules of STIX 2.1 that no schema says, and those that it does, whatever the fields hold.
func TestSTIXKeepsTheRules(t *testing.T) {
	for _, text := range texts {
		for _, address := range []string{"", text} {
			x := exporter()
			x.SiteURL = address
			for path, b := range bundles(t, written(t, x, archive(t, text))) {
				checkBundle(t, path, b)
			}
		}
	}
}

func checkBundle(t *testing.T, path string, b stixBundle) {
	t.Helper()
	index := map[string]*stixObject{}
	for _, o := range b.Objects {
		if index[o.ID] != nil {
			t.Errorf("%s: two objects have the id %s", path, o.ID)
		}
		index[o.ID] = o
	}
	if b.Type != "bundle" || !stixID.MatchString(b.ID) || !strings.HasPrefix(b.ID, "bundle--") {
		t.Errorf("%s: the bundle is %s %s", path, b.Type, b.ID)
	}
	for _, o := range b.Objects {
		checkObject(t, o)
		for _, ref := range o.refs() {
			if index[ref] == nil {
				t.Errorf("%s: %s refers to %s, which is not there", path, o.ID, ref)
			}
		}
		if o.Type == "language-content" {
			checkLanguage(t, o, index[o.ObjectRef])
		}
	}
}

func checkObject(t *testing.T, o *stixObject) {
	t.Helper()
	data, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]any
	if err := json.Unmarshal(data, &raw); err != nil {
		t.Fatal(err)
	}
	must, ok := stixMust[o.Type]
	if !ok {
		t.Errorf("%s is of a type that STIX does not have", o.ID)
	}
	for _, key := range must {
		if v, ok := raw[key]; !ok || v == "" {
			t.Errorf("%s lacks its %s", o.ID, key)
		}
	}
	if !stixID.MatchString(o.ID) || !strings.HasPrefix(o.ID, o.Type+"--") || o.SpecVersion != "2.1" {
		t.Errorf("%s %s is a %s", o.SpecVersion, o.ID, o.Type)
	}
	for _, at := range []string{o.Created, o.Modified, o.FirstSeen, o.LastSeen, o.Published} {
		if at != "" && !stixTime.MatchString(at) {
			t.Errorf("%s: the time %q", o.ID, at)
		}
	}
	if o.Type != "marking-definition" && o.Modified < o.Created || o.LastSeen != "" && o.FirstSeen > o.LastSeen {
		t.Errorf("%s: created %s, modified %s, seen %s to %s", o.ID, o.Created, o.Modified, o.FirstSeen, o.LastSeen)
	}
	for _, r := range o.ExternalReferences {
		if r.SourceName == "" || r.Description == "" && r.URL == "" && r.ExternalID == "" || (r.SourceName == "cve") != isCVE(r.ExternalID) {
			t.Errorf("%s: the reference %+v", o.ID, r)
		}
	}
	quotes := strings.Contains(string(data), `"evidence":`) || o.Type == "language-content" && strings.HasPrefix(o.ObjectRef, "note--")
	if quotes && len(o.ObjectMarkingRefs) != 1 || o.Type != "note" && !quotes && len(o.ObjectMarkingRefs) > 0 {
		t.Errorf("%s: the statement about quoted sentences stands by it %d times", o.ID, len(o.ObjectMarkingRefs))
	}
	if strings.ContainsAny(string(data), "\u202e\x00") || strings.Contains(string(data), `\u0000`) {
		t.Errorf("%s holds what is not printed", o.ID)
	}
}

// checkLanguage holds that a translation is of properties that the object has.
func checkLanguage(t *testing.T, l, of *stixObject) {
	t.Helper()
	if of == nil || l.ObjectModified != of.Modified || len(l.Contents) != 1 {
		t.Fatalf("%s is the content of %+v", l.ID, of)
	}
	data, _ := json.Marshal(of)
	var raw map[string]any
	if err := json.Unmarshal(data, &raw); err != nil {
		t.Fatal(err)
	}
	for lang, texts := range l.Contents {
		if string(lang) == of.Lang || len(texts) == 0 {
			t.Errorf("%s is in %s, and so is %s", l.ID, lang, of.ID)
		}
		for property := range texts {
			if _, ok := raw[property]; !ok {
				t.Errorf("%s translates %s, which %s lacks", l.ID, property, of.ID)
			}
		}
	}
}

// TestSTIXHoldsWhatTheCasebookSays reads the bundle back.
func TestSTIXHoldsWhatTheCasebookSays(t *testing.T) {
	c := archive(t, "架空")
	c.Entity("lantern").Name = i18n.Text{JA: "角灯", EN: "Lantern"}
	x := exporter()
	all := bundles(t, written(t, x, c))["data/stix.json"]
	by := map[string][]*stixObject{}
	for _, o := range all.Objects {
		by[o.Type] = append(by[o.Type], o)
	}
	actor := by["intrusion-set"][0]
	ext := actor.Extensions[all.Objects[0].ID]
	if actor.Name != "Lantern" || actor.Lang != "en" || !slices.Equal(actor.Aliases, []string{"架空"}) || actor.FirstSeen != "" || ext.Record != "lantern" || ext.Names[0].Scope != "same" {
		t.Errorf("the actor is %+v, beside it %+v", actor, ext)
	}
	if i := slices.IndexFunc(by["language-content"], func(o *stixObject) bool { return o.ObjectRef == actor.ID }); i < 0 || by["language-content"][i].Contents[i18n.JA]["name"] != "角灯" {
		t.Error("the actor has no Japanese name")
	}
	for _, want := range []stixReference{
		{SourceName: "mitre-attack", ExternalID: "架空"}, {SourceName: "example.org", Description: "架空", URL: "https://example.org/lantern"},
		{SourceName: "架空", Description: "架空 (2024-12-05)"},
	} {
		if !slices.Contains(actor.ExternalReferences, want) {
			t.Errorf("the references of the actor %+v lack %+v", actor.ExternalReferences, want)
		}
	}
	counter := by["course-of-action"][0]
	want := []stixDate{{Property: "period", EDTF: "2022-22/2023-23", Earliest: "2022-06-01", Latest: "2023-11-30"}}
	if diff := cmp.Diff(want, counter.Extensions[all.Objects[0].ID].Dates); diff != "" || counter.FirstSeen != "" {
		t.Errorf("the period (-want +got), which is no first_seen:\n%s", diff)
	}
	types := map[string]int{}
	for _, o := range by["relationship"] {
		types[o.RelationshipType]++
	}
	if diff := cmp.Diff(map[string]int{"counters": 2, "related-to": 1}, types); diff != "" {
		t.Errorf("relationships:\n%s", diff)
	}
	if len(by["report"]) != 1 || by["report"][0].Published != "2026-11-21T15:00:00.000Z" {
		t.Errorf("reports %+v", by["report"])
	}
	acts := 0
	for _, o := range by["note"] {
		e := o.Extensions[all.Objects[0].ID]
		if e.Kind == "act" {
			acts++
		}
		if e.Record == "lantern-down" && (e.Participants[0] != stixParticipant{Ref: actor.ID, Role: "target"} || e.Evidence[0].Text != "示してよい文。" || !strings.Contains(o.Content, "示してよい文。")) {
			t.Errorf("the act is %+v, %+v", o, e)
		}
	}
	if acts != len(c.Acts) || len(by["note"]) != acts+3 {
		t.Errorf("%d notes, %d of acts", len(by["note"]), acts)
	}
}

// TestIDsStay holds that no id depends on the words of the archive, its name or where it stands, and that archives
// of different namespaces share none.
func TestIDsStay(t *testing.T) {
	ids := func(x *Exporter, text string) []string {
		files := written(t, x, archive(t, text))
		var out []string
		for _, path := range []string{"data/stix.json", "data/stix/lantern.json"} {
			b := bundles(t, files)[path]
			out = append(out, b.ID)
			for _, o := range b.Objects {
				out = append(out, o.ID)
			}
		}
		var m mispClusters
		decode(t, files["data/misp-clusters.json"], &m)
		out = append(out, m.UUID, m.Values[0].UUID)
		return append(out, urnInText.FindAllString(files["ja/feeds/lantern.xml"], -1)...)
	}
	before := ids(&Exporter{Title: both("前")}, "前")
	if diff := cmp.Diff(before, ids(&Exporter{Title: both("後"), Description: both("x"), SiteURL: "https://example.org/b/", Zone: time.FixedZone("", 9*60*60)}, "後")); diff != "" {
		t.Errorf("ids change with the words or the address:\n%s", diff)
	}
	for i, id := range ids(&Exporter{Namespace: "harbour"}, "前") {
		if id == before[i] {
			t.Errorf("%s is of two namespaces", id)
		}
	}
	if known := "intrusion-set--afbe480f-94b2-59ca-87f3-03c890c27e07"; !slices.Contains(before, known) {
		t.Errorf("ids have been published, among them %s; now there are %q", known, before)
	}
}

var urnInText = regexp.MustCompile(`urn:uuid:[0-9a-f-]{36}`)

// TestSTIXBundleOfOne holds that the bundle of an actor has what concerns it and nothing else.
func TestSTIXBundleOfOne(t *testing.T) {
	files := bundles(t, written(t, exporter(), archive(t, "架空")))
	all, one := files["data/stix.json"], files["data/stix/lantern.json"]
	if len(one.Objects) < 10 || len(one.Objects) > len(all.Objects) || one.ID == all.ID {
		t.Errorf("%d of %d objects", len(one.Objects), len(all.Objects))
	}
	for _, o := range one.Objects {
		i := slices.IndexFunc(all.Objects, func(a *stixObject) bool { return a.ID == o.ID })
		if i < 0 || !reflect.DeepEqual(o, all.Objects[i]) {
			t.Errorf("%s is another object than in stix.json", o.ID)
		}
	}
}

// stixSchemas compiles a schema of OASIS.
func stixSchema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	files, err := filepath.Glob(filepath.Join(oasis, "*", "*.json"))
	if err != nil || len(files) < 50 {
		t.Skipf("the schemas of STIX 2.1 are not on this machine; the rules are tested above")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(data)))
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(file) == "bundle.json" {
			mendBundle(doc)
		}
		if err := c.AddResource(doc.(map[string]any)["$id"].(string), doc); err != nil {
			t.Fatal(err)
		}
	}
	s, err := c.Compile("http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// mendBundle mends the schema of bundles, which leaves notes, locations and extension definitions out of its
// list of objects, and then refuses them as objects of further types since they match both of the two schemas of which it
// wants exactly one. Their own schemas are read apart.
func mendBundle(doc any) {
	at := func(v any, keys ...any) any {
		for _, k := range keys {
			switch k := k.(type) {
			case string:
				v = v.(map[string]any)[k]
			case int:
				v = v.([]any)[k]
			}
		}
		return v
	}
	further := at(doc, "properties", "objects", "items", "anyOf", 1, "allOf", 0).(map[string]any)
	further["anyOf"] = further["oneOf"]
	delete(further, "oneOf")
}

// TestSTIXIsValid validates every bundle, and every object by the schema of its own type.
func TestSTIXIsValid(t *testing.T) {
	schemas := map[string]*jsonschema.Schema{"bundle": stixSchema(t, "common/bundle.json")}
	folder := map[string]string{"relationship": "sros", "language-content": "common", "marking-definition": "common", "extension-definition": "common"}
	validate := func(what, typ string, v any) {
		if schemas[typ] == nil {
			in := folder[typ]
			if in == "" {
				in = "sdos"
			}
			schemas[typ] = stixSchema(t, in+"/"+typ+".json")
		}
		if err := schemas[typ].Validate(v); err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	for _, c := range []*casebook.Casebook{archive(t, "架空"), archive(t, hostile), archive(t, ""), archive(t, "CVE-2021-26855"), archive(t, "https://example.org/架空")} {
		x := exporter()
		x.SiteURL = "https://example.org/casebook/"
		for path, data := range written(t, x, c) {
			if path != "data/stix.json" && !strings.HasPrefix(path, "data/stix/") {
				continue
			}
			doc, err := jsonschema.UnmarshalJSON(strings.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			validate(path, "bundle", doc)
			for _, o := range doc.(map[string]any)["objects"].([]any) {
				validate(path, o.(map[string]any)["type"].(string), o)
			}
		}
	}
}
