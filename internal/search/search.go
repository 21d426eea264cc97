// Package search is the stage that writes what the search page looks through:
// Casebook → scripts with a record for each page and language.
//
// In: a [casebook.Casebook]. Out: assets/search-data.js, a classic script that sets one
// global, since a page from the disk may load scripts and nothing else. In a small archive it holds
// all records. In a large one it holds how entities are called and where everything
// else is: records in scripts of some articles each, and an index of short pieces of
// text, of which a query loads only what it needs.
//
// Text is compared folded. static/search.js folds as this package does; a test compares the two.
//
// A sentence of a source is in the data only where the page of the source shows it.
package search

import (
	"encoding/json"

	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
)

// Path is where the first script stands in the site.
const Path = "assets/search-data.js"

// Folder is where those stand that it leads to.
const Folder = "assets/search/"

// Kinds of record besides the kinds of entity.
const (
	ArticleKind = "article"
	ActKind     = "act"
	SourceKind  = "source"
	NameKind    = "name" // claimed by several entities
	PageKind    = "page" // of prose
)

// A Record is a page, or an act on the timeline, as it can be found in one language.
type Record struct {
	Kind string `json:"kind"`
	// Lang is the language tree in which Path stands, and the language of Lines.
	Lang i18n.Lang `json:"lang"`
	// Path is below the language tree; that of an act has a fragment.
	Path  string `json:"path"`
	Title string `json:"title"`
	// TitleLang is the language of Title where it is not Lang.
	TitleLang string `json:"titleLang,omitempty"`
	// When is the date, as Lang writes it; may be empty.
	When  string `json:"when,omitempty"`
	Years Years  `json:"years,omitzero"`
	// Names are the other names under which it can be found: in the other language, readings, aliases, numbers.
	Names []string `json:"names,omitempty"`
	Lines []Line   `json:"lines,omitempty"`
}

// A Line is a sentence, or as much as is found at once, and its fragment on the page ("" for the page as a whole).
// In the script it is a pair of the two.
type Line struct{ Fragment, Text string }

// MarshalJSON writes the pair.
func (l Line) MarshalJSON() ([]byte, error) { return json.Marshal([2]string{l.Fragment, l.Text}) }

// UnmarshalJSON reads what MarshalJSON writes.
func (l *Line) UnmarshalJSON(b []byte) error {
	var pair [2]string
	err := json.Unmarshal(b, &pair)
	l.Fragment, l.Text = pair[0], pair[1]
	return err
}

// Years are the years in which something was, or was published; zero where it has no date.
// In the scripts it is a pair of the two.
type Years struct{ From, To int }

// MarshalJSON writes the pair.
func (y Years) MarshalJSON() ([]byte, error) { return json.Marshal([2]int{y.From, y.To}) }

// UnmarshalJSON reads what MarshalJSON writes.
func (y *Years) UnmarshalJSON(b []byte) error {
	var pair [2]int
	err := json.Unmarshal(b, &pair)
	y.From, y.To = pair[0], pair[1]
	return err
}

// Records returns what can be found: entities, articles, acts that editors wrote down, sources,
// contested names, pages of prose, each in the order of the casebook, Japanese before English.
// Acts that only the machine found are found by their sentences.
func Records(c *casebook.Casebook) []Record {
	var out []Record
	list := present(entries(c, readings(c), nil))
	for i := range list {
		out = append(out, *list[i].record())
	}
	return out
}

// others returns the records that are neither of entities nor of articles.
func others(c *casebook.Casebook) []Record {
	var out []Record
	add := func(record func(i18n.Lang) Record) {
		for _, l := range i18n.Langs {
			out = append(out, record(l))
		}
	}
	for _, a := range c.Acts {
		if a.Checked() {
			add(func(l i18n.Lang) Record { return act(a, l) })
		}
	}
	for _, s := range c.Sources {
		add(func(l i18n.Lang) Record { return record(c, s, l) })
	}
	for _, n := range c.Contested {
		add(func(l i18n.Lang) Record { return Record{Kind: NameKind, Lang: l, Path: n.Path, Title: n.Name} })
	}
	for _, p := range c.Pages {
		add(func(l i18n.Lang) Record { return page(p, l) })
	}
	return out
}
