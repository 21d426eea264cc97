// Package casebook is the linking stage: it joins the Documents of all texts
// with what editors wrote into one [Casebook], and gives every page its URL.
//
// In: the content, the sources, and a Document per text.
// Out: a Casebook, immutable: everything linked both ways, one timeline, one act
// where several texts tell the same one, with all its evidence, claims that
// disagree side by side. It is the one barrier of the build.
//
// Every slice is sorted, by a rule that its comment gives; output never depends on a map.
package casebook

import (
	"maps"
	"slices"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// Input is what is linked.
type Input struct {
	Content *content.Content
	Sources *seeds.Set
	// Articles holds the Documents of the versions of Content.Articles[i] at i.
	Articles []Versions
	// Originals are the Documents of the sources whose text is present, in the order of Sources.All().
	Originals []*analysis.Document
	// Outlines are those that are known already, of documents under this registry; may be nil.
	Outlines map[*analysis.Document]*Outline
	// Many calls f for each number below n, several at a time perhaps, and returns when all is done; nil for one after the other.
	Many func(n int, f func(i int))
}

// A Casebook is the whole archive, linked.
type Casebook struct {
	Articles []*Article // newest reference date first, then id
	Sources  []*Source  // newest publication first, undated last, then id
	Entities []*Entity  // those with a page, by kind, then id
	Acts     []*Act     // the timeline: by date, then id
	// Contested are the names that several entities claim, by name.
	Contested []*Contested
	Pages     []*Page

	entities map[string]*Entity
	sources  map[string]*Source
}

// Entity returns the entity with an id, nil if there is none.
// An entity without a page has an empty Path: it is named, not linked.
func (c *Casebook) Entity(id string) *Entity { return c.entities[id] }

// Registry returns all entities, with a page or without, by kind, then id.
func (c *Casebook) Registry() []*Entity {
	return slices.SortedFunc(maps.Values(c.entities), byKindAndID)
}

// Source returns the source with an id, nil if there is none.
func (c *Casebook) Source(id string) *Source { return c.sources[id] }

// ByKind returns the entities of a kind that have a page, sorted by id.
func (c *Casebook) ByKind(k content.Kind) []*Entity {
	var out []*Entity
	for _, e := range c.Entities {
		if e.Kind == k {
			out = append(out, e)
		}
	}
	return out
}

// A Page is a page of prose, such as "about".
type Page struct {
	*content.Page
	Path string // "about.html"
}

// An Article is an article with what links to it.
type Article struct {
	*content.Article
	Path string // "articles/plugx-removal.html", the same below ja/ and en/
	Docs Versions
	// Sources are the records it reports.
	Sources []*Source
	// Entities are the entities that it names, most often named first.
	Entities []*Entity
	// Acts are the acts for which it is evidence, in the order of the timeline.
	Acts []*Act

	rank  int // of its first text among all
	place int // among the articles, the newest first
}

// A Source is a source record with what rests on it.
type Source struct {
	*seeds.Source
	Path string // "sources/doj-24-1173.html"
	// Doc is the analysis of its text, with its outline; nil where the text is not present.
	Doc     *analysis.Document
	Outline *Outline
	// Articles report it. Claims and Acts rest on it. Translates and Translations link records both ways.
	Articles     []*Article
	Claims       []*Claim
	Acts         []*Act
	Translates   *Source
	Translations []*Source
	// PublisherEntity is the publisher, nil where the registry does not have it.
	PublisherEntity *Entity

	shown map[int]bool // sentences that are evidence for a fact
}

// Shows reports whether the page of the source shows a sentence, by its index:
// under full rights every one, under "quote" those that are evidence for a fact.
func (s *Source) Shows(sentence int) bool {
	return s.Doc != nil && (s.Rights == seeds.Full || s.Rights == seeds.QuoteOnly && s.shown[sentence])
}

// An Entity is an entity with a page and all that links to it.
type Entity struct {
	*content.Entity
	Path string // "actors/mustang-panda.html"; empty where it has no page
	// Claims are the editors' claims, in their order; conflicts are marked.
	Claims []*Claim
	// Relations are claims whose value is another entity, from both ends,
	// legal courts and participants of operations too; by property, then the other's id.
	Relations []Relation
	// Acts are the acts that it takes part in, in the order of the timeline.
	Acts []*Act
	// Operations that it takes part in, and counter-operations directed against it; by period, then id.
	Operations, Countered []*Entity
	// Parts are the entities whose Parent it is, by id; Country and Parent are nil where there is none.
	Parts           []*Entity
	Country, Parent *Entity
	// Residents are the entities whose Country it is (places only), by kind, then id.
	Residents []*Entity
	Mentions  Mentions // the sentences that name it
	Articles  []*Article
	Sources   []*Source
}

// Registered reports whether the registry has the entity. One that takes part in an act that an editor has looked at
// may be known by the words of the text alone, which are its name then; it has no id and no page.
func (e *Entity) Registered() bool { return e.ID != "" }

// A Relation leads to another entity. Every relation stands at both ends.
type Relation struct {
	Property string // of the claim, or "participant", "counters", "court"
	Role     string // of a participant
	Inverse  bool   // the claim stands at the other end
	Other    *Entity
	Claim    *Claim    // nil for a participant
	Note     i18n.Text // what a participant did
	Source   *Source   // nil where none is given
}

// A Claim is an editor's claim, resolved.
type Claim struct {
	*content.Claim
	ID string // fragment on the entity's page: "c3"
	// Entity has the claim; Value is the entity it claims; By says it. The latter two may be nil.
	Entity, Value, By *Entity
	Source            *Source
	Evidence          []Evidence // the article's sentence first, then the source's; empty where neither is held
	// Disputes are claims of the same property about the same thing that say something else, here or elsewhere.
	Disputes []*Claim
}

// An Act is one dated act, however many texts tell it.
type Act struct {
	ID        string // ASCII, stable from build to build; the fragment on its page of the timeline
	Path      string // the page of the timeline that tells it: "timeline.html", or "timeline/2021.html"
	Date      edtf.Date
	Announced edtf.Date // zero where it is not known apart from Date
	Type      event.Type
	Title     i18n.Text // written by an editor, or made of type and participants
	Text      i18n.Text // the gist; may be empty
	// Edited reports that an editor wrote the act down; otherwise the machine found it, and Reviewed
	// reports that an editor has looked at what it found.
	Edited, Reviewed bool
	Participants     []Participant // by role, then id
	// Operation that the act belongs to, nil if none.
	Operation *Entity
	Evidence  []Evidence // articles first, by id and sentence
	Sources   []*Source
}

// Checked reports whether an editor stands behind the act.
func (a *Act) Checked() bool { return a.Edited || a.Reviewed }

// A Participant is an entity in its role.
type Participant struct {
	Entity *Entity
	Role   event.Role
}

// Evidence is a sentence of a text.
type Evidence struct {
	// Exactly one of Article and Source is set.
	Article *Article
	Source  *Source
	Lang    i18n.Lang
	// Sentence and Passage are indexes into the document; Text is the sentence as prose.
	Sentence, Passage int
	Text              string
	// Mark is the span in Text of the date expression, the name or the quoted phrase; zero where there is none.
	Mark source.Span
	// AsWritten is the date in the source's own words; "" where the evidence is not of a date.
	AsWritten string

	values []edtf.Date // of these words, in the sentence
}

// A Contested name is claimed by several entities.
type Contested struct {
	Name     string
	Path     string // "names/reddelta.html"
	Entities []*Entity
	Mentions Mentions
}
