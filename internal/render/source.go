package render

import (
	"slices"

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
	NArticles    int    // of all, where the page shows only the newest
	NActs        int    // likewise
	Years        []Jump // the pages of the years that show all; none where this one does
	Articles     []ArticleRow
	Count        int // of claims
	Claims       []ClaimGroup
	Acts         ActRows
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
	}
	if original := s.run(src.Title, i18n.Lang(src.Language)); original.Text != row.Text {
		row.Original = original
	}
	return row
}

func (s scope) sourcePage(src *casebook.Source) any {
	newest := s.book.newestOfSource(src)
	v := SourceView{
		Row: s.sourceRow(src), Kind: s.term("source", src.Kind), Language: s.term("language", src.Language),
		Rights: s.term("rights", string(src.Rights)), Number: src.Number, SHA256: src.SHA256,
		URL: src.URL, Archived: src.Archived, Note: s.words(src.Note),
		NArticles: len(src.Articles), NActs: len(src.Acts), Years: s.recordYears(src, -1),
		Articles: s.articleRows(newest.articles), Acts: s.acts(newest.acts),
	}
	if src.Translates != nil {
		l := s.sourceRef(src.Translates)
		v.Translates = &l
	}
	for _, t := range src.Translations {
		v.Translations = append(v.Translations, s.sourceRef(t))
	}
	v.Count, v.Claims = len(src.Claims), s.claimGroups(src.Claims)
	s.sourceText(&v, src)
	v.Frame = s.frame(pageHead{
		title: v.Row.Text, section: "sources/index.html", description: s.msg("source.description", "title", v.Row.Text),
		crumbs: s.crumbs("sources/index.html", v.Row.Words),
	})
	return v
}

// ClaimGroup is the claims about one record.
type ClaimGroup struct {
	Link
	Claims []PlacedClaim
}

// PlacedClaim is a claim with its place on the record's page.
type PlacedClaim struct {
	Claim
	Href string
}

// claimGroups gathers claims by record, in the order in which the records come.
func (s scope) claimGroups(cs []*casebook.Claim) []ClaimGroup {
	var out []ClaimGroup
	for _, c := range cs {
		about := s.entity(c.Entity)
		i := slices.IndexFunc(out, func(g ClaimGroup) bool { return g.Text == about.Text && g.Href == about.Href })
		if i < 0 {
			i = len(out)
			out = append(out, ClaimGroup{Link: about})
		}
		placed := PlacedClaim{Claim: s.claim(c)}
		if about.Href != "" {
			placed.Href = about.Href + "#" + c.ID
		}
		out[i].Claims = append(out[i].Claims, placed)
	}
	return out
}

// sourceText adds what may be shown of the text.
func (s scope) sourceText(v *SourceView, src *casebook.Source) {
	if src.Doc == nil {
		return
	}
	v.Held = true
	v.TextLang = s.run("", src.Doc.Text.Lang).Lang
	t := writtenText{lang: src.Doc.Text.Lang, passages: src.Doc.Text.Passages, doc: src.Doc, prefix: "s", keep: src.Shows}.laidOut(s.room)
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
