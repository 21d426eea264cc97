// Package morph is ground for the analysis stages: tokens with byte
// spans, those that kagome finds, sentences, readings and the folding of names.
//
// The dictionary comes in as a
// value, loaded on first need, so that the stages above are tested with literal tokens.
package morph

import "jikenbo/internal/source"

// A Token is a morpheme.
type Token struct {
	Span    source.Span // in the text that was tokenised
	Surface string
	Class   Class

	id    int32
	words *entries // that the token is of, nil for unknown words
}

// NewToken returns a token of which a dictionary says so much; base and reading may be empty.
func NewToken(span source.Span, surface, base, reading string, c Class) Token {
	words := newUserEntries([]string{reading})
	words.bases = column{base, []uint32{uint32(len(base))}}
	return Token{Span: span, Surface: surface, Class: c | Listed, words: words}
}

// Is reports whether a token is of all the classes of a set.
func (t *Token) Is(c Class) bool { return t.Class&c == c }

// Base returns the base form, as kagome's dictionary has it; the surface for unknown words.
func (t *Token) Base() string {
	if t.words != nil {
		if b := t.words.bases.of(t.id); b != "" {
			return b
		}
	}
	return t.Surface
}

// Reading returns how a token is read, in katakana; "" for unknown words.
func (t *Token) Reading() string { return string(t.AppendReading(nil)) }

// AppendReading appends the reading to others.
func (t *Token) AppendReading(to []byte) []byte {
	if t.words == nil {
		return to
	}
	return t.words.appendReading(to, t.id)
}

// A Word is an entry for the user dictionary: a name of the registry.
type Word struct {
	Surface string
	Reading string // katakana; may be empty
}

// A Tokenizer cuts text into tokens, which it appends to others. It may be shared between goroutines.
type Tokenizer interface {
	Tokens(to []Token, text string) []Token
}
