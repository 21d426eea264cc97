package review

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/internal/analysis"
	"jikenbo/internal/i18n"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// key is a sentence as it is compared: width, case and white space do not matter.
func key(sentence string) string {
	folded := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, morph.Fold(sentence).Text)
	if folded == "" {
		return sentence
	}
	return folded
}

// hash stands for a sentence whose words may not be kept.
func hash(sentence string) string { return hashOf(key(sentence)) }

func hashOf(key string) string {
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:6])
}

// An anchor is what a sentence is known by, apart from its place among equal ones.
type anchor struct {
	lang i18n.Lang // "" with a hash
	key  string
}

// anchored reports whether the sentence is known by anything.
func (s *Sentence) anchored() bool { return s.Hash != "" || s.Text != "" }

func (s *Sentence) anchor() anchor {
	if s.Hash != "" {
		return anchor{"", s.Hash}
	}
	return anchor{s.Lang, key(s.Text)}
}

// anchors knows the sentences of documents.
type anchors map[anchor][]place

// A place is a sentence of a document.
type place struct {
	doc      int
	sentence int
}

func (p place) in(docs []*analysis.Document) *analysis.Sentence {
	return &docs[p.doc].Sentences[p.sentence]
}

// anchorsOf lists the sentences of documents by their words and, if they are asked for, by their hashes.
func anchorsOf(docs []*analysis.Document, hashes bool) anchors {
	out := anchors{}
	for d, doc := range docs {
		if doc == nil {
			continue
		}
		for i := range doc.Sentences {
			a := anchor{doc.Text.Lang, key(doc.Sentences[i].Text)}
			out[a] = append(out[a], place{d, i})
			if hashes {
				a = anchor{"", hashOf(a.key)}
				out[a] = append(out[a], place{d, i})
			}
		}
	}
	return out
}

// hashed reports whether sentences of the file are known by their hashes.
func (f *File) hashed() bool {
	return slices.ContainsFunc(f.Sentences, func(s *Sentence) bool { return s.Hash != "" })
}

// find returns where a sentence stands now.
func (as anchors) find(s *Sentence) (place, bool) {
	equal := as[s.anchor()]
	if !s.anchored() || s.Nth < 1 || s.Nth > len(equal) {
		return place{}, false
	}
	return equal[s.Nth-1], true
}

// locate returns where words stand for the n-th time in a sentence. As they are written they come first; where the
// sentence was written anew in another width, or with other spaces, they are found all the same.
func locate(sentence, words string, nth int) (source.Span, bool) {
	if words == "" {
		return source.Span{}, false
	}
	if at := occurrence(sentence, words, nth); at >= 0 {
		return source.Span{Start: at, End: at + len(words)}, true
	}
	folded, want := morph.Fold(sentence), morph.Fold(words).Text
	at := -1
	if want != "" {
		at = occurrence(folded.Text, want, nth)
	}
	if at < 0 {
		return source.Span{}, false
	}
	span := folded.Span(source.Span{Start: at, End: at + len(want)})
	return lengthened(sentence, words, span), true
}

// lengthened takes in a long vowel mark at the end, which folding drops, where the words have one.
func lengthened(sentence, words string, span source.Span) source.Span {
	next, n := utf8.DecodeRuneInString(sentence[span.End:])
	if last, _ := utf8.DecodeLastRuneInString(words); morph.Fold("ア"+string(last)).Text == "ア" && n > 0 && morph.Fold("ア"+string(next)).Text == "ア" && !unicode.IsSpace(next) {
		span.End += n
	}
	return span
}

// occurrence returns where words begin for the n-th time, -1 if they do not.
func occurrence(text, words string, nth int) int {
	for at := 0; ; {
		i := strings.Index(text[at:], words)
		if i < 0 || nth < 1 {
			return -1
		}
		if nth == 1 {
			return at + i
		}
		_, n := utf8.DecodeRuneInString(text[at+i:])
		at, nth = at+i+n, nth-1
	}
}

// nthOf says which of the equal words of a sentence begin at a place.
func nthOf(sentence, words string, start int) int {
	for n := 1; ; n++ {
		if at := occurrence(sentence, words, n); at < 0 || at >= start {
			return n
		}
	}
}
