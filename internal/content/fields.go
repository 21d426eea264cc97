package content

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// fields checks the values of one file and takes them over.
type fields struct {
	file     *source.File
	problems source.Problems
	refs     []reference
	waivers  []source.Waiver
}

// waive takes over what the editor has waived in the file.
func (f *fields) waive(raw waiversTOML) {
	f.waivers = append(f.waivers, f.file.Waivers(raw.Waive, &f.problems)...)
}

// A reference is an id that has to be that of an entity, checked when all are known.
type reference struct {
	pos  source.Position
	id   string
	kind Kind // the kind that it has to be of, or ""
	free bool // it may be words instead
}

func (f *fields) pos(s source.Span) source.Position { return f.file.Position(s.Start) }

// at is where a word stands, or where it would.
func (f *fields) at(v word, otherwise source.Span) source.Position {
	if v.IsSet() {
		return f.pos(v.Span)
	}
	return f.pos(otherwise)
}

func (f *fields) add(code source.Code, s source.Span, hint, format string, args ...any) {
	f.problems.Add(code, f.pos(s), hint, format, args...)
}

// missing reports a required key. At is where it should be: a header, or the zero Span
// for the file as a whole.
func (f *fields) missing(at source.Span, key, example string) {
	pos := source.Position{Path: f.file.Path}
	if at.End > 0 {
		pos = f.pos(at)
	}
	f.problems.Add(source.Missing, pos, "add "+example, "key %q is missing", key)
}

// word takes over a string that must not be empty where it is required.
func (f *fields) word(v word, at source.Span, key string, required bool) string {
	switch {
	case !v.IsSet() && required:
		f.missing(at, key, key+` = "…"`)
	case required && strings.TrimSpace(v.Value) == "" && !v.Refused:
		f.add(source.Missing, v.Span, "write it, or delete the key", "%q is empty", key)
	}
	return v.Value
}

// text takes over a text that has to be there in both languages.
func (f *fields) text(v bilingual, at source.Span, key string, required bool) i18n.Text {
	example := key + ` = { ja = "…", en = "…" }`
	switch {
	case !v.IsSet() && required:
		f.missing(at, key, example)
	case !v.IsSet(), v.Refused:
	case v.Value.IsZero() && !required:
		// written and left empty, as in a file that a program made
	case v.Value.JA == "":
		f.add(source.OneLanguage, v.Span, example, "%q lacks the Japanese text", key)
	case v.Value.EN == "":
		f.add(source.OneLanguage, v.Span, example, "%q lacks the English text", key)
	}
	return v.Value
}

// oneOf takes over a word of a list, and nothing else.
func (f *fields) oneOf(v word, at source.Span, key string, known []string, required bool) string {
	if !v.IsSet() && required {
		f.missing(at, key, key+` = "…", one of: `+strings.Join(known, ", "))
		return ""
	}
	if f.word(v, at, key, required); v.Value == "" {
		return ""
	}
	if !slices.Contains(known, v.Value) {
		f.add(source.UnknownWord, v.Span, didYouMean(v.Value, known), "unknown %s %q", key, v.Value)
		return ""
	}
	return v.Value
}

// didYouMean is the hint for a word that is not in a list.
func didYouMean(word string, known []string) string {
	if near := source.Nearest(word, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "one of: " + strings.Join(known, ", ")
}

// entity takes over the id of an entity, to be looked up later.
func (f *fields) entity(v word, at source.Span, key string, kind Kind, required bool) string {
	if f.word(v, at, key, required); v.Value == "" {
		return ""
	}
	f.refs = append(f.refs, reference{pos: f.pos(v.Span), id: v.Value, kind: kind})
	return v.Value
}

// who takes over the id of an organisation, or the words of the editor for it: a slip in an id would be words.
func (f *fields) who(v word) string {
	if isID(v.Value) {
		f.refs = append(f.refs, reference{pos: f.pos(v.Span), id: v.Value, free: true})
	}
	return v.Value
}

// entities takes over a list of ids of entities.
func (f *fields) entities(list words, key string) []string {
	var ids []string
	for _, v := range list.Value {
		f.once(&ids, v, key)
		f.entity(v, v.Span, key, "", true)
	}
	return ids
}

// once appends a word to a list that must not have it twice, and reports whether it did.
func (f *fields) once(list *[]string, v word, key string) bool {
	if v.Refused {
		return false
	}
	if slices.Contains(*list, v.Value) {
		f.add(source.Repeated, v.Span, "keep one of the two", "%q stands twice in %q", v.Value, key)
		return false
	}
	*list = append(*list, v.Value)
	return true
}

// source takes over the id of a source record. Whether there is one is known later, with the seeds.
func (f *fields) source(v word, at source.Span, required bool) string {
	if f.word(v, at, "source", required); v.Value != "" && !isID(v.Value) {
		f.add(source.BadID, v.Span, idHint, "%q has not the form of an id", v.Value)
		return ""
	}
	return v.Value
}

const idHint = "ids are made of a-z, 0-9 and single hyphens, as in flax-typhoon"

// evidence takes over where a fact comes from.
func (f *fields) evidence(v evidenceTOML, at source.Span) Evidence {
	e := Evidence{Source: f.source(v.Source, at, true), Quote: v.Quote.Value, Line: v.Line.Value}
	if v.Line.IsSet() && v.Line.Value < 1 && !v.Line.Refused {
		f.add(source.Form, v.Line.Span, "lines count from 1", "line %d does not exist", v.Line.Value)
		e.Line = 0
	}
	e.SourcePos, e.QuotePos = f.at(v.Source, at), f.at(v.Quote, at)
	if v.Quote.IsSet() {
		f.word(v.Quote, at, "quote", true)
	}
	return e
}

// figure takes over a number with what it counts.
func (f *fields) figure(v source.Located[figureTOML]) *Figure {
	raw := v.Value
	out := &Figure{
		Qualifier: f.oneOf(raw.Qualifier, v.Span, "qualifier", qualifiers(), false),
		Unit:      f.text(raw.Unit, v.Span, "unit", false),
		Counts:    f.text(raw.Counts, v.Span, "counts", false),
	}
	for _, n := range []source.Located[float64]{raw.Value, raw.Min, raw.Max} {
		if math.IsNaN(n.Value) || math.IsInf(n.Value, 0) || n.Value < 0 {
			f.add(source.BadFigure, n.Span, "write the number as digits", "%v is not a number that counts something", n.Value)
			return out
		}
	}
	ranged := raw.Min.IsSet() || raw.Max.IsSet()
	switch {
	case raw.Value.IsSet() && ranged:
		f.add(source.BadFigure, raw.Value.Span, "a single number is value, a range is min and max", "figure has a value and a range")
	case raw.Value.IsSet():
		out.Min, out.Max = raw.Value.Value, raw.Value.Value
	case !ranged && !v.Refused:
		f.add(source.BadFigure, v.Span, "add value = 4258, or min and max for a range", "figure has no number")
	case raw.Min.IsSet() && raw.Max.IsSet() && raw.Min.Value > raw.Max.Value:
		f.add(source.BadFigure, raw.Min.Span, "min is the smaller number", "figure has min %v above max %v", raw.Min.Value, raw.Max.Value)
	default:
		out.Min, out.Max = raw.Min.Value, raw.Max.Value
	}
	return out
}
