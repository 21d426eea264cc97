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
	"slices"
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
	written  lexicon // see writtenNames
	// ambiguous are those of the names that need a cue, as they are written, by their places among the ambiguousWords.
	ambiguous []claim
	words     scanner       // of all lists
	sounds    func() sounds // made when first asked for
	rooms     *sync.Pool    // of texts that are done with
}

// NewFinder prepares a Finder for a registry.
func NewFinder(r *content.Registry) *Finder {
	names := newLexicon(r)
	written := writtenNames(r, names)
	words, ambiguous := ambiguousNames(names)
	return &Finder{
		registry: r, names: names, written: written, ambiguous: ambiguous, words: scannerWith(words, written.keys),
		sounds: sync.OnceValue(func() sounds { return newSounds(names) }), rooms: &sync.Pool{New: func() any { return &room{} }},
	}
}

// Find returns the mentions of a passage, in order, not overlapping.
// Tokens may be nil for English. In English only known names and what has the same form in every language is found: vulnerabilities, addresses and hashes.
func (f *Finder) Find(l i18n.Lang, text string, tokens []morph.Token) []Mention {
	parts := []Part{{Text: text, Tokens: tokens}}
	r := f.read(l, parts)
	defer f.leave(r)
	f.find(l, r.passages, parts, &r.met)
	return parts[0].Mentions
}

// FindAll fills in the mentions of all parts of a text: those that [Finder.Find] finds in each, and what one part
// introduces and another names without introduction. It takes the room of mentions that the parts have, and fills in what of the registry they meet.
func (f *Finder) FindAll(l i18n.Lang, parts []Part, met *Met) {
	r := f.read(l, parts)
	defer f.leave(r)
	f.find(l, r.passages, parts, met)
	f.recall(l, r.passages, parts)
	for i, p := range r.passages {
		parts[i].Mentions = p.settle(parts[i].Mentions)
	}
}

// find fills in the mentions of each part by itself. Each finder goes through all of the text before the next one does:
// its code and its tables then stay near the processor while they are needed.
func (f *Finder) find(l i18n.Lang, ps []*passage, parts []Part, met *Met) {
	f.known(ps, met)
	if l == i18n.JA {
		told, touched := aboutAttacks(ps)
		for _, p := range ps {
			p.told, p.touched, p.wild = told, touched, anyOf(wildWords, ps)
		}
		f.discover(ps)
	} else {
		addressed(ps)
	}
	for i, p := range ps {
		p.room = parts[i].Mentions[:0]
		parts[i].Mentions = p.compose(p.shortForms(f.merge(p, p.known, p.room)))
	}
}

// settle puts mentions back into the room that they were to have, if they are elsewhere by now and it suffices.
func (p *passage) settle(ms []Mention) []Mention {
	if len(ms) == 0 || cap(p.room) < len(ms) || &p.room[:1][0] == &ms[0] {
		return ms
	}
	return append(p.room, ms...)
}

// A room holds the passages of a text. It is used again for the next one.
type room struct {
	passages []*passage
	kept     []*passage // these and more
	met      Met        // where nobody wants to know it
}

// read reads the parts of a text. Whoever asked for them leaves the room when he is done with it.
func (f *Finder) read(l i18n.Lang, parts []Part) *room {
	r := f.rooms.Get().(*room)
	for len(r.kept) < len(parts) {
		r.kept = append(r.kept, &passage{})
	}
	r.passages = r.kept[:len(parts)]
	load(l, f.words, r.passages, parts)
	return r
}

func (f *Finder) leave(r *room) {
	const most = 512 // passages of which the room is kept
	for _, p := range r.passages {
		p.forget()
	}
	if len(r.kept) > most {
		r.kept = slices.Clone(r.kept[:most])
	}
	r.passages = nil
	f.rooms.Put(r)
}
