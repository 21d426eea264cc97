package render

import (
	"html/template"
	"slices"
	"strconv"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// ArticleView is the page of an article: both languages in pairs of blocks.
type ArticleView struct {
	Frame
	Heading, OtherHeading Words
	Summary               Words
	Published, Reference  Date
	About                 []Link
	Numbers               Numbers
	Review                string // how much of what was found an editor has looked at
	Missing               bool   // the page's language is missing
	Draft                 bool   // it is not to be published yet
	Single                bool   // there is one version only
	Drifts                []Drift
	Furigana              string // the script with the readings, "" where there are none
	Blocks                []Block
	Entities              []EntityGroup
	Sources               []SourceRow
	Cites                 []Cite
}

// Numbers say what was found in an article, and how much of all that an editor has reviewed.
type Numbers struct{ Acts, Dates, Names, Reviewed int }

// Block is one block of an article, or several that belong together (the items of a list,
// the rows of a table), in each language that there is.
type Block struct {
	Kind     source.PassageKind
	ID       string // of the only passage in it; empty where the parts have ids of their own
	Number   string
	Columns  []Column
	Reviewed bool      // all that was found in it
	Behind   bool      // its English rests on an older Japanese text
	Acts     []ActLine // found here, in the margin
}

// Column is a block in one language.
type Column struct {
	Kind  source.PassageKind
	Lang  i18n.Lang
	Own   bool // the page's language
	Parts []Part
}

// Part is a passage.
type Part struct {
	ID      string // set in the first column of blocks with several parts
	Level   int
	Ordered bool
	Header  bool
	HTML    template.HTML
	Cells   []template.HTML // of a table row
}

// EntityGroup is entities of one kind.
type EntityGroup struct {
	Kind  string
	Links []Link
	More  int // how many are left out
}

// namesOfKind is how many names of a kind the list below an article shows: those it names most often.
const namesOfKind = 6

func (s scope) articlePage(a *casebook.Article) any {
	title := s.words(a.Title())
	v := ArticleView{
		Heading: title, OtherHeading: s.otherWords(a.Title()), Summary: s.words(summaryOf(a)),
		Published: s.date(a.Published, "", ""),
		Missing:   a.In(s.lang) == nil, Draft: a.Draft, Single: a.JA == nil || a.EN == nil, Drifts: s.drifts(a),
		Entities: s.groups(a.Entities, namesOfKind), Blocks: s.blocks(a),
	}
	v.Frame = s.frame(pageHead{
		title: title.Text, description: v.Summary.Text, section: "articles/index.html",
		crumbs: s.crumbs("articles/index.html", title),
	})
	if hasFurigana(a) {
		v.Furigana = s.root(furiganaPath(a))
	}
	if a.Reference != a.Published {
		v.Reference = s.date(a.Reference, "", "")
	}
	for _, id := range a.About {
		if e := s.book.entity(id); e != nil {
			v.About = append(v.About, s.entity(e))
		}
	}
	for _, src := range a.Sources {
		v.Sources = append(v.Sources, s.sourceRow(src))
	}
	v.Numbers = Numbers{Acts: len(a.Acts), Names: len(a.Entities)}
	if o := a.Docs.Outline(i18n.JA); o != nil {
		v.Numbers.Dates = o.Dates
	}
	if reviewed, all := reviewsOf(a).total(); reviewed > 0 {
		v.Numbers.Reviewed, v.Review = reviewed, s.reviewLine(reviewed, all)
	}
	v.Cites = s.cites(a)
	return v
}

// summaryOf returns the summary in both languages.
func summaryOf(a *casebook.Article) i18n.Text {
	var t i18n.Text
	if a.JA != nil {
		t.JA = a.JA.Summary
	}
	if a.EN != nil {
		t.EN = a.EN.Summary
	}
	return t
}

// cite returns the line by which others cite the article, in one language.
func (s scope) cite(a *casebook.Article, l i18n.Lang) Words {
	title, _ := a.Title().Best(l)
	text := s.r.messages.In(l, "article.citation",
		"title", title, "site", s.r.Title.In(l), "date", s.room.date(a.Published, l).Text)
	if url := s.articleURL(a, l); url != "" {
		text += " " + url
	}
	return s.run(text, l)
}

// texts returns the versions of an article as they are to be written on this page, that of its language first. Both pages of an article show
// the same names and dates, which are looked for once where the pages are made one after the other.
func (s scope) texts(a *casebook.Article) []writtenText {
	if s.room.of != (articleOf{s.book, a}) {
		s.room.clear()
		for _, l := range i18n.Langs {
			if v := a.In(l); v != nil {
				s.room.texts = append(s.room.texts, writtenText{lang: l, passages: v.Passages(), doc: a.Docs.In(l)}.laidOut(s.room))
			}
		}
		s.room.of = articleOf{s.book, a}
	}
	texts := slices.Clone(s.room.texts)
	for i := range texts {
		switch t := &texts[i]; {
		case t.lang == s.lang:
			t.prefix = "s"
		case len(texts) == 1: // there is no other
			t.prefix = string(t.lang) + "-s"
		}
	}
	if texts[0].lang != s.lang {
		slices.Reverse(texts)
	}
	return texts
}

// blocks pairs the passages of both versions by their place, and puts the acts of the article beside those that tell them.
func (s scope) blocks(a *casebook.Article) []Block {
	if a.JA == nil && a.EN == nil {
		return nil
	}
	texts := s.texts(a)
	count := 0
	for _, t := range texts {
		count = max(count, len(t.passages))
	}
	out := make([]Block, 0, count)
	room := blockRoom{columns: make([]Column, 0, len(texts)*count), parts: make([]Part, 0, len(texts)*count)}
	done, told := reviewsOf(a), firstTold(a)
	for at := 0; at < count; {
		end := at + together(texts, at, count)
		b := s.block(&room, texts, at, end)
		b.Acts, b.Behind, b.Reviewed = s.actsAt(a, told, at, end), behind(a, at, end), done.reviewed(at, end)
		out = append(out, b)
		at = end
	}
	return out
}

// number returns the number of a passage, as people count.
func number(n int) string { return strconv.Itoa(n + 1) }

// together returns how many passages from at on make one block: a run of list items,
// table rows or notes, else one.
func together(texts []writtenText, at, count int) int {
	kind := func(n int) source.PassageKind {
		for _, t := range texts {
			if n < len(t.passages) {
				return t.passages[n].Kind
			}
		}
		return ""
	}
	n := 1
	switch kind(at) {
	case source.Item, source.Row, source.Note, source.Quote:
		for at+n < count && kind(at+n) == kind(at) {
			n++
		}
	}
	return n
}

// A blockRoom has room for the columns of all blocks of an article, and for their passages.
type blockRoom struct {
	columns []Column
	parts   []Part
}

// block writes the passages from at to end of every version, side by side.
func (s scope) block(room *blockRoom, texts []writtenText, at, end int) Block {
	b := Block{Number: number(at)}
	if end == at+1 {
		b.ID = "p" + b.Number
	}
	columns := len(room.columns)
	for col, t := range texts {
		c := Column{Lang: t.lang, Own: t.lang == s.lang}
		parts := len(room.parts)
		for n := at; n < min(end, len(t.passages)); n++ {
			if b.Kind == "" {
				b.Kind = t.passages[n].Kind
			}
			part := s.part(t, n)
			if col == 0 && b.ID == "" {
				part.ID = "p" + number(n)
			}
			room.parts = append(room.parts, part)
		}
		c.Kind, c.Parts = b.Kind, slices.Clip(room.parts[parts:])
		room.columns = append(room.columns, c)
	}
	b.Columns = slices.Clip(room.columns[columns:])
	return b
}

// part writes one passage.
func (s scope) part(t writtenText, n int) Part {
	passage := &t.passages[n]
	p := s.passage(t, n)
	part := Part{Level: passage.Level, Ordered: passage.Ordered, Header: passage.Header}
	if passage.Kind != source.Row {
		part.HTML = s.room.write(p, -1)
		return part
	}
	cells := 0
	for _, r := range passage.Runs {
		cells = max(cells, r.Cell+1)
	}
	for cell := range cells {
		part.Cells = append(part.Cells, s.room.write(p, cell))
	}
	return part
}

// firstTold returns, for each act of an article, the passage that tells it first, -1 where none does.
func firstTold(a *casebook.Article) []int {
	out := make([]int, len(a.Acts))
	for i, act := range a.Acts {
		out[i] = -1
		for _, e := range act.Evidence {
			if e.Article == a && (out[i] < 0 || e.Passage < out[i]) {
				out[i] = e.Passage
			}
		}
	}
	return out
}

// actsAt returns the acts that are first told in the passages from at to end.
func (s scope) actsAt(a *casebook.Article, told []int, at, end int) []ActLine {
	var out []ActLine
	for i, first := range told {
		if at <= first && first < end {
			out = append(out, s.actLine(a.Acts[i]))
		}
	}
	return out
}

// groups sorts entities by kind, keeps their order within it, and shows as many of each.
func (s scope) groups(es []*casebook.Entity, most int) []EntityGroup {
	var out []EntityGroup
	for _, k := range content.Kinds {
		n := 0
		for _, e := range es {
			if e.Kind == k {
				n++
			}
		}
		if n == 0 {
			continue
		}
		g := EntityGroup{Kind: s.msg(i18n.Key("nav." + k.Folder())), Links: make([]Link, 0, min(n, most)), More: max(0, n-most)}
		for _, e := range es {
			if e.Kind == k && len(g.Links) < most {
				g.Links = append(g.Links, s.entity(e))
			}
		}
		out = append(out, g)
	}
	return out
}

// ArticleRow is an article in a list.
type ArticleRow struct {
	Link
	Reference Date
	Summary   Words
	Tallies   []Tally
	Missing   bool
}

// articleRows returns articles as a list shows them.
func (s scope) articleRows(as []*casebook.Article) []ArticleRow {
	out := make([]ArticleRow, len(as))
	for i, a := range as {
		out[i] = s.articleRow(a)
	}
	return out
}

// articleRow returns an article as a list shows it.
func (s scope) articleRow(a *casebook.Article) ArticleRow {
	return ArticleRow{
		Link: s.article(a), Reference: s.date(a.Reference, "", ""),
		Summary: s.words(summaryOf(a)), Tallies: s.tallies(a.Acts), Missing: a.In(s.lang) == nil,
	}
}
