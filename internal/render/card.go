package render

import (
	"strings"

	"jikenbo/internal/i18n"
)

// A Card is what the picture of a page says: of what another stage draws where the address of the site is known.
type Card struct {
	Lang        i18n.Lang
	Title       string
	Other       string // the title in the other language, "" where it is the same
	Kind        string // what the page is about
	Family      string // counter, intrusion or ""
	Date        string // when it was, or came out
	Site, Motto string // the name of the site, and in the other language
}

// PicturePath is where the picture of a page must stand.
func PicturePath(page string) string {
	return "assets/cards/" + strings.TrimSuffix(page, ".html") + ".png"
}

// card returns what the picture of a page says, of which own is the path below its language.
func (s scope) card(own, title string) Card {
	c := Card{
		Lang: s.lang, Title: title, Site: s.best(s.r.Title), Motto: s.otherWords(s.r.Title).Text,
	}
	folder, file, _ := strings.Cut(own, "/")
	id := strings.TrimSuffix(file, ".html")
	switch {
	case own == coverPath || own == "index.html":
		c.Title, c.Other = s.best(s.r.Description), s.otherWords(s.r.Description).Text
	case folder == "articles" && s.book.articles[id] != nil:
		a := s.book.articles[id]
		c.Kind, c.Other, c.Date = s.msg("card.article"), s.otherWords(a.Title()).Text, a.Reference.In(s.lang)
	case folder == "sources" && s.book.sources[id] != nil:
		src := s.book.sources[id]
		c.Kind, c.Date = s.msg("table.source"), s.sourceRef(src).Text
		if original := src.Title; original != title {
			c.Other = original
		}
	default:
		s.cardOfEntity(&c, own)
	}
	return c
}

// cardOfEntity fills the card of an entity's page, or that of a page of the masthead.
func (s scope) cardOfEntity(c *Card, own string) {
	e := s.entityAt(own)
	if e == nil {
		name, _, _ := strings.Cut(strings.TrimSuffix(own, ".html"), "/")
		key := i18n.Key("nav." + name)
		switch {
		case s.r.messages.Has(key) && s.msg(key) == c.Title:
			c.Other = s.r.messages.In(s.lang.Other(), key)
		case name == "names":
			c.Kind = s.msg("name.word")
		}
		return
	}
	c.Kind, c.Family, c.Other = s.kindOf(e), string(stamp(e)), s.otherWords(e.Name).Text
	switch {
	case e.Operation != nil && !e.Operation.Period.IsZero():
		c.Date = e.Operation.Period.In(s.lang)
	case e.Operation != nil:
		c.Date = e.Operation.Announced.In(s.lang)
	case e.Country != nil:
		c.Date = s.best(e.Country.Name)
	}
}

// picture gives a page of a title its picture, where one can be drawn.
func (s scope) picture(f *Frame, title string) {
	own, inTree := strings.CutPrefix(s.path, string(s.lang)+"/")
	if s.r.SiteURL == "" || s.r.Pictured == nil || !inTree && s.path != coverPath {
		return
	}
	if c := s.card(own, title); s.r.Pictured(c) {
		f.Picture, f.card = s.r.absolute(PicturePath(s.path)), &c
	}
}

// pictured returns the card of the picture of a page, nil where it has none.
func (f Frame) pictured() *Card { return f.card }
