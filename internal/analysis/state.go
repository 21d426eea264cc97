package analysis

import "iter"

// A State says whether an editor has looked at what was found. Analysis leaves everything as found by machine,
// and keeps it so in its cache; the review stage sets the others.
type State uint8

// The states.
const (
	ByMachine State = iota
	Accepted
	Corrected
	Added // the machine had missed it
)

var stateNames = [...]string{ByMachine: "", Accepted: "accepted", Corrected: "corrected", Added: "added"}

// String returns the word for a state, none for what the machine found and nobody has looked at.
func (s State) String() string { return stateNames[s] }

// States yields the sentence and the state of everything that was found.
func (d *Document) States() iter.Seq2[int, State] {
	return func(yield func(int, State) bool) {
		more := true
		tell := func(sentence int, s State) {
			more = more && yield(sentence, s)
		}
		for i := range d.Mentions {
			tell(d.Mentions[i].Sentence, d.Mentions[i].State)
		}
		for i := range d.Dates {
			tell(d.Dates[i].Sentence, d.Dates[i].State)
		}
		for _, events := range [][]Event{d.Events, d.Undone} {
			for i := range events {
				tell(events[i].Sentence, events[i].State)
			}
		}
		for i := range d.Figures {
			tell(d.Figures[i].Sentence, d.Figures[i].State)
		}
	}
}
