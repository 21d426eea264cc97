package entity

import (
	"slices"

	"jikenbo/internal/morph"
	"jikenbo/internal/source"
)

// A word is what finders ask of a token, worked out once.
type word struct {
	source.Span
	class class
}

// A class says what the dictionary knows of a word, and whether it can be part of a name.
type class = morph.Class

const (
	noun      = morph.Noun
	prefix    = morph.Prefix
	general   = morph.General
	proper    = morph.Proper
	numeric   = morph.Number
	counter   = morph.Counter
	adverbial = morph.Adverbial
	suffix    = morph.Suffix
	regional  = morph.Regional
	nation    = morph.Nation
	personal  = morph.Personal
	surname   = morph.Surname
	given     = morph.Given
	orgName   = morph.Group
	listed    = morph.Listed
	verbal    = morph.Verbal

	nominal class = 1 << 33 // can be part of a name
	lead    class = 1 << 34 // stands before a name without belonging to it
)

// is reports whether a word is of all of some classes.
func (w word) is(c class) bool { return w.class&c == c }

// leads reports whether a word stands before names without belonging to them.
func leads(s string) bool {
	switch s {
	case "各", "同", "両", "当", "全", "旧", "元", "本", "現地", "関係", "捜査", "民間", "一部", "主要", "当該", "時間":
		return true
	}
	return false
}

// sort works out what the tokens are, marks where they begin and end, and lists those that finders go through.
func (p *passage) sort() {
	p.words = slices.Grow(p.words[:0], len(p.tokens))
	p.people, p.sites, p.lone = p.people[:0], p.sites[:0], p.lone[:0]
	for i := range p.tokens {
		t := &p.tokens[i]
		w := word{Span: t.Span, class: t.Class}
		if !(0 <= w.Start && w.Start < w.End && w.End <= len(p.text)) {
			p.words = append(p.words, word{}) // no token of this text
			continue
		}
		k := p.scriptAt(w.Start)
		p.marks[w.Start] |= tokenEdge
		p.marks[w.End] |= tokenEdge
		if w.class&(noun|prefix) == 0 {
			w.class &= listed
		} else {
			w.class |= p.nameable(w, k)
			p.list(i, w, k)
		}
		if k == kanji && w.Len() == len("紬") && soleGiven.Has(firstRune(p.text[w.Start:])) {
			p.lone = append(p.lone, i)
		}
		p.words = append(p.words, w)
	}
}

// nameable returns whether a noun or prefix, which begins with a character of a script, can be part of a name or stands before one.
func (p *passage) nameable(w word, script int) class {
	switch {
	case w.is(prefix):
		return nominal | lead
	case w.class&(adverbial|morph.Pronoun|morph.Dependent) != 0 || script == other || script == hiragana:
		return 0
	case w.class&(numeric|counter) != 0 || leads(p.surface(w.Span)):
		return nominal | lead
	}
	return nominal
}

// list notes a noun that is a place, or the name of a person, or may be one in hiragana.
func (p *passage) list(i int, w word, script int) {
	if w.class&personal != 0 || script == hiragana && w.is(proper|listed) {
		p.people = append(p.people, i)
	}
	if w.class&(regional|suffix) == regional {
		p.sites = append(p.sites, i)
	}
}
