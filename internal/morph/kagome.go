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
	"github.com/ikawaha/kagome/v2/tokenizer/lattice"

	"jikenbo/internal/source"
)

// New returns a Tokenizer over kagome. The dictionary is loaded, and the words are
// added to it, when the first text is cut and never before: a build in which nothing
// changed needs neither.
//
// A word that the dictionary knows already is not added, and neither is one in
// Latin letters, which kagome takes whole anyway, or of a single character: a user
// word wins over every other reading of a text, so a short one would cut longer words up.
func New(d func() *dict.Dict, words []Word) Tokenizer {
	return From(func() *Dictionary { return NewDictionary(d()) }, words)
}

// From is New for a dictionary of which what is not needed has been left out.
func From(d func() *Dictionary, words []Word) Tokenizer {
	return &kagome{load: sync.OnceValue(func() *loaded { return newLoaded(d(), words) })}
}

// kagome is immutable apart from the first load.
type kagome struct {
	load func() *loaded
}

// Tokens implements [Tokenizer].
func (k *kagome) Tokens(to []Token, text string) []Token {
	if text == "" {
		return to
	}
	return k.load().tokens(to, text)
}

// loaded is what kagome's lattice wants, with what the dictionaries say of their words.
type loaded struct {
	*Dictionary

	user      *dict.UserDict // nil without words
	userWords *entries
	inUser    *WordTable // of the words of the user
}

func newLoaded(d *Dictionary, words []Word) *loaded {
	l := &loaded{Dictionary: d}
	var records dict.UserDictRecords
	var surfaces, readings []string
	for _, w := range distinct(words) {
		if l.worthAdding(w.Surface) {
			records = append(records, dict.UserDicRecord{Text: w.Surface, Tokens: []string{w.Surface}, Yomi: []string{w.Reading}, Pos: "名詞,固有名詞"})
			surfaces, readings = append(surfaces, w.Surface), append(readings, w.Reading)
		}
	}
	if len(records) > 0 {
		l.user = must(records.NewUserDict())
		l.userWords, l.inUser = newUserEntries(readings), NewWordTable(surfaces)
	}
	return l
}

// worthAdding is asked before there are words of the user.
func (l *loaded) worthAdding(surface string) bool {
	if utf8.RuneCountInString(surface) < 2 || !strings.ContainsFunc(surface, japanese) {
		return false
	}
	t := l.tokens(nil, surface)
	return len(t) != 1 || t[0].Class&Listed == 0
}

// tokens appends the tokens of a text. It asks kagome for its lattice and not for its tokens, which would be made only to be
// read once; and it has the words of the user looked up, which is done at every character, only where one of them stands.
func (l *loaded) tokens(out []Token, text string) []Token {
	var room [64]gap
	for offset := 0; offset < len(text); {
		piece := piece(text[offset:])
		in, left, user := piece, gaps(nil), l.user
		if user == nil || !l.inUser.In(piece) {
			in, left = squeeze(piece, room[:0])
			user = nil
		}
		la := lattice.New(l.dict, user)
		la.Build(in)
		la.Forward(lattice.Normal)
		la.Backward(lattice.Normal)
		out = slices.Grow(out, len(la.Output))
		for _, n := range slices.Backward(la.Output) {
			if n.Surface == "" {
				continue
			}
			end := offset + left.fill(len(n.Surface), n.Position+len(n.Surface))
			out = append(out, l.token(n, text, source.Span{Start: offset, End: end}))
			offset = end
		}
		la.Free()
	}
	return out
}

// token returns what is known of a node of the lattice, which stands at a span of a text.
func (l *loaded) token(n *lattice.Node, text string, s source.Span) Token {
	t := Token{Span: s, Surface: text[s.Start:s.End], id: int32(n.ID)}
	switch n.Class {
	case lattice.KNOWN:
		t.Class, t.words = l.system.ofWord(n.ID), l.system
	case lattice.USER:
		t.Class, t.words = Noun|Proper|Listed, l.userWords
	default:
		t.Class = l.unlisted[n.ID]
		if !strings.ContainsFunc(t.Surface, letterOrSpace) {
			t.Class = Sign | General // ASCII brackets and the like, of which the dictionary says that they are verbal nouns
		}
	}
	return t
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
