package export

import (
	"html"
	"net/url"
	"path"
	"strconv"
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// articleHTML is an article whole, in the language of the feed if it has a version in that, with its sources.
func (w feeder) articleHTML(a *casebook.Article, l i18n.Lang) worded {
	w.folder = path.Dir(a.Path)
	v, lang := a.In(l), l
	if v == nil {
		lang = l.Other()
		v = a.In(lang)
	}
	var b strings.Builder
	for i := range v.Passages() {
		w.passage(&b, v.Passages(), i, lang)
	}
	if b.Len() == 0 {
		b.WriteString("<p>" + escaped(v.Summary) + "</p>")
	}
	w.sources(&b, a.Sources, l)
	return worded{b.String(), lang}
}

// summaryHTML is what an article says in a sentence, with its sources; nothing where nobody wrote that sentence.
func (w feeder) summaryHTML(a *casebook.Article, l i18n.Lang) worded {
	said := in(summary(a), l)
	if said.text == "" {
		return said
	}
	var b strings.Builder
	writeAll(&b, "<p>", escaped(said.text), "</p>\n")
	w.sources(&b, a.Sources, l)
	return worded{b.String(), said.lang}
}

// groups are the elements around passages that belong together.
var groups = map[source.PassageKind]string{source.Item: "ul", source.Quote: "blockquote", source.Note: "aside", source.Row: "table"}

// passage writes the n-th passage, opening and closing the list, quotation, note or table that it stands in.
func (w feeder) passage(b *strings.Builder, all []source.Passage, n int, l i18n.Lang) {
	p := &all[n]
	group := groups[p.Kind]
	if p.Kind == source.Item && p.Ordered {
		group = "ol"
	}
	if group != "" && !(p.Continues && n > 0 && all[n-1].Kind == p.Kind && all[n-1].Ordered == p.Ordered) {
		b.WriteString("<" + group)
		if group == "ol" && p.Number > 1 {
			b.WriteString(` start="` + strconv.Itoa(p.Number) + `"`)
		}
		b.WriteString(">")
	}
	switch p.Kind {
	case source.Furniture:
		return
	case source.Heading:
		tag := "h" + strconv.Itoa(min(max(p.Level, 2), 6))
		b.WriteString("<" + tag + ">" + w.runs(p.Runs, l) + "</" + tag + ">\n")
	case source.Item:
		b.WriteString("<li>" + w.runs(p.Runs, l) + "</li>\n")
	case source.Listing:
		b.WriteString("<pre><code>" + escaped(p.Text()) + "</code></pre>\n")
	case source.Row:
		w.row(b, p, l)
	default:
		b.WriteString("<p>" + w.runs(p.Runs, l) + "</p>\n")
	}
	if group != "" && !(n+1 < len(all) && all[n+1].Continues && all[n+1].Kind == p.Kind && all[n+1].Ordered == p.Ordered) {
		b.WriteString("</" + group + ">\n")
	}
}

// row writes a row of a table.
func (w feeder) row(b *strings.Builder, p *source.Passage, l i18n.Lang) {
	tag := "td"
	if p.Header {
		tag = "th"
	}
	b.WriteString("<tr>")
	for from := 0; from < len(p.Runs); {
		to := from
		for to < len(p.Runs) && p.Runs[to].Cell == p.Runs[from].Cell {
			to++
		}
		b.WriteString("<" + tag + ">" + w.runs(p.Runs[from:to], l) + "</" + tag + ">")
		from = to
	}
	b.WriteString("</tr>\n")
}

// runs writes stretches of text with their styles.
func (w feeder) runs(runs []source.Run, l i18n.Lang) string {
	var b strings.Builder
	for i, r := range runs {
		if r.Break && i > 0 {
			b.WriteString("<br>")
		}
		text := escaped(r.Text)
		if r.Ruby != "" {
			text = "<ruby>" + text + "<rp>(</rp><rt>" + escaped(r.Ruby) + "</rt><rp>)</rp></ruby>"
		}
		for _, style := range []struct {
			on  bool
			tag string
		}{{r.Code, "code"}, {r.Emph, "em"}, {r.Strong, "strong"}} {
			if style.on {
				text = "<" + style.tag + ">" + text + "</" + style.tag + ">"
			}
		}
		b.WriteString(anchor(w.target(r.Href, l), text))
	}
	return b.String()
}

// target returns the address that a link of an article leads to, "" where a feed cannot lead there.
func (w feeder) target(href string, l i18n.Lang) string {
	id, isSource := strings.CutPrefix(href, "source:")
	file, fragment, ok := strings.Cut(href, "#")
	switch u, err := url.Parse(href); {
	case isSource && w.book.Source(id) != nil && w.SiteURL != "":
		return webAddress(w.absolute(string(l) + "/" + w.book.Source(id).Path))
	case isSource || err != nil || href == "":
		return ""
	case u.IsAbs() || u.Host != "":
		return webAddress(href)
	case file == "" || strings.HasPrefix(file, "/") || w.SiteURL == "":
		return ""
	}
	file = path.Join(w.folder, file)
	if ok {
		file += "#" + fragment
	}
	return webAddress(w.absolute(string(l) + "/" + file))
}

// anchor makes a link of finished HTML, unless there is no address.
func anchor(href, inner string) string {
	if href == "" {
		return inner
	}
	return `<a href="` + html.EscapeString(href) + `">` + inner + "</a>"
}

// escaped is text as HTML holds it.
func escaped(text string) string { return html.EscapeString(printable(text)) }

// sources writes the list of the sources.
func (w feeder) sources(b *strings.Builder, sources []*casebook.Source, l i18n.Lang) {
	if len(sources) == 0 {
		return
	}
	comma := escaped(w.messages.In(l, "list.comma"))
	writeAll(b, "<p>", escaped(w.messages.In(l, "nav.sources")), "</p>\n<ul>\n")
	for _, s := range sources {
		title := s.Title
		if in := s.TitleIn.In(l); in != "" && s.Language != string(l) {
			title = in
		}
		writeAll(b, "<li>", anchor(webAddress(s.URL), escaped(oneLine(title))))
		if p := oneLine(publisherOf(w.book, s)); p != "" {
			writeAll(b, comma, escaped(p))
		}
		if !s.Published.IsZero() {
			writeAll(b, comma, escaped(s.Published.In(l)))
		}
		writeAll(b, "</li>\n")
	}
	writeAll(b, "</ul>\n")
}

// actHTML is an act whole: when, what, who, the sentences that tell it and may be shown, its sources.
func (w feeder) actHTML(a *casebook.Act, l i18n.Lang) worded {
	var b strings.Builder
	b.Grow(1 << 11) // as much as most take
	if !a.Date.IsZero() {
		writeAll(&b, "<p>", escaped(a.Date.In(l)), "</p>\n")
	}
	title := in(named(a.Title, a.ID), l)
	text := in(a.Text, l)
	if text.text == "" {
		text = title
	}
	inLanguage(&b, "p", text, l)
	writeAll(&b, "\n")
	if len(a.Participants) > 0 {
		writeAll(&b, "<ul>\n")
		for _, p := range a.Participants {
			role := w.messages.In(l, i18n.Key("role."+string(p.Role)))
			writeAll(&b, "<li>")
			inLanguage(&b, "span", in(named(p.Entity.Name, p.Entity.ID), l), l)
			writeAll(&b, " (", escaped(role), ")</li>\n")
		}
		writeAll(&b, "</ul>\n")
	}
	for _, e := range first(a.Evidence) {
		if e.May() {
			writeAll(&b, "<blockquote>")
			inLanguage(&b, "p", worded{printable(e.Text), e.Lang}, l)
			writeAll(&b, "</blockquote>\n")
		}
	}
	w.sources(&b, first(a.Sources), l)
	return worded{b.String(), l}
}

// inLanguage writes text in an element that says its language, where that is not the one around it.
func inLanguage(b *strings.Builder, tag string, t worded, around i18n.Lang) {
	writeAll(b, "<", tag)
	if t.lang != around {
		writeAll(b, ` lang="`, string(t.lang), `"`)
	}
	writeAll(b, ">", escaped(t.text), "</", tag, ">")
}

// writeAll writes texts one after the other.
func writeAll(b *strings.Builder, texts ...string) {
	for _, t := range texts {
		b.WriteString(t)
	}
}
