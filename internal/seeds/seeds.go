// Package seeds is the loading stage for seeds/: the record of every source,
// and the text as received where the editor has it.
//
// In: seeds/*.toml and seeds/*.txt, and the texts of a folder of originals,
// which are recognised by their SHA-256 whatever they are called.
// Out: a [Set] of [Source] values, immutable, with decoded texts cut into passages;
// page furniture is marked, never removed.
package seeds

import (
	"slices"

	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// Rights says how much of a source's text may be shown.
type Rights string

// The rights. Quote is the default.
const (
	Full      Rights = "full"  // may be published whole
	QuoteOnly Rights = "quote" // only the sentences that are evidence for a fact
	None      Rights = "none"  // nothing but the record
)

// Set is all source records.
type Set struct {
	sources []*Source
	byID    map[string]*Source
	waivers []source.Waiver
}

// Waivers returns what editors have waived in the records.
func (s *Set) Waivers() []source.Waiver { return s.waivers }

// Without returns the set without the sources of some ids.
func (s *Set) Without(ids map[string]bool) *Set {
	if len(ids) == 0 {
		return s
	}
	out := NewSet(slices.DeleteFunc(slices.Clone(s.sources), func(src *Source) bool { return ids[src.ID] })...)
	out.waivers = s.waivers
	return out
}

// All returns the sources sorted by id.
func (s *Set) All() []*Source { return s.sources }

// Get returns the source with an id, nil if there is none.
func (s *Set) Get(id string) *Source { return s.byID[id] }

// A Source is the record of a document: an article, a release, a court file, an advisory.
type Source struct {
	ID   string
	Pos  source.Position
	Kind string // one of [Kinds]
	// Title is in the document's own language; Titles may add a translation of it by the editors.
	Title     string
	TitleIn   i18n.Text
	Publisher string // entity id, or the editor's words; "" where it is not known
	// PublisherPos is where it is named.
	PublisherPos source.Position
	Author       string
	Translator   string
	Published    edtf.Date // zero where it is not known
	URL          string
	Archived     string
	Number       string // release or case number
	Language     string // BCP 47: "ja", "en", "zh", "fr"
	Rights       Rights
	// Translates is the id of the source that this one translates or reports, or "".
	Translates string
	SHA256     string // of the text as received, hex; "" where we hold no text
	Note       i18n.Text

	// Text is the text as received, decoded; nil where it is not present in this build.
	Text *source.File
	// Encoding is what Text was decoded from: "UTF-8", "Shift_JIS", "EUC-JP" or "ISO-2022-JP".
	Encoding string
	// Passages cover Text: a passage a line, with furniture marked. Empty where Text is nil.
	Passages []source.Passage
}
