package casebook

import (
	"slices"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// Link joins everything. The problems are those that only show when all is seen:
// unknown source ids, quotations that no text holds, ids that no page can have.
func Link(in Input) (*Casebook, source.Problems) {
	l := &linker{
		phrases: newPhrases(in.Content.Registry),
		in:      in,
		book: &Casebook{
			entities: map[string]*Entity{},
			sources:  map[string]*Source{},
		},
	}
	l.makeSources()
	l.makeArticles()
	l.makeReports()
	l.makeEntities()
	l.makePages()
	l.sideBySide((*linker).linkNames, (*linker).linkFacts)
	l.linkRelations()
	l.sort()
	l.placeActs()
	return l.book, l.problems
}

// linkNames ties texts to whom they name, and decides thereby who has a page.
func (l *linker) linkNames() {
	l.linkMentions()
	l.openPages()
	l.linkContested()
	l.checkLinks()
}

// linkFacts ties what editors wrote down, and what was found, to the sentences that tell it.
func (l *linker) linkFacts() {
	l.linkClaims()
	l.linkActs()
}

// sideBySide does two parts of the work of which neither looks at what the other one makes. The problems stand in the order of the parts.
func (l *linker) sideBySide(parts ...func(*linker)) {
	own := make([]linker, len(parts))
	l.many(len(parts), func(i int) {
		own[i] = *l
		own[i].problems = nil
		parts[i](&own[i])
	})
	for i := range own {
		l.problems = append(l.problems, own[i].problems...)
	}
}

// linker is the state of one run of Link.
type linker struct {
	in       Input
	book     *Casebook
	texts    []text // every analysed text: articles by id, Japanese first, then sources by id
	problems source.Problems
	acts     actIndex
	reports  map[*Source][]*text // the texts of articles that report a source
	named    map[*analysis.Naming]*tally
	phrases  *phrases // that editors quote
	quotes   map[string][]quoted
}

// many calls f for each number below n.
func (l *linker) many(n int, f func(i int)) {
	if l.in.Many != nil {
		l.in.Many(n, f)
		return
	}
	for i := range n {
		f(i)
	}
}

// A text is an analysed text with the node that it belongs to; one of the two is set.
type text struct {
	outline *Outline
	article *Article
	source  *Source
	rank    int // in the order of evidence
}

// evidence is a sentence of the text with what is marked in it.
func (t *text) evidence(s *said, mark source.Span) Evidence {
	return Evidence{
		Article: t.article, Source: t.source, Lang: t.outline.Lang,
		Sentence: s.sentence, Passage: s.passage, Text: s.text, Mark: mark,
	}
}

func (l *linker) makeSources() {
	for i, s := range l.in.Sources.All() {
		l.checkID(s.ID, s.Pos)
		node := &Source{Source: s, Path: "sources/" + s.ID + ".html", shown: map[int]bool{}}
		if i < len(l.in.Originals) {
			node.Doc = l.in.Originals[i]
		}
		l.book.sources[s.ID] = node
		l.book.Sources = append(l.book.Sources, node)
	}
	for _, s := range l.book.Sources {
		if t := l.book.sources[s.Source.Translates]; t != nil {
			s.Translates = t
			t.Translations = append(t.Translations, s)
		}
	}
}

// outlines makes the outlines that are missing.
func (l *linker) outlines() []Versions {
	out := slices.Clone(l.in.Articles)
	l.many(len(out), func(i int) {
		for _, lang := range i18n.Langs {
			v := out[i].of(lang)
			if v.outline == nil && v.doc != nil {
				v.outline = l.in.Outlines[v.doc]
			}
			if v.outline == nil && v.doc != nil {
				v.outline = outline(v.doc, l.phrases)
			}
		}
	})
	return out
}

func (l *linker) makeArticles() {
	docs := l.outlines()
	for i, a := range l.in.Content.Articles {
		node := &Article{Article: a, Path: "articles/" + a.ID + ".html", Docs: docs[i]}
		l.checkID(a.ID, articlePosition(a))
		for i, id := range a.Sources {
			pos := articlePosition(a)
			if i < len(a.SourcePos) {
				pos = a.SourcePos[i]
			}
			if s := l.source(id, pos); s != nil {
				node.Sources = append(node.Sources, s)
				s.Articles = append(s.Articles, node)
			}
		}
		l.book.Articles = append(l.book.Articles, node)
		for _, lang := range i18n.Langs {
			if o := node.Docs.Outline(lang); o != nil {
				l.texts = append(l.texts, text{outline: o, article: node})
			}
		}
	}
	for _, s := range l.book.Sources {
		if s.Doc != nil {
			s.Outline = outline(s.Doc, l.phrases)
			l.texts = append(l.texts, text{outline: s.Outline, source: s})
		}
	}
	l.rank()
}

// articlePosition is where to point an editor who must mend an article's front matter.
func articlePosition(a *content.Article) source.Position {
	for _, lang := range i18n.Langs {
		if v := a.In(lang); v != nil {
			return source.Position{Path: v.Path, Line: 1, Col: 1}
		}
	}
	return source.Position{Path: "content/articles/" + a.ID}
}

func (l *linker) makeEntities() {
	for _, e := range l.in.Content.Registry.All() {
		l.book.entities[e.ID] = &Entity{Entity: e}
	}
	for _, e := range l.in.Content.Registry.All() {
		node := l.book.entities[e.ID]
		node.Country = l.book.entities[e.Country]
		node.Parent = l.book.entities[e.Parent]
	}
	for _, s := range l.book.Sources {
		s.PublisherEntity = l.book.entities[s.Publisher]
		l.in.Content.Registry.Meant(s.Publisher, s.PublisherPos, &l.problems)
	}
}

// ownPages are the pages that the site has at the root of each language anyway.
var ownPages = [...]string{"index", "timeline", "search", "data"}

func (l *linker) makePages() {
	for _, p := range l.in.Content.Pages {
		if slices.Contains(ownPages[:], p.ID) {
			l.ownPage(p)
			continue
		}
		l.book.Pages = append(l.book.Pages, &Page{Page: p, Path: p.ID + ".html"})
	}
}

// ownPage reports the files of a page of prose that would take the place of one of the site's own.
func (l *linker) ownPage(p *content.Page) {
	for _, lang := range i18n.Langs {
		if v := p.In(lang); v != nil {
			l.problems.Add(source.TakenID, source.Position{Path: v.Path}, "choose another id and rename the file", "the site has a page %q of its own", p.ID)
		}
	}
}

// openPages gives a page to each entity that a text names. An entity of the archive itself gets one
// too when an editor wrote anything about it or refers to it, so that no page holds a name and nothing else.
func (l *linker) openPages() {
	referred := l.referred()
	for _, e := range l.in.Content.Registry.All() {
		node := l.book.entities[e.ID]
		written := !e.Shipped && (len(e.Claims) > 0 || e.Operation != nil || referred[e.ID])
		if len(node.Mentions) == 0 && !written {
			continue
		}
		l.checkID(e.ID, e.Pos)
		node.Path = e.Kind.Folder() + "/" + e.ID + ".html"
		l.book.Entities = append(l.book.Entities, node)
	}
	for _, node := range l.book.Entities {
		if node.Parent != nil {
			node.Parent.Parts = append(node.Parent.Parts, node)
		}
		if node.Country != nil {
			node.Country.Residents = append(node.Country.Residents, node)
		}
	}
}

// referred returns the ids to which what editors wrote in the archive refers.
func (l *linker) referred() map[string]bool {
	ids := map[string]bool{}
	for _, e := range l.in.Content.Registry.All() {
		if e.Shipped {
			continue
		}
		for _, c := range e.Claims {
			ids[c.Entity], ids[c.By] = true, true
		}
		if op := e.Operation; op != nil {
			referredBy(op, ids)
		}
	}
	for _, a := range l.book.Articles {
		for _, id := range a.About {
			ids[id] = true
		}
	}
	for _, s := range l.book.Sources {
		ids[s.Publisher] = true
	}
	return ids
}

func referredBy(op *content.OperationFacts, ids map[string]bool) {
	for _, id := range op.Counters {
		ids[id] = true
	}
	for _, legal := range op.Legal {
		ids[legal.Court] = true
	}
	for _, p := range op.Participants {
		ids[p.Entity] = true
	}
	for _, e := range op.Events {
		for _, p := range e.Participants {
			ids[p.Entity] = true
		}
	}
}

// checkID reports an id that has no page of its own because the index of its folder has that name.
func (l *linker) checkID(id string, pos source.Position) {
	if id == "index" {
		l.problems.Add(source.TakenID, pos, "choose another id and rename the file", "id %q is the name of the index page", id)
	}
}

// source returns a source by its id and reports an id that no record has.
// An empty id is no source: where one is required, the loading stage has said so.
func (l *linker) source(id string, pos source.Position) *Source {
	if id == "" {
		return nil
	}
	if s := l.book.sources[id]; s != nil {
		return s
	}
	var known []string
	for _, s := range l.book.Sources {
		known = append(known, s.ID)
	}
	hint := "write the record seeds/" + id + ".toml"
	if near := source.Nearest(id, known); near != "" {
		hint = "did you mean \"" + near + "\"? Otherwise " + hint
	}
	l.problems.Add(source.UnknownSource, pos, hint, "unknown source %q", id)
	return nil
}
