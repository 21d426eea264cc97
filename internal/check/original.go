package check

import (
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/seeds"
	"jikenbo/internal/source"
)

// originals holds what is quoted from a source to its text, where the text is present.
func (r *records) originals() {
	for _, a := range r.Book.Articles {
		for _, l := range i18n.Langs {
			r.quotations(a, a.In(l))
		}
	}
	for _, e := range r.Content.Registry.All() {
		for _, c := range e.Claims {
			if !c.Shipped {
				r.line(c.Evidence)
			}
		}
		if e.Operation == nil {
			continue
		}
		for _, v := range e.Operation.Events {
			r.line(v.Evidence)
		}
	}
}

// quotations wants the block quotations of a version to stand in one of the sources in its language, if it has all of them.
func (r *records) quotations(a *casebook.Article, v *content.Version) {
	if v == nil {
		return
	}
	var texts []string
	for _, s := range a.Sources {
		switch {
		case s.Language != string(v.Lang):
		case s.Text == nil:
			return
		default:
			texts = append(texts, content.Fold(s.Text.Text))
		}
	}
	for i := range v.Passages() {
		p := &v.Passages()[i]
		if p.Kind != source.Quote || len(texts) == 0 {
			continue
		}
		quoted := content.Fold(p.Text())
		found := false
		for _, t := range texts {
			found = found || strings.Contains(t, quoted)
		}
		if !found {
			r.problems.Warn(DataQuotation, v.File().Position(p.Runs[0].File.Start), "quote word for word, or tell it in words of your own",
				"no source of the article says %q", shorten(p.Text()))
		}
	}
}

func shorten(s string) string {
	const most = 40
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}

// line wants the line that a fact is from to stand in the text of its source.
func (r *records) line(ev content.Evidence) {
	s := r.Sources.Get(ev.Source)
	if ev.Line == 0 || s == nil || s.Text == nil {
		return
	}
	if strings.TrimSpace(lineOfText(s, ev.Line)) == "" {
		r.problems.Warn(DataQuotation, ev.SourcePos, "correct line: it counts from 1 in the text as received", "the text of %q says nothing in line %d", ev.Source, ev.Line)
	}
}

func lineOfText(s *seeds.Source, line int) string {
	span := s.Text.LineSpan(line)
	return s.Text.Text[span.Start:span.End]
}
