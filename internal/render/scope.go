package render

import (
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
)

// A scope is where a page stands: it turns what is linked into words, dates and
// links as they read on that page.
type scope struct {
	r    *Renderer
	book *book
	lang i18n.Lang
	path string // of the page, from the root of the site
	own  string // of the page, below its language; "" where it is in none
	room *room  // in which the view is made; nil while none is
}

// at returns the scope of a page of a language.
func (s scope) at(l i18n.Lang, path string) scope {
	s.lang, s.path, s.own = l, path, Page{Lang: l, Path: path}.own()
	return s
}

// Words is a run of text. Lang is empty where it is in the page's language.
type Words struct {
	Text string
	Lang i18n.Lang
}

// Link leads to a page. Href is empty where there is only a name.
type Link struct {
	Href string
	Words
	// Other is the name in the other language, where it differs.
	Other Words
}

// Date is a date as a person reads it, its EDTF value, the value for <time>
// where HTML allows one, and the words of the source.
type Date struct {
	Text, EDTF, HTML string
	Written          Words
}

// relative returns the link from one path to another, both from the root of the site.
func (m *room) relative(from, to string) string {
	same := 0 // how much of both the folders that they share are
	for i := 0; i < len(from) && i < len(to) && from[i] == to[i]; i++ {
		if from[i] == '/' {
			same = i + 1
		}
	}
	up := len("../") * strings.Count(from[same:], "/")
	switch {
	case up == 0:
		return to[same:]
	case up <= len(folders):
		return m.join(folders[:up], to[same:])
	}
	return m.join(strings.Repeat(folders, up/len(folders)), folders[:up%len(folders)], to[same:])
}

// folders is the way up from a page, as far as most stand below a folder.
const folders = "../../../../"

// to returns the link to a page of the language tree.
func (s scope) to(path string) string {
	if s.own != "" {
		return s.room.relative(s.own, path)
	}
	return s.root(string(s.lang) + "/" + path)
}

// root returns the link to a path from the root of the site.
func (s scope) root(path string) string {
	if s.path == missingPath && s.r.SiteURL != "" {
		return s.r.absolute(path)
	}
	return s.room.relative(s.path, path)
}

// msg returns a message in the page's language.
func (s scope) msg(k i18n.Key, pairs ...string) string { return s.r.messages.In(s.lang, k, pairs...) }

// term returns the word for a value of a closed list ("type", "takedown"),
// the value itself where it has none.
func (s scope) term(family, value string) string {
	key := i18n.Key(family + "." + value)
	if value == "" || !s.r.messages.Has(key) {
		return value
	}
	return s.msg(key)
}

// words returns a bilingual text as it reads here.
func (s scope) words(t i18n.Text) Words {
	text, lang := t.Best(s.lang)
	return s.run(text, lang)
}

// run returns text of a known language.
func (s scope) run(text string, lang i18n.Lang) Words {
	if lang == s.lang {
		lang = ""
	}
	return Words{Text: text, Lang: lang}
}

// otherWords returns the text in the other language, nothing where it is the same.
func (s scope) otherWords(t i18n.Text) Words {
	if t.In(s.lang.Other()) == t.In(s.lang) {
		return Words{}
	}
	return Words{Text: t.In(s.lang.Other()), Lang: s.lang.Other()}
}

// date returns a date as it reads here, with the source's words if there are any.
func (s scope) date(d edtf.Date, written string, lang i18n.Lang) Date {
	if d.IsZero() {
		return Date{}
	}
	out := s.room.date(d, s.lang)
	if written != "" && written != out.Text {
		out.Written = s.run(written, lang)
	}
	return out
}

// date returns a date as a language writes it.
func (m *room) date(d edtf.Date, l i18n.Lang) Date {
	known := m.in(l).dates
	out, ok := known[d.String()]
	if !ok {
		out = Date{Text: d.In(l), EDTF: d.String(), HTML: d.HTML()}
		known[d.String()] = out
	}
	return out
}

// entity returns the link to an entity. Without a page it is a name only.
func (s scope) entity(e *casebook.Entity) Link {
	if e == nil {
		return Link{}
	}
	l := Link{Words: s.words(e.Name), Other: s.otherWords(e.Name)}
	if e.Path != "" {
		l.Href = s.to(e.Path)
	}
	return l
}

// entities returns the links to several entities.
func (s scope) entities(es []*casebook.Entity) []Link {
	var out []Link
	for _, e := range es {
		out = append(out, s.entity(e))
	}
	return out
}

// named returns the link to the entity with an id, or the words as they stand.
func (s scope) named(idOrWords string) Link {
	if e := s.book.entity(idOrWords); e != nil {
		return s.entity(e)
	}
	return Link{Words: Words{Text: idOrWords}}
}

// source returns the link to a source record, with its title in the reader's language where there is one.
func (s scope) source(src *casebook.Source) Link {
	if src == nil {
		return Link{}
	}
	return Link{Href: s.to(src.Path), Words: s.sourceTitle(src)}
}

// sourceTitle returns the title of a source, the editors' translation if it is in a language that the page is not.
func (s scope) sourceTitle(src *casebook.Source) Words {
	if src.Language != string(s.lang) && src.TitleIn.In(s.lang) != "" {
		return Words{Text: src.TitleIn.In(s.lang)}
	}
	return s.run(src.Title, i18n.Lang(src.Language))
}

// sourceRef returns the short link to a source, as footnotes name it: publisher and date.
func (s scope) sourceRef(src *casebook.Source) Link {
	if src == nil {
		return Link{}
	}
	l := Link{Href: s.to(src.Path), Words: s.sourceTitle(src)}
	by := s.publisher(src)
	if by.Text == "" {
		return l
	}
	l.Words = by.Words
	if !src.Published.IsZero() {
		l.Text += s.msg("list.comma") + s.room.date(src.Published, s.lang).Text
	}
	return l
}

// publisher returns the publisher of a source: an entity, or the editor's words.
func (s scope) publisher(src *casebook.Source) Link {
	if src.PublisherEntity != nil {
		return s.entity(src.PublisherEntity)
	}
	return s.named(src.Publisher)
}

// article returns the link to an article.
func (s scope) article(a *casebook.Article) Link {
	title := a.Title()
	return Link{Href: s.to(a.Path), Words: s.words(title), Other: s.otherWords(title)}
}

// titled is the link to an article by the title that it has here.
func (s scope) titled(a *casebook.Article) Link {
	if v := a.In(s.lang); v != nil && v.Title != "" {
		return Link{Href: s.to(a.Path), Words: Words{Text: v.Title}}
	}
	return Link{Href: s.to(a.Path), Words: s.words(a.Title())}
}

// role returns the word for a role.
func (s scope) role(r event.Role) string { return s.term("role", string(r)) }

// kind returns the word for a kind of entity.
func (s scope) kind(k content.Kind) string { return s.term("kind", string(k)) }
