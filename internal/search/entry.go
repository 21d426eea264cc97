package search

import (
	"crypto/sha256"

	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
)

// Origins tell, by digests, what records are made of: that of an article of what is told of it, in a language, and of the ground.
type Origins interface {
	Article(*casebook.Article) [sha256.Size]byte
	Ground() [sha256.Size]byte
}

// An entry is a record, which is not made where it is known what is needed of it.
type entry struct {
	lined
	kind  string
	years Years
	made  *Record       // nil as long as nobody has asked for it
	make  func() Record // nil where it is made
}

// record returns the record.
func (e *entry) record() *Record {
	if e.made == nil {
		r := e.make()
		e.made = &r
	}
	return e.made
}

// entriesOf are those of records that are made.
func entriesOf(records []Record) []entry {
	out := make([]entry, len(records))
	for i := range records {
		out[i] = entry{kind: records[i].Kind, years: records[i].Years, made: &records[i]}
	}
	return out
}

// entries returns what can be found, in the order of [Records]. Origins may be nil.
func entries(c *casebook.Casebook, read map[string][]string, origins Origins) []entry {
	var out []entry
	for _, e := range c.Entities {
		for _, l := range i18n.Langs {
			out = append(out, entriesOf([]Record{entity(e, l, read[e.ID])})...)
		}
	}
	for _, a := range c.Articles {
		for _, l := range i18n.Langs {
			e := entry{kind: ArticleKind, years: years(a.Reference), make: func() Record { return article(a, l) }}
			if origins != nil {
				ground, own := origins.Ground(), origins.Article(a)
				e.of = sha256.Sum256(append(append(ground[:], own[:]...), l...))
			}
			out = append(out, e)
		}
	}
	return append(out, entriesOf(others(c))...)
}

// measure finds out what is needed of records; of those that an old archive has too, it is known.
func measure(list []entry, old *Kept) {
	known := map[sum]int{}
	if old != nil {
		for i := range old.records {
			known[old.records[i].of] = i
		}
	}
	var room []byte
	for i := range list {
		e := &list[i]
		if at, ok := known[e.of]; ok && e.of != (sum{}) {
			e.lined = old.records[at]
			continue
		}
		r := e.record()
		room = r.append(room[:0])
		e.sum, e.lines, e.names, e.length = sha256.Sum256(room), len(r.Lines), len(r.Names), r.length()
	}
}
