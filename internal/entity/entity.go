// Package entity is an analysis stage: names in running text → mentions.
//
// In: the prose of a passage with its tokens, and the registry.
// Out: [Mention] values with spans in the passage: known names with the entity they
// mean, and discovered ones. A name that two entities claim is never linked silently:
// its mention has no entity and lists the candidates.
package entity

import (
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
}

// NewFinder prepares a Finder for a registry.
func NewFinder(r *content.Registry) *Finder {
	return &Finder{registry: r, names: newLexicon(r)}
}

// Find returns the mentions of a passage, in order, not overlapping.
// Tokens may be nil for English. In English only known names are found.
func (f *Finder) Find(l i18n.Lang, text string, tokens []morph.Token) []Mention {
	p := newPassage(l, text, tokens)
	known := f.known(p)
	if l != i18n.JA {
		return f.shortForms(p, known)
	}
	return p.compose(f.shortForms(p, merge(known, f.discover(p, known))))
}
