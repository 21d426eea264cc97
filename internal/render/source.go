package render

import (
	"slices"
	"strconv"

	"jikenbo/internal/casebook"
	"jikenbo/internal/i18n"
	"jikenbo/internal/source"
)

// SourceView is the page of a source: its record, what rests on it, and of its text what may be shown.
type SourceView struct {
	Frame
	Row          SourceRow
	Kind         string
	Language     string
	Rights       string
	Number       string
	SHA256       string
	URL          string
	Archived     string
	Note         Words
	Translates   *Link
	Translations []Link
	Articles     []ArticleRow
	Claims       []Claim
	Acts         []Act
	Whole        bool // the text is shown whole, not in extracts
	Held         bool // its text is present in this build
	TextLang     i18n.Lang
	Text         []Extract
}

// SourceRow is a source in a list.
type SourceRow struct {
	Link
	ID         string
	Kind       string
	Original   Words // title in the document's language, where the link has another
	Publisher  Link
	Author     string
	Translator string
	Published  Date
	URL        string
	Archived   string
	Uses       int // articles, claims and acts that rest on it
}

// Extract is a passage of a source's text.
type Extract struct {
	Line int
	Part
	Heading bool
	Gap     bool // passages before it are left out
}

// sourceRow returns a source as a list shows it.
func (s scope) sourceRow(src *casebook.Source) SourceRow {
	row := SourceRow{
		Link: s.source(src), ID: src.ID, Publisher: s.publisher(src), Kind: s.term("source", src.Kind), Author: src.Author, Translator: src.Translator,
		Published: s.date(src.Published, "", ""), URL: src.URL, Archived: src.Archived,
		Uses: len(src.Articles) + len(src.Claims) + len(src.Acts),
	}
	if original := s.run(src.Title, i18n.Lang(src.Language)); original.Text != row.Text {
		row.Original = original
	}
	return row
}

func (s scope) sourcePage(src *casebook.Source) any {
	v := SourceView{
		Row: s.sourceRow(src), Kind: s.term("source", src.Kind), Language: s.term("language", src.Language),
		Rights: s.term("rights", string(src.Rights)), Number: src.Number, SHA256: src.SHA256,
		URL: src.URL, Archived: src.Archived, Note: s.words(src.Note), Acts: s.acts(src.Acts),
	}
	if src.Translates != nil {
		l := s.sourceRef(src.Translates)
		v.Translates = &l
	}
	for _, t := range src.Translations {
		v.Translations = append(v.Translations, s.sourceRef(t))
	}
	for _, a := range src.Articles {
		v.Articles = append(v.Articles, s.articleRow(a))
	}
	for _, c := range src.Claims {
		claim := s.claim(c)
		claim.About = s.entity(c.Entity)
		if claim.About.Href != "" {
			claim.About.Href += "#" + c.ID
		}
		v.Claims = append(v.Claims, claim)
	}
	s.sourceText(&v, src)
	v.Frame = s.frame(pageHead{
		title: v.Row.Text, section: "sources/index.html", description: s.msg("source.description", "title", v.Row.Text),
		crumbs: s.crumbs("sources/index.html", v.Row.Words),
	})
	return v
}

// sourceText adds what may be shown of the text.
func (s scope) sourceText(v *SourceView, src *casebook.Source) {
	if src.Doc == nil {
		return
	}
	v.Held = true
	v.TextLang = s.run("", src.Doc.Text.Lang).Lang
	t := writtenText{lang: src.Doc.Text.Lang, passages: src.Doc.Text.Passages, doc: src.Doc, prefix: "s", keep: src.Shows}
	v.Whole = !slices.ContainsFunc(sentenceNumbers(len(src.Doc.Sentences)), func(i int) bool { return !src.Shows(i) })
	shown := map[int]bool{}
	for i, sen := range src.Doc.Sentences {
		if src.Shows(i) {
			shown[sen.Passage] = true
		}
	}
	gap := false
	for n := range t.passages {
		if !shown[n] {
			gap = gap || t.passages[n].Kind != source.Furniture
			continue
		}
		v.Text = append(v.Text, Extract{
			Line: lineOf(src, n), Part: s.part(t, n), Heading: t.passages[n].Kind == source.Heading, Gap: gap,
		})
		gap = false
	}
}

// sentenceNumbers returns 0 to n-1.
func sentenceNumbers(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// lineOf returns the line of the text as received on which a passage begins.
func lineOf(src *casebook.Source, passage int) int {
	runs := src.Doc.Text.Passages[passage].Runs
	if len(runs) == 0 || src.Doc.Text.File == nil {
		return 0
	}
	return src.Doc.Text.File.Position(runs[0].File.Start).Line
}

// SourcesView is the list of sources.
type SourcesView struct {
	Frame
	Count int
	Years []SourceYear
}

// SourceYear is the sources of one year, the newest first.
type SourceYear struct {
	ID      string
	Heading string
	Sources []SourceRow
}

func (s scope) sources() any {
	v := SourcesView{Count: len(s.book.Sources), Frame: s.frame(pageHead{
		title: s.msg("nav.sources"), section: "sources/index.html", description: s.msg("sources.lead"),
		crumbs: s.crumbs("", Words{Text: s.msg("nav.sources")}),
	})}
	for _, src := range s.book.Sources {
		id, heading := "undated", s.msg("date.undated")
		if y := src.Published.Year(); y != 0 {
			id = "y" + strconv.Itoa(y)
			heading = s.msg("date.year", "n", strconv.Itoa(y))
		}
		if n := len(v.Years); n == 0 || v.Years[n-1].ID != id {
			v.Years = append(v.Years, SourceYear{ID: id, Heading: heading})
		}
		last := &v.Years[len(v.Years)-1]
		last.Sources = append(last.Sources, s.sourceRow(src))
	}
	return v
}
