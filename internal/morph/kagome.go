package morph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/ikawaha/kagome-dict/dict"
)

// userPOS is the part of speech of the words of the registry.
const userPOS = "名詞,固有名詞"

// New returns a Tokenizer that cuts as kagome does. The dictionary is loaded, and the words are
// added to it, when the first text is cut and never before: a build in which nothing
// changed needs neither.
//
// A word that the dictionary knows already is not added, and neither is one in
// Latin letters, which kagome takes whole anyway, or of a single character: a user
// word wins over every other reading of a text, so a short one would cut longer words up.
func New(d func() *dict.Dict, words []Word) Tokenizer {
	return &kagome{words: sync.OnceValue(func() *lexicon { return newLexicon(d(), words) })}
}

// kagome is immutable apart from the first load.
type kagome struct {
	words    func() *lexicon
	lattices sync.Pool // of what is used again from text to text
}

// Tokens implements [Tokenizer].
func (k *kagome) Tokens(text string) []Token {
	if text == "" {
		return nil
	}
	words := k.words()
	l, ok := k.lattices.Get().(*lattice)
	if !ok {
		l = &lattice{words: words}
	}
	defer k.lattices.Put(l)
	return words.tokens(text, l.cut(text))
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
