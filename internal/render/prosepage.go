package render

import (
	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
)

// ProseView is a page of prose, such as "about".
type ProseView struct {
	Frame
	Heading Words
	Missing bool      // the page's language is missing
	Text    i18n.Lang // of the prose, "" where it is that of the page
	Blocks  []Block
}

// prosePageTitle returns the title of a page of prose.
func (s scope) prosePageTitle(p *casebook.Page) Words {
	var t i18n.Text
	if p.JA != nil {
		t.JA = p.JA.Title
	}
	if p.EN != nil {
		t.EN = p.EN.Title
	}
	return s.words(t)
}

func (s scope) prosePage(p *casebook.Page) any {
	title := s.prosePageTitle(p)
	v := ProseView{Heading: title, Missing: p.In(s.lang) == nil}
	version := p.In(s.lang)
	if version == nil {
		version = p.In(s.lang.Other())
	}
	if version != nil {
		v.Text = s.run("", version.Lang).Lang
		texts := []writtenText{writtenText{lang: version.Lang, passages: version.Passages()}.laidOut(s.room)}
		var room blockRoom
		for at := 0; at < len(version.Passages()); {
			end := at + together(texts, at, len(version.Passages()))
			v.Blocks = append(v.Blocks, s.block(&room, texts, at, end))
			at = end
		}
	}
	v.Frame = s.frame(pageHead{title: title.Text, section: p.Path, crumbs: s.crumbs("", title)})
	return v
}
