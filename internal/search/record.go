package search

import (
	"slices"
	"strconv"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/i18n"
)

// titled returns a record with a title that may be in the other language only.
func titled(kind string, l i18n.Lang, path string, title i18n.Text) Record {
	text, lang := title.Best(l)
	r := Record{Kind: kind, Lang: l, Path: path, Title: text}
	if lang != l {
		r.TitleLang = string(lang)
	}
	if other := title.In(l.Other()); text != other {
		r.name(other)
	}
	return r
}

// name adds names, each once and none that is the title or empty.
func (r *Record) name(names ...string) {
	for _, n := range names {
		if n != "" && n != r.Title && !slices.Contains(r.Names, n) {
			r.Names = append(r.Names, n)
		}
	}
}

// line adds a line unless it is empty.
func (r *Record) line(fragment, text string) {
	if text != "" {
		r.Lines = append(r.Lines, Line{fragment, text})
	}
}

// entity returns the record of an entity: its first line is what it is, in a sentence.
// Its names are read as readings tell besides.
func entity(e *casebook.Entity, l i18n.Lang, readings []string) Record {
	r := titled(string(e.Kind), l, e.Path, e.Name)
	r.read(e.Reading)
	for _, a := range e.Aliases {
		r.name(a.Name)
	}
	r.name(e.Variants...)
	r.read(readings...)
	for _, id := range e.IDs {
		r.name(id.Value)
	}
	r.line("", e.Summary.In(l))
	r.line("", e.Title.In(l))
	for _, c := range e.Claims {
		r.line(c.ID, c.Text.In(l))
		if c.Figure != nil {
			r.line(c.ID, c.Figure.Counts.In(l))
		}
		r.line(c.ID, c.Note.In(l))
	}
	if o := e.Operation; o != nil {
		r.When, r.Years = o.Period.In(l), years(o.Period)
		for _, legal := range o.Legal {
			r.line("h-legal", legal.Instrument.In(l))
			r.line("h-legal", legal.Number)
		}
	}
	return r
}

// article returns the record of an article; its lines are its sentences, none where it has no version in the language.
func article(a *casebook.Article, l i18n.Lang) Record {
	r := titled(ArticleKind, l, a.Path, a.Title())
	r.When, r.Years = a.Reference.In(l), years(a.Reference)
	if v := a.In(l); v != nil {
		r.line("", v.Summary)
	}
	r.sentences(a.Docs.In(l), func(int) bool { return true })
	return r
}

// sentences adds the sentences of a document that the page shows.
func (r *Record) sentences(doc *analysis.Document, shows func(sentence int) bool) {
	if doc == nil {
		return
	}
	r.Lines = slices.Grow(r.Lines, len(doc.Sentences))
	for i, s := range doc.Sentences {
		if shows(i) {
			r.line("s"+strconv.Itoa(i+1), s.Text)
		}
	}
}

func act(a *casebook.Act, l i18n.Lang) Record {
	r := titled(ActKind, l, a.Href(), a.Title)
	r.When, r.Years = a.Date.In(l), years(a.Date)
	r.line("", a.Text.In(l))
	return r
}

// record returns the record of a source, with the sentences that its page shows in the tree of their language.
func record(c *casebook.Casebook, s *casebook.Source, l i18n.Lang) Record {
	r := Record{Kind: SourceKind, Lang: l, Path: s.Path, Title: s.Title, When: s.Published.In(l), Years: years(s.Published)}
	if s.Language != string(l) {
		if in := s.TitleIn.In(l); in != "" {
			r.Title = in
		} else {
			r.TitleLang = s.Language
		}
	}
	r.name(s.Title, s.TitleIn.JA, s.TitleIn.EN)
	if p := c.Entity(s.Publisher); p != nil {
		r.name(p.Name.In(l), p.Name.In(l.Other()))
	} else {
		r.name(s.Publisher)
	}
	r.name(s.Author, s.Translator, s.Number)
	r.line("", s.Note.In(l))
	if s.Doc != nil && s.Doc.Text.Lang == l {
		r.sentences(s.Doc, s.Shows)
	}
	return r
}

// page returns the record of a page of prose; its lines are its paragraphs.
func page(p *casebook.Page, l i18n.Lang) Record {
	r := titled(PageKind, l, p.Path, i18n.Text{JA: heading(p.JA), EN: heading(p.EN)})
	if v := p.In(l); v != nil {
		for i := range v.Passages() {
			r.line("p"+strconv.Itoa(i+1), v.Passages()[i].Text())
		}
	}
	return r
}

// endless is the year to which an open stretch of time lasts.
const endless = 9999

// years returns the years that a date touches. What has no end lasts; of what has no beginning only the end is sure.
func years(d edtf.Date) Years {
	from, to, hasFrom, hasTo := d.Bounds()
	switch {
	case hasFrom && hasTo:
		return Years{from.Year, to.Year}
	case hasFrom:
		return Years{from.Year, endless}
	case hasTo:
		return Years{to.Year, to.Year}
	}
	return Years{}
}

// heading returns the title of a version, "" where there is none.
func heading(v *content.Version) string {
	if v == nil {
		return ""
	}
	return v.Title
}
