package casebook

import (
	"encoding/binary"
	"iter"
	"slices"
	"sort"

	"jikenbo/internal/analysis"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// An Outline is what of a [analysis.Document] everything is linked by, and what pages ask of texts that they do not show. It stands for the
// document in all of that, so that the document itself, with its text, is wanted only where its words are.
type Outline struct {
	Lang i18n.Lang
	// Furigana says that the readings of kanji are known.
	Furigana bool
	// Sentences, Mentions, Dates, Events and Figures are how many of them the document has.
	Sentences, Mentions, Dates, Events, Figures int

	places []standing // of the sentences
	names  []naming   // what mentions say, in the order in which that is first said
	packed string     // the mentions, in their order: see [Outline.mentions]
	said   []*said    // the sentences that may be evidence
	finds  []find     // the acts that the text tells
	quotes []quotation
}

// A standing is where a sentence stands: in the prose of which passage.
type standing struct{ passage, start, end int32 }

// A naming is what mentions of a text say, and how many do.
type naming struct {
	*analysis.Naming
	count int
}

// A mentioned is a mention: what it says, by its place among the names, and where in its sentence.
type mentioned struct {
	name, sentence, start, end int
}

// A said is a sentence that may be evidence, with its date expressions.
type said struct {
	sentence, passage int
	text              string
	dates             []dated
}

// A dated is a date expression in its sentence.
type dated struct {
	surface string
	value   edtf.Date
	at      source.Span
}

// A find is an act that a sentence tells.
type find struct {
	*said
	typ             event.Type
	date, announced edtf.Date
	confidence      float64
	state           analysis.State
	who             []who
}

// A who is somebody who takes part in an act: an entity by its id, and the words of the sentence.
type who struct {
	entity, surface string
	role            event.Role
}

// A quotation is a phrase that an editor quotes, in the sentence in which it begins.
type quotation struct {
	*said
	quote string
	at    source.Span
}

// outline makes the outline of a document. The phrases are those that editors quote.
func outline(doc *analysis.Document, q *phrases) *Outline {
	o := &Outline{
		Lang: doc.Text.Lang, Furigana: len(doc.Readings) > 0,
		Sentences: len(doc.Sentences), Mentions: len(doc.Mentions), Dates: len(doc.Dates), Events: len(doc.Events), Figures: len(doc.Figures),
		places: make([]standing, len(doc.Sentences)),
	}
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		o.places[i] = standing{int32(s.Passage), int32(s.Inner.Start), int32(s.Inner.End)}
	}
	o.mention(doc)
	for i := range doc.Events {
		if e := &doc.Events[i]; e.State != analysis.ByMachine || !e.Date.IsZero() { // else it tells no act
			o.find(doc, e)
		}
	}
	for _, quote := range q.in(doc) {
		if at, sentence, ok := quoteIn(doc, quote); ok {
			o.quotes = append(o.quotes, quotation{o.say(doc, sentence), quote, at})
		}
	}
	return o
}

// mention takes over the mentions of a document.
func (o *Outline) mention(doc *analysis.Document) {
	at := make(map[*analysis.Naming]int, 16)
	packed := make([]byte, 0, 5*len(doc.Mentions))
	last := 0
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		n, known := at[m.Naming]
		if !known {
			n = len(o.names)
			at[m.Naming] = n
			o.names = append(o.names, naming{Naming: m.Naming})
		}
		o.names[n].count++
		start := m.Span.Start - int(o.places[m.Sentence].start)
		for _, v := range [...]int{n, m.Sentence - last, start, m.Span.Len()} {
			packed = binary.AppendVarint(packed, int64(v))
		}
		last = m.Sentence
	}
	o.names, o.packed = slices.Clip(o.names), string(packed)
}

// mentions yields the mentions in their order. Of each it is kept, as a number, which name it is, how many sentences it is behind the last one,
// where it begins, and how long it is.
func (o *Outline) mentions() iter.Seq[mentioned] {
	return func(yield func(mentioned) bool) {
		sentence := 0
		for u := (unpacker{rest: o.packed}); u.rest != ""; {
			m := mentioned{name: u.number()}
			sentence += u.number()
			m.sentence, m.start = sentence, u.number()
			if m.end = m.start + u.number(); !yield(m) {
				return
			}
		}
	}
}

// find takes over an act.
func (o *Outline) find(doc *analysis.Document, e *analysis.Event) {
	f := find{
		said: o.say(doc, e.Sentence), typ: e.Type, date: e.Date, announced: e.Announced, confidence: e.Confidence, state: e.State,
		who: make([]who, len(e.Participants)),
	}
	for i := range e.Participants {
		p := &e.Participants[i]
		f.who[i] = who{p.Mention.Entity, p.Mention.Surface, p.Role}
	}
	o.finds = append(o.finds, f)
}

// say returns a sentence of the document, which stands in the outline once.
func (o *Outline) say(doc *analysis.Document, sentence int) *said {
	for _, s := range o.said {
		if s.sentence == sentence {
			return s
		}
	}
	s := sayingOf(doc, sentence)
	o.said = append(o.said, &s)
	return &s
}

// sayingOf returns a sentence of a document.
func sayingOf(doc *analysis.Document, sentence int) said {
	s := &doc.Sentences[sentence]
	out := said{sentence: sentence, passage: s.Passage, text: s.Text}
	for i := range doc.Dates {
		if d := &doc.Dates[i]; d.Sentence == sentence {
			at := source.Span{Start: d.Span.Start - s.Inner.Start, End: d.Span.End - s.Inner.Start}
			out.dates = append(out.dates, dated{d.Surface, d.Value, at})
		}
	}
	return out
}

// sentencesOf returns the first sentence of a passage and how many it has; they stand in the order of
// the passages. It is asked for every link to a sentence, so it does not walk through the text.
func (o *Outline) sentencesOf(passage int) (first, count int) {
	from := func(passage int) int {
		return sort.Search(len(o.places), func(i int) bool { return int(o.places[i].passage) >= passage })
	}
	first = from(passage)
	return first, from(passage+1) - first
}

// Forget lets go of what only linking asks of articles, once nothing more is to be linked by their outlines, nor kept of them.
func (c *Casebook) Forget() {
	for _, a := range c.Articles {
		for _, l := range i18n.Langs {
			if o := a.Docs.Outline(l); o != nil {
				o.packed, o.said, o.finds, o.quotes = "", nil, nil, nil
			}
		}
	}
}

// Names yields what the mentions of the text say, each once, in the order of the text.
func (o *Outline) Names() iter.Seq[*analysis.Naming] {
	return func(yield func(*analysis.Naming) bool) {
		for _, n := range o.names {
			if !yield(n.Naming) {
				return
			}
		}
	}
}
