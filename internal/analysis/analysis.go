// Package analysis is the stage between loading and linking: one text → one
// [Document], with its sentences, mentions, dates, events and figures.
//
// In: a [Text], which is a version of an article or the text of a source.
// Out: a Document, immutable, whose spans are offsets into the file of the text.
// Texts do not see each other here; many are analysed at once.
package analysis

import (
	"sync"

	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A Text is what is analysed.
type Text struct {
	// ID is the article's or source's id.
	ID       string
	Lang     i18n.Lang
	File     *source.File
	Passages []source.Passage
	// Published is the day from which relative dates count; zero where it is not known.
	Published edtf.Date
}

// A Document is a text with everything that was found in it.
// All indexes are in range, and all spans lie in the file and in their sentence.
type Document struct {
	Text      Text
	Sentences []Sentence
	Mentions  []Mention
	// References are the words that refer back to a mention: 同社, 同氏.
	References []Reference
	Dates      []Date
	Events     []Event
	// Undone are the acts that the text denies, plans, asks for, or says were attempted in vain.
	Undone  []Event
	Figures []Figure
	// Readings are how the kanji of a Japanese text are read.
	Readings Readings
}

// A Sentence is a sentence of the document. Its index is its place in [Document.Sentences];
// on the site its fragment is "s" and the index plus one.
type Sentence struct {
	Span    source.Span // in the file
	Passage int         // index into Text.Passages
	Text    string      // as prose, without markup
	// Inner is the span in the passage's prose.
	Inner source.Span
}

// A Mention is an [entity.Mention] in its place.
type Mention struct {
	*Naming
	Span     source.Span // in the passage's prose
	File     source.Span // in the file
	Sentence int
	State    State
}

// A Date is a [jpdate.Date] in its place.
type Date struct {
	jpdate.Date             // its Span is in the passage's prose
	File        source.Span // in the file
	Sentence    int
	State       State
}

// An Event is an [event.Event] in its place.
type Event struct {
	event.Event             // its Trigger is in the passage's prose
	File        source.Span // of its trigger, in the file
	Sentence    int
	State       State
}

// A Figure is an [event.Figure] in its place.
type Figure struct {
	event.Figure             // its Span is in the passage's prose
	File         source.Span // in the file
	Sentence     int
	State        State
}

// An Analyzer analyses texts. It may be shared between goroutines.
type Analyzer struct {
	Tokenizer morph.Tokenizer // required
	Names     *entity.Finder  // required

	rooms sync.Pool // of those that no text is in
}

// Trigger returns the words that told the type of an act.
func (d *Document) Trigger(e Event) string {
	s := d.Sentences[e.Sentence]
	return s.Text[e.Trigger.Start-s.Inner.Start : e.Trigger.End-s.Inner.Start]
}
