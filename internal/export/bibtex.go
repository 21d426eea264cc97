package export

import (
	"cmp"
	"strconv"
	"strings"

	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
)

// bibliography is data/sources.bib: a BibTeX entry for each source, under its id.
func bibliography(c *casebook.Casebook) []byte {
	var b strings.Builder
	for i, s := range c.Sources {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString("@misc{" + s.ID)
		for _, f := range fields(c, s) {
			if f[1] != "" {
				b.WriteString(",\n  " + f[0] + " = " + f[1])
			}
		}
		b.WriteString("\n}\n")
	}
	return []byte(b.String())
}

// howPublished are the words for the kinds of source.
var howPublished = map[string]string{
	"news": "News report", "blog": "Blog post", "release": "Press release", "court": "Court document", "advisory": "Advisory",
	"statement": "Statement", "report": "Report", "page": "Web page", "catalogue": "Catalogue",
}

// languageNames are the languages as BibTeX styles call them.
var languageNames = map[string]string{"ja": "japanese", "en": "english", "zh": "chinese", "fr": "french"}

// fields returns the fields of an entry in order, each with its value ready to write; "" is left out.
func fields(c *casebook.Casebook, s *casebook.Source) [][2]string {
	publisher := publisherOf(c, s)
	year, month, day := parts(s.Published.HTML())
	if s.Published.Year() != 0 && year == "" {
		year = s.Published.String()
	}
	var notes []string
	if s.Translator != "" {
		notes = append(notes, "Translated by "+escape(s.Translator))
	}
	if s.Archived != "" {
		notes = append(notes, `Archived at \url{`+verbatim(s.Archived)+"}")
	}
	return [][2]string{
		{"author", whole(cmp.Or(s.Author, publisher))},
		{"title", whole(s.Title)},
		{"publisher", whole(publisher)},
		{"howpublished", braced(escape(howPublished[s.Kind]))},
		{"year", braced(escape(year))}, {"month", month}, {"day", day},
		{"number", braced(escape(s.Number))},
		{"url", braced(verbatim(s.URL))},
		{"language", braced(languageNames[s.Language])},
		{"note", braced(strings.Join(notes, ". "))},
	}
}

// nearest returns the language of the archive for that of a source.
func nearest(language string) i18n.Lang {
	if language == string(i18n.JA) {
		return i18n.JA
	}
	return i18n.EN
}

// parts cuts a date 2024-09-18 into its year, the month as BibTeX has it, and the day; what is not known is "".
func parts(date string) (year, month, day string) {
	const months = "janfebmaraprmayjunjulaugsepoctnovdec"
	p := append(strings.Split(date, "-"), "", "")
	if n, err := strconv.Atoi(p[1]); err == nil {
		month = months[3*n-3 : 3*n]
	}
	return p[0], month, strings.TrimPrefix(p[2], "0")
}

// braced puts a value in braces, unless it is empty.
func braced(value string) string {
	if value == "" {
		return ""
	}
	return "{" + value + "}"
}

// whole is a value that no style may cut into names or write in other letters.
func whole(text string) string { return braced(braced(escape(text))) }

// escape writes text so that TeX reads it as it stands. Braces become commands, since
// BibTeX counts braces even where they are escaped.
func escape(text string) string { return texSigns.Replace(oneLine(text)) }

var texSigns = strings.NewReplacer(
	`\`, `{\textbackslash}`, "{", `{\textbraceleft}`, "}", `{\textbraceright}`,
	"~", `{\textasciitilde}`, "^", `{\textasciicircum}`,
	"$", `\$`, "&", `\&`, "#", `\#`, "_", `\_`, "%", `\%`,
)

// verbatim writes an address, in which only what would end the value is changed.
func verbatim(url string) string { return urlSigns.Replace(oneLine(url)) }

var urlSigns = strings.NewReplacer(`\`, "%5C", "{", "%7B", "}", "%7D", `"`, "%22", " ", "%20")

// oneLine makes every run of white space one space.
func oneLine(text string) string { return strings.Join(strings.Fields(printable(text)), " ") }
