package render

import (
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/edtf"
	"jikenbo/internal/event"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// A scope is where a page stands: it turns what is linked into words, dates and
// links as they read on that page.
type scope struct {
	r    *Renderer
	book *book
	lang i18n.Lang
	path string // of the page, from the root of the site
}

// Words is a run of text. Lang is empty where it is in the page's language.
type Words struct {
	Text string
	Lang i18n.Lang
}

// Link leads to a page. Href is empty where there is only a name.
type Link struct {
	Href string
	Words
	// Other is the name in the other language, where it differs.
	Other Words
}

// Date is a date as a person reads it, its EDTF value, the value for <time>
// where HTML allows one, and the words of the source.
type Date struct {
	Text, EDTF, HTML string
	Written          Words
}

// relative returns the link from one path to another, both from the root of the site.
func relative(from, to string) string {
	a, b := strings.Split(from, "/"), strings.Split(to, "/")
	same := 0
	for same < len(a)-1 && same < len(b)-1 && a[same] == b[same] {
		same++
	}
	return strings.Repeat("../", len(a)-1-same) + strings.Join(b[same:], "/")
}

// to returns the link to a page of the same language tree.
func (s scope) to(path string) string { return s.root(string(s.lang) + "/" + path) }

// root returns the link to a path from the root of the site.
func (s scope) root(path string) string {
	if s.path == missingPath && s.r.SiteURL != "" {
		return s.r.absolute(path)
	}
	return relative(s.path, path)
}

// msg returns a message in the page's language.
func (s scope) msg(k i18n.Key, pairs ...string) string { return s.r.messages.In(s.lang, k, pairs...) }

// term returns the word for a value of a closed list ("type", "takedown"),
// the value itself where it has none.
func (s scope) term(family, value string) string {
	key := i18n.Key(family + "." + value)
	if value == "" || !s.r.messages.Has(key) {
		return value
	}
	return s.msg(key)
}

// words returns a bilingual text as it reads here.
func (s scope) words(t i18n.Text) Words {
	text, lang := t.Best(s.lang)
	return s.run(text, lang)
}

// run returns text of a known language.
func (s scope) run(text string, lang i18n.Lang) Words {
	if lang == s.lang {
		lang = ""
	}
	return Words{Text: text, Lang: lang}
}

// otherWords returns the text in the other language, nothing where it is the same.
func (s scope) otherWords(t i18n.Text) Words {
	if t.In(s.lang.Other()) == t.In(s.lang) {
		return Words{}
	}
	return Words{Text: t.In(s.lang.Other()), Lang: s.lang.Other()}
}

// date returns a date as it reads here, with the source's words if there are any.
func (s scope) date(d edtf.Date, written string, lang i18n.Lang) Date {
	if d.IsZero() {
		return Date{}
	}
	out := Date{Text: d.In(s.lang), EDTF: d.String(), HTML: d.HTML()}
	if written != "" && written != out.Text {
		out.Written = s.run(written, lang)
	}
	return out
}

// entity returns the link to an entity. Without a page it is a name only.
func (s scope) entity(e *casebook.Entity) Link {
	if e == nil {
		return Link{}
	}
	l := Link{Words: s.words(e.Name), Other: s.otherWords(e.Name)}
	if e.Path != "" {
		l.Href = s.to(e.Path)
	}
	return l
}

// entities returns the links to several entities.
func (s scope) entities(es []*casebook.Entity) []Link {
	var out []Link
	for _, e := range es {
		out = append(out, s.entity(e))
	}
	return out
}

// named returns the link to the entity with an id, or the words as they stand.
func (s scope) named(idOrWords string) Link {
	if e := s.book.entity(idOrWords); e != nil {
		return s.entity(e)
	}
	return Link{Words: Words{Text: idOrWords}}
}

// source returns the link to a source record, with its title in the reader's language where there is one.
func (s scope) source(src *casebook.Source) Link {
	if src == nil {
		return Link{}
	}
	return Link{Href: s.to(src.Path), Words: s.sourceTitle(src)}
}

// sourceTitle returns the title of a source, the editors' translation if it is in a language that the page is not.
func (s scope) sourceTitle(src *casebook.Source) Words {
	if src.Language != string(s.lang) && src.TitleIn.In(s.lang) != "" {
		return Words{Text: src.TitleIn.In(s.lang)}
	}
	return s.run(src.Title, i18n.Lang(src.Language))
}

// article returns the link to an article.
func (s scope) article(a *casebook.Article) Link {
	return Link{Href: s.to(a.Path), Words: s.words(a.Title()), Other: s.otherWords(a.Title())}
}

// Evidence is a sentence of a text, with its mark, and where it stands.
type Evidence struct {
	Href  string
	Where Words // title of the article or source
	// Place is the number of the sentence in its text.
	Place string
	// Before, Mark and After are the sentence; all empty where it may not be shown.
	Before, Mark, After string
	Lang                i18n.Lang
	Source              bool // of a source's own text, not of our article
}

// Quoted reports whether the sentence itself is shown.
func (e Evidence) Quoted() bool { return e.Before+e.Mark+e.After != "" }

// evidence returns a sentence as it is shown here.
func (s scope) evidence(e casebook.Evidence) Evidence {
	out := Evidence{Href: s.to(e.Path()), Lang: s.run("", e.Lang).Lang, Source: e.Source != nil}
	if f := e.Fragment(s.lang); f != "" {
		out.Href += "#" + f
		out.Place = s.place(f)
	}
	if e.Article != nil {
		out.Where = s.words(e.Article.Title())
	} else {
		out.Where = s.sourceTitle(e.Source)
	}
	if e.May() {
		m := clamp(e.Mark, len(e.Text))
		out.Before, out.Mark, out.After = e.Text[:m.Start], e.Text[m.Start:m.End], e.Text[m.End:]
	}
	return out
}

// place returns the words for a fragment: "文12", "段落5".
func (s scope) place(fragment string) string {
	key := i18n.Key("evidence.sentence")
	if fragment[0] == 'p' {
		key = "evidence.paragraph"
	}
	return s.msg(key, "n", fragment[1:])
}

// clamp moves a span into a text of a length.
func clamp(m source.Span, length int) source.Span {
	m.Start = max(0, min(m.Start, length))
	m.End = max(m.Start, min(m.End, length))
	return m
}

// evidences returns what a fact rests on: the sentence of our article in the reader's language
// rather than both, and the sentences of sources.
func (s scope) evidences(es []casebook.Evidence) []Evidence {
	var out []Evidence
	seen := map[string]bool{}
	for _, pass := range []bool{true, false} {
		for _, e := range es {
			if (e.Lang == s.lang || e.Source != nil) != pass {
				continue
			}
			ev := s.evidence(e)
			if !seen[ev.Href] && (pass || !seen[e.Path()]) {
				out = append(out, ev)
			}
			seen[ev.Href], seen[e.Path()] = true, true
		}
	}
	return out
}

// written returns the words in which a source or, failing that, an article gives the date of an act.
func written(es []casebook.Evidence) (string, i18n.Lang) {
	for _, e := range es {
		if e.AsWritten != "" && e.Source != nil && e.May() {
			return e.AsWritten, e.Lang
		}
	}
	for _, e := range es {
		if e.AsWritten != "" && e.May() {
			return e.AsWritten, e.Lang
		}
	}
	return "", ""
}

// role returns the word for a role.
func (s scope) role(r event.Role) string { return s.term("role", string(r)) }

// kind returns the word for a kind of entity.
func (s scope) kind(k content.Kind) string { return s.term("kind", string(k)) }
