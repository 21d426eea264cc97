package check

import (
	"slices"
	"strconv"
	"strings"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/parallel"
	"jikenbo/internal/source"
)

// same wants a text that an editor wrote in both languages to give the same numbers and dates in both.
func (r *records) same(pos source.Position, t i18n.Text) {
	if t.JA != "" && t.EN != "" {
		for _, d := range parallel.Compare(t.JA, t.EN) {
			if d.Kind == parallel.Name {
				continue // so short a text may leave to the page what it is about
			}
			r.differ(d, pos, ", "+strconv.Quote(shorten(t.In(d.Lang.Other()))))
		}
		r.sameNames(pos, t)
	}
}

// block compares a block of two versions. Doc is what was found in the Japanese one, nil where it was not analysed: of 14日 it knows
// the month, which the English may say.
func (r *records) block(ja, en *content.Version, i int, doc *analysis.Document) {
	if ja.Passages()[i].Kind == source.Listing {
		return
	}
	text, other := ja.Passages()[i].Text(), en.Passages()[i].Text()
	found := parallel.Compare(text, other)
	if isDate := func(d parallel.Difference) bool { return d.Kind == parallel.Date && d.Lang == i18n.EN }; slices.ContainsFunc(found, isDate) {
		told := parallel.Compare(text+resolved(doc, i), other)
		found = slices.DeleteFunc(found, func(d parallel.Difference) bool { return isDate(d) && !slices.Contains(told, d) })
	}
	for _, d := range found {
		v := ja
		if d.Lang == i18n.EN {
			v = en
		}
		r.differ(d, v.File().Position(v.Passages()[i].Span(source.Span{Start: d.At, End: d.At + len(d.Surface)}).Start), "")
	}
}

// resolved returns the dates of a block with all that they mean, as Japanese says it.
func resolved(doc *analysis.Document, block int) string {
	if doc == nil {
		return ""
	}
	var b strings.Builder
	for _, d := range doc.Dates {
		if doc.Sentences[d.Sentence].Passage == block {
			b.WriteString("\n" + d.Value.In(i18n.JA))
		}
	}
	return b.String()
}

// page compares the versions of a page.
func (r *records) page(p *content.Page) {
	if p.JA == nil || p.EN == nil {
		return
	}
	for i := range min(len(p.JA.Passages()), len(p.EN.Passages())) {
		r.block(p.JA, p.EN, i, nil)
		ja, en := &p.JA.Passages()[i], &p.EN.Passages()[i]
		r.sameNames(p.EN.File().Position(en.Runs[0].File.Start), i18n.Text{JA: ja.Text(), EN: en.Text()})
	}
}

// differ reports a difference of two versions, at its place in the version that has the figure.
func (r *records) differ(d parallel.Difference, pos source.Position, other string) {
	code, to := DataNumbers, &r.problems
	switch d.Kind {
	case parallel.Date:
		code = DataDates
	case parallel.Name:
		code, to = DataNames, &r.latin
	}
	to.Warn(code, pos, "correct the one that is wrong, or say it in both", "the %s %q is not in the %s%s", d.Kind, d.Surface, languageOf(d.Lang.Other()), other)
}

func languageOf(l i18n.Lang) string {
	if l == i18n.JA {
		return "Japanese"
	}
	return "English"
}
