package casebook

import (
	"cmp"
	"slices"

	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
)

// sort brings every slice into the order that its comment promises.
func (l *linker) sort() {
	slices.SortStableFunc(l.book.Articles, func(a, b *Article) int {
		return cmp.Or(edtf.Compare(b.Reference, a.Reference), cmp.Compare(a.ID, b.ID))
	})
	for i, a := range l.book.Articles {
		a.place = i
	}
	slices.SortStableFunc(l.book.Sources, func(a, b *Source) int {
		return cmp.Or(newestFirst(a.Published, b.Published), cmp.Compare(a.ID, b.ID))
	})
	slices.SortFunc(l.book.Entities, byKindAndID)
	for _, e := range l.book.entities {
		sortEntity(e)
	}
	for _, c := range l.book.Contested {
		slices.SortFunc(c.Entities, byKindAndID)
	}
}

// newestFirst sets undated sources last.
func newestFirst(a, b edtf.Date) int {
	if a.IsZero() || b.IsZero() {
		return edtf.Compare(a, b)
	}
	return edtf.Compare(b, a)
}

func sortEntity(e *Entity) {
	slices.SortStableFunc(e.Relations, func(a, b Relation) int {
		return cmp.Or(cmp.Compare(a.Property, b.Property), cmp.Compare(a.Other.ID, b.Other.ID))
	})
	slices.SortFunc(e.Operations, byPeriod)
	slices.SortFunc(e.Countered, byPeriod)
	slices.SortFunc(e.Parts, byKindAndID)
	slices.SortFunc(e.Residents, byKindAndID)
	sortMentions(e.Mentions)
	slices.SortFunc(e.Articles, func(a, b *Article) int { return cmp.Compare(a.place, b.place) })
	slices.SortFunc(e.Sources, func(a, b *Source) int { return cmp.Compare(a.ID, b.ID) })
}

func byKindAndID(a, b *Entity) int {
	return cmp.Or(cmp.Compare(kindRank(a), kindRank(b)), cmp.Compare(a.ID, b.ID))
}

func kindRank(e *Entity) int { return slices.Index(content.Kinds[:], e.Kind) }

func byPeriod(a, b *Entity) int {
	return cmp.Or(edtf.Compare(when(a), when(b)), cmp.Compare(a.ID, b.ID))
}

// when is the date under which an operation is listed.
func when(e *Entity) edtf.Date {
	if op := e.Entity.Operation; op != nil {
		if !op.Period.IsZero() {
			return op.Period
		}
		return op.Announced
	}
	return edtf.Date{}
}

// sortEvidence sets articles before sources, then sorts by id, language (Japanese first) and sentence.
func sortEvidence(es []Evidence) {
	slices.SortStableFunc(es, func(a, b Evidence) int {
		return cmp.Or(byText(a, b), cmp.Compare(a.Sentence, b.Sentence))
	})
}

func byText(a, b Evidence) int {
	return cmp.Or(cmp.Compare(side(a), side(b)), cmp.Compare(a.Path(), b.Path()), -cmp.Compare(a.Lang, b.Lang))
}

func side(e Evidence) int {
	if e.Article != nil {
		return 0
	}
	return 1
}
