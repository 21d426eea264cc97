package export

import (
	"encoding/xml"
	"slices"
	"strings"

	"jikenbo/internal/i18n"
)

// cover is the page for readers of neither language in particular.
const cover = "index.html"

// robots is robots.txt: everything may be read.
func (x *Exporter) robots() []byte {
	text := "User-agent: *\nAllow: /\n"
	if x.SiteURL != "" {
		text += "\nSitemap: " + x.absolute("sitemap.xml") + "\n"
	}
	return []byte(text)
}

// sitemap lists the pages of both languages, each with its other half, and the cover.
func (x *Exporter) sitemap() []byte {
	var b strings.Builder
	b.WriteString(xml.Header)
	b.WriteString(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n")
	pages := slices.Sorted(slices.Values(x.Pages))
	for _, page := range pages {
		lang, own, _ := strings.Cut(page, "/")
		switch {
		case page == cover:
			own = cover
		case !i18n.Lang(lang).Valid():
			continue // 404.html
		}
		b.WriteString("<url><loc>" + x.inXML(page) + "</loc>")
		for _, l := range i18n.Langs {
			other := string(l) + "/" + own
			if _, ok := slices.BinarySearch(pages, other); ok {
				b.WriteString(x.alternate(string(l), other))
			}
		}
		b.WriteString(x.alternate("x-default", cover) + "</url>\n")
	}
	b.WriteString("</urlset>\n")
	return []byte(b.String())
}

// alternate names the page in a language.
func (x *Exporter) alternate(lang, page string) string {
	return `<xhtml:link rel="alternate" hreflang="` + lang + `" href="` + x.inXML(page) + `"/>`
}

// inXML returns the absolute address of a page, escaped.
func (x *Exporter) inXML(page string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(x.absolute(page))); err != nil {
		panic(err) // a Builder does not err
	}
	return b.String()
}
