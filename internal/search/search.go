// Package search is the stage that writes what the search page looks through:
// Casebook → a script with one record for each page and language.
//
// In: a [casebook.Casebook]. Out: the bytes of assets/search-data.js, a classic script
// that sets one global, since a page from the disk may load scripts and nothing else.
// static/search.js folds and compares; nothing is folded here, so that its
// rules stand in one place.
//
// A sentence of a source is in it only where the page of the source shows it.
package search

import (
	"bytes"
	"encoding/json"

	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
)

// Path is where the script stands in the site.
const Path = "assets/search-data.js"

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
	When string `json:"when,omitempty"`
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

// Script returns the script. Nothing in it can end the script or break a string:
// encoding/json escapes <, >, & and the line separators of Unicode.
func Script(c *casebook.Casebook) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("window.jikenboSearch = [\n")
	for i, r := range Records(c) {
		if i > 0 {
			b.WriteString(",\n")
		}
		data, err := json.Marshal(r)
		if err != nil {
			return nil, err
		}
		b.Write(data)
	}
	b.WriteString("\n];\n")
	return b.Bytes(), nil
}

// Records returns what can be found: entities, articles, acts that editors wrote down, sources,
// contested names, pages of prose, each in the order of the casebook, Japanese before English.
// Acts that only the machine found are found by their sentences.
func Records(c *casebook.Casebook) []Record {
	var out []Record
	add := func(record func(i18n.Lang) Record) {
		for _, l := range i18n.Langs {
			out = append(out, record(l))
		}
	}
	for _, e := range c.Entities {
		add(func(l i18n.Lang) Record { return entity(e, l) })
	}
	for _, a := range c.Articles {
		add(func(l i18n.Lang) Record { return article(a, l) })
	}
	for _, a := range c.Acts {
		if a.Edited {
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
