// Package intake stands beside the pipeline: it takes what other catalogues know of actors and
// malware into the files that editors write.
//
// In: a MISP galaxy cluster or a STIX bundle ([MISP], [STIX]), and an archive.
// Out: a [Plan], the files of content/ and seeds/ to write. Files are new, or the old ones with
// something added; nothing that stands in a file is ever changed, so that a second run has nothing to do.
//
// An entity that an editor wrote keeps its names. Where a catalogue gives one of them to another
// entity, that one gets a claim that says so; names that only catalogues dispute are declared contested.
package intake

import (
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// A Catalogue is what one file of another archive says.
type Catalogue struct {
	// Source is the id of the source record that the entries name.
	Source string
	// Label names the catalogue inside a sentence; By names it as who says so.
	Label i18n.Text
	By    string
	// Title, Publisher, URL and Notice go into the source record. Notice is the copyright line
	// that has to go with the data, or "".
	Title, Publisher, URL, Notice string
	Records                       []Record
	// Passed counts the entries that were passed over, by why.
	Passed map[string]int
}

// A Record is one entry of a catalogue.
type Record struct {
	Kind       content.Kind // Actor or Malware
	Class      string       // may be empty
	Name       string
	Aliases    []Alias
	IDs        []ID
	Country    string // ISO 3166 code in capitals, or ""
	References []content.Reference
	Pos        source.Position
}

// An Alias is another name and who uses it, where the catalogue knows.
type Alias struct{ Name, By string }

// An ID is the entry's id in a catalogue.
type ID struct{ System, Value string }
