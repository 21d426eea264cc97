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
	}
}

// block compares the versions of a block of an article.
func (r *records) block(a *content.Article, i int) {
	ja, en := &a.JA.Passages[i], &a.EN.Passages[i]
	if ja.Kind == source.Listing {
		return
	}
	for _, d := range parallel.Compare(ja.Text(), en.Text()) {
		v := a.In(d.Lang)
		r.differ(d, v.File.Position(v.Passages[i].Span(source.Span{Start: d.At, End: d.At + len(d.Surface)}).Start), "")
	}
}

// differ reports a difference of two versions, at its place in the version that has the figure.
func (r *records) differ(d parallel.Difference, pos source.Position, other string) {
	code := map[parallel.Kind]source.Code{parallel.Number: DataNumbers, parallel.Date: DataDates, parallel.Name: DataNames}[d.Kind]
	r.problems.Warn(code, pos, "correct the one that is wrong, or say it in both", "the %s %q is not in the %s%s", d.Kind, d.Surface, languageOf(d.Lang.Other()), other)
}

func languageOf(l i18n.Lang) string {
	if l == i18n.JA {
		return "Japanese"
	}
	return "English"
}

// names wants both versions of a block to name the same actors, malware, people and vulnerabilities. Offices have other names in
// every language, and places hide in other names (米 in 米司法省): those are left out.
func (r *records) names() {
	for _, a := range r.Book.Articles {
		ja, en := a.Docs.JA, a.Docs.EN
		if ja == nil || en == nil {
			continue
		}
		r.unnamed(ja, en)
		r.unnamed(en, ja)
	}
}

// unnamed reports what a block of one version names and that of the other does not.
func (r *records) unnamed(here, there *analysis.Document) {
	type name struct {
		block  int
		entity string
	}
	known := map[name]bool{}
	for _, m := range there.Mentions {
		known[name{there.Sentences[m.Sentence].Passage, m.Entity}] = true
	}
	for _, m := range here.Mentions {
		e := r.Content.Registry.Get(m.Entity)
		at := name{here.Sentences[m.Sentence].Passage, m.Entity}
		if e == nil || !shared(e.Kind) || known[at] || r.says(there, at.block, e) {
			continue
		}
		known[at] = true // once is enough
		r.problems.Warn(DataNames, here.Text.File.Position(m.File.Start), "name it in both, or leave it out of both",
			"%q is not named in the %s", m.Surface, languageOf(there.Text.Lang))
	}
}

// shared reports whether the names of a kind are much the same in both languages.
func shared(k content.Kind) bool {
	return k == content.Actor || k == content.Malware || k == content.Person || k == content.Vulnerability
}

// says reports whether a block holds a name of an entity, as letters.
func (r *records) says(doc *analysis.Document, passage int, e *content.Entity) bool {
	if passage >= len(doc.Text.Passages) {
		return false
	}
	text := content.Fold(doc.Text.Passages[passage].Text())
	names := append([]string{e.Name.JA, e.Name.EN}, e.Variants...)
	for _, a := range e.Aliases {
		names = append(names, a.Name)
	}
	if e.Kind == content.Person { // スミス氏, Ms Smith
		names = append(names, strings.FieldsFunc(e.Name.JA+" "+e.Name.EN, func(r rune) bool { return r == ' ' || r == '・' })...)
	}
	return slices.ContainsFunc(names, func(name string) bool { return name != "" && strings.Contains(text, content.Fold(name)) })
}
