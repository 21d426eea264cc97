package morph

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/lattice"
)

// New returns a Tokenizer over kagome's dictionary, which finds what kagome finds. The dictionary is loaded, and the words are
// added to it, when the first text is cut and never before: a build in which nothing
// changed needs neither.
//
// A word that the dictionary knows already is not added, and neither is one in
// Latin letters, which are taken whole anyway, or of a single character: a user
// word wins over every other reading of a text, so a short one would cut longer words up.
func New(d func() *Dictionary, words []Word) Tokenizer {
	return &lateTokenizer{load: sync.OnceValue(func() *loaded { return newLoaded(d(), words) })}
}

// lateTokenizer is immutable apart from the first load.
type lateTokenizer struct {
	load func() *loaded
}

// Tokens implements [Tokenizer].
func (t *lateTokenizer) Tokens(to []Token, text string) []Token {
	if text == "" {
		return to
	}
	return t.load().tokens(to, text)
}

// loaded is a dictionary with the words of the user.
type loaded struct {
	*Dictionary

	names     *lattice.Names // nil without words
	userWords *entries
	rooms     sync.Pool
}

func newLoaded(d *Dictionary, words []Word) *loaded {
	l := &loaded{Dictionary: d, rooms: sync.Pool{New: func() any { return new([]lattice.Word) }}}
	var surfaces, readings []string
	for _, w := range distinct(words) {
		if l.worthAdding(w.Surface) {
			surfaces, readings = append(surfaces, w.Surface), append(readings, w.Reading)
		}
	}
	if len(surfaces) > 0 {
		l.names, l.userWords = lattice.NewNames(surfaces), newUserEntries(readings)
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

// tokens appends the tokens of a text.
func (l *loaded) tokens(out []Token, text string) []Token {
	room := l.rooms.Get().(*[]lattice.Word)
	words := l.lattice.Cut((*room)[:0], text, l.names)
	first := len(out)
	out = slices.Grow(out, len(words))[:first+len(words)]
	for i := range words {
		l.fill(&out[first+i], &words[i], text)
	}
	*room = words
	l.rooms.Put(room)
	return out
}

// fill makes a token of a word of a text, in its place.
func (l *loaded) fill(t *Token, w *lattice.Word, text string) {
	t.Span.Start, t.Span.End, t.Surface, t.id, t.words = w.Start, w.End, text[w.Start:w.End], int32(w.ID), nil
	switch w.Kind {
	case lattice.Listed:
		t.Class, t.words = l.system.ofWord(w.ID), l.system
	case lattice.Name:
		t.Class, t.words = Noun|Proper|Listed, l.userWords
	default:
		t.Class = l.unlisted[w.ID]
		if !strings.ContainsFunc(t.Surface, letterOrSpace) {
			t.Class = Sign | General // ASCII brackets and the like, of which the dictionary says that they are verbal nouns
		}
	}
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
