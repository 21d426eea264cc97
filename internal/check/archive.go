package check

import (
	"cmp"
	"fmt"
	"time"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/entity"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// An Archive is an archive as it is known before a page is rendered.
type Archive struct {
	casebook.Input
	Book *casebook.Casebook
	// Today is the day on which the archive is checked, by the time of the place: what happens after it lies in the future.
	Today time.Time
}

// Records returns, as warnings, what an editor should look at in articles, entities and sources. What loading and linking
// find is not among it, nor is the registry that the program brings along.
func Records(a Archive) source.Problems {
	year, month, day := a.Today.Date()
	r := records{Archive: a, today: edtf.Day{Year: year, Month: int(month), Day: day}, countries: map[string]*content.Entity{}, finder: entity.NewFinder(a.Content.Registry), lost: map[source.Position][]sighting{}}
	for _, e := range a.Content.Registry.All() {
		if e.Code != "" {
			r.countries[e.Code] = e
		}
		r.entity(e)
	}
	for i, article := range a.Content.Articles {
		r.article(article, a.Input.Articles[i].In(i18n.JA))
	}
	for _, p := range a.Content.Pages {
		r.lookAlikes(p.JA, p.EN)
		r.page(p)
	}
	for _, s := range a.Sources.All() {
		r.date(s.Pos, s.Published)
		r.sameNames(s.Pos, s.TitleIn)
		r.same(s.Pos, s.Note)
		if s.Text != nil {
			r.problems = append(r.problems, s.Text.Concealed()...)
		}
	}
	r.unmentioned()
	r.relations()
	r.names()
	r.words()
	r.assertions()
	r.originals()
	return r.problems.Sorted()
}

// records is the state of one run of Records.
type records struct {
	Archive
	today     edtf.Day
	countries map[string]*content.Entity // by ISO code
	finder    *entity.Finder
	lost      map[source.Position][]sighting // names that one language lacks, by line
	latin     source.Problems                // words in Latin letters that the English lacks
	problems  source.Problems
}

// entity looks at what an editor wrote of an entity.
func (r *records) entity(e *content.Entity) {
	for _, c := range e.Claims {
		if !c.Shipped {
			r.claim(c)
		}
	}
	if e.Shipped {
		return // not theirs to mend
	}
	r.reading(e)
	r.same(e.Pos, e.Summary)
	r.same(e.Pos, e.Title)
	for _, a := range e.Aliases {
		r.same(a.Pos, a.Note)
	}
	if e.Operation != nil {
		r.operation(e)
	}
}

func (r *records) claim(c content.Claim) {
	r.date(c.Pos, c.Date)
	r.date(c.Pos, c.AsOf)
	r.told(c.Evidence, c.Date)
	r.told(c.Evidence, c.AsOf)
	r.later(c)
	r.same(c.Pos, c.Text)
	r.same(c.Pos, c.Note)
	if f := c.Figure; f != nil {
		r.same(c.Pos, f.Counts)
		understood := f.Min > 0 || f.Max > 0 // else loading has told of it
		if understood && f.Unit.IsZero() && f.Counts.IsZero() {
			r.problems.Warn(DataUnit, c.Pos, `write what it counts, as in unit = { ja = "台", en = "devices" }`, "the figure %v counts nothing", cmp.Or(f.Min, f.Max))
		}
	}
}

// operation looks at what only operations have.
func (r *records) operation(e *content.Entity) {
	op := e.Operation
	if len(op.Events) == 0 {
		r.problems.Warn(DataEvents, e.Pos, "write at least one [[event]] with its date and source", "the operation %q has no event", e.ID)
	}
	r.date(e.Pos, op.Period)
	r.date(e.Pos, op.Announced)
	r.announced(e.Pos, op.Period, op.Announced)
	told := []edtf.Date{op.Period, op.Announced}
	for _, l := range op.Legal {
		r.date(l.Pos, l.Date)
		r.same(l.Pos, l.Instrument)
		r.sourced(l.Pos, l.Source, "the instrument")
		told = append(told, l.Date)
	}
	for _, p := range op.Participants {
		r.same(p.Pos, p.Note)
		r.sourced(p.Pos, p.Source, fmt.Sprintf("the part of %q", p.Entity))
	}
	for _, v := range op.Events {
		r.event(v)
		told = append(told, v.Date, v.Announced)
	}
	r.years(e.Pos, e.Name, told...)
}

func (r *records) event(v content.Event) {
	r.date(v.Pos, v.Date)
	r.date(v.Pos, v.Announced)
	r.announced(v.Pos, v.Date, v.Announced)
	r.told(v.Evidence, v.Date)
	r.years(v.Pos, v.Title, v.Date, v.Announced)
	r.years(v.Pos, v.Text, v.Date, v.Announced)
	r.years(v.Pos, quotation(v.Quote), v.Date, v.Announced)
	r.same(v.Pos, v.Title)
	r.same(v.Pos, v.Text)
}

// sourced wants to know who says so.
func (r *records) sourced(pos source.Position, id, what string) {
	if id == "" {
		r.problems.Warn(DataSource, pos, "add source, the id of a record in seeds/", "%s has no source", what)
	}
}

// lookAlikes looks at the words of texts. That of a name in a record is told when it is loaded.
func (r *records) lookAlikes(versions ...*content.Version) {
	for _, v := range versions {
		if v != nil {
			r.problems = append(r.problems, v.File().LookAlikes("type the word anew in one script")...)
		}
	}
}

// article looks at an article as a whole, and block by block. Doc is its Japanese version as it was analysed.
func (r *records) article(a *content.Article, doc *analysis.Document) {
	r.date(a.Pos, a.Published)
	r.date(a.Pos, a.Reference)
	r.lookAlikes(a.JA, a.EN)
	for _, id := range a.Sources {
		s := r.Sources.Get(id)
		if s == nil {
			continue // linking has said so
		}
		from, _, known, _ := s.Published.Bounds()
		_, to, until, _ := a.Published.Bounds()
		if known && until && from.Compare(to) > 0 {
			r.problems.Warn(DataOrder, a.Pos, "correct one of the two dates", "the article came out on %s, before its source %q, %s", a.Published, id, s.Published)
		}
	}
	if a.JA == nil || a.EN == nil {
		return
	}
	head := source.Position{Path: a.EN.Path, Line: 1}
	r.same(head, a.Title())
	r.same(head, i18n.Text{JA: a.JA.Summary, EN: a.EN.Summary})
	for i := range min(len(a.JA.Passages()), len(a.EN.Passages())) {
		r.block(a.JA, a.EN, i, doc)
	}
}
