package search

import (
	"cmp"
	"crypto/sha256"
	"slices"

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
	like  *Record       // by which its lines and its length are reckoned, nil for itself
	empty bool          // there is no such page: nothing but its place is in the scripts
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
	for _, e := range c.Registry() {
		for _, l := range i18n.Langs {
			out = append(out, entityEntry(e, l, read[e.ID]))
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

// entityEntry is that of an entity. One without a page has a place nevertheless, and texts do not tell how much of it there is: so the first one that
// names somebody moves no other record.
func entityEntry(e *casebook.Entity, l i18n.Lang, readings []string) entry {
	like := entity(e, l, nil)
	out := entry{kind: like.Kind, years: like.Years, made: &like, like: &like}
	switch {
	case e.Path == "":
		out.made, out.empty = &Record{}, true
	case len(readings) > 0:
		r := entity(e, l, readings)
		out.made = &r
	}
	return out
}

// present are the entries of pages that there are.
func present(list []entry) []entry {
	return slices.DeleteFunc(slices.Clone(list), func(e entry) bool { return e.empty })
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
		like := cmp.Or(e.like, r)
		e.sum, e.lines, e.names, e.length = sha256.Sum256(room), len(like.Lines), len(like.Names), like.length()
	}
}
