package export

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"time"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
)

// How many entries a feed holds at most: that of the site the articles whole, that of an actor or operation what they say.
const (
	feedSize       = 50
	entityFeedSize = 10
)

// A feed is what Atom and JSON Feed both say.
type feed struct {
	lang            i18n.Lang
	path, page      string // below the language: of the feed in Atom, of the page that it follows
	json            string // of the feed as JSON Feed; "" where there is none
	title, subtitle string
	author, rights  string
	updated         string
	entries         []entry
}

// An entry is an article or an act.
type entry struct {
	id             string // below the language
	page           string // below the language
	title, summary worded
	body           worded // HTML
	category       string
	label          string
	published      string // "" where only the day of the entry is known
	updated        string
}

// worded is text with its language.
type worded struct {
	text string
	lang i18n.Lang
}

// HasFeed reports whether the archive has feeds: a feed must say when it was last
// updated, so at least one article must have a day.
func HasFeed(c *casebook.Casebook) bool { return slices.ContainsFunc(c.Articles, dated) }

func dated(a *casebook.Article) bool { return a.Published.IsDay() }

// EntityFeed is the path, below each language, of the feed of an actor or operation; "" for any other entity.
func EntityFeed(e *casebook.Entity) string {
	if e.Kind != content.Actor && e.Kind != content.Operation {
		return ""
	}
	return "feeds/" + e.ID + ".xml"
}

// newest returns the articles of a feed, the one that came out last first.
func newest(articles []*casebook.Article, most int) []*casebook.Article {
	all := slices.DeleteFunc(slices.Clone(articles), func(a *casebook.Article) bool { return !dated(a) })
	slices.SortFunc(all, func(a, b *casebook.Article) int {
		return cmp.Or(cmp.Compare(b.Published.String(), a.Published.String()), cmp.Compare(a.ID, b.ID))
	})
	return all[:min(most, len(all))]
}

// A feeder writes the feeds of an archive.
type feeder struct {
	*Exporter
	book     *casebook.Casebook
	messages *i18n.Messages
	archive  age
	folder   string // of the article that is being written, from which its links count
}

// feeds returns the feeds of each language: of the site in both formats, and of each actor and
// operation. There are none where there is nothing to tell.
func (x *Exporter) feeds(c *casebook.Casebook, m *i18n.Messages, made *madeOf) ([]File, error) {
	if !HasFeed(c) {
		return nil, nil
	}
	w := feeder{x, c, m, ageOfArchive(c), ""}
	madeOf := map[*casebook.Entity]Digest{}
	for _, e := range c.Entities {
		if EntityFeed(e) != "" {
			madeOf[e] = made.feed(e, w.archive)
		}
	}
	var files []File
	var room bytes.Buffer // for one after the other
	for _, l := range i18n.Langs {
		more, err := x.formats(w.site(l))
		if err != nil {
			return nil, err
		}
		files = append(files, more...)
		for _, e := range c.Entities {
			if EntityFeed(e) != "" {
				files = append(files, File{Path: string(l) + "/" + EntityFeed(e), Of: madeOf[e], Make: func() ([]byte, error) {
					room.Reset()
					err := x.atom(&room, w.entity(e, l))
					return room.Bytes(), err
				}})
			}
		}
	}
	return files, nil
}

// formats returns the files of a feed in both formats.
func (x *Exporter) formats(f feed) ([]File, error) {
	var b bytes.Buffer
	if err := x.atom(&b, f); err != nil {
		return nil, err
	}
	data, err := x.jsonFeed(f)
	folder := string(f.lang) + "/"
	return []File{{Path: folder + f.path, Data: b.Bytes()}, {Path: folder + f.json, Data: data}}, err
}

// frame is a feed without entries, called after the archive.
func (w feeder) frame(l i18n.Lang, path, page string) feed {
	title := in(named(w.Title, "jikenbo"), l).text
	return feed{
		lang: l, path: path, page: page, title: title, subtitle: in(w.Description, l).text, author: title,
		rights: w.messages.In(l, "data.quoted"), updated: w.moment(w.archive.last),
	}
}

// site is the feed of the articles.
func (w feeder) site(l i18n.Lang) feed {
	f := w.frame(l, "feed.xml", "index.html")
	f.json = "feed.json"
	articles := newest(w.book.Articles, feedSize)
	f.updated = w.moment(articles[0].Published)
	for _, a := range articles {
		f.entries = append(f.entries, w.article(a, l))
	}
	return f
}

// entity is the feed of an actor or operation: the articles that name it and the acts in which it
// took part, what came into the archive last first, and of that the latest act.
func (w feeder) entity(e *casebook.Entity, l i18n.Lang) feed {
	f := w.frame(l, EntityFeed(e), e.Path)
	f.title, f.subtitle = in(named(e.Name, e.ID), l).text+w.messages.In(l, "site.divider")+f.title, in(e.Summary, l).text
	type news struct {
		came    edtf.Date // into the archive
		article *casebook.Article
		act     *casebook.Act
	}
	articles := newest(e.Articles, entityFeedSize)
	all := make([]news, 0, len(articles)+len(e.Acts))
	for _, a := range articles {
		all = append(all, news{came: a.Published, article: a})
	}
	for _, a := range slices.Backward(e.Acts) { // the casebook has them from the first to the last
		all = append(all, news{came: ageOfAct(a, w.archive).last, act: a})
	}
	slices.SortStableFunc(all, func(a, b news) int { return edtf.Compare(b.came, a.came) })
	for _, n := range all[:min(entityFeedSize, len(all))] {
		if n.act != nil {
			f.entries = append(f.entries, w.act(n.act, l))
		} else {
			f.entries = append(f.entries, w.brief(n.article, l))
		}
	}
	if len(f.entries) > 0 {
		f.updated = f.entries[0].updated
	}
	return f
}

// article is an entry for an article, whole.
func (w feeder) article(a *casebook.Article, l i18n.Lang) entry {
	out := w.told(a, l)
	out.summary, out.body = in(summary(a), l), w.articleHTML(a, l)
	return out
}

// brief is an entry for an article that says what it says in a sentence, and its sources; whole, where nobody wrote that sentence.
func (w feeder) brief(a *casebook.Article, l i18n.Lang) entry {
	out := w.told(a, l)
	if out.body = w.summaryHTML(a, l); out.body.text == "" {
		out.body = w.articleHTML(a, l)
	}
	return out
}

// told is an entry for an article without its words.
func (w feeder) told(a *casebook.Article, l i18n.Lang) entry {
	at := w.moment(a.Published)
	return entry{id: a.Path, page: a.Path, title: in(named(a.Title(), a.ID), l), published: at, updated: at}
}

// act is an entry for an act. When the act came into the archive is the day of the
// first article that tells it; when it was done stands in its body, as exactly as it is known.
func (w feeder) act(a *casebook.Act, l i18n.Lang) entry {
	old := ageOfAct(a, w.archive)
	return entry{
		id: "timeline.html#" + a.ID, page: timeline(a), title: in(named(a.Title, a.ID), l), body: w.actHTML(a, l), category: string(a.Type),
		label: w.messages.In(l, i18n.Key("type."+string(a.Type))), published: w.moment(old.first), updated: w.moment(old.last),
	}
}

// in returns a text as a feed in a language gives it.
func in(t i18n.Text, l i18n.Lang) worded {
	text, lang := plain(t).Best(l)
	return worded{text, lang}
}

// moment writes the beginning of a day as RFC 3339 has it.
func (x *Exporter) moment(day edtf.Date) string { return x.midnight(day).Format(time.RFC3339) }

// href returns the address of a path below the language of a feed, absolute where the site has one, else
// relative to the feed.
func (x *Exporter) href(f feed, path string) string {
	if x.SiteURL == "" {
		return strings.Repeat("../", strings.Count(f.path, "/")) + path
	}
	return x.absolute(string(f.lang) + "/" + path)
}

// absolute returns the address of a path from the root of the site.
func (x *Exporter) absolute(path string) string {
	return strings.TrimSuffix(x.SiteURL, "/") + "/" + path
}
