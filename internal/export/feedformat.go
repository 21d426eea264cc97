package export

import (
	"bytes"
	"encoding/xml"

	"jikenbo/internal/i18n"
)

// atomFeed is a feed as RFC 4287 has it.
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     i18n.Lang   `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Author   atomPerson  `xml:"author"`
	Rights   string      `xml:"rights,omitempty"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

// atomPerson is who wrote the articles: the archive.
type atomPerson struct {
	Name string `xml:"name"`
}

// atomLink is a link. Without the site's address it is relative to the feed.
type atomLink struct {
	Rel  string    `xml:"rel,attr"`
	Type string    `xml:"type,attr"`
	Lang i18n.Lang `xml:"hreflang,attr,omitempty"`
	Href string    `xml:"href,attr"`
}

// atomText is text that may be in the other language.
type atomText struct {
	Type string    `xml:"type,attr,omitempty"` // "html", or "" for text
	Lang i18n.Lang `xml:"xml:lang,attr,omitempty"`
	Text string    `xml:",chardata"`
}

// atomCategory is the type of an act.
type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr,omitempty"`
}

// atomEntry is an article or an act.
type atomEntry struct {
	ID        string        `xml:"id"`
	Title     atomText      `xml:"title"`
	Published string        `xml:"published,omitempty"`
	Updated   string        `xml:"updated"`
	Links     []atomLink    `xml:"link"`
	Category  *atomCategory `xml:"category"`
	Summary   *atomText     `xml:"summary"`
	Content   atomText      `xml:"content"`
}

// atom writes a feed as Atom.
func (x *Exporter) atom(b *bytes.Buffer, f feed) error {
	text := func(t worded, typ string) atomText {
		if t.lang == f.lang {
			t.lang = ""
		}
		return atomText{typ, t.lang, t.text}
	}
	out := atomFeed{
		Lang: f.lang, ID: x.urn(string(f.lang) + "/" + f.path), Title: f.title, Subtitle: f.subtitle, Updated: f.updated,
		Author: atomPerson{f.author}, Rights: f.rights,
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: x.href(f, f.path)},
			{Rel: "alternate", Type: "text/html", Lang: f.lang, Href: x.href(f, f.page)},
		},
	}
	for _, e := range f.entries {
		a := atomEntry{
			ID: x.urn(string(f.lang) + "/" + e.id), Title: text(e.title, ""), Published: e.published, Updated: e.updated,
			Links: []atomLink{{Rel: "alternate", Type: "text/html", Lang: f.lang, Href: x.href(f, e.page)}}, Content: text(e.body, "html"),
		}
		if e.summary.text != "" {
			summary := text(e.summary, "")
			a.Summary = &summary
		}
		if e.category != "" {
			a.Category = &atomCategory{e.category, e.label}
		}
		out.Entries = append(out.Entries, a)
	}
	b.WriteString(xml.Header)
	e := xml.NewEncoder(b)
	e.Indent("", " ")
	err := e.Encode(out)
	b.WriteByte('\n')
	return err
}

// jsonFeedFile is a feed as JSON Feed 1.1 has it.
type jsonFeedFile struct {
	Version     string         `json:"version"`
	Title       string         `json:"title"`
	HomePage    string         `json:"home_page_url,omitempty"`
	FeedURL     string         `json:"feed_url,omitempty"`
	Description string         `json:"description,omitempty"`
	Authors     []jsonAuthor   `json:"authors"`
	Language    i18n.Lang      `json:"language"`
	Items       []jsonFeedItem `json:"items"`
}

// jsonAuthor is the archive.
type jsonAuthor struct {
	Name string `json:"name"`
}

// jsonFeedItem is an article.
type jsonFeedItem struct {
	ID        string    `json:"id"`
	URL       string    `json:"url,omitempty"`
	Title     string    `json:"title"`
	Summary   string    `json:"summary,omitempty"`
	Content   string    `json:"content_html"`
	Published string    `json:"date_published,omitempty"`
	Modified  string    `json:"date_modified"`
	Language  i18n.Lang `json:"language"` // of the content
}

// jsonFeed writes a feed as JSON Feed. Without the site's address it has no links, since it knows no relative ones.
func (x *Exporter) jsonFeed(f feed) ([]byte, error) {
	at := func(path string) string {
		if x.SiteURL == "" {
			return ""
		}
		return webAddress(x.href(f, path))
	}
	out := jsonFeedFile{
		Version: "https://jsonfeed.org/version/1.1", Title: f.title, HomePage: at(f.page), FeedURL: at(f.json), Description: f.subtitle,
		Authors: []jsonAuthor{{f.author}}, Language: f.lang,
	}
	out.Items = list(f.entries, func(e entry) jsonFeedItem {
		return jsonFeedItem{
			ID: x.urn(string(f.lang) + "/" + e.id), URL: at(e.page), Title: e.title.text, Summary: e.summary.text, Content: e.body.text,
			Published: e.published, Modified: e.updated, Language: e.body.lang,
		}
	})
	return encode(out)
}
