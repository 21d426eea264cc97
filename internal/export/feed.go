package export

import (
	"bytes"
	"cmp"
	"crypto/sha1"
	"encoding/hex"
	"encoding/xml"
	"slices"
	"strings"
	"time"

	"jikenbo/internal/casebook"
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
		Updated: x.midnight(articles[0]), Author: atomPerson{printable(title)},
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: x.href(l, "feed.xml")},
			{Rel: "alternate", Type: "text/html", Lang: l, Href: x.href(l, "index.html")},
		},
	}
	for _, a := range articles {
		f.Entries = append(f.Entries, atomEntry{
			ID: x.urn(string(l) + "/" + a.Path), Title: *textIn(a.Title(), l), Summary: textIn(summary(a), l),
			Published: x.midnight(a), Updated: x.midnight(a),
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

// midnight is the moment at which the day of an article begins. A feed must give a moment; the day is all that is known.
func (x *Exporter) midnight(a *casebook.Article) string {
	zone := x.Zone
	if zone == nil {
		zone = time.UTC
	}
	t, err := time.ParseInLocation(time.DateOnly, a.Published.String(), zone)
	if err != nil {
		return "" // not possible for a date that IsDay
	}
	return t.Format(time.RFC3339)
}

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

// urn returns the id of a path for feeds, which must be absolute also where the site has no
// address: a UUID of version 5 (RFC 9562) made of the archive's address, or else its title, and the path.
func (x *Exporter) urn(path string) string {
	names := []byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8} // of addresses
	archive := x.SiteURL
	if archive == "" {
		archive = "jikenbo:" + x.Title.JA + "/" + x.Title.EN
	}
	sum := sha1.Sum(append(names, strings.TrimSuffix(archive, "/")+"/"+path...))
	sum[6] = sum[6]&0x0f | 0x50
	sum[8] = sum[8]&0x3f | 0x80
	h := hex.EncodeToString(sum[:16])
	return "urn:uuid:" + h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}
