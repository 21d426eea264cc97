package analysis

import (
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
	dates     jpdate.Reader
	acts      event.Reader
}

func (a *Analyzer) room() *room {
	if r, ok := a.rooms.Get().(*room); ok {
		return r
	}
	return &room{}
}

// leave lets go of the text, so that only the room is kept.
func (a *Analyzer) leave(r *room) {
	clear(r.found)
	clear(r.tokens)
	r.found, r.tokens, r.sentences = r.found[:0], r.tokens[:0], r.sentences[:0]
	a.rooms.Put(r)
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
