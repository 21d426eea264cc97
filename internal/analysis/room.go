package analysis

import (
	"slices"

	"jikenbo/internal/entity"
	"jikenbo/internal/event"
	"jikenbo/internal/jpdate"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A room is what only the analysis itself needs of a text. It is used again for the next one.
type room struct {
	found     []found
	tokens    []morph.Token // of all passages
	sentences []source.Span // of all passages
	read      []sentence    // of all passages
	dates     jpdate.Reader
	parts     []entity.Part // the passages, as names are looked for in them
	met       entity.Met
	furigana  morph.FuriganaWriter
	readings  []byte // packed
	acts      event.Reader
	given     []event.Figure // of a sentence
	told      map[telling]bool
	namings   namings
	reasons   reasons
	// What the document gets, once it is known how much that is.
	events, undone []Event
	figures        []Figure
}

func (a *Analyzer) room() *room {
	if r, ok := a.rooms.Get().(*room); ok {
		return r
	}
	return &room{told: map[telling]bool{}, namings: namings{}, reasons: reasons{}}
}

// leave lets go of the text, so that only the room is kept.
func (a *Analyzer) leave(r *room) {
	clear(r.found)
	clear(r.tokens)
	clear(r.read)
	for i := range r.parts {
		ms := r.parts[i].Mentions
		clear(ms[:cap(ms)])
		r.parts[i] = entity.Part{Mentions: ms[:0]}
	}
	clear(r.told)
	clear(r.events)
	clear(r.undone)
	clear(r.figures)
	r.found, r.tokens, r.sentences, r.read = r.found[:0], r.tokens[:0], r.sentences[:0], r.read[:0]
	a.rooms.Put(r)
}

// lend gives a document the room for what is told in it, and settle leaves it with as much as that takes.
func (r *room) lend(d *Document) {
	d.Events, d.Undone, d.Figures = r.events[:0], r.undone[:0], r.figures[:0]
}

func (r *room) settle(d *Document) {
	r.events, r.undone, r.figures = d.Events, d.Undone, d.Figures
	d.Events, d.Undone, d.Figures = whole(d.Events), whole(d.Undone), whole(d.Figures)
}

// whole returns a list by itself, nil where nothing is in it.
func whole[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return slices.Clone(list)
}

// cut returns the tokens of a passage, nil where it has none.
func (r *room) cut(t morph.Tokenizer, text string) []morph.Token {
	from := len(r.tokens)
	r.tokens = t.Tokens(r.tokens, text)
	if to := len(r.tokens); to > from {
		return r.tokens[from:to:to]
	}
	return nil
}

// partsOf returns the passages as names are looked for in them, with the room for mentions that others had.
func (r *room) partsOf(all []found) []entity.Part {
	if more := len(all) - len(r.parts); more > 0 {
		r.parts = append(r.parts, make([]entity.Part, more)...)
	}
	parts := r.parts[:len(all)]
	for i := range all {
		parts[i].Text, parts[i].Tokens = all[i].text, all[i].tokens
	}
	return parts
}
