package analysis

import (
	"slices"

	"jikenbo/internal/entity"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// Analyze analyses one text.
//
// Furniture and code have no sentences and nothing is found in them. In headings names
// and dates are found, but no acts and figures: a heading announces what the text says again. English texts have sentences and
// mentions only, texts in other languages sentences only.
func (a *Analyzer) Analyze(t Text) *Document {
	room := a.room()
	defer a.leave(room)
	return a.analyze(t, room)
}

// analyze is Analyze that leaves in the room what of the registry the text meets.
func (a *Analyzer) analyze(t Text, room *room) *Document {
	all := room.found[:0]
	for i := range t.Passages {
		if p := &t.Passages[i]; inProse(p) {
			all = append(all, newFound(i, p))
		}
	}
	room.found = all
	refs := a.find(t, all, room)
	for i := range all {
		room.sentences = all[i].cut(room.sentences)
	}
	doc := newDocument(t, all)
	room.readKanji(doc)
	room.lend(doc)
	setRows(all)
	b := builder{Document: doc, read: room.read, given: room.given, reader: &room.acts, told: room.told, namings: room.namings, notice: releaseOf(all), all: all, refs: refs}
	b.add(all)
	room.read, room.given = b.read, b.given
	doc.settleLead()
	room.settle(doc)
	doc.refer(all, refs)
	return doc
}

// inProse reports whether names are looked for in a passage.
func inProse(p *source.Passage) bool { return p.Kind != source.Furniture && p.Kind != source.Listing }

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

// find fills in tokens, dates and names, and returns what the back references of each passage mean. It does one after
// the other for all of the text: the dictionary, which is large, then stays at hand while it is needed, and so does the code.
func (a *Analyzer) find(t Text, all []found, room *room) [][]entity.Reference {
	if !t.Lang.Valid() {
		room.met = entity.Met{}
		return make([][]entity.Reference, len(all))
	}
	if t.Lang == i18n.JA {
		for i := range all {
			all[i].tokens = room.cut(a.Tokenizer, all[i].text)
		}
		dates := &room.dates
		dates.Reset(t.Published) // one for the text: 同月 may count from a date of an earlier passage
		dates.Survey(func(yield func(string) bool) {
			for i := range all {
				if !yield(all[i].text) {
					return
				}
			}
		})
		for i := range all {
			all[i].dates = dates.Find(all[i].text)
		}
		for i := range all {
			for k := range all[i].dates {
				d := &all[i].dates[k]
				d.Why = room.reasons.shared(d.Why) // the Reader takes its own back
			}
		}
	}
	parts := room.partsOf(all)
	a.Names.FindAll(t.Lang, parts, &room.met)
	for i := range all {
		all[i].mentions = parts[i].Mentions
	}
	return a.Names.References(t.Lang, parts)
}

// settleLead drops the acts of the lead that have no date but that of the publication, where the text
// tells an act of that type again with its date.
func (d *Document) settleLead() {
	dated := map[event.Type]bool{}
	for i := range d.Events {
		if e := &d.Events[i]; e.When.Surface != "" {
			dated[e.Type] = true
		}
	}
	d.Events = slices.DeleteFunc(d.Events, func(e Event) bool { return e.When.Surface == "" && dated[e.Type] })
}
