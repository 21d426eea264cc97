package casebook

import (
	"sync"

	"jikenbo/internal/analysis"
	"jikenbo/internal/i18n"
)

// Versions are the Documents of an article, one for each language in which there is a version, with their outlines.
type Versions struct{ ja, en version }

// A version is a Document with its outline. One of the two may be missing: then the outline is still to be made, or the document to be loaded.
type version struct {
	doc     *analysis.Document
	load    func() *analysis.Document // nil where the document is at hand
	outline *Outline
}

// Whole returns the versions of which these are the documents; nil for one that is missing.
func Whole(ja, en *analysis.Document) Versions {
	return Versions{version{doc: ja}, version{doc: en}}
}

// Outlined returns the versions that have these outlines. Load is called when a document is first asked for.
func Outlined(ja, en *Outline, load func(i18n.Lang) *analysis.Document) Versions {
	later := func(l i18n.Lang) func() *analysis.Document {
		return sync.OnceValue(func() *analysis.Document { return load(l) })
	}
	return Versions{version{load: later(i18n.JA), outline: ja}, version{load: later(i18n.EN), outline: en}}
}

// In returns the Document in a language, nil where there is none.
func (v *Versions) In(l i18n.Lang) *analysis.Document {
	of := v.of(l)
	if of.load != nil {
		return of.load()
	}
	return of.doc
}

// Outline returns that of the Document in a language, nil where there is none. In what was linked every document has one.
func (v *Versions) Outline(l i18n.Lang) *Outline { return v.of(l).outline }

func (v *Versions) of(l i18n.Lang) *version {
	if l == i18n.JA {
		return &v.ja
	}
	return &v.en
}
