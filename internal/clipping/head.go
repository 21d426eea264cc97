package clipping

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metas says what a meta element tells, by its name, property or itemprop in small letters.
func (c *cutter) metas(name string) (to *[]Guess, sure float64) {
	switch name {
	case "og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title", "sailthru.title":
		return &c.title, told
	case "title", "hdl", "og:headline":
		return &c.title, shown
	case "og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "al:ios:app_name":
		return &c.publisher, told
	case "application-name", "apple-mobile-web-app-title", "copyright", "cre":
		return &c.publisher, implied
	case "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl":
		return &c.author, implied
	case "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "publishdate", "publish-date", "pubdate",
		"publication_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "sailthru.date", "article.published", "cxenseparse:recs:publishtime",
		"cxenseparse:publishtime", "published_at", "creation_date", "iso-8601-publish-date", "ptime", "dc.date.created", "citation_publication_date":
		return &c.published, told
	case "date", "dc.date", "dcterms.date", "dc.date.accepted", "og:published_time":
		return &c.published, shown
	case "og:url":
		return &c.url, told
	}
	return nil, 0
}

// head reads what a page tells of itself for machines, wherever it stands.
func (c *cutter) head(root *html.Node) {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			if l := languageTag(attr(n, "lang") + attr(n, "xml:lang")); l != "" {
				c.language = append(c.language, Guess{Value: l, Sure: implied, From: "lang of the page"})
			}
		case atom.Meta:
			c.meta(n)
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				c.address(attr(n, "href"), told, "link rel=canonical")
			}
		case atom.Title:
			if n.Parent != nil && n.Parent.DataAtom == atom.Head {
				c.titleElement(words(n))
			}
		case atom.Script:
			if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil {
				c.linkedData(n.FirstChild.Data)
			}
		}
	}
}

func (c *cutter) meta(n *html.Node) {
	content := oneLine(attr(n, "content"))
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		name := strings.ToLower(strings.TrimSpace(attr(n, key)))
		if name == "content-language" {
			if l := languageTag(content); l != "" {
				add(&c.language, Guess{Value: l, Sure: implied, From: name})
			}
		}
		if name == "og:type" && content == "article" {
			c.kind = append(c.kind, Guess{Value: "news", Sure: 0.3, From: "og:type"})
		}
		to, sure := c.metas(name)
		switch to {
		case nil:
		case &c.published:
			c.instant(content, sure, name)
		case &c.url:
			c.address(content, sure, name)
		case &c.title:
			add(&c.title, Guess{Value: c.withoutSite(content), Sure: sure, From: name})
		default:
			if !strings.Contains(content, "://") {
				add(to, Guess{Value: content, Sure: sure, From: name})
			}
		}
	}
}

// titleElement takes the title of the window, which mostly names the site too.
func (c *cutter) titleElement(s string) {
	title, site := splitTitle(s)
	c.title = append(c.title, Guess{Value: title, Sure: implied, From: "title element"})
	if site != "" {
		c.publisher = append(c.publisher, Guess{Value: site, Sure: vague, From: "title element"})
	}
}

var titleJoint = regexp.MustCompile(`\s*[|｜]\s*|\s+[-–—‐:：»>]\s+|\s*[―—]{1,2}\s*`)

// splitTitle parts the title of an article from the name of its site, which stands behind it.
func splitTitle(s string) (title, site string) {
	s = oneLine(s)
	joints := titleJoint.FindAllStringIndex(s, -1)
	if len(joints) == 0 {
		return s, ""
	}
	first, last := joints[0], joints[len(joints)-1]
	title, site = s[:first[0]], s[last[1]:]
	if len(title) < len(s)/3 {
		if joint := strings.TrimSpace(s[first[0]:first[1]]); len(joints) == 1 && joint != "" && strings.Contains("|｜-", joint) {
			return s[first[1]:], title // the site stands first
		}
		title = s[:last[0]] // the joint belongs to the title
	}
	if title == "" || site == "" || len(site) > len(title)*2 {
		return s, ""
	}
	return title, site
}

// withoutSite takes the name of the site off a title, where the page tells that name elsewhere.
func (c *cutter) withoutSite(s string) string {
	title, site := splitTitle(s)
	for _, g := range c.publisher {
		if site != "" && squeeze(g.Value) == squeeze(site) {
			return title
		}
	}
	return s
}

// address takes the address of the page, a whole one.
func (c *cutter) address(s string, sure float64, from string) {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || len(s) > 2000 {
		return
	}
	u.Fragment, u.User = "", nil
	add(&c.url, Guess{Value: u.String(), Sure: sure, From: from})
}

var savedForms = []struct {
	form *regexp.Regexp
	from string
}{
	{regexp.MustCompile(`<!--\s*saved from url=\([0-9]+\)(https?://\S+)`), "the browser's note on where the page was saved from"},
	{regexp.MustCompile(`<!--\s*Page saved with SingleFile\s+url:\s*(https?://\S+)`), "the note of SingleFile"},
	{regexp.MustCompile(`(?i)<!--\s*Mirrored from\s+(https?://\S+|[^\s/]+/\S+)`), "the note of HTTrack"},
}

// savedFrom reads where a browser says that it has saved the page from.
func (c *cutter) savedFrom(page string) {
	start := page[:min(len(page), 4096)]
	for _, s := range savedForms {
		if m := s.form.FindStringSubmatch(start); m != nil {
			at := m[1]
			if !strings.Contains(at, "://") {
				at = "https://" + at
			}
			c.address(at, shown, s.from)
		}
	}
}

// languageTag returns the language of a tag: ja of ja-JP.
func languageTag(s string) string {
	l, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(s)), "-")
	l, _, _ = strings.Cut(l, "_")
	if len(l) < 2 || len(l) > 3 || strings.Trim(l, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return l
}

// articleType returns the kind of source that a type of schema.org tells, if it is one that articles have.
func articleType(t string) (kind string, ok bool) {
	switch t {
	case "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle", "ReviewNewsArticle", "LiveBlogPosting":
		return "news", true
	case "BlogPosting", "SocialMediaPosting":
		return "blog", true
	case "Report", "ScholarlyArticle", "TechArticle":
		return "report", true
	case "Article", "WebPage", "SpecialAnnouncement":
		return "", true
	}
	return "", false
}

// linkedData reads JSON-LD. What cannot be read is passed over: it is the page's.
func (c *cutter) linkedData(s string) {
	var v any
	s = strings.TrimSpace(s)
	s = strings.TrimSuffix(strings.TrimPrefix(s, "<!--"), "-->")
	if json.Unmarshal([]byte(s), &v) != nil {
		return
	}
	for _, o := range objectsIn(v, 0) {
		c.linkedArticle(o)
	}
}

// objectsIn returns the objects of JSON-LD: one, a list, or those of a graph.
func objectsIn(v any, depth int) []map[string]any {
	if depth > 4 {
		return nil
	}
	switch v := v.(type) {
	case []any:
		var out []map[string]any
		for _, e := range v {
			out = append(out, objectsIn(e, depth+1)...)
		}
		return out
	case map[string]any:
		return append([]map[string]any{v}, objectsIn(v["@graph"], depth+1)...)
	}
	return nil
}

func (c *cutter) linkedArticle(o map[string]any) {
	kind, ok := "", false
	for _, t := range textsIn(o["@type"]) {
		if k, is := articleType(t); is {
			kind, ok = k, true
		}
	}
	if !ok {
		return
	}
	note := func(to *[]Guess, value string, sure float64, from string) {
		add(to, Guess{Value: oneLine(html.UnescapeString(value)), Sure: sure, From: "JSON-LD " + from})
	}
	for _, s := range textsIn(o["headline"]) {
		note(&c.title, s, told, "headline")
	}
	for _, s := range textsIn(o["datePublished"]) {
		c.instant(s, told, "JSON-LD datePublished")
	}
	for _, s := range textsIn(o["publisher"]) {
		note(&c.publisher, s, told, "publisher")
	}
	for _, s := range textsIn(o["author"]) {
		if !strings.Contains(s, "://") {
			note(&c.author, s, shown, "author")
		}
	}
	if l := languageTag(strings.Join(textsIn(o["inLanguage"]), "")); l != "" {
		c.language = append(c.language, Guess{Value: l, Sure: implied, From: "JSON-LD inLanguage"})
	}
	if kind != "" {
		note(&c.kind, kind, shown, "@type")
	}
	for _, s := range textsIn(o["articleBody"]) {
		c.bodyText = longer(c.bodyText, s)
	}
}

// textsIn returns a text, the texts of a list, or the name of an object.
func textsIn(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case map[string]any:
		if s, ok := v["name"].(string); ok {
			return []string{s}
		}
	case []any:
		var out []string
		for _, e := range v {
			if _, nested := e.([]any); !nested {
				out = append(out, textsIn(e)...)
			}
		}
		return out
	}
	return nil
}

// articleBody is the text that a page has for machines.
func (c *cutter) articleBody() string { return html.UnescapeString(c.bodyText) }
