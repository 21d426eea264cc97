// Package event is an analysis stage: dated acts and figures.
//
// In: a sentence with its tokens, the mentions and the dates found in it.
// Out: [Event] values (who did what to whom, when, and when it was announced) and
// [Figure] values, with spans in the passage.
package event

import (
	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A Type is a type of act. Its value stands in the JSON contract.
type Type string

// The types of act.
const (
	Takedown      Type = "takedown"
	Indictment    Type = "indictment"
	Arrest        Type = "arrest"
	Sanction      Type = "sanction"
	Seizure       Type = "seizure"
	Advisory      Type = "advisory"
	Attribution   Type = "attribution"
	Intrusion     Type = "intrusion"
	DataBreach    Type = "data_breach"
	Theft         Type = "theft"
	Ransomware    Type = "ransomware"
	DDoS          Type = "ddos"
	Campaign      Type = "campaign"
	Disclosure    Type = "disclosure"
	Vulnerability Type = "vulnerability"
	Legal         Type = "legal"
	Statement     Type = "statement"
	Notification  Type = "notification"
	Report        Type = "report"
	Other         Type = "other"
)

// Types lists the types of act.
var Types = [...]Type{
	Takedown, Indictment, Arrest, Sanction, Seizure, Advisory, Attribution, Intrusion,
	DataBreach, Theft, Ransomware, DDoS, Campaign, Disclosure, Vulnerability, Legal,
	Statement, Notification, Report, Other,
}

// A Role is what a participant is in an act. Its value stands in the JSON contract.
type Role string

// The roles.
const (
	Agent      Role = "agent"
	Target     Role = "target"
	Instrument Role = "instrument"
	Partner    Role = "partner"
	Victim     Role = "victim"
	PlaceOf    Role = "place"
)

// A Participant is a mention in its role.
type Participant struct {
	Mention entity.Mention
	Role    Role
	// Why is the particle or the words that gave the role, "kind" where its kind did.
	Why string
}

// An Event is an act that a sentence reports.
type Event struct {
	Date         edtf.Date // of the act
	When         jpdate.Date
	Announced    edtf.Date // zero where the sentence does not tell it apart
	Type         Type
	Trigger      source.Span // the words that told the type
	Participants []Participant
	Confidence   float64
	Modality     Modality
	Inherited    bool // the date is that of another sentence, or of the publication
	Told         Told
}

// A Modality says in what sense the sentence reports an act.
type Modality string

// The modalities. [Find] returns acts that are done or alleged, [Undone] the others.
const (
	Done      Modality = "done"
	Alleged   Modality = "alleged"
	Denied    Modality = "denied"
	Planned   Modality = "planned"   // or asked for, or ordered
	Attempted Modality = "attempted" // in vain
)

// A Figure is a number that a sentence gives.
type Figure struct {
	Span      source.Span
	Surface   string  // 4,258台, 20万台以上, 数百万ドル
	Min, Max  float64 // Max 0 where there is no upper bound
	Unit      string  // 台, 人, カ国, ドル …
	Qualifier string  // "", "about", "at-least", "more-than", "up-to", "less-than"
	AsOf      edtf.Date
	Counts    string // the words for what it counts, "" where they do not stand beside it
	By        string // who says so, where the sentence says it plainly
}

// A Sentence is the input of the stage. All spans are in the passage.
type Sentence struct {
	Text     string // of the whole passage
	Span     source.Span
	Tokens   []morph.Token // those inside Span
	Mentions []entity.Mention
	// Meant are the mentions that words of the sentence refer back to (同社), each with the span of its word; in order.
	Meant     []entity.Mention
	Dates     []jpdate.Date
	Published edtf.Date
	// Before is the nearest act date of an earlier sentence, for a sentence without its own; may be zero.
	Before jpdate.Date
	// Row is the date of the row of a table or chronicle that the sentence stands in, for one without its own; may be zero.
	Row jpdate.Date
	// Columns are what is done on the dates of the sentence by the names of their columns in a table (公表日), and all that is: "" where
	// nothing says so, as of dates behind the last of them.
	Columns []Type
	// Entry says that the sentence opens an entry of a chronicle, with its date.
	Entry bool
	// Follows says that Before is the date of an act of the sentence just before, in the same passage.
	Follows bool
	// Scene says that Before is the date that a sentence before says of what this one tells, see [Reader.SetsScene].
	Scene bool
	// Lead says that the sentence opens the text: news may leave out the day that it came out.
	Lead bool
	// Topic says that the text around the sentence is about cyber operations (see [Cyber]),
	// so that an arrest or an order needs no cue in its own sentence.
	Topic bool

	// Flood says that the text is about attacks that flood sites: there a page that cannot be opened was flooded.
	Flood bool

	squeezed     // the text in which words are looked for
	cue      cue // how plainly it speaks of cyber operations, unread before that was looked for
}

// Find returns the acts of a sentence that are done or alleged, in the order of their triggers.
func Find(s Sentence) []Event {
	done, _ := Read(s)
	return done
}

// Undone returns the acts that a sentence denies, plans, asks for, or says were attempted in vain.
func Undone(s Sentence) []Event {
	_, undone := Read(s)
	return undone
}

// Read returns both at once.
func Read(s Sentence) (done, undone []Event) {
	var r Reader
	return r.Read(&s)
}
