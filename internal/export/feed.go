package export

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"slices"
	"strings"
	"time"

	"jikenbo/internal/casebook"
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
)

// feedSize is how many articles a feed holds.
const feedSize = 50

// atomFeed is a feed as RFC 4287 has it.
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     i18n.Lang   `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Author   atomPerson  `xml:"author"`
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
	Lang i18n.Lang `xml:"xml:lang,attr,omitempty"`
	Text string    `xml:",chardata"`
}

// atomEntry is an article.
type atomEntry struct {
	ID        string     `xml:"id"`
	Title     atomText   `xml:"title"`
	Published string     `xml:"published"`
	Updated   string     `xml:"updated"`
	Links     []atomLink `xml:"link"`
	Summary   *atomText  `xml:"summary"`
}

// HasFeed reports whether the archive has feeds: a feed must say when it was last
// updated, so at least one article must have a day.
func HasFeed(c *casebook.Casebook) bool { return len(newest(c)) > 0 }

// newest returns the articles of the feeds, the one that came out last first.
func newest(c *casebook.Casebook) []*casebook.Article {
	dated := slices.DeleteFunc(slices.Clone(c.Articles), func(a *casebook.Article) bool { return !a.Published.IsDay() })
	slices.SortFunc(dated, func(a, b *casebook.Article) int {
		return cmp.Or(cmp.Compare(b.Published.String(), a.Published.String()), cmp.Compare(a.ID, b.ID))
	})
	return dated[:min(feedSize, len(dated))]
}

// feeds returns the feed of each language, none where there is nothing to tell.
func (x *Exporter) feeds(c *casebook.Casebook) ([]File, error) {
	articles := newest(c)
	if len(articles) == 0 {
		return nil, nil
	}
	var files []File
	for _, l := range i18n.Langs {
		var b bytes.Buffer
		b.WriteString(xml.Header)
		e := xml.NewEncoder(&b)
		e.Indent("", " ")
		if err := e.Encode(x.feed(articles, l)); err != nil {
			return nil, err
		}
		b.WriteByte('\n')
		files = append(files, File{string(l) + "/feed.xml", b.Bytes()})
	}
	return files, nil
}

func (x *Exporter) feed(articles []*casebook.Article, l i18n.Lang) atomFeed {
	title, _ := x.Title.Best(l)
	subtitle, _ := x.Description.Best(l)
	f := atomFeed{
		Lang: l, ID: x.urn(string(l) + "/feed.xml"), Title: printable(title), Subtitle: printable(subtitle),
		Updated: x.moment(articles[0].Published), Author: atomPerson{printable(title)},
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: x.href(l, "feed.xml")},
			{Rel: "alternate", Type: "text/html", Lang: l, Href: x.href(l, "index.html")},
		},
	}
	for _, a := range articles {
		f.Entries = append(f.Entries, atomEntry{
			ID: x.urn(string(l) + "/" + a.Path), Title: *textIn(a.Title(), l), Summary: textIn(summary(a), l),
			Published: x.moment(a.Published), Updated: x.moment(a.Published),
			Links: []atomLink{{Rel: "alternate", Type: "text/html", Lang: l, Href: x.href(l, a.Path)}},
		})
	}
	return f
}

// textIn returns a text as a feed in a language gives it.
func textIn(t i18n.Text, l i18n.Lang) *atomText {
	text, lang := t.Best(l)
	if lang == l {
		lang = ""
	}
	return &atomText{lang, printable(text)}
}

// moment writes the beginning of a day as RFC 3339 has it.
func (x *Exporter) moment(day edtf.Date) string { return x.midnight(day).Format(time.RFC3339) }

// href returns the address of a path below a language, absolute where the site has one, else
// relative to the feed of that language.
func (x *Exporter) href(l i18n.Lang, path string) string {
	if x.SiteURL == "" {
		return path
	}
	return x.absolute(string(l) + "/" + path)
}

// absolute returns the address of a path from the root of the site.
func (x *Exporter) absolute(path string) string {
	return strings.TrimSuffix(x.SiteURL, "/") + "/" + path
}
