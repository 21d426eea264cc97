package render

import (
	"encoding/json"
	"html/template"
	"strconv"
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
)

// Cite is a form in which others may cite an article, ready to be copied.
type Cite struct {
	Name string // BibTeX, CSL-JSON; "" for a line of prose
	Lang i18n.Lang
	Text template.HTML
}

// cites returns the forms: a line in each language that there is, then those for programs, in the
// page's language or, where it is missing, the other.
func (s scope) cites(a *casebook.Article) []Cite {
	var out []Cite
	for _, l := range []i18n.Lang{s.lang, s.lang.Other()} {
		if a.In(l) != nil {
			line := s.cite(a, l)
			out = append(out, Cite{Lang: line.Lang, Text: asHTML(line.Text)})
		}
	}
	l := s.lang
	if a.In(l) == nil {
		l = l.Other()
	}
	return append(out, Cite{"BibTeX", s.run("", l).Lang, asHTML(s.bibtex(a, l))}, Cite{"CSL-JSON", s.run("", l).Lang, s.csl(a, l)})
}

func asHTML(text string) template.HTML { return template.HTML(template.HTMLEscapeString(text)) }

// articleURL returns the address of an article, "" where that of the site is not known.
func (s scope) articleURL(a *casebook.Article, l i18n.Lang) string {
	if s.r.SiteURL == "" {
		return ""
	}
	return s.r.absolute(string(l) + "/" + a.Path)
}

// bibtex returns the entry for BibTeX.
func (s scope) bibtex(a *casebook.Article, l i18n.Lang) string {
	day := s.dayOf(a)
	var year, month, date string
	for i, to := range []*string{&year, &month, &date} {
		if i < len(day) {
			*to = strconv.Itoa(day[i])
		}
	}
	b := append(s.room.tag[:0], "@misc{jikenbo-"...)
	b = append(append(append(b, a.ID...), '-'), l...)
	for _, f := range [...][2]string{
		{"title", "{" + tex(a.Title().In(l)) + "}"}, {"howpublished", s.texSite(l)},
		{"year", year}, {"month", month}, {"day", date}, {"url", s.articleURL(a, l)}, {"language", texLanguages[l]},
	} {
		if f[1] != "" {
			b = append(append(append(b, ",\n"...), f[0]...), " = {"...)
			b = append(append(b, f[1]...), '}')
		}
	}
	s.room.tag = append(b, "\n}"...)
	return s.room.keep(s.room.tag)
}

// texLanguages are the languages as BibTeX knows them.
var texLanguages = map[i18n.Lang]string{i18n.JA: "japanese", i18n.EN: "english"}

// texSite returns the name of the site for TeX.
func (s scope) texSite(l i18n.Lang) string {
	own := s.room.in(l)
	if own.site == "" {
		own.site = tex(s.r.Title.In(l))
	}
	return own.site
}

// texSigns are the characters that mean something to TeX.
var texSigns = strings.NewReplacer(
	`\`, `{\textbackslash}`, "{", `{\textbraceleft}`, "}", `{\textbraceright}`, "~", `{\textasciitilde}`, "^", `{\textasciicircum}`,
	"$", `\$`, "&", `\&`, "#", `\#`, "_", `\_`, "%", `\%`,
)

// tex writes text so that TeX reads it as it stands.
func tex(text string) string { return texSigns.Replace(strings.Join(strings.Fields(text), " ")) }

// dayOf returns year, month and day of the publication, as far as they are known.
func (s scope) dayOf(a *casebook.Article) []int {
	var out []int
	for _, part := range strings.Split(s.room.date(a.Published, s.lang).HTML, "-") {
		n, err := strconv.Atoi(part)
		if err != nil {
			break
		}
		out = append(out, n)
	}
	return out
}

// csl returns the item for programs that read CSL-JSON. It can stand in a page as it is: encoding/json writes no character with which HTML begins anything.
func (s scope) csl(a *casebook.Article, l i18n.Lang) template.HTML {
	type issued struct {
		Parts [][]int `json:"date-parts"`
	}
	item := struct {
		ID        string  `json:"id"`
		Type      string  `json:"type"`
		Title     string  `json:"title"`
		Container string  `json:"container-title"`
		Issued    *issued `json:"issued,omitempty"`
		URL       string  `json:"URL,omitempty"`
		Language  string  `json:"language"`
	}{ID: "jikenbo-" + a.ID + "-" + string(l), Type: "webpage", Title: a.Title().In(l), Container: s.r.Title.In(l), URL: s.articleURL(a, l), Language: string(l)}
	if day := s.dayOf(a); len(day) > 0 {
		item.Issued = &issued{[][]int{day}}
	}
	data, err := json.Marshal([]any{item})
	if err != nil {
		panic(err) // these values can always be written
	}
	return template.HTML(data)
}
