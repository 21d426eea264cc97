package export

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"io"
	"slices"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// stixObject is an object of any type; what its type does not have stays empty and is not written.
type stixObject struct {
	Type         string `json:"type"`
	SpecVersion  string `json:"spec_version"`
	ID           string `json:"id"`
	CreatedByRef string `json:"created_by_ref,omitempty"`
	Created      string `json:"created"`
	Modified     string `json:"modified,omitempty"`
	Lang         string `json:"lang,omitempty"`

	Name        string   `json:"name,omitempty"`
	Description string   `json:"description,omitempty"`
	Aliases     []string `json:"aliases,omitempty"`

	FirstSeen           string   `json:"first_seen,omitempty"`
	LastSeen            string   `json:"last_seen,omitempty"`
	IsFamily            *bool    `json:"is_family,omitempty"`
	MalwareTypes        []string `json:"malware_types,omitempty"`
	ToolTypes           []string `json:"tool_types,omitempty"`
	InfrastructureTypes []string `json:"infrastructure_types,omitempty"`
	IdentityClass       string   `json:"identity_class,omitempty"`
	Roles               []string `json:"roles,omitempty"`

	Region             string `json:"region,omitempty"`
	Country            string `json:"country,omitempty"`
	AdministrativeArea string `json:"administrative_area,omitempty"`
	City               string `json:"city,omitempty"`

	RelationshipType string `json:"relationship_type,omitempty"`
	SourceRef        string `json:"source_ref,omitempty"`
	TargetRef        string `json:"target_ref,omitempty"`

	ReportTypes []string `json:"report_types,omitempty"`
	Published   string   `json:"published,omitempty"`
	Abstract    string   `json:"abstract,omitempty"`
	Content     string   `json:"content,omitempty"`
	Authors     []string `json:"authors,omitempty"`
	ObjectRefs  []string `json:"object_refs,omitempty"`

	ObjectRef      string                          `json:"object_ref,omitempty"`
	ObjectModified string                          `json:"object_modified,omitempty"`
	Contents       map[i18n.Lang]map[string]string `json:"contents,omitempty"`

	Schema         string            `json:"schema,omitempty"`
	Version        string            `json:"version,omitempty"`
	ExtensionTypes []string          `json:"extension_types,omitempty"`
	DefinitionType string            `json:"definition_type,omitempty"`
	Definition     map[string]string `json:"definition,omitempty"`

	ExternalReferences []stixReference           `json:"external_references,omitempty"`
	ObjectMarkingRefs  []string                  `json:"object_marking_refs,omitempty"`
	Extensions         map[string]*stixExtension `json:"extensions,omitempty"`

	about []string // what a report is chiefly about
	order int      // of acts and reports: the newest have the greatest
	of    Digest   // what it is made of, zero where that is not told
}

// stixReference leads to something outside STIX.
type stixReference struct {
	SourceName  string `json:"source_name"`
	Description string `json:"description,omitempty"`
	URL         string `json:"url,omitempty"`
	ExternalID  string `json:"external_id,omitempty"`
}

// A stixWriter gathers the objects of the archive.
type stixWriter struct {
	*Exporter
	book     *casebook.Casebook
	messages *i18n.Messages
	archive  age
	objects  []*stixNode
	byID     map[string]bool
	err      error // the first object that could not be encoded
	lists    [][]string
	entities map[*casebook.Entity]*stixObject
	// relations holds the id of the relationship that a claim became.
	relations map[*casebook.Claim]string
	acts      map[*casebook.Act]string
	ground    map[string]string // by type, the ids that most objects hold
	old       map[Digest][]byte // objects as they were written last time, by what they were made of
}

// A stixNode is an object already written, with what it refers to, so that it goes into every bundle as it is.
type stixNode struct {
	typ, id, source, target, text string   // of the object; text is what a language-content says in another language
	refs, objects, about          []string // refs are those besides source, target, text and objects
	order                         int
	of                            Digest // what it is made of, or its own digest where that is not told
	data                          []byte
}

// stix makes data/stix.json and a bundle for each actor and operation.
func (x *Exporter) stix(c *casebook.Casebook, m *i18n.Messages, emit func(File) error) error {
	w := &stixWriter{
		Exporter: x, book: c, messages: m, archive: ageOfArchive(c), byID: map[string]bool{},
		entities: map[*casebook.Entity]*stixObject{}, relations: map[*casebook.Claim]string{}, acts: map[*casebook.Act]string{}, ground: map[string]string{},
		old: x.shelf().Old(stixFile),
	}
	w.frame()
	for _, e := range c.Entities {
		w.entity(e)
	}
	w.relationships()
	for _, e := range c.Entities {
		w.claims(e)
	}
	for i, a := range c.Acts {
		order := i + 2
		if a.Date.IsZero() { // they stand at the end
			order = 1
		}
		w.act(a, order)
	}
	for i, a := range c.Articles {
		w.report(a, len(c.Articles)-i)
	}
	if w.err != nil {
		return w.err
	}
	slices.SortFunc(w.objects, func(a, b *stixNode) int {
		return cmp.Or(cmp.Compare(stixRank(a.typ), stixRank(b.typ)), cmp.Compare(a.typ, b.typ), cmp.Compare(a.id, b.id))
	})
	all := func(to io.Writer) error {
		j, err := w.bundle(to, stixFile, w.objects)
		if err == nil {
			x.shelf().Keep(stixFile, j.places)
		}
		return err
	}
	if err := emit(File{Path: stixFile, Write: all}); err != nil {
		return err
	}
	w.old = nil
	return w.apart(emit)
}

// stixFile is the bundle of the archive.
const stixFile = "data/stix.json"

// apart emits a bundle for each actor and operation.
func (w *stixWriter) apart(emit func(File) error) error {
	near := newNeighbours(w.objects)
	apart := slices.DeleteFunc(slices.Clone(w.book.Entities), func(e *casebook.Entity) bool { return e.Kind != content.Actor && e.Kind != content.Operation })
	for _, e := range apart {
		objects := near.about(w.entities[e].ID, len(apart))
		err := emit(File{Path: stixPath(e), Of: w.bundleOf(objects), Make: func() ([]byte, error) {
			size := 200
			for _, o := range objects {
				size += len(o.data) + len(",\n  ")
			}
			b := bytes.NewBuffer(make([]byte, 0, size))
			_, err := w.bundle(b, stixPath(e), objects)
			return b.Bytes(), err
		}})
		if err != nil {
			return err
		}
	}
	return nil
}

// stixPath is the bundle of an actor or operation.
func stixPath(e *casebook.Entity) string { return "data/stix/" + e.ID + ".json" }

// stixRank puts what other objects refer to before them.
func stixRank(typ string) int {
	switch typ {
	case "extension-definition", "marking-definition":
		return 0
	case "relationship":
		return 2
	case "note", "report":
		return 3
	case "language-content":
		return 4
	}
	return 1
}

// bundle writes a bundle of STIX 2.1, an object a line.
func (w *stixWriter) bundle(to io.Writer, path string, objects []*stixNode) (*jsonWriter, error) {
	j := newJSONWriter(to)
	j.field("type", "bundle")
	j.field("id", w.ref("bundle", path))
	j.list("objects", len(objects), func(i int) Digest { return objects[i].of }, func(i int) ([]byte, error) { return objects[i].data, nil }, nil)
	return j, j.close()
}

// ref returns the id of an object of a type, made of a name that no other object of the type has.
func (w *stixWriter) ref(typ, name string) string { return typ + "--" + w.uuid("stix/"+typ+"/"+name) }

// creator, marking and the like are the objects that all others rest on.
func (w *stixWriter) creator() string   { return w.once("identity", "archive") }
func (w *stixWriter) marking() string   { return w.once("marking-definition", "rights") }
func (w *stixWriter) extension() string { return w.once("extension-definition", "record") }

// once is ref for the few ids that most objects hold: it makes each once.
func (w *stixWriter) once(typ, name string) string {
	id, ok := w.ground[typ]
	if !ok {
		id = w.ref(typ, name)
		w.ground[typ] = id
	}
	return id
}

// timestamp writes the beginning of a day of the archive as STIX has it.
func (w *stixWriter) timestamp(a age) (created, modified string) {
	const layout = "2006-01-02T15:04:05.000Z"
	return w.midnight(a.first).UTC().Format(layout), w.midnight(a.last).UTC().Format(layout)
}

// object begins an object that the archive made.
func (w *stixWriter) object(typ, name string, a age) *stixObject {
	o := &stixObject{Type: typ, SpecVersion: "2.1", ID: w.ref(typ, name), CreatedByRef: w.creator(), ObjectMarkingRefs: []string{w.marking()}}
	o.Created, o.Modified = w.timestamp(a)
	return o
}

// extend puts what STIX has no property for beside the object, under the archive's extension.
func (w *stixWriter) extend(o *stixObject, e *stixExtension) {
	e.ExtensionType = "property-extension"
	o.Extensions = map[string]*stixExtension{w.extension(): e}
}

// add writes an object, once, and keeps it.
func (w *stixWriter) add(o *stixObject) {
	if w.byID[o.ID] {
		return
	}
	data, err := json.Marshal(o)
	w.err = cmp.Or(w.err, err)
	w.keep(o, data)
}

// keep keeps an object that is written.
func (w *stixWriter) keep(o *stixObject, data []byte) {
	w.byID[o.ID] = true
	n := &stixNode{
		typ: o.Type, id: o.ID, source: o.SourceRef, target: o.TargetRef, text: o.ObjectRef, refs: w.shared(o.framed()), objects: o.ObjectRefs, about: o.about,
		order: o.order, of: o.of, data: data,
	}
	if n.of == (Digest{}) && w.Made != nil {
		n.of = sha256.Sum256(data)
	}
	w.objects = append(w.objects, n)
}

// shared returns one and the same list for all lists that are equal, of which there are few.
func (w *stixWriter) shared(list []string) []string {
	for _, l := range w.lists {
		if slices.Equal(l, list) {
			return l
		}
	}
	w.lists = append(w.lists, list)
	return list
}

// stands reports whether an object was written last time, made of the same, and keeps it then, with its texts in the other language. Of the
// object only what it refers to need be known.
func (w *stixWriter) stands(o *stixObject) bool {
	data := w.old[o.of]
	if data == nil || o.of == (Digest{}) || w.byID[o.ID] {
		return false
	}
	l := w.translation(o)
	if other := w.old[l.of]; other != nil {
		w.keep(l, other)
	}
	w.keep(o, data)
	return true
}

// A stixText is a property that is a text, in both languages.
type stixText struct {
	property string
	text     i18n.Text
	to       *string
}

// say writes texts into an object in one language, and adds an object that holds them in the other.
func (w *stixWriter) say(o *stixObject, texts ...stixText) {
	lang := i18n.EN
	if first := plain(texts[0].text); first.EN == "" && first.JA != "" {
		lang = i18n.JA
	}
	o.Lang = string(lang)
	other := map[string]string{}
	for _, t := range texts {
		text := plain(t.text)
		*t.to, _ = text.Best(lang)
		if s := text.In(lang.Other()); s != "" && s != *t.to {
			other[t.property] = s
		}
	}
	if len(other) == 0 {
		return
	}
	l := w.translation(o)
	l.Contents = map[i18n.Lang]map[string]string{lang.Other(): other}
	w.add(l)
}

// translation begins the object that holds the texts of another one in the other language.
func (w *stixWriter) translation(o *stixObject) *stixObject {
	return &stixObject{
		Type: "language-content", SpecVersion: "2.1", ID: w.ref("language-content", o.ID), CreatedByRef: w.creator(), Created: o.Created, Modified: o.Modified,
		ObjectRef: o.ID, ObjectModified: o.Modified, ObjectMarkingRefs: []string{w.marking()}, of: with(o.of, "in the other language"),
	}
}

// frame adds the archive itself, its extension, and the statement about rights.
func (w *stixWriter) frame() {
	o := w.object("identity", "archive", w.archive)
	o.CreatedByRef, o.IdentityClass = "", "system"
	w.say(o, stixText{"name", named(w.Title, "jikenbo"), &o.Name}, stixText{"description", w.Description, &o.Description})
	o.ExternalReferences = appendReference(nil, stixReference{SourceName: "jikenbo", URL: webAddress(w.SiteURL)})
	w.add(o)
	x := w.object("extension-definition", "record", w.archive)
	x.Name, x.Version, x.ExtensionTypes, x.Lang = "jikenbo record", "1.0.0", []string{"property-extension"}, "en"
	x.Description = "What the archive records and STIX has no property for: dates as precisely as they are known (EDTF, ISO 8601-2), who says so, what is only alleged, and the sentences that are the evidence."
	x.Schema = "JSON Schema in the file data/schemas/stix-extension.schema.json of the archive"
	if webAddress(w.SiteURL) != "" {
		x.Schema = w.absolute("data/schemas/stix-extension.schema.json")
	}
	w.add(x)
	m := w.object("marking-definition", "rights", w.archive)
	m.ObjectMarkingRefs, m.Modified, m.DefinitionType = nil, "", "statement"
	m.Definition = map[string]string{"statement": rightsStatement}
	w.add(m)
}

// rightsStatement says what others may do with what is quoted.
const rightsStatement = "Sentences quoted from sources belong to their publishers. They are quoted one at a time as evidence for a fact, with the source named, as far as its rights allow."

// named returns a text that is not empty: the name, or else what stands for it.
func named(t i18n.Text, otherwise string) i18n.Text {
	if plain(t).IsZero() {
		return i18n.Both(otherwise)
	}
	return t
}

// plain is a text without what is not printed.
func plain(t i18n.Text) i18n.Text { return i18n.Text{JA: printable(t.JA), EN: printable(t.EN)} }

// framed returns those ids of objects that an object cannot do without that are the same for most: who made it, its marking, and its extension.
func (o *stixObject) framed() []string {
	var out []string
	if o.CreatedByRef != "" {
		out = append(out, o.CreatedByRef)
	}
	out = append(out, o.ObjectMarkingRefs...)
	for id := range o.Extensions {
		out = append(out, id)
	}
	return out
}
