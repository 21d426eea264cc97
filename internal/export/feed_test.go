package export

import (
	"encoding/xml"
	"errors"
	"io"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
)

var urn = regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

// TestAtomKeepsRFC4287 holds the rules of RFC 4287 for every feed, whatever the fields hold.
func TestAtomKeepsRFC4287(t *testing.T) {
	seen := map[string]bool{}
	for _, text := range texts {
		for _, address := range []string{"", "https://example.org/casebook"} {
			x := exporter()
			x.SiteURL = address
			n := 0
			for path, data := range written(t, x, archive(t, text)) {
				if !strings.HasSuffix(path, ".xml") || path == "sitemap.xml" {
					continue
				}
				n++
				f := atomRules(t, path, data)
				if address == "" {
					seen[f.ID] = true
				}
			}
			if n != 6 {
				t.Errorf("%d feeds", n)
			}
		}
	}
	if len(seen) != 6 {
		t.Errorf("%d ids over all runs, want a stable one for each feed", len(seen))
	}
}

// atomRules holds the rules for one feed: sections 3.1 to 4.2 of the RFC.
func atomRules(t *testing.T, path, data string) atomFeed {
	t.Helper()
	wellFormed(t, data)
	countElements(t, path, data)
	if strings.ContainsAny(data, "\u202e\x00\x1b") {
		t.Errorf("%s holds characters that are not printed", path)
	}
	var f atomFeed
	if err := xml.Unmarshal([]byte(data), &f); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if f.Title == "" || f.Author.Name == "" || !urn.MatchString(f.ID) {
		t.Errorf("%s: the feed is %+v", path, f)
	}
	if len(f.Links) != 2 || f.Links[0].Rel != "self" || f.Links[1].Rel != "alternate" {
		t.Errorf("%s: links %+v", path, f.Links)
	}
	latest, ids := moment(t, path, f.Updated), map[string]bool{f.ID: true}
	for _, e := range f.Entries {
		if e.Title.Text == "" || !urn.MatchString(e.ID) || ids[e.ID] {
			t.Errorf("%s: the entry %s %q", path, e.ID, e.Title.Text)
		}
		ids[e.ID] = true
		at := moment(t, path, e.Updated)
		if at.After(latest) || moment(t, path, e.Published).After(at) {
			t.Errorf("%s: an entry of %s, %s in a feed of %s", path, e.Published, e.Updated, f.Updated)
		}
		if e.Content.Type != "html" || e.Content.Text == "" {
			t.Errorf("%s: the content is %+v", path, e.Content)
		}
		for _, l := range e.Links {
			if u, err := url.Parse(l.Href); err != nil || l.Rel != "alternate" || u.Scheme != "" && u.Host == "" {
				t.Errorf("%s: the link %+v", path, l)
			}
		}
		safeHTML(t, path, e.Content.Text)
	}
	return f
}

// countElements holds how often the elements may stand in a feed and in an entry, and that all are of Atom.
func countElements(t *testing.T, path, data string) {
	t.Helper()
	var stack []string
	counts := []map[string]int{{}}
	d := xml.NewDecoder(strings.NewReader(data))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		switch el := token.(type) {
		case xml.StartElement:
			if el.Name.Space != "http://www.w3.org/2005/Atom" {
				t.Errorf("%s: <%s> is not of Atom", path, el.Name.Local)
			}
			counts[len(counts)-1][el.Name.Local]++
			stack, counts = append(stack, el.Name.Local), append(counts, map[string]int{})
		case xml.EndElement:
			last, have := stack[len(stack)-1], counts[len(counts)-1]
			if last == "feed" || last == "entry" {
				for _, once := range []string{"id", "title", "updated"} {
					if have[once] != 1 {
						t.Errorf("%s: %d times <%s> in <%s>", path, have[once], once, last)
					}
				}
				for _, atMost := range []string{"content", "summary", "published", "rights", "subtitle", "generator", "icon", "logo"} {
					if have[atMost] > 1 {
						t.Errorf("%s: %d times <%s> in <%s>", path, have[atMost], atMost, last)
					}
				}
			}
			stack, counts = stack[:len(stack)-1], counts[:len(counts)-1]
		}
	}
}

func moment(t *testing.T, path, at string) time.Time {
	t.Helper()
	m, err := time.Parse(time.RFC3339, at)
	if err != nil {
		t.Errorf("%s: %v", path, err)
	}
	return m
}

// safeHTML holds that the HTML of an entry is whole and does nothing: every element is closed in
// order, none runs, and links lead to the web.
func safeHTML(t *testing.T, path, text string) {
	t.Helper()
	var open []string
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Errorf("%s: %q stays open in %q", path, open, text)
			}
			return
		case html.CommentToken, html.DoctypeToken:
			t.Errorf("%s: a comment in %q", path, text)
		case html.StartTagToken:
			token := z.Token()
			if !strings.Contains(" p h2 h3 h4 h5 h6 ul ol li blockquote aside table tr th td pre code em strong ruby rp rt br a span ", " "+token.Data+" ") {
				t.Errorf("%s: <%s> in %q", path, token.Data, text)
			}
			for _, a := range token.Attr {
				link := a.Key == "href" && (strings.HasPrefix(a.Val, "https://") || strings.HasPrefix(a.Val, "http://"))
				if !link && a.Key != "lang" && a.Key != "start" {
					t.Errorf("%s: %s=%q in %q", path, a.Key, a.Val, text)
				}
			}
			if token.Data != "br" {
				open = append(open, token.Data)
			}
		case html.EndTagToken:
			if name := z.Token().Data; len(open) == 0 || open[len(open)-1] != name {
				t.Fatalf("%s: </%s> closes %q in %q", path, name, open, text)
			}
			open = open[:len(open)-1]
		}
	}
}

// TestFeedHoldsTheArticleWhole reads the feed of the site back.
func TestFeedHoldsTheArticleWhole(t *testing.T) {
	var f atomFeed
	if err := xml.Unmarshal([]byte(written(t, exporter(), archive(t, "架空"))["ja/feed.xml"]), &f); err != nil {
		t.Fatal(err)
	}
	e := f.Entries[0]
	want := "<h2>架空</h2>\n<p>架空架空<strong><em><code>架空</code></em></strong><br><ruby>架空<rp>(</rp><rt>架空</rt><rp>)</rp></ruby></p>\n" +
		"<ol start=\"3\"><li>架空</li>\n<li>架空</li>\n</ol>\n<ul><li>架空</li>\n</ul>\n<blockquote><p>架空</p>\n<p>架空</p>\n</blockquote>\n<aside><p>架空</p>\n</aside>\n" +
		"<table><tr><th>架空</th><th>架空</th></tr>\n<tr><td>架空</td><td>架空</td></tr>\n</table>\n<pre><code>架空</code></pre>\n"
	if !strings.HasPrefix(e.Content.Text, want) || !strings.Contains(e.Content.Text, "<li>架空、架空、2024年12月5日</li>") {
		t.Errorf("the content is\n%s\nwant\n%s", e.Content.Text, want)
	}
	if f.Updated != "2026-11-22T00:00:00+09:00" || e.Updated != f.Updated || e.Links[0].Href != "articles/news.html" || f.Links[0].Href != "feed.xml" {
		t.Errorf("updated %s and %s, links %+v", f.Updated, e.Updated, e.Links)
	}
}

// TestFeedOfAnActor holds that its acts stand in it, with their evidence as far as it may be shown.
func TestFeedOfAnActor(t *testing.T) {
	c := archive(t, "架空")
	var f atomFeed
	if err := xml.Unmarshal([]byte(written(t, exporter(), c)["en/feeds/lantern.xml"]), &f); err != nil {
		t.Fatal(err)
	}
	e := f.Entries[0]
	if len(f.Entries) != len(c.Entity("lantern").Acts) || e.Category.Term != "takedown" || e.Category.Label != "Takedown" || f.Links[1].Href != "../actors/lantern.html" || e.Links[0].Href != "../timeline.html#lantern-down" {
		t.Errorf("the feed is %+v", f)
	}
	if !strings.Contains(e.Content.Text, "summer 2022") || !strings.Contains(e.Content.Text, `<p lang="ja">示してよい文。</p>`) || strings.Contains(e.Content.Text, secret) {
		t.Errorf("the content is %s", e.Content.Text)
	}
}

// TestJSONFeed holds what JSON Feed 1.1 demands, and that it says what the Atom feed says.
func TestJSONFeed(t *testing.T) {
	for _, text := range texts {
		x := exporter()
		x.SiteURL = "https://example.org/"
		files := written(t, x, archive(t, text))
		for _, l := range i18n.Langs {
			var got jsonFeedFile
			var atom atomFeed
			decode(t, files[string(l)+"/feed.json"], &got)
			if err := xml.Unmarshal([]byte(files[string(l)+"/feed.xml"]), &atom); err != nil {
				t.Fatal(err)
			}
			if got.Version != "https://jsonfeed.org/version/1.1" || got.Title == "" || got.FeedURL != "https://example.org/"+string(l)+"/feed.json" || len(got.Items) != len(atom.Entries) {
				t.Errorf("%q: the feed is %+v", text, got)
			}
			item, e := got.Items[0], atom.Entries[0]
			if item.ID != e.ID || item.Title != e.Title.Text || item.Content != e.Content.Text || item.Modified != e.Updated || item.URL != e.Links[0].Href {
				t.Errorf("%q: %+v differs from %+v", text, item, e)
			}
		}
	}
}

func TestLinksOfArticlesInFeeds(t *testing.T) {
	c := archive(t, "架空")
	at := func(address string) feeder {
		return feeder{&Exporter{SiteURL: address}, c, nil, epoch, "articles"}
	}
	for _, tt := range []struct{ href, want, without string }{
		{"../actors/lantern.html#c1", "https://example.org/book/ja/actors/lantern.html#c1", ""},
		{"news.html", "https://example.org/book/ja/articles/news.html", ""},
		{"source:paper", "https://example.org/book/ja/sources/paper.html", ""}, {"source:none", "", ""},
		{"https://example.com/", "https://example.com/", "https://example.com/"}, {"//example.com/", "", ""}, {"/etc", "", ""}, {"#s1", "", ""},
		{"javascript:alert(1)", "", ""}, {"", "", ""}, {"\x00", "", ""}, {"%zz", "", ""},
	} {
		if got := at("https://example.org/book/").target(tt.href, i18n.JA); got != tt.want {
			t.Errorf("%q leads to %q, want %q", tt.href, got, tt.want)
		}
		if got := at("").target(tt.href, i18n.JA); got != tt.without {
			t.Errorf("%q without an address leads to %q, want %q", tt.href, got, tt.without)
		}
	}
}

func TestFeedAtAnAddress(t *testing.T) {
	x := exporter()
	x.SiteURL = "https://example.org/casebook/"
	files := written(t, x, archive(t, "架空"))
	for _, want := range []string{`href="https://example.org/casebook/en/feed.xml"`, `href="https://example.org/casebook/en/articles/news.html"`, `<title xml:lang="ja">架空</title>`, `&lt;a href=&#34;https://example.org/casebook/ja/sources/paper.html&#34;&gt;`} {
		if !strings.Contains(files["en/feed.xml"], want) {
			t.Errorf("the feed lacks %s:\n%s", want, files["en/feed.xml"])
		}
	}
	if want := `href="https://example.org/casebook/ja/feeds/lantern.xml"`; !strings.Contains(files["ja/feeds/lantern.xml"], want) {
		t.Errorf("the feed of the actor lacks %s", want)
	}
}

func TestNoFeedWithoutArticles(t *testing.T) {
	c, _ := casebook.Link(casebook.Input{Content: &content.Content{Registry: content.NewRegistry()}, Sources: seeds.NewSet()})
	files := written(t, exporter(), c)
	if _, ok := files["ja/feed.xml"]; ok || HasFeed(c) {
		t.Error("a feed without an article has no date, and is not valid")
	}
	var got archiveJSON
	decode(t, files["data/archive.json"], &got)
	if got.Entities == nil || got.Acts == nil || got.Sources == nil {
		t.Error("an empty list must be written as one")
	}
}

// wellFormed reads a file of XML to its end.
func wellFormed(t *testing.T, data string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(data))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, data)
		}
	}
}
