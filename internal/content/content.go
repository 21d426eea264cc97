// Package content is the loading stage for content/: articles, entities,
// operations and pages.
//
// In: the files that editors write (TOML, Markdown with TOML front matter).
// Out: a [Content], immutable, whose prose is [source.Passage] values and whose
// spans are those of the files; and every problem that an editor can mend.
// It knows nothing of what the machine finds in the texts.
package content

import (
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// A Kind is a kind of entity. Its value stands in the JSON contract.
type Kind string

// The kinds of entity. Operations are entities too: texts mention them by name.
const (
	Actor         Kind = "actor"
	Operation     Kind = "operation"
	Malware       Kind = "malware"
	Organization  Kind = "organization"
	Person        Kind = "person"
	Place         Kind = "place"
	Vulnerability Kind = "vulnerability"
	// Indicator is a kind of mention only: an address or hash has no page.
	Indicator Kind = "indicator"
)

// Kinds lists the kinds that have pages, in the order in which the site shows them.
var Kinds = [...]Kind{Actor, Operation, Malware, Organization, Person, Place, Vulnerability}

// Folder returns the folder of the kind, in content/ and on the site: "actors", "people", …
func (k Kind) Folder() string {
	switch k {
	case Person:
		return "people"
	case Malware:
		return "malware"
	case Vulnerability:
		return "vulnerabilities"
	}
	return string(k) + "s"
}

// Content is everything that editors wrote.
type Content struct {
	Articles []*Article // sorted by ID
	// Drafts are the articles that were set aside, sorted by ID.
	Drafts []*Article
	// Unread are the paths of texts of articles, and of files that may be meant for some, that could not be
	// read whole, as has been reported: what they say is not known.
	Unread   []string
	Registry *Registry
	Pages    []*Page // sorted by ID
	// Waivers are what editors have waived in these files.
	Waivers []source.Waiver
}

// An Article is one report in both languages.
type Article struct {
	ID string // name of its folder
	// Draft says that it is not to be published yet.
	Draft bool
	// Versions holds a version per language; one of them may be nil, which is a problem
	// that has been reported, not both.
	JA, EN *Version
	// Waiting is a translation that is a draft and was set aside, nil where there is none.
	Waiting *Version
	// Sources are the ids of the source records that it reports, in the order of the Japanese front matter.
	Sources []string
	// SourcePos are where it names them.
	SourcePos []source.Position
	// About are ids of entities that it is chiefly about, in the editor's order.
	About []string
	// Moved are ids that the article had before: its page is reached by them still.
	Moved []string
	// Published is the day on which the article came out in the archive.
	Published edtf.Date
	// Reference is the day from which relative dates of the text count: Published, unless front matter says otherwise.
	Reference edtf.Date
	// Pos is where the front matter names the sources, or the beginning of the text.
	Pos source.Position

	plain bool        // nothing came up with it but
	refs  []reference // these
}

// In returns the version in a language, nil where it is missing.
func (a *Article) In(l i18n.Lang) *Version {
	if l == i18n.JA {
		return a.JA
	}
	return a.EN
}

// Title returns the title in both languages, empty where a version is missing.
func (a *Article) Title() i18n.Text {
	var t i18n.Text
	if a.JA != nil {
		t.JA = a.JA.Title
	}
	if a.EN != nil {
		t.EN = a.EN.Title
	}
	return t
}

// A Page is a page of prose that is not an article, such as "about".
type Page struct {
	ID     string
	JA, EN *Version
}

// In returns the version in a language, nil where it is missing.
func (p *Page) In(l i18n.Lang) *Version {
	if l == i18n.JA {
		return p.JA
	}
	return p.EN
}

// A Registry is all entities, by id. Ids are unique over all kinds.
type Registry struct {
	entities []*Entity
	byID     map[string]*Entity
}

// All returns the entities sorted by kind (in the order of [Kinds]) and id.
func (r *Registry) All() []*Entity { return r.entities }

// Get returns the entity with an id, nil if there is none.
func (r *Registry) Get(id string) *Entity { return r.byID[id] }

// An Entity is something that texts name: one file in content/ (places: one table of places.toml).
type Entity struct {
	ID   string
	Kind Kind
	// Class is the kind within the kind: "campaign" or "counter" for an operation,
	// "ministry", "police", "court", "company" … for an organisation, "botnet", "backdoor" … for malware.
	Class   string
	Pos     source.Position
	File    *source.File
	Name    i18n.Text
	Reading string // hiragana, for the 五十音 order; may be empty
	Summary i18n.Text
	// Title is a person's post, with the years in the text where they matter.
	Title i18n.Text
	// Country is the id of a place, or "". For a place, Code is its ISO 3166 code and Region a CLDR region id.
	Country, Code, Region string
	// Parent is the id of the organisation (or place) that this one is part of, or "".
	Parent string
	// Variants are spellings in which texts write the name: no names of their own.
	Variants []string
	Aliases  []Alias
	// Ambiguous says that the names are common words (ニッケル, Royal): they are linked only near a cue.
	Ambiguous bool
	IDs       []ExternalID
	// References are pages elsewhere that tell of the entity, in the editor's order.
	References []Reference
	Claims     []Claim
	// Rejected is the evidence of claims that were left out, as has been reported: it may be wrong, too.
	Rejected []Evidence
	// Moved are ids that the entity had before: its page is reached by them still.
	Moved []string
	// Operation is set for operations only.
	Operation  *OperationFacts
	variantPos []source.Position // of Variants
	adds       bool              // the file only adds to the entity in the program
	// Shipped reports whether the entity comes from the registry that is built into the program.
	Shipped bool
	// Replaces reports that it stands in the archive's own files in the place of one that is built into the program.
	Replaces bool
}

// An Alias is another name of an entity.
type Alias struct {
	Name string
	// By is who uses the name: an entity id where the registry has one, else the words of the editor.
	By string
	// Scope is "same", "overlaps", "part-of" or "contested".
	Scope     string
	Ambiguous bool // as in Entity, for this name alone
	Source    string
	Note      i18n.Text
	// Pos is where it stands, SourcePos where the source of it is named.
	Pos, SourcePos source.Position
}

// An ExternalID is the entity's id in another catalogue.
type ExternalID struct {
	System string // "attack", "misp", "malpedia", "cve"
	Value  string
	URL    string // may be empty
}

// A Reference is a page elsewhere: no source of a claim, but where to read on.
type Reference struct {
	URL   string
	Title string // may be empty
}

// OperationFacts are what only operations have.
type OperationFacts struct {
	// Type is the type of act, one of the event types (takedown, sanction, intrusion, …).
	Type string
	// Period is when it was carried out, Announced when it was made public; either may be zero.
	Period, Announced edtf.Date
	// Counters are ids of the campaigns, actors, malware or organisations that a counter-operation is directed against.
	Counters     []string
	Legal        []Legal
	Participants []Participant
	Events       []Event
}

// Legal is a legal instrument: an order, a warrant, a complaint, an executive order.
type Legal struct {
	Court      string // entity id, or ""
	Instrument i18n.Text
	Number     string // case, order or release number; may be empty
	Date       edtf.Date
	Source     string
	// Pos is where it stands, SourcePos where the source of it is named.
	Pos, SourcePos source.Position
}

// A Participant is an entity with its role in an operation or event:
// agent, target, instrument, partner, victim or place.
type Participant struct {
	Entity string
	Role   string
	Note   i18n.Text // what it did; may be empty
	Source string
	// Pos is where it stands, SourcePos where the source of it is named.
	Pos, SourcePos source.Position
}

// An Event is a dated act that an editor wrote down in an operation file.
type Event struct {
	ID           string // unique in the archive, ASCII
	Date         edtf.Date
	Announced    edtf.Date // zero where it is not known apart from Date
	Type         string
	Title        i18n.Text
	Text         i18n.Text // the gist; may be empty
	Participants []Participant
	Evidence
	Pos source.Position
}

// A Claim is a fact that an editor wrote down, with who says so.
// Exactly one of Text, Entity, Date and Figure is set.
type Claim struct {
	// Property is what the claim is about, one of [Properties].
	Property string
	Text     i18n.Text
	Entity   string
	Date     edtf.Date
	Figure   *Figure
	By       string    // who asserts it: entity id, or the editor's words; may be empty
	AsOf     edtf.Date // may be zero
	Alleged  bool      // the source alleges it, it has not been proven
	Shipped  bool      // it comes from the registry that is built into the program
	Evidence
	Note i18n.Text // what a better source says; shown as an editor's note
	Pos  source.Position
}

// Evidence says where a fact comes from.
type Evidence struct {
	// Source is the id of a source record.
	Source string
	// Quote is a phrase of one of our articles on that source, verbatim. It ties the fact to its sentence.
	Quote string
	// Line is the line of the source's text as received, from 1; 0 where it is not known.
	Line int
	// SourcePos and QuotePos are where the editor wrote the two.
	SourcePos, QuotePos source.Position
}

// A Figure is a number with what it counts.
type Figure struct {
	Min, Max  float64 // equal for a single value; Max 0 where there is no upper bound
	Qualifier string  // "", "about", "at-least", "more-than", "up-to", "less-than"
	Unit      i18n.Text
	Counts    i18n.Text
}
