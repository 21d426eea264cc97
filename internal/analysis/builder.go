package analysis

import (
	"slices"
	"strings"

	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/source"
)

// A builder puts what was found into a document.
type builder struct {
	*Document
	read    []sentence     // those of the document
	given   []event.Figure // those of a sentence
	reader  *event.Reader
	topic   bool             // the text is about cyber operations
	flood   bool             // and about attacks that flood sites
	acted   bool             // the paragraph before ended with an act
	before  jpdate.Date      // what a sentence without a date of its own counts from
	prose   int              // how many sentences of the prose there were
	told    map[telling]bool // the acts so far
	namings namings          // of all texts
	notice  *release         // what the text is by its head; nil where that says nothing
	all     []found
	refs    [][]entity.Reference // of each of all
}

// A sentence is one of the document, as acts and figures are read in it.
type sentence struct {
	event.Sentence
	found   *found // the passage
	figures bool   // they are read
}

// A telling is what makes two acts the same.
type telling struct {
	kind event.Type
	date edtf.Date
}

// add puts the sentences of all passages into the document, and what was found in them. Names, acts and figures go through all of the
// text one after the other, so that the code of each stays at hand.
func (b *builder) add(all []found) {
	for i := range all {
		b.addSentences(&all[i])
	}
	if b.Text.Lang != i18n.JA {
		return
	}
	b.topic, b.flood = b.about(all)
	for i := range all {
		b.addActs(i)
	}
	for n := range b.read {
		if b.read[n].figures {
			b.addFigures(n)
		}
	}
	b.addListed(all)
}

// addSentences adds the sentences of a passage with their names and dates.
func (b *builder) addSentences(f *found) {
	f.first = len(b.Sentences)
	c := cursor{found: f}
	for _, s := range f.sentences {
		b.read = append(b.read, sentence{Sentence: c.sentence(s), found: f})
		in := &b.read[len(b.read)-1]
		b.addNames(in)
		in.Lead = b.prose == 1 // the first of the prose, or a line behind it
	}
}

// addNames adds a sentence with its mentions and dates.
func (b *builder) addNames(in *sentence) {
	f, n, text := in.found, len(b.Sentences), in.Text[in.Span.Start:in.Span.End]
	b.Sentences = append(b.Sentences, Sentence{Span: f.file(in.Span), Passage: f.index, Text: text, Inner: in.Span})
	if f.passage.Kind == source.Paragraph && strings.HasSuffix(strings.TrimSpace(text), "。") {
		b.prose++
	}
	for i := range in.Mentions {
		m := &in.Mentions[i]
		said := namingOf(m, reading(in.Tokens, m.Span))
		b.Mentions = append(b.Mentions, Mention{Naming: b.namings.shared(&said), Span: m.Span, File: f.file(m.Span), Sentence: n})
	}
	for i := range in.Dates {
		d := &in.Dates[i]
		b.Dates = append(b.Dates, Date{Date: *d, File: f.file(d.Span), Sentence: n})
	}
}

// addActs adds the acts of a passage.
func (b *builder) addActs(i int) {
	f := &b.all[i]
	acts := f.passage.Kind != source.Heading || f.opensWithDate()
	follows, scene := b.acted && f.passage.Kind == source.Paragraph && strings.HasSuffix(strings.TrimSpace(f.text), "。"), 0
	if i > 0 && b.all[i-1].headsStory() && f.tellsStory() {
		b.before, scene = b.all[i-1].dates[0], sceneReach
		defer b.dropHead(&b.all[i-1], len(b.Events))
	}
	for n := f.first; n < f.first+len(f.sentences); n++ {
		in := &b.read[n]
		b.addRelease(n)
		if acts {
			in.Published, in.Before, in.Topic, in.Flood, in.Follows = b.Text.Published, b.before, b.topic, b.flood, follows
			in.Row = f.row
			in.Scene = scene > 0
			in.Meant = b.meant(i, in.Span)
			in.Columns, in.Entry = f.columnsIn(in.Dates), false
			if len(in.Dates) > 0 && in.Dates[0].Span == f.dates[0].Span {
				in.Entry = f.entry
			}
			found := b.readActs(n)
			b.before = actDate(b.before, found, in.Dates)
			follows = len(found) > 0
			switch scene--; {
			case b.reader.SetsScene():
				scene = sceneReach
			case len(in.Dates) > 0:
				scene = 0
			}
		}
	}
	b.acted = follows && f.passage.Kind == source.Paragraph && len(f.sentences) > 0
	b.before = carried(b.before, f.passage.Kind)
}

// sceneReach is of how many sentences behind it a date is that stands in a sentence of its own.
const sceneReach = 2

// readActs adds the acts of a sentence and returns them.
func (b *builder) readActs(n int) []event.Event {
	in := &b.read[n]
	events, undone := b.reader.Read(&in.Sentence)
	// An act that has its date from before may be the one that has been told with it.
	events = slices.DeleteFunc(events, func(e event.Event) bool { return e.Inherited && b.told[telling{e.Type, e.Date}] })
	if day, verb := b.reader.AnnouncesBefore(); n > in.found.first && b.announce(n-1, day, verb) {
		return events
	}
	in.figures = true
	for _, e := range events {
		if b.toldElsewhere(&e) || b.toldOnce(&e, n) {
			continue
		}
		b.Events = append(b.Events, Event{Event: e, File: in.found.file(e.Trigger), Sentence: n})
		b.told[telling{e.Type, e.Date}] = true
	}
	for _, e := range undone {
		b.Undone = append(b.Undone, Event{Event: e, File: in.found.file(e.Trigger), Sentence: n})
	}
	return events
}

// toldElsewhere reports whether an act is one of an earlier sentence, of which the one that was read last only speaks.
func (b *builder) toldElsewhere(e *event.Event) bool {
	return b.reader.SpeaksOf(e) && slices.ContainsFunc(b.Events, func(o Event) bool { return e.MayBe(&o.Event) })
}

// near is how many sentences before it an act stands at most that a sentence goes on about.
const near = 4

// toldOnce reports whether an act is one that a sentence before has told, and lets that have what this one adds: the date on which it was
// done, or announced.
func (b *builder) toldOnce(e *event.Event, sentence int) bool {
	for i := len(b.Events) - 1; i >= 0 && sentence-b.Events[i].Sentence <= near; i-- {
		switch o := &b.Events[i]; {
		case o.Sentence == sentence:
		case e.SameDeed(&o.Event):
			return true
		case e.DatesDeed(&o.Event) && b.reader.SpeaksOf(e) && strings.Contains(b.Sentences[o.Sentence].Text, b.reader.NamesOf(e)):
			o.Date, o.When, o.Inherited = e.Date, e.When, true
			b.told[telling{o.Type, o.Date}] = true
			return true
		case e.AnnouncesDeed(&o.Event):
			o.Announced, o.Told.Release = e.Announced, e.Told.Release
			return true
		}
	}
	return false
}

// addFigures adds the figures of a sentence.
func (b *builder) addFigures(n int) {
	in := &b.read[n]
	b.given = event.AppendFigures(b.given[:0], &in.Sentence)
	for _, g := range b.given {
		b.Figures = append(b.Figures, Figure{Figure: g, File: in.found.file(g.Span), Sentence: n})
	}
}

// announce notes the day on which the acts of a sentence were announced by the one behind it; it is false where there are none.
func (b *builder) announce(sentence int, day edtf.Date, verb string) bool {
	found := false
	for i := len(b.Events) - 1; i >= 0 && b.Events[i].Sentence == sentence && !day.IsZero(); i-- {
		if e := &b.Events[i]; e.Announced.IsZero() && !e.Inherited && edtf.Compare(e.Date, day) <= 0 {
			e.Announced, e.Told.Release = day, verb
			found = true
		}
	}
	return found
}

// carried returns what the next passage may count from: nothing across a heading, and no
// bare year, which is too little to say of an act of another paragraph.
func carried(d jpdate.Date, from source.PassageKind) jpdate.Date {
	if from == source.Heading || d.Value.Month() == 0 {
		return jpdate.Date{}
	}
	return d
}

// actDate returns the date that a later sentence of the passage without its own counts from:
// that of the last act on a day, else the last day that is not that of a figure, else the one before.
func actDate(before jpdate.Date, events []event.Event, dates []jpdate.Date) jpdate.Date {
	for i := len(events) - 1; i >= 0; i-- {
		if when := events[i].When; !when.Value.IsZero() && (!when.Value.IsInterval() || days(when.Value)) {
			return when
		}
	}
	for i := len(dates) - 1; i >= 0; i-- {
		if d := dates[i]; !d.AsOf && d.Value.IsDay() {
			return d
		}
	}
	return before
}

// days reports whether a stretch of time is one of days within a month, as of one action.
func days(d edtf.Date) bool {
	from, to, hasFrom, hasTo := d.Bounds()
	return hasFrom && hasTo && from.Year == to.Year && to.Month-from.Month <= 1 && d.Month() != 0 && from != to && to.Day-from.Day < 31
}
