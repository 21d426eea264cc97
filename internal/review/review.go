// Package review is the stage between analysis and linking: what an editor decided about what the machine found.
//
// In: a [analysis.Document], and the review file beside its text (content/articles/ID/review.toml,
// seeds/ID.review.toml).
// Out: the corrected Document, a new one, in which everything carries its state; what was rejected is gone.
// The other way round, [File.Update] brings a review file up to date with what the machine finds now.
//
// A decision is anchored by its sentence, so that it survives an edit of the text elsewhere: by the words of the
// sentence, or by their hash where the rights of a source forbid to keep them. In the sentence it is anchored by
// the words that were found. Neither width nor spaces matter. Where the sentence is gone, the decision is not applied,
// but reported and kept.
//
// A line with a verdict is the editor's: what stands in it holds, whatever the machine finds. A line without one is the
// machine's, and is written anew at each run.
package review

import (
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// Codes of the problems of this stage.
const (
	BadVerdict  source.Code = "review.verdict"
	BadKey      source.Code = "review.key"
	BadAnchor   source.Code = "review.anchor"
	NotInText   source.Code = "review.surface"
	Conflict    source.Code = "review.conflict"
	Gone        source.Code = "review.gone"
	Unconfirmed source.Code = "review.unconfirmed"
	NoText      source.Code = "review.text"
)

// A Verdict is what an editor says of a find.
type Verdict string

// The verdicts.
const (
	Open    Verdict = ""        // not looked at yet
	Accept  Verdict = "accept"  // it is as it stands in the line
	Correct Verdict = "correct" // the machine erred: it is as it stands in the line now
	Reject  Verdict = "reject"  // it is nothing of the kind
	Add     Verdict = "add"     // the machine has missed it
)

var verdicts = [...]string{string(Accept), string(Correct), string(Reject), string(Add)}

// A Class is what was found.
type Class string

// The classes, each the key of the words that were found: of an event, those that tell its type.
const (
	Mention Class = "mention"
	Date    Class = "date"
	Event   Class = "event"
	Figure  Class = "figure"
)

var classes = [...]Class{Mention, Date, Event, Figure}

// roles are those that a line of an event may name, in this order.
var roles = [...]event.Role{event.Agent, event.Target, event.Instrument, event.Partner, event.Victim, event.PlaceOf}

// A File is a review file. It does not change after it was read or updated.
type File struct {
	Path      string
	Sentences []*Sentence

	title      string // what it reviews
	sum        source.Digest
	head, tail []string // comments of the editor
}

// Sum is the digest of the file that was read.
func (f *File) Sum() source.Digest { return f.sum }

// A Sentence is a sentence of the text with what was found in it.
type Sentence struct {
	// Lang and Text are its language and its words; of a source whose words may not be kept they are empty.
	Lang i18n.Lang
	Text string
	// Hash stands for the words; it is empty where Text is not.
	Hash string
	// Nth says which of several equal sentences it is, from 1.
	Nth   int
	Finds []*Find

	pos           source.Position
	gone          bool     // the text does not have it
	line          int      // of a source's text, where the words themselves are not kept
	before, after []string // comments of the editor: above it, and behind its last find
}

// A Find is one line: what was found, and what the editor says of it.
type Find struct {
	Verdict Verdict
	Class   Class
	Surface string // of an event, the words that tell its type
	Nth     int    // which of several equal words in the sentence, from 1
	Values

	pos    source.Position
	words  source.Position   // where Surface stands
	who    []source.Position // where its participants stand
	why    string            // how the machine decided
	print  string            // of the values as the machine wrote them, "" where it did not
	before []string          // comments of the editor
	beside string
}

// Values are what a find says. Each class has some of them; see keys.go.
type Values struct {
	Kind   content.Kind // of a mention that means no known entity
	Entity string

	EDTF edtf.Date

	Type      event.Type
	Announced edtf.Date
	Modality  event.Modality // "" for done
	Who       [len(roles)][]string

	Min, Max                float64 // Max 0 where there is no upper bound
	Unit, Qualifier, Counts string
	By                      string
	AsOf                    edtf.Date
}

// decided reports whether the line is the editor's.
func (f *Find) decided() bool { return f.Verdict != Open }

// holds reports whether there is such a find, by what the editor says.
func (f *Find) holds() bool { return f.decided() && f.Verdict != Reject }

// written reports whether an editor wrote anything into the line: a verdict, a comment, or other values than the machine's.
func (f *Find) written() bool {
	return f.decided() || len(f.before) > 0 || f.beside != "" || f.changed()
}

// changed reports whether a line without a verdict was changed, or made, by an editor.
func (f *Find) changed() bool { return !f.decided() && f.print != f.fingerprint() }

// decided reports whether there is a verdict in the sentence.
func (s *Sentence) decided() bool {
	for _, f := range s.Finds {
		if f.decided() {
			return true
		}
	}
	return false
}
