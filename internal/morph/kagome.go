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

	"jikenbo/internal/source"
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
	return &kagome{load: sync.OnceValue(func() *tokenizer.Tokenizer { return build(d(), words) })}
}

// kagome is immutable apart from the first load.
type kagome struct {
	load func() *tokenizer.Tokenizer
}

// Tokens implements [Tokenizer].
func (k *kagome) Tokens(text string) []Token {
	if text == "" {
		return nil
	}
	found := k.load().Tokenize(text)
	out := make([]Token, 0, len(found))
	for _, t := range found {
		if t.Surface != "" {
			out = append(out, token(t))
		}
	}
	return out
}

func build(d *dict.Dict, words []Word) *tokenizer.Tokenizer {
	plain := must(tokenizer.New(d, tokenizer.OmitBosEos()))
	var records dict.UserDictRecords
	for _, w := range distinct(words) {
		if worthAdding(plain, w.Surface) {
			records = append(records, dict.UserDicRecord{
				Text: w.Surface, Tokens: []string{w.Surface}, Yomi: []string{w.Reading}, Pos: userPOS,
			})
		}
	}
	if len(records) == 0 {
		return plain
	}
	user := must(records.NewUserDict())
	return must(tokenizer.New(d, tokenizer.OmitBosEos(), tokenizer.UserDict(user)))
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

func worthAdding(plain *tokenizer.Tokenizer, surface string) bool {
	if utf8.RuneCountInString(surface) < 2 || !strings.ContainsFunc(surface, japanese) {
		return false
	}
	t := plain.Tokenize(surface)
	return len(t) != 1 || t[0].Class != tokenizer.KNOWN
}

// japanese reports whether r is written in Japanese only: a kana or a kanji.
func japanese(r rune) bool {
	return unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han) || r == 'ー'
}

func letterOrSpace(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsSpace(r)
}

func token(t tokenizer.Token) Token {
	out := Token{
		Span:    source.Span{Start: t.Position, End: t.Position + len(t.Surface)},
		Surface: t.Surface,
		Base:    t.Surface,
		POS:     partOfSpeech(t),
		Known:   t.Class != tokenizer.UNKNOWN,
	}
	if base, ok := t.BaseForm(); ok && base != "*" {
		out.Base = base
	}
	if reading, ok := t.Reading(); ok && reading != "*" {
		out.Reading = reading
	}
	if extra := t.UserExtra(); extra != nil {
		out.Reading = strings.Join(extra.Readings, "")
	}
	return out
}

// partOfSpeech drops the empty subdivisions, which the dictionary writes as "*", and
// mends what it says of ASCII brackets and the like: they are signs and no verbal nouns.
func partOfSpeech(t tokenizer.Token) []string {
	pos := t.POS()
	if t.Class == tokenizer.UNKNOWN && !strings.ContainsFunc(t.Surface, letterOrSpace) {
		return []string{"記号", "一般"}
	}
	if t.Class == tokenizer.USER {
		pos = strings.Split(pos[0], ",")
	}
	if i := slices.Index(pos, "*"); i >= 0 {
		pos = pos[:i]
	}
	if len(pos) == 0 {
		return []string{"名詞"} // what kagome takes unknown words for
	}
	return pos
}
