package content

import (
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// What editors write, as it is decoded. docs/format.md describes every key.
type (
	bilingual = source.Located[i18n.Text]
	word      = source.Located[string]
	words     = source.Located[[]word]
	date      = source.Located[edtf.Date]
)

// entityTOML holds the keys that all kinds of entity have.
type entityTOML struct {
	Name      bilingual                   `toml:"name"`
	Reading   word                        `toml:"reading"`
	Class     word                        `toml:"class"`
	Summary   bilingual                   `toml:"summary"`
	Country   word                        `toml:"country"`
	Parent    word                        `toml:"parent"`
	Ambiguous bool                        `toml:"ambiguous"`
	Variants  words                       `toml:"variants"`
	Moved     words                       `toml:"moved"`
	Adds      source.Located[bool]        `toml:"adds"`
	IDs       map[string]word             `toml:"ids"`
	Aliases   []source.Located[aliasTOML] `toml:"alias"`
	Claims    []source.Located[claimTOML] `toml:"claim"`

	References []source.Located[referenceTOML] `toml:"reference"`
}

type referenceTOML struct {
	URL   word `toml:"url"`
	Title word `toml:"title"`
}

// waiversTOML is embedded in what stands at the root of a file.
type waiversTOML struct {
	Waive []source.Located[source.WaiverTOML] `toml:"waive"`
}

// plainTOML is the file of an entity that has the keys of all kinds and no others.
type plainTOML struct {
	entityTOML
	waiversTOML
}

type personTOML struct {
	plainTOML
	Title bilingual `toml:"title"`
}

// placesTOML is content/places.toml.
type placesTOML struct {
	waiversTOML
	Places []source.Located[placeTOML] `toml:"place"`
}

type placeTOML struct {
	entityTOML
	ID     word `toml:"id"`
	Code   word `toml:"code"`
	Region word `toml:"region"`
}

type operationTOML struct {
	plainTOML
	Type         word                              `toml:"type"`
	Period       date                              `toml:"period"`
	Announced    date                              `toml:"announced"`
	Counters     words                             `toml:"counters"`
	Legal        []source.Located[legalTOML]       `toml:"legal"`
	Participants []source.Located[participantTOML] `toml:"participant"`
	Events       []source.Located[eventTOML]       `toml:"event"`
}

type aliasTOML struct {
	Name      word      `toml:"name"`
	By        word      `toml:"by"`
	Scope     word      `toml:"scope"`
	Ambiguous bool      `toml:"ambiguous"`
	Source    word      `toml:"source"`
	Note      bilingual `toml:"note"`
}

// evidenceTOML is embedded where a fact names its source.
type evidenceTOML struct {
	Source word                `toml:"source"`
	Quote  word                `toml:"quote"`
	Line   source.Located[int] `toml:"line"`
}

type claimTOML struct {
	evidenceTOML
	Property word                       `toml:"property"`
	Text     bilingual                  `toml:"text"`
	Entity   word                       `toml:"entity"`
	Date     date                       `toml:"date"`
	Figure   source.Located[figureTOML] `toml:"figure"`
	By       word                       `toml:"by"`
	AsOf     date                       `toml:"as_of"`
	Alleged  bool                       `toml:"alleged"`
	Note     bilingual                  `toml:"note"`
}

type figureTOML struct {
	Value     source.Located[float64] `toml:"value"`
	Min       source.Located[float64] `toml:"min"`
	Max       source.Located[float64] `toml:"max"`
	Qualifier word                    `toml:"qualifier"`
	Unit      bilingual               `toml:"unit"`
	Counts    bilingual               `toml:"counts"`
}

type legalTOML struct {
	Court      word      `toml:"court"`
	Instrument bilingual `toml:"instrument"`
	Number     word      `toml:"number"`
	Date       date      `toml:"date"`
	Source     word      `toml:"source"`
}

type participantTOML struct {
	Entity word      `toml:"entity"`
	Role   word      `toml:"role"`
	Note   bilingual `toml:"note"`
	Source word      `toml:"source"`
}

type eventTOML struct {
	evidenceTOML
	ID           word                              `toml:"id"`
	Date         date                              `toml:"date"`
	Announced    date                              `toml:"announced"`
	Type         word                              `toml:"type"`
	Title        bilingual                         `toml:"title"`
	Text         bilingual                         `toml:"text"`
	Participants []source.Located[participantTOML] `toml:"participants"`
}

// frontTOML is the front matter of an article.
type frontTOML struct {
	waiversTOML
	Draft     bool  `toml:"draft"`
	Title     word  `toml:"title"`
	Published date  `toml:"published"`
	Reference date  `toml:"reference"`
	Sources   words `toml:"sources"`
	About     words `toml:"about"`
	Summary   word  `toml:"summary"`
	Original  words `toml:"original"`
	Moved     words `toml:"moved"`
}

// pageTOML is the front matter of a page.
type pageTOML struct {
	waiversTOML
	Title   word `toml:"title"`
	Summary word `toml:"summary"`
}
