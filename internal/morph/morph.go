// Package morph is ground for the analysis stages: kagome's tokens with byte
// spans, sentences, readings and the folding of names.
//
// It is the only importer of kagome's tokenizer. The dictionary comes in as a
// value, loaded on first need, so that the stages above are tested with literal tokens.
package morph

import "jikenbo/internal/source"

// A Token is a morpheme.
type Token struct {
	Span    source.Span // in the text that was tokenised
	Surface string
	Base    string   // base form, as kagome's dictionary has it; the surface for unknown words
	Reading string   // katakana; "" for unknown words
	POS     []string // part of speech and its subdivisions, 名詞 固有名詞 組織 …; never empty
	Known   bool     // in the system or user dictionary
}

// A Word is an entry for the user dictionary: a name of the registry.
type Word struct {
	Surface string
	Reading string // katakana; may be empty
}

// A Tokenizer cuts text into tokens. It may be shared between goroutines.
type Tokenizer interface {
	Tokens(text string) []Token
}
