package review

import (
	"reflect"
	"slices"

	"jikenbo/internal/analysis"
	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/event"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/source"
)

// follow lets the acts of the machine follow what was decided about the names and dates that they rest on.
func (b *based) follow(old *analysis.Document) {
	names, dates := map[inPassage]int{}, map[inPassage]int{}
	for i := range old.Mentions {
		names[passageOf(old, old.Mentions[i].Sentence, old.Mentions[i].Span)] = i
	}
	meant := map[source.Span]int{} // by the words that refer to them
	for _, r := range old.References {
		meant[r.Span] = r.Mention
	}
	for i := range old.Dates {
		dates[passageOf(old, old.Dates[i].Sentence, old.Dates[i].Span)] = i
	}
	each := func(list []analysis.Event) []analysis.Event {
		out := slices.Clone(list)
		for i := range out {
			b.named(&out[i], old, names, meant)
			b.dated(&out[i], old, dates)
		}
		return out
	}
	b.events, b.undone = each(old.Events), each(old.Undone)
}

// An inPassage is a stretch of a passage, as a key.
type inPassage struct {
	passage int
	span    source.Span
}

func passageOf(doc *analysis.Document, sentence int, span source.Span) inPassage {
	return inPassage{doc.Sentences[sentence].Passage, span}
}

// named lets the participants of an act be who their names mean now; those whose name was rejected are none.
func (b *based) named(e *analysis.Event, old *analysis.Document, names map[inPassage]int, meant map[source.Span]int) {
	var out []event.Participant
	same := true
	for _, p := range e.Participants {
		i, ok := names[passageOf(old, e.Sentence, p.Mention.Span)]
		if !ok {
			i, ok = meant[old.Text.Passages[old.Sentences[e.Sentence].Passage].Span(p.Mention.Span)]
		}
		if ok {
			now := b.mentions[i]
			if now < 0 {
				same = false
				continue
			}
			if !reflect.DeepEqual(mentionValues(&old.Mentions[i]), mentionValues(&b.doc.Mentions[now])) {
				where := p.Mention.Span
				p.Mention, same = b.doc.Mentions[now].Found(), false
				p.Mention.Span = where
			}
		}
		out = append(out, p)
	}
	if !same {
		e.Participants = out
	}
}

// dated lets an act have the date that the words of its date mean now, or none where these were rejected.
func (b *based) dated(e *analysis.Event, old *analysis.Document, dates map[inPassage]int) {
	i, ok := dates[passageOf(old, e.Sentence, e.When.Span)]
	if !ok || e.When.Surface == "" || e.When.Surface != old.Dates[i].Surface {
		return
	}
	was, now := old.Dates[i].Value, jpdate.Date{}
	if n := b.dates[i]; n >= 0 {
		now = b.doc.Dates[n].Date
	}
	if now.Value == was {
		return
	}
	if e.Event.Date == was {
		e.Event.Date = now.Value
	}
	if e.Announced == was {
		e.Announced = now.Value
	}
	e.When = now
}

// finish applies what is decided about the acts, and returns the document.
func (b based) finish() *analysis.Document {
	doc := b.doc
	all := slices.Concat(b.events, b.undone)
	index := make([]int, len(all))
	doc.Events, doc.Undone = nil, nil
	met := map[*Find]bool{}
	put := func(e analysis.Event, inOrder bool) {
		list := &doc.Events
		if undone(e.Modality) {
			list = &doc.Undone
		}
		if inOrder {
			*list = append(*list, e)
			return
		}
		*list = inserted(*list, index[:0], eventAt(&e), eventAt, e)
	}
	var moved []analysis.Event // from the acts that were not done to those that were, or back
	for i := range all {
		e := all[i]
		f, _ := b.on(Event, eventAt(&e))
		if f != nil {
			met[f] = true
			if f.Verdict == Reject {
				continue
			}
			e = b.event(&e, eventAt(&e), f)
		}
		if undone(e.Modality) != (i >= len(b.events)) {
			moved = append(moved, e)
			continue
		}
		put(e, true)
	}
	for _, e := range moved {
		put(e, false)
	}
	for sentence := range doc.Sentences {
		for _, s := range b.decided[sentence] {
			if s.find.Class == Event && s.find.holds() && !met[s.find] {
				put(b.event(nil, stands{sentence, b.inPassage(sentence, s.span)}, s.find), false)
			}
		}
	}
	return doc
}

// undone reports whether an act is one that was not done.
func undone(m event.Modality) bool {
	return m == event.Denied || m == event.Planned || m == event.Attempted
}

// event returns an act as it was decided.
func (b *based) event(old *analysis.Event, at stands, f *Find) analysis.Event {
	out := kept(old)
	out.State = state(f.Verdict)
	if old != nil && reflect.DeepEqual(eventValues(old), f.Values) {
		return out
	}
	out.Type, out.Announced, out.Modality, out.Confidence = f.Type, f.Announced, f.Modality, 1
	if out.Modality == "" {
		out.Modality = event.Done
	}
	if out.Event.Date != f.EDTF || old == nil {
		out.Event.Date, out.When, out.Inherited = f.EDTF, b.when(at.sentence, f.EDTF), false
	}
	out.Told = event.Told{}
	out.Participants = b.participants(out.Participants, at.sentence, f)
	out.Trigger, out.File, out.Sentence = at.span, b.inFile(at), at.sentence
	return out
}

// when returns the date expression of a sentence that says a date, or the date without words.
func (b *based) when(sentence int, d edtf.Date) jpdate.Date {
	for i := range b.doc.Dates {
		if x := &b.doc.Dates[i]; x.Sentence == sentence && x.Value == d {
			return x.Date
		}
	}
	return jpdate.Date{Value: d, Basis: jpdate.Stated}
}

// participants returns those that a line names: as the machine found them, as the sentence names them, or by the registry alone.
func (b *based) participants(old []event.Participant, sentence int, f *Find) []event.Participant {
	var out []event.Participant
	for i, names := range f.Who {
		for _, name := range names {
			p := event.Participant{Role: roles[i], Why: byEditor}
			if n := slices.IndexFunc(old, func(o event.Participant) bool { return nameIn(o) == name }); n >= 0 {
				p.Mention = old[n].Mention
			} else {
				p.Mention = b.meant(sentence, name)
			}
			out = append(out, p)
		}
	}
	return out
}

// meant returns whom a line means by a name.
func (b *based) meant(sentence int, name string) entity.Mention {
	for i := range b.doc.Mentions {
		if m := &b.doc.Mentions[i]; m.Sentence == sentence && (m.Entity == name || m.Surface == name) {
			return m.Found()
		}
	}
	m := entity.Mention{Surface: name, Discovered: true, Confidence: 1, Why: byEditor}
	m.Name.JA, m.Name.EN = name, name
	if span, ok := locate(b.doc.Sentences[sentence].Text, name, 1); ok {
		m.Span = b.inPassage(sentence, span)
	}
	if e := b.registry.Get(name); e != nil {
		m.Entity, m.Kind, m.Name, m.Discovered = e.ID, e.Kind, e.Name, false
	}
	return m
}
