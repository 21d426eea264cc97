package export

import (
	"strconv"
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/edtf"
)

// cslItem is a source as CSL-JSON has it, the format of Zotero, Pandoc and citeproc.
type cslItem struct {
	ID         string    `json:"id"`
	Type       string    `json:"type"`
	Title      string    `json:"title,omitempty"`
	Author     []cslName `json:"author,omitempty"`
	Translator []cslName `json:"translator,omitempty"`
	Publisher  string    `json:"publisher,omitempty"`
	Container  string    `json:"container-title,omitempty"`
	Issued     *cslDate  `json:"issued,omitempty"`
	Number     string    `json:"number,omitempty"`
	URL        string    `json:"URL,omitempty"`
	Archive    string    `json:"archive_location,omitempty"`
	Genre      string    `json:"genre,omitempty"`
	Language   string    `json:"language,omitempty"`
}

// cslName is a name that is not cut into parts: the record does not say which is the family's.
type cslName struct {
	Literal string `json:"literal"`
}

// cslDate is a date: its parts, as many as are known, or the words for it.
type cslDate struct {
	Parts   [][]int `json:"date-parts,omitempty"`
	Season  int     `json:"season,omitempty"`
	Literal string  `json:"literal,omitempty"`
}

// cslTypes are the words of CSL for the kinds of source.
var cslTypes = map[string]string{
	"news": "article-newspaper", "blog": "post-weblog", "release": "document", "court": "legal_case", "advisory": "report", "statement": "document",
	"report": "report", "page": "webpage", "catalogue": "dataset",
}

// citations returns data/sources.csl.json: an item for each source, under its id.
func citations(c *casebook.Casebook) ([]File, error) {
	data, err := encode(list(c.Sources, func(s *casebook.Source) cslItem {
		publisher := oneLine(publisherOf(c, s))
		item := cslItem{
			ID: s.ID, Type: cslTypes[s.Kind], Title: oneLine(s.Title), Author: cslNames(s.Author), Translator: cslNames(s.Translator), Publisher: publisher,
			Issued: cslDateOf(s.Published), Number: oneLine(s.Number), URL: oneLine(s.URL), Archive: oneLine(s.Archived),
			Genre: howPublished[s.Kind], Language: s.Language,
		}
		if item.Type == "" {
			item.Type = "document"
		}
		if s.Kind == "news" || s.Kind == "blog" {
			item.Container = publisher
		}
		if item.Author == nil {
			item.Author = cslNames(publisher)
		}
		return item
	}))
	return []File{{Path: "data/sources.csl.json", Data: data}}, err
}

// publisherOf returns the name of the publisher in the language nearest to the source's.
func publisherOf(c *casebook.Casebook, s *casebook.Source) string {
	if e := c.Entity(s.Publisher); e != nil {
		name, _ := e.Name.Best(nearest(s.Language))
		return name
	}
	return s.Publisher
}

func cslNames(name string) []cslName {
	if name = oneLine(name); name == "" {
		return nil
	}
	return []cslName{{name}}
}

// cslDateOf returns a date with the parts that are known, a season as CSL has it, anything else as its EDTF; nil for none.
func cslDateOf(d edtf.Date) *cslDate {
	if d.IsZero() {
		return nil
	}
	var parts []int
	for _, p := range strings.Split(d.String(), "-") {
		n, err := strconv.Atoi(p)
		if err != nil {
			return &cslDate{Literal: d.String()}
		}
		parts = append(parts, n)
	}
	switch {
	case len(parts) > 3 || len(parts) > 1 && parts[1] > 24:
		return &cslDate{Literal: d.String()}
	case len(parts) == 2 && parts[1] > 20:
		return &cslDate{Parts: [][]int{parts[:1]}, Season: parts[1] - 20}
	}
	return &cslDate{Parts: [][]int{parts}}
}
