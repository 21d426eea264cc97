package render

import (
	"slices"
	"strconv"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// articlePage notes what [scope.articlePage] reads.
func (w *reading) articlePage(a *casebook.Article) {
	w.article(a)
	w.actLines(a.Acts)
	for _, told := range firstTold(a) {
		w.number(told)
	}
	w.entities(a.Entities)
	for _, id := range a.About {
		w.entity(w.book.entity(id))
	}
	for _, l := range i18n.Langs {
		w.open(a.Docs.Outline(l))
	}
	w.sources(a.Sources)
}

// open notes where the contested names of a text lead. Whoever else it names has a page by that.
func (w *reading) open(o *casebook.Outline) {
	if o == nil {
		return
	}
	for n := range o.Names() {
		if len(n.Candidates) > 0 {
			w.contested(w.book.contested(n.Surface, n.Candidates))
		}
	}
}

// entityPage notes what [scope.entityPage] reads.
func (w *reading) entityPage(e *casebook.Entity) {
	s := scope{book: w.book}
	acts, articles, mentions := w.book.newestOf(e)
	w.years(e)
	w.number(len(e.Acts))
	w.number(len(e.Articles))
	w.actRows(acts)
	w.rows(articles)
	w.mentions(mentions)
	w.claims(e.Claims)
	w.beside(e)
	w.aliases(e)
	cited := s.citedSources(e, acts)
	w.number(len(cited))
	w.sources(cited[:min(len(cited), sourcesShown)])
}

// beside notes whom the registry sets beside an entity.
func (w *reading) beside(e *casebook.Entity) {
	w.entity(e.Country)
	w.entity(e.Parent)
	for _, es := range [][]*casebook.Entity{e.Parts, e.Residents, e.Operations, e.Countered} {
		w.entities(es)
	}
	for _, r := range e.Relations {
		w.entity(r.Other)
		if r.Claim != nil && r.Inverse {
			w.claims([]*casebook.Claim{r.Claim})
		}
	}
}

// aliases notes where the other names of an entity lead.
func (w *reading) aliases(e *casebook.Entity) {
	for _, a := range e.Aliases {
		w.entity(w.book.entity(a.By))
		if a.Scope == "contested" {
			w.contested(w.book.contested(a.Name, nil))
		}
	}
}

// mentions notes the articles in which sentences stand: which of them name an entity follows from what was found there.
func (w *reading) mentions(ms casebook.Mentions) {
	var last *casebook.Article
	for _, m := range ms {
		if a := m.Article(); a != last && a != nil {
			last = a
			w.article(last)
		}
	}
}

func (w *reading) years(n node) {
	for _, year := range w.book.years(n) {
		w.number(year)
	}
}

// recordPage notes what [scope.record] reads.
func (w *reading) recordPage(e *casebook.Entity, year int) {
	w.years(e)
	rows := w.book.rowsOf(e, year)
	w.actRows(rows.acts)
	for _, a := range rows.articles {
		w.article(a)
	}
}

// sourcePage notes what [scope.sourcePage] reads.
func (w *reading) sourcePage(src *casebook.Source) {
	w.sources([]*casebook.Source{src})
	newest := w.book.newestOfSource(src)
	w.years(src)
	w.number(len(src.Acts))
	w.number(len(src.Articles))
	w.rows(newest.articles)
	w.claims(src.Claims)
	w.actRows(newest.acts)
	if src.Doc == nil {
		return
	}
	for i := range src.Doc.Sentences {
		w.text(strconv.FormatBool(src.Shows(i)))
	}
	w.open(src.Outline)
}

// sourceRecord notes what [scope.sourceRecord] reads.
func (w *reading) sourceRecord(src *casebook.Source, year int) {
	w.years(src)
	rows := w.book.rowsOf(src, year)
	w.rows(rows.articles)
	w.actRows(rows.acts)
}

// namePage notes what [scope.namePage] reads.
func (w *reading) namePage(n *casebook.Contested) {
	w.mentions(n.Mentions)
	w.entities(n.Entities)
	for _, e := range n.Entities {
		w.aliases(e)
	}
}

// timelineYear notes what [scope.timelineYear] reads.
func (w *reading) timelineYear(path string) {
	for _, a := range w.book.actsOn[path] {
		w.act(a)
		w.entity(a.Operation)
		for _, p := range a.Participants {
			w.entity(p.Entity)
		}
		w.entities(attackers(a))
		w.entities(countries(a))
	}
	at := slices.Index(w.book.timeline, path)
	for _, beside := range w.book.timeline[max(0, at-1):min(at+2, len(w.book.timeline))] {
		w.timelinePage(beside)
	}
}

// articlesList notes what [scope.articles] reads.
func (w *reading) articlesList(at int) {
	w.number(len(w.book.Articles))
	pages := w.book.lists()
	for i, p := range pages {
		w.text(p.path)
		for _, span := range p.spans {
			w.text(span.name)
			if i == at {
				w.rows(span.articles)
			}
		}
	}
	if len(pages[0].spans) == 0 {
		w.rows(w.book.Articles)
	}
}

// sourcesList notes what [scope.sources] reads.
func (w *reading) sourcesList(at int) {
	for _, y := range w.book.sourced()[at].years {
		w.sources(y)
	}
}

// list notes what [scope.list] reads.
func (w *reading) list(k content.Kind) {
	w.number(w.book.lastYear)
	for _, n := range w.book.Contested {
		if slices.ContainsFunc(n.Entities, func(e *casebook.Entity) bool { return e.Kind == k }) {
			w.contested(n)
		}
	}
	for _, e := range withPage(w.book.Casebook, k) {
		w.text(e.ID)
		w.number(len(e.Articles))
		w.actRows(e.Acts)
	}
}
