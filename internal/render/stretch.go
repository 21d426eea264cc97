package render

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"jikenbo/internal/analysis"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// A writtenText is a text as a page shows it: its document where it was analysed, its passages
// in any case, and the prefix for the ids of its sentences: "s", or "ja-s" in an English page that has
// no English text. In the other column of a page in both languages sentences have no ids: nothing leads there.
type writtenText struct {
	lang     i18n.Lang
	passages []source.Passage
	doc      *analysis.Document
	prefix   string
	keep     func(sentence int) bool // by index in the document; nil shows everything
	contents []contents              // of the passages
}

// passage prepares one passage of a text for writing, which must be done before the next one is prepared.
func (s scope) passage(t writtenText, n int) prose {
	numbers := t.contents[n].sentences
	s.room.sentences = s.room.sentences[:0]
	for _, i := range numbers {
		s.room.sentences = append(s.room.sentences, sentenceSpan{span: t.doc.Sentences[i].Inner, id: t.fragment(i)})
	}
	p := prose{passage: &t.passages[n], sentences: s.room.sentences}
	if t.keep != nil {
		p.keep = func(sentence int) bool { return t.keep(numbers[sentence]) }
	}
	c := &t.contents[n]
	if !c.made {
		c.stretches, c.made = s.stretches(c.stretches, t, n), true
	}
	p.stretches = c.stretches
	return p
}

// stretches returns the links, names and dates of a passage. Where two overlap, the
// editor's link wins, then the one that begins first.
func (s scope) stretches(out []stretch, t writtenText, n int) []stretch {
	out = slices.DeleteFunc(s.links(out, &t.passages[n]), func(l stretch) bool { return l.span.Len() == 0 })
	links := len(out)
	add := func(st stretch) {
		if st.span.Len() > 0 && !slices.ContainsFunc(out[:links], func(l stretch) bool { return l.span.Overlaps(st.span) }) {
			out = append(out, st)
		}
	}
	if t.doc != nil {
		s.mentions(t, n, add)
		s.dates(t, n, add)
	}
	slices.SortStableFunc(out, func(a, b stretch) int { return cmp.Compare(a.span.Start, b.span.Start) })
	end := 0
	return slices.DeleteFunc(out, func(st stretch) bool {
		if st.span.Start < end {
			return true
		}
		end = st.span.End
		return false
	})
}

// links adds the editor's links. Neighbouring runs of one link are one stretch.
func (s scope) links(out []stretch, p *source.Passage) []stretch {
	at, href := 0, ""
	for i, r := range p.Runs {
		if i > 0 && (r.Break || r.Cell != p.Runs[i-1].Cell) {
			at++
		}
		span := source.Span{Start: at, End: at + len(r.Text)}
		at = span.End
		to, ok := s.target(r.Href)
		if !ok {
			href = ""
			continue
		}
		if href == r.Href {
			out[len(out)-1].span.End = span.End
			continue
		}
		href = r.Href
		out = append(out, stretch{span, s.room.startTag("a", tagAttribute{"href", to}), "</a>"})
	}
	return out
}

// target resolves a link as an editor wrote it: "source:ID", an address, or a path from
// the text's own page, which stands at the same place in both trees. Anything else, such as a script, is no link.
func (s scope) target(href string) (string, bool) {
	if href == "" {
		return "", false
	}
	u, err := url.Parse(href)
	if err != nil {
		return "", false
	}
	switch u.Scheme {
	case "source":
		if src := s.book.sources[u.Opaque]; src != nil {
			return s.to(src.Path), true
		}
		return "", false
	case "http", "https", "mailto":
		return href, true
	case "":
		return href, u.Host == "" && !strings.HasPrefix(href, "/")
	}
	return "", false
}

// mentions adds the names of a passage that are linked there.
func (s scope) mentions(t writtenText, n int, add func(stretch)) {
	say := s
	say.lang = t.lang
	for _, i := range t.contents[n].linked {
		add(s.mention(&t.doc.Mentions[i], say))
	}
}

// fragment returns the id of a sentence, "" where it has none on the page.
func (t writtenText) fragment(sentence int) string {
	if t.prefix == "" {
		return ""
	}
	return t.prefix + strconv.Itoa(sentence+1)
}

// mention returns the element for a name: its kind is in the class, or in the folder of its page; a title says, in the language of
// the text, what a name is that leads to no entity.
func (s scope) mention(m *analysis.Mention, say scope) stretch {
	href, title, class := "", "", nameClass(m.Kind)
	e := s.book.entity(m.Entity)
	switch {
	case len(m.Candidates) > 0:
		title = say.msg("mention.contested")
		class += " m-open"
		if c := s.book.contested(m.Surface, m.Candidates); c != nil {
			href = s.to(c.Path)
		}
	case e != nil:
		if e.Path != "" {
			href = s.to(e.Path)
		}
		if e.Kind == content.Operation && e.Class == "campaign" {
			class = "m-camp"
		} else if e.Kind != content.Operation && href != "" {
			class = "" // the folder of the page tells the kind
		}
	case m.Discovered:
		title = say.msg("mention.discovered", "kind", say.kind(m.Kind))
		class += " m-new"
	}
	element, end := "a", "</a>"
	if href == "" {
		element, end = "span", "</span>"
	}
	return stretch{m.Span, s.room.startTag(element, tagAttribute{"href", href}, tagAttribute{"class", class}, tagAttribute{"title", title}), end}
}

// nameClass returns the class of a name in a text, which sets its underline. It stands on every name, so it is short.
func nameClass(k content.Kind) string {
	switch k {
	case content.Organization:
		return "m-org"
	case content.Operation:
		return "m-op"
	case content.Vulnerability:
		return "m-vul"
	}
	return "m-" + string(k)
}

// dates adds the dates of a passage with their values.
func (s scope) dates(t writtenText, n int, add func(stretch)) {
	for _, i := range t.contents[n].dates {
		if d := t.doc.Dates[i]; !d.Value.IsZero() {
			add(s.dateStretch(d, t.lang))
		}
	}
}

// dateStretch returns the element for a date: its value, and how it reads where the text says it otherwise.
func (s scope) dateStretch(d analysis.Date, l i18n.Lang) stretch {
	date := s.room.date(d.Value, l)
	title := date.Text
	if title == d.Surface {
		title = ""
	}
	if date.HTML != "" {
		return stretch{d.Span, s.room.startTag("time", tagAttribute{"datetime", date.HTML}, tagAttribute{"title", title}), "</time>"}
	}
	return stretch{d.Span, s.room.startTag("span", tagAttribute{"class", "d"}, tagAttribute{"data-edtf", date.EDTF}, tagAttribute{"title", title}), "</span>"}
}
