package morph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/ikawaha/kagome-dict/dict"
	"github.com/ikawaha/kagome/v2/tokenizer"
)

// userPOS is the part of speech of the words of the registry.
const userPOS = "名詞,固有名詞"

// New returns a Tokenizer over kagome. The dictionary is loaded, and the words are
// added to it, when the first text is cut and never before: a build in which nothing
// changed needs neither.
//
// A word that the dictionary knows already is not added, and neither is one in
// Latin letters, which kagome takes whole anyway, or of a single character: a user
// word wins over every other reading of a text, so a short one would cut longer words up.
func New(d func() *dict.Dict, words []Word) Tokenizer {
	return &kagome{load: sync.OnceValue(func() loaded { return newLoaded(d(), words) })}
}

// kagome is immutable apart from the first load.
type kagome struct {
	load func() loaded
}

// loaded is kagome with what the dictionaries say of their words.
type loaded struct {
	tokenizer *tokenizer.Tokenizer
	entries   *entries
}

// Tokens implements [Tokenizer].
func (k *kagome) Tokens(text string) []Token {
	if text == "" {
		return nil
	}
	c := k.load()
	out := make([]Token, 0, utf8.RuneCountInString(text)/2+1)
	for offset := 0; offset < len(text); {
		piece := piece(text[offset:])
		for _, t := range c.tokenizer.Tokenize(piece) {
			if t.Surface != "" {
				out = append(out, Token{})
				c.entries.token(&out[len(out)-1], &t, offset)
			}
		}
		offset += len(piece)
	}
	return out
}

// pieceSize is how many bytes kagome is given at once, at least. It weighs all words of what it is given before
// it settles one, so that a long text costs it more memory than stays near the processor.
const pieceSize = 512

// piece returns the beginning of a text up to the first end of a sentence behind pieceSize: a full stop, which is a word
// by itself, after which kagome begins anew as well as anywhere.
func piece(text string) string {
	const stop = "。"
	if len(text) <= pieceSize {
		return text
	}
	// Not in the middle of a character: a stop that begins at pieceSize or later is found whole.
	i := strings.Index(text[pieceSize:], stop)
	if i < 0 {
		return text
	}
	return text[:pieceSize+i+len(stop)]
}

func newLoaded(d *dict.Dict, words []Word) loaded {
	plain := must(tokenizer.New(d, tokenizer.OmitBosEos()))
	var records dict.UserDictRecords
	for _, w := range distinct(words) {
		if worthAdding(plain, w.Surface) {
			records = append(records, dict.UserDicRecord{Text: w.Surface, Tokens: []string{w.Surface}, Yomi: []string{w.Reading}, Pos: userPOS})
		}
	}
	if len(records) == 0 {
		return loaded{plain, newEntries(d, nil)}
	}
	user := must(records.NewUserDict())
	return loaded{must(tokenizer.New(d, tokenizer.OmitBosEos(), tokenizer.UserDict(user))), newEntries(d, user)}
}

func worthAdding(plain *tokenizer.Tokenizer, surface string) bool {
	if utf8.RuneCountInString(surface) < 2 || !strings.ContainsFunc(surface, japanese) {
		return false
	}
	t := plain.Tokenize(surface)
	return len(t) != 1 || t[0].Class != tokenizer.KNOWN
}

// must is for errors that only a mistake in this file can cause.
func must[T any](v T, err error) T {
	if err != nil {
		panic(fmt.Sprintf("morph: kagome refused the dictionary: %v", err))
	}
	return v
}

// distinct returns the words sorted, each surface once; of two readings of a surface one stays that is not empty.
func distinct(words []Word) []Word {
	out := make([]Word, 0, len(words))
	for _, w := range words {
		if w.Surface = strings.TrimSpace(w.Surface); w.Surface != "" {
			out = append(out, w)
		}
	}
	slices.SortFunc(out, func(a, b Word) int {
		return cmp.Or(cmp.Compare(a.Surface, b.Surface), cmp.Compare(b.Reading, a.Reading))
	})
	return slices.CompactFunc(out, func(a, b Word) bool { return a.Surface == b.Surface })
}

// japanese reports whether r is written in Japanese only: a kana or a kanji.
func japanese(r rune) bool {
	return unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han) || r == 'ー'
}

func letterOrSpace(r rune) bool {
	if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || 'ァ' <= r && r <= 'ヺ' {
		return true // as most of these are
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsSpace(r)
}
