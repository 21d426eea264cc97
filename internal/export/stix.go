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

	node *stixNode
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
	book                       *casebook.Casebook
	made                       *madeOf
	messages                   *i18n.Messages
	archive                    age
	nodes                      []*stixNode // in the order of the bundle, once all are there
	fresh                      []*stixNode // those that do not stand
	room                       []stixNode  // for more
	creator, marking, extended *stixNode   // on which all others rest
	createdBy, extension       string      // their ids
	marked                     []string
	frames                     map[bool][]*stixNode // these, as texts in the other language rest on them, and as all others do
	names                      map[string]bool      // of relationships and notes on claims
	err                        error                // the first object that could not be encoded
	entities                   map[*casebook.Entity]*stixNode
	relations                  map[*casebook.Claim]*stixNode // what a claim became
	acts                       map[*casebook.Act]*stixNode
	old                        stock       // the objects as they were written last time
	stood                      []*stixNode // by their place there, nil for those that do not stand any more
}

// stix makes data/stix.json and a bundle for each actor and operation.
func (x *Exporter) stix(c *casebook.Casebook, made *madeOf, m *i18n.Messages, emit func(File) error) error {
	w := &stixWriter{
		Exporter: x, book: c, made: made, messages: m, archive: ageOfArchive(c), names: map[string]bool{}, old: x.stock(stixFile),
		entities: map[*casebook.Entity]*stixNode{}, relations: map[*casebook.Claim]*stixNode{}, acts: map[*casebook.Act]*stixNode{},
	}
	w.stood = make([]*stixNode, len(w.old.Places))
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
	w.sort()
	if err := emit(File{Path: stixFile, Write: w.whole}); err != nil {
		return err
	}
	return w.apart(emit)
}

// sort puts the objects in the order of the bundle. Those that stand are in it already.
func (w *stixWriter) sort() {
	stood := slices.DeleteFunc(w.stood, func(n *stixNode) bool { return n == nil })
	fresh := w.fresh
	slices.SortFunc(fresh, byRank)
	w.nodes = make([]*stixNode, 0, len(stood)+len(fresh))
	for _, n := range stood {
		for len(fresh) > 0 && byRank(fresh[0], n) < 0 {
			w.nodes, fresh = append(w.nodes, fresh[0]), fresh[1:]
		}
		w.nodes = append(w.nodes, n)
	}
	w.nodes = append(w.nodes, fresh...)
}

// stixFile is the bundle of the archive.
const stixFile = "data/stix.json"

// whole writes it.
func (w *stixWriter) whole(to io.Writer) error {
	j := w.bundle(to, w.old, stixFile)
	j.begin("objects", len(w.nodes))
	for i, n := range w.nodes {
		if n.stands() {
			j.take(w.old.Places[n.old], i == 0)
		} else {
			j.put(Place{Of: n.of, Note: n.uuid}, n.data, i == 0)
		}
	}
	j.end(len(w.nodes))
	return w.closed(j, stixFile)
}

// apart emits a bundle for each actor and operation.
func (w *stixWriter) apart(emit func(File) error) error {
	near := newNeighbourhood(w.nodes)
	apart := slices.DeleteFunc(slices.Clone(w.book.Entities), func(e *casebook.Entity) bool { return e.Kind != content.Actor && e.Kind != content.Operation })
	var room bytes.Buffer
	for _, e := range apart {
		objects := near.about(w.entities[e], len(apart))
		err := emit(File{Path: stixPath(e), Of: w.bundleOf(objects), Make: func() ([]byte, error) {
			room.Reset()
			j := w.bundle(&room, stock{}, stixPath(e))
			j.list("objects", lister{n: len(objects), item: func(i int) ([]byte, error) { return w.read(objects[i]) }})
			err := j.close()
			return room.Bytes(), err
		}})
		if err != nil {
			return err
		}
	}
	return nil
}

// read returns an object as it is written.
func (w *stixWriter) read(n *stixNode) ([]byte, error) {
	if n.stands() {
		return w.old.read(w.old.Places[n.old])
	}
	return n.data, nil
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

// bundle begins a bundle of STIX 2.1, an object a line.
func (w *stixWriter) bundle(to io.Writer, old stock, path string) *jsonWriter {
	j := newJSONWriter(to, old)
	j.field("type", "bundle")
	j.field("id", "bundle--"+hexUUID(w.uuidOf("bundle", path)))
	return j
}

// uuidOf returns the UUID of an object of a type, made of a name that no other object of the type has.
func (w *stixWriter) uuidOf(typ, name string) [16]byte { return w.uuid("stix/" + typ + "/" + name) }

// timestamp writes the beginning of a day of the archive as STIX has it.
func (w *stixWriter) timestamp(a age) (created, modified string) {
	const layout = "2006-01-02T15:04:05.000Z"
	return w.midnight(a.first).UTC().Format(layout), w.midnight(a.last).UTC().Format(layout)
}

// object begins the object of a node, which the archive made.
func (w *stixWriter) object(n *stixNode, a age) *stixObject {
	o := &stixObject{Type: n.typ, SpecVersion: "2.1", ID: n.id(), CreatedByRef: w.createdBy, node: n}
	if n.typ == "note" { // no other object quotes
		o.ObjectMarkingRefs = w.marked
	}
	o.Created, o.Modified = w.timestamp(a)
	return o
}

// extend puts what STIX has no property for beside the object, under the archive's extension.
func (w *stixWriter) extend(o *stixObject, e *stixExtension) {
	e.ExtensionType = "property-extension"
	o.Extensions = map[string]*stixExtension{w.extension: e}
}

// add writes an object.
func (w *stixWriter) add(o *stixObject) {
	data, err := json.Marshal(o)
	w.err = cmp.Or(w.err, err)
	if o.node.data = data; o.node.of == (Digest{}) && w.made.known() {
		o.node.of = sha256.Sum256(data)
	}
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
	l := w.translation(o, w.textsOf(o.node))
	l.Contents = map[i18n.Lang]map[string]string{lang.Other(): other}
	w.add(l)
}

// translation begins the object that holds the texts of another one in the other language.
func (w *stixWriter) translation(o *stixObject, n *stixNode) *stixObject {
	return &stixObject{
		Type: "language-content", SpecVersion: "2.1", ID: n.id(), CreatedByRef: w.createdBy, Created: o.Created, Modified: o.Modified,
		ObjectRef: o.ID, ObjectModified: o.Modified, ObjectMarkingRefs: o.ObjectMarkingRefs, node: n,
	}
}

// frame adds the archive itself, its extension, and the statement about rights.
func (w *stixWriter) frame() {
	w.creator, w.marking = w.node("identity", "archive", Digest{}), w.node("marking-definition", "rights", Digest{})
	w.extended = w.node("extension-definition", "record", Digest{})
	w.creator.frame, w.marking.frame, w.extended.frame = []*stixNode{w.marking}, []*stixNode{w.creator}, []*stixNode{w.creator, w.marking}
	w.frames = map[bool][]*stixNode{true: {w.creator, w.marking}, false: {w.creator, w.marking, w.extended}}
	w.createdBy, w.marked, w.extension = w.creator.id(), []string{w.marking.id()}, w.extended.id()
	o := w.object(w.creator, w.archive)
	o.CreatedByRef, o.IdentityClass = "", "system"
	w.say(o, stixText{"name", named(w.Title, "jikenbo"), &o.Name}, stixText{"description", w.Description, &o.Description})
	o.ExternalReferences = appendReference(nil, stixReference{SourceName: "jikenbo", URL: webAddress(w.SiteURL)})
	w.add(o)
	x := w.object(w.extended, w.archive)
	x.Name, x.Version, x.ExtensionTypes, x.Lang = "jikenbo record", "1.0.0", []string{"property-extension"}, "en"
	x.Description = "What the archive records and STIX has no property for: dates as precisely as they are known (EDTF, ISO 8601-2), who says so, what is only alleged, and the sentences that are the evidence."
	x.Schema = "JSON Schema in the file data/schemas/stix-extension.schema.json of the archive"
	if webAddress(w.SiteURL) != "" {
		x.Schema = w.absolute("data/schemas/stix-extension.schema.json")
	}
	w.add(x)
	m := w.object(w.marking, w.archive)
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
