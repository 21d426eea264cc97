package render

import (
	"strconv"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
)

// articlePage notes what [scope.articlePage] reads.
func (w *reading) articlePage(a *casebook.Article) {
	w.article(a)
	w.actLines(a.Acts)
	for _, told := range firstTold(a) {
		w.number(told)
	}
	w.entities(a.Entities)
	w.sources(a.Sources)
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
	cited := s.citedSources(e, acts)
	w.number(len(cited))
	w.sources(cited[:min(len(cited), sourcesShown)])
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
}

// sourceRecord notes what [scope.sourceRecord] reads.
func (w *reading) sourceRecord(src *casebook.Source, year int) {
	w.years(src)
	rows := w.book.rowsOf(src, year)
	w.rows(rows.articles)
	w.actRows(rows.acts)
}

// namePage notes what [scope.namePage] reads.
func (w *reading) namePage(n *casebook.Contested) { w.mentions(n.Mentions) }

// timelineYear notes what [scope.timelineYear] reads.
func (w *reading) timelineYear(path string) {
	for _, a := range w.book.actsOn[path] {
		w.act(a)
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
	for _, e := range withPage(w.book.Casebook, k) {
		w.text(e.ID)
		w.number(len(e.Articles))
		w.actRows(e.Acts)
	}
}
