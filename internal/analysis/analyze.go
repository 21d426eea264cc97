package analysis

import (
	"slices"
	"strings"

	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// Analyze analyses one text.
//
// Furniture and code have no sentences and nothing is found in them. In headings names
// and dates are found, but no acts and figures: a heading announces what the text says again. English texts have sentences and
// mentions only, texts in other languages sentences only.
func (a *Analyzer) Analyze(t Text) *Document {
	all := make([]found, 0, len(t.Passages))
	for i := range t.Passages {
		switch p := &t.Passages[i]; p.Kind {
		case source.Furniture, source.Code:
		default:
			all = append(all, found{index: i, passage: p, text: p.Text()})
		}
	}
	a.find(t, all)
	refs := a.recall(t.Lang, all)
	doc := newDocument(t, all)
	doc.readKanji(all)
	topic := cyber(all)
	var reader event.Reader
	var before jpdate.Date
	for i := range all {
		before = carried(doc.add(&all[i], &reader, topic, before), all[i].passage.Kind)
	}
	doc.settleLead()
	doc.refer(all, refs)
	return doc
}

// newDocument returns a document with room for what was found.
func newDocument(t Text, all []found) *Document {
	doc := &Document{Text: t}
	sentences, mentions, dates := 0, 0, 0
	for i := range all {
		sentences, mentions, dates = sentences+len(all[i].sentences), mentions+len(all[i].mentions), dates+len(all[i].dates)
	}
	doc.Sentences, doc.Mentions, doc.Dates = slices.Grow(doc.Sentences, sentences), slices.Grow(doc.Mentions, mentions), slices.Grow(doc.Dates, dates)
	return doc
}

// found is what one passage gave, with spans in its prose.
type found struct {
	index     int
	passage   *source.Passage
	text      string
	sentences []source.Span
	tokens    []morph.Token
	mentions  []entity.Mention
	dates     []jpdate.Date
}

// find fills in tokens, dates and names. It does one after the other for all of the text: the dictionary, which is
// large, then stays at hand while it is needed.
func (a *Analyzer) find(t Text, all []found) {
	if !t.Lang.Valid() {
		return
	}
	if t.Lang == i18n.JA {
		for i := range all {
			all[i].tokens = a.Tokenizer.Tokens(all[i].text)
		}
		dates := jpdate.NewReader(t.Published) // one for the text: 同月 may count from a date of an earlier passage
		for i := range all {
			all[i].dates = dates.Find(all[i].text)
		}
	}
	for i := range all {
		all[i].mentions = a.Names.Find(t.Lang, all[i].text, all[i].tokens)
	}
}

// recall adds the names that one passage introduces and another uses, and cuts the passages into sentences.
// It returns what the back references of each mean.
func (a *Analyzer) recall(lang i18n.Lang, all []found) [][]entity.Reference {
	parts := make([]entity.Part, len(all))
	for i, f := range all {
		parts[i] = entity.Part{Text: f.text, Tokens: f.tokens, Mentions: f.mentions}
	}
	for i, ms := range a.Names.Recall(lang, parts) {
		all[i].mentions, parts[i].Mentions = ms, ms
		all[i].sentences = sentences(all[i].text, ms, all[i].dates)
	}
	return a.Names.References(lang, parts)
}

// cyber reports whether a text is about cyber operations: a quarter of its sentences speak of them, or a sixth
// in words that are said of nothing else, or its first line and another sentence do.
// Then an arrest in it is one of ours, even where its own sentence does not say so.
func cyber(all []found) bool {
	n, some, plain := 0, 0, 0
	title := false
	for i := range all {
		for _, s := range all[i].sentences {
			n++
			text, mentions := all[i].text[s.Start:s.End], all[i].named(s)
			if !event.Cyber(text, mentions) {
				continue
			}
			some++
			if event.Plainly(text, mentions) {
				plain++
				title = title || n <= 2
			}
		}
	}
	return plain > 0 && 4*some >= n || plain > 1 && (6*plain >= n || title)
}

// sentences cuts a text into sentences and joins those that a name or a date crosses:
// what ends there is a word like "Yahoo!" and no sentence.
func sentences(text string, mentions []entity.Mention, dates []jpdate.Date) []source.Span {
	var whole []source.Span
	for _, m := range mentions {
		whole = append(whole, m.Span)
	}
	for _, d := range dates {
		whole = append(whole, d.Span)
	}
	var out []source.Span
	for _, s := range morph.Sentences(text) {
		if n := len(out); n > 0 && crossed(whole, out[n-1].End, s.Start) {
			out[n-1].End = s.End
			continue
		}
		out = append(out, s)
	}
	return out
}

// crossed reports whether one of the spans begins before end and ends after start.
func crossed(spans []source.Span, end, start int) bool {
	for _, s := range spans {
		if s.Start < end && s.End > start {
			return true
		}
	}
	return false
}

// named returns the mentions in a sentence.
func (f *found) named(s source.Span) []entity.Mention {
	from, _ := slices.BinarySearchFunc(f.mentions, s.Start, func(m entity.Mention, at int) int { return m.Span.Start - at })
	to := from
	for to < len(f.mentions) && f.mentions[to].Span.End <= s.End {
		to++
	}
	return f.mentions[from:to:to]
}

// sentence gathers what lies in a sentence.
func (f *found) sentence(s source.Span) event.Sentence {
	out := event.Sentence{Text: f.text, Span: s, Mentions: f.named(s)}
	from, _ := slices.BinarySearchFunc(f.tokens, s.Start, func(t morph.Token, at int) int { return t.Span.Start - at })
	to := from
	for to < len(f.tokens) && f.tokens[to].Span.End <= s.End {
		to++
	}
	out.Tokens = f.tokens[from:to:to]
	first, _ := slices.BinarySearchFunc(f.dates, s.Start, func(d jpdate.Date, at int) int { return d.Span.Start - at })
	last := first
	for last < len(f.dates) && f.dates[last].Span.End <= s.End {
		last++
	}
	out.Dates = f.dates[first:last:last]
	return out
}

// carried returns what the next passage may count from: nothing across a heading, and no
// bare year, which is too little to say of an act of another paragraph.
func carried(d jpdate.Date, from source.PassageKind) jpdate.Date {
	if from == source.Heading || d.Value.Month() == 0 {
		return jpdate.Date{}
	}
	return d
}

// add puts the sentences of a passage and what was found in them into the document.
// It takes the date that a sentence without its own counts from, and returns that for the next passage.
func (d *Document) add(f *found, reader *event.Reader, topic bool, before jpdate.Date) jpdate.Date {
	acts := d.Text.Lang == i18n.JA && f.passage.Kind != source.Heading
	follows := false
	for _, s := range f.sentences {
		in := f.sentence(s)
		d.addNames(f, in)
		if acts {
			in.Published, in.Before, in.Topic, in.Follows = d.Text.Published, before, topic, follows
			in.Lead = d.leads()
			found := d.addActs(f, reader, in)
			before = actDate(before, found, in.Dates)
			follows = len(found) > 0
		}
	}
	return before
}

// leads reports whether the sentence that was added last is the first of the prose.
func (d *Document) leads() bool {
	n := 0
	for _, s := range d.Sentences {
		if d.Text.Passages[s.Passage].Kind == source.Paragraph && strings.HasSuffix(strings.TrimSpace(s.Text), "。") {
			if n++; n > 1 {
				return false
			}
		}
	}
	return n == 1
}

// addNames adds a sentence with its mentions and dates.
func (d *Document) addNames(f *found, in event.Sentence) {
	n := len(d.Sentences)
	d.Sentences = append(d.Sentences, Sentence{
		Span: f.passage.Span(in.Span), Passage: f.index,
		Text: f.text[in.Span.Start:in.Span.End], Inner: in.Span,
	})
	for _, m := range in.Mentions {
		d.Mentions = append(d.Mentions, Mention{Mention: m, File: f.passage.Span(m.Span), Sentence: n, Reading: reading(in.Tokens, m.Span)})
	}
	for _, x := range in.Dates {
		d.Dates = append(d.Dates, Date{Date: x, File: f.passage.Span(x.Span), Sentence: n})
	}
}

// addActs adds the acts and figures of the last sentence, and returns the acts.
func (d *Document) addActs(f *found, reader *event.Reader, in event.Sentence) []event.Event {
	n := len(d.Sentences) - 1
	events, undone := reader.Read(in)
	events = slices.DeleteFunc(events, d.toldAgain)
	for _, e := range events {
		d.Events = append(d.Events, Event{Event: e, File: f.passage.Span(e.Trigger), Sentence: n})
	}
	for _, e := range undone {
		d.Undone = append(d.Undone, Event{Event: e, File: f.passage.Span(e.Trigger), Sentence: n})
	}
	for _, g := range event.Figures(in) {
		d.Figures = append(d.Figures, Figure{Figure: g, File: f.passage.Span(g.Span), Sentence: n})
	}
	return events
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

// toldAgain reports whether an act that has its date from before is the one that has been told with it.
func (d *Document) toldAgain(e event.Event) bool {
	return e.Inherited && slices.ContainsFunc(d.Events, func(o Event) bool { return o.Type == e.Type && o.Date == e.Date })
}

// settleLead drops the acts of the lead that have no date but that of the publication, where the text
// tells an act of that type again with its date.
func (d *Document) settleLead() {
	dated := func(t event.Type) bool {
		return slices.ContainsFunc(d.Events, func(e Event) bool { return e.Type == t && e.When.Surface != "" })
	}
	d.Events = slices.DeleteFunc(d.Events, func(e Event) bool { return e.When.Surface == "" && dated(e.Type) })
}
