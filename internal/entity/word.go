package entity

import (
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

// sort works out what the tokens are, and marks where they begin and end.
func (p *passage) sort() {
	p.words = resized(p.words, len(p.tokens))
	p.people, p.sites, p.lone = p.people[:0], p.sites[:0], p.lone[:0]
	for i := range p.tokens {
		t, w := &p.tokens[i], &p.words[i]
		if s := t.Span; !(0 <= s.Start && s.Start < s.End && s.End <= len(p.text)) {
			continue // no token of this text
		}
		w.Span = t.Span
		p.marks[w.Start] |= tokenEdge
		p.marks[w.End] |= tokenEdge
		if w.class = t.Class; w.class&(noun|prefix) == 0 {
			w.class &= listed
		}
		k := p.scriptAt(w.Start)
		if w.is(prefix) || w.is(noun) && w.class&(adverbial|morph.Pronoun|morph.Dependent) == 0 && k != other && k != hiragana {
			w.class |= nominal
			if w.class&(numeric|counter|prefix) != 0 || leads(p.surface(w.Span)) {
				w.class |= lead
			}
		}
		if w.class&personal != 0 || k == hiragana && w.is(proper|listed) {
			p.people = append(p.people, i)
		}
		if w.class&(regional|suffix) == regional {
			p.sites = append(p.sites, i)
		}
		if k == kanji && w.Len() == len("紬") && soleGiven.Has(firstRune(p.text[w.Start:])) {
			p.lone = append(p.lone, i)
		}
	}
}
