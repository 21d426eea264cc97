package event

import (
	"strconv"

	"jikenbo/internal/jpdate"
)

// Told is how an act was told.
type Told struct {
	Stem    string // of the words that told the type
	Rank    string // what they are worth beside others: report, activity, incident, measure
	Word    string // that told the modality, "" where the act is plainly done
	Release string // the verb of its announcement, "" without one
}

// Why says how an act was decided, a reason each: the trigger, the date, the modality.
func (e *Event) Why() []string {
	if e.Told.Stem == "" {
		return nil // it was not read
	}
	out := []string{strconv.Quote(e.Told.Stem) + " tells the type (" + e.Told.Rank + ")", e.dating()}
	if e.Told.Word != "" {
		out = append(out, string(e.Modality)+": "+strconv.Quote(e.Told.Word))
	}
	if e.Told.Release != "" {
		out = append(out, "announced: "+strconv.Quote(e.Told.Release))
	}
	return out
}

// dating says how an act got its date.
func (e *Event) dating() string {
	switch {
	case e.Inherited && e.When.Basis == jpdate.Published && e.When.Surface == "":
		return "about the publication, in a lead without a date"
	case e.Inherited:
		return "date " + strconv.Quote(e.When.Surface) + " of another sentence"
	}
	return "date " + strconv.Quote(e.When.Surface) + " of its clause"
}

// Why says how a figure was decided, a reason each.
func (f *Figure) Why() []string {
	out := []string{"a number with " + strconv.Quote(f.Unit)}
	if f.Qualifier != "" {
		out = append(out, "bounds: "+f.Qualifier)
	}
	if f.Counts != "" {
		out = append(out, "counts "+strconv.Quote(f.Counts)+" beside it")
	}
	if f.By != "" {
		out = append(out, "said by "+strconv.Quote(f.By))
	}
	if !f.AsOf.IsZero() {
		out = append(out, "as of the date of the sentence")
	}
	return out
}
