package render

import (
	"cmp"
	"iter"
	"slices"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// EntityView is the page of an entity; operations have more on theirs.
type EntityView struct {
	Frame
	Kind                  string
	Class                 string
	Stamp                 Family // colour of the stamp, "" for ink
	Heading, OtherHeading Words
	Reading               string
	Post                  Words // of a person
	Summary               Words
	Active                []Fact
	Country, Parent       Link
	Accused               bool // the country is that with which others link it
	IDs                   []ExternalID
	Operation             *OperationFacts
	NActs, NArticles      int    // of all, where the page shows only the newest
	Years                 []Jump // the pages of the years that show all; none where this one does
	Acts                  ActRows
	Chart                 Chart
	Aliases               []Alias
	Properties            []Property
	Attributions          []Attribution
	Figures               []Figure
	Drawing               *Drawing
	Relations             []RelationGroup
	Operations, Countered []Operation
	Parts                 []Link
	Residents, Related    []EntityGroup
	Mentions              []MentionGroup
	Articles              []ArticleRow
	Sources               []SourceRow
	NSources              int
	References            []Link
}

// ExternalID is the entity's id in another catalogue.
type ExternalID struct{ System, Value, URL string }

// MentionGroup is the sentences of one article that name the entity: the first ones whole, the rest as links.
type MentionGroup struct {
	Link
	Count     int
	Sentences []Evidence
	Rest      []Spot
}

// mentionsShown is how many sentences of an article a page quotes.
const mentionsShown = 2

func (s scope) entityPage(e *casebook.Entity) any {
	acts, articles, mentions := s.book.newestOf(e)
	v := EntityView{
		Kind: s.kindOf(e), Class: s.class(e), Stamp: stamp(e),
		Heading: s.words(e.Name), OtherHeading: s.otherWords(e.Name),
		Post: s.words(e.Title), Summary: s.words(e.Summary),
		Active:  s.facts(e, "active", "first-seen", "founded"),
		Country: s.entity(e.Country), Accused: e.Kind == content.Actor && e.Class == "state-linked", Parent: s.entity(e.Parent),
		Operation: s.operationFacts(e), Acts: s.acts(acts), Chart: s.chartOf(acts),
		NActs: len(e.Acts), NArticles: len(e.Articles), Years: s.recordYears(e, -1),
		Aliases: s.aliases(e), Properties: s.properties(e), Figures: s.figures(e.Claims), Attributions: s.attributions(e),
		Relations:  s.relations(e),
		Operations: s.operations(joined(e)), Countered: s.operations(e.Countered),
		Parts: s.entities(e.Parts), Residents: s.groups(e.Residents, len(e.Residents)),
		Mentions: s.mentionGroups(mentions),
	}
	if s.lang == i18n.JA {
		v.Reading = e.Reading
	}
	if isRecord(e.Kind) {
		v.Drawing = s.drawing(e)
		v.Related = s.groups(related(e), namesOfKind)
	}
	for _, id := range e.IDs {
		v.IDs = append(v.IDs, ExternalID{s.term("system", id.System), id.Value, id.URL})
	}
	v.Articles = s.articleRows(articles)
	cited := s.citedSources(e, acts)
	v.NSources = len(cited)
	v.Sources = make([]SourceRow, min(len(cited), sourcesShown))
	for i := range v.Sources {
		v.Sources[i] = s.sourceRow(cited[i])
	}
	for _, ref := range e.References {
		v.References = append(v.References, Link{Href: ref.URL, Words: Words{Text: cmp.Or(ref.Title, ref.URL)}})
	}
	v.Frame = s.frame(pageHead{
		title: v.Heading.Text, description: v.Summary.Text, section: listPath(e.Kind),
		crumbs: s.crumbs(listPath(e.Kind), v.Heading),
	})
	return v
}

// related returns what an entity has a relation with, each once; operations have lists of their own.
func related(e *casebook.Entity) []*casebook.Entity {
	var out []*casebook.Entity
	for _, r := range e.Relations {
		if r.Other.Path != "" && r.Other.Kind != content.Operation && !slices.Contains(out, r.Other) {
			out = append(out, r.Other)
		}
	}
	return out
}

// joined returns the operations that an entity took part in and that were not directed against it.
func joined(e *casebook.Entity) []*casebook.Entity {
	return slices.DeleteFunc(slices.Clone(e.Operations), func(o *casebook.Entity) bool { return slices.Contains(e.Countered, o) })
}

// kindOf returns the word for what an entity is: for operations their class.
func (s scope) kindOf(e *casebook.Entity) string {
	if e.Kind == content.Operation && e.Class != "" {
		return s.term("class", e.Class)
	}
	return s.kind(e.Kind)
}

// class returns the word for the kind within the kind, "" where the kind says it all.
func (s scope) class(e *casebook.Entity) string {
	if e.Kind == content.Operation {
		return ""
	}
	return s.term("class", e.Class)
}

// stamp returns the colour of an entity's stamp.
func stamp(e *casebook.Entity) Family {
	switch {
	case e.Kind == content.Operation && e.Class == "counter":
		return Counter
	case e.Kind == content.Operation, e.Kind == content.Actor, e.Kind == content.Malware:
		return Intrusion
	}
	return Neither
}

// mentionGroups gathers the sentences that name something by article.
func (s scope) mentionGroups(ms casebook.Mentions) []MentionGroup {
	var out []MentionGroup
	var room []Spot
	for a, of := range byArticle(ms) {
		g := MentionGroup{Link: s.titled(a)}
		g.Sentences, g.Rest = s.sentences(of, g.Href, mentionsShown, &room)
		if g.Count = len(g.Sentences) + len(g.Rest); g.Count > 0 {
			out = append(out, g)
		}
	}
	return out
}

// byArticle deals out what stands in articles; the sentences of an article stand together.
func byArticle(ms casebook.Mentions) iter.Seq2[*casebook.Article, casebook.Mentions] {
	return func(yield func(*casebook.Article, casebook.Mentions) bool) {
		for len(ms) > 0 {
			a, n := ms[0].Article(), 1
			for n < len(ms) && ms[n].Article() == a {
				n++
			}
			if a != nil && !yield(a, ms[:n]) {
				return
			}
			ms = ms[n:]
		}
	}
}

// sentences returns the sentences of one article, each once: those in the reader's language, or in the other where it has no version in it.
// The first ones are whole; of the rest it is told where they stand on the page of the article, behind what stands in the room already.
func (s scope) sentences(ms casebook.Mentions, page string, whole int, room *[]Spot) (first []Evidence, rest []Spot) {
	from := len(*room)
	last := ""
	for _, m := range ms {
		if m.Lang() != s.lang && m.Article().Docs.Outline(s.lang) != nil {
			continue
		}
		at := s.spot(m)
		if at.Href == last { // they are in order
			continue
		}
		last = at.Href
		if len(first) < whole {
			first = append(first, s.evidence(m.Evidence()))
			continue
		}
		at.Href = s.room.join(page, at.Href)
		*room = append(*room, at)
	}
	return first, slices.Clip((*room)[from:])
}
