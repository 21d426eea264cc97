// Package entity is an analysis stage: names in running text → mentions.
//
// In: the prose of a passage with its tokens, and the registry.
// Out: [Mention] values with spans in the passage: known names with the entity they
// mean, and discovered ones. A name that two entities claim is never linked silently:
// its mention has no entity and lists the candidates.
//
// A passage is read once, then each finder reads what that has seen. The reading marks the script of every character
// and what the dictionary says of every token, and scans for the words of all lists together (scan.go), each of which
// some finder takes as a sign to look closer: a head such as ハッカー集団, a title, the suffix of an organisation. A finder
// of unknown names is a function in a file of its own that goes through the spots of its lists and sights names there;
// discover has their order. The known names are found in the folded text by one more scan.
package entity

import (
	"sync"

	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A Mention is a name in a text.
type Mention struct {
	Span    source.Span // in the passage
	Kind    content.Kind
	Entity  string // id, or "" where the name was discovered or is contested
	Surface string
	Name    i18n.Text // of the entity; for a discovered name, the surface
	// Discovered reports that the registry does not know the name.
	Discovered bool
	// Candidates are the ids of the entities that claim a contested name; empty otherwise.
	Candidates []string
	Confidence float64 // 0 to 1
	// Why says in a word how it was found: "name", "alias", "cue", "suffix", "title" …
	Why string
}

// A Finder finds names. It is immutable and may be shared between goroutines.
type Finder struct {
	registry *content.Registry
	names    lexicon
	// ambiguous are those of the names that need a cue.
	ambiguous ambiguousNames
	passages  *sync.Pool // of passages that are done with
}

// NewFinder prepares a Finder for a registry.
func NewFinder(r *content.Registry) *Finder {
	names := newLexicon(r)
	return &Finder{registry: r, names: names, ambiguous: newAmbiguousNames(names), passages: &sync.Pool{New: func() any { return &passage{} }}}
}

// passage reads a text. Whoever asked for it says when he is done with it.
func (f *Finder) passage(l i18n.Lang, text string, tokens []morph.Token) *passage {
	p := f.passages.Get().(*passage)
	p.load(l, text, tokens)
	return p
}

func (f *Finder) done(p *passage) {
	p.forget()
	f.passages.Put(p)
}

// Find returns the mentions of a passage, in order, not overlapping.
// Tokens may be nil for English. In English only known names are found.
func (f *Finder) Find(l i18n.Lang, text string, tokens []morph.Token) []Mention {
	p := f.passage(l, text, tokens)
	defer f.done(p)
	known := f.known(p)
	if l == i18n.JA {
		p.discover(known)
	}
	return p.compose(p.shortForms(f.merge(p, known)))
}
