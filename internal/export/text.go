package export

import (
	"strconv"

	"jikenbo/internal/analysis"
	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// articleJSON is one of our articles, whole.
type articleJSON struct {
	ID        string     `json:"id"`
	Path      string     `json:"path"`
	Published string     `json:"published"`
	Reference string     `json:"reference"` // the day from which its relative dates count
	Title     i18n.Text  `json:"title"`
	Summary   *i18n.Text `json:"summary,omitempty"`
	About     []string   `json:"about,omitempty"`
	Sources   []string   `json:"sources,omitempty"`
	Entities  []string   `json:"entities,omitempty"` // most often named first
	Acts      []string   `json:"acts,omitempty"`
	// Sentences are those of each language in which there is a version.
	Sentences map[i18n.Lang][]sentenceJSON `json:"sentences"`
}

// sentenceJSON is a sentence with its fragment on the page in its language.
type sentenceJSON struct {
	Fragment  string `json:"fragment"`
	Paragraph int    `json:"paragraph"` // from 1; the same number says the same in both languages
	Text      string `json:"text"`
}

// sourceJSON is the record of a source. Its text is not part of it.
type sourceJSON struct {
	ID           string     `json:"id"`
	Path         string     `json:"path"`
	Kind         string     `json:"kind,omitempty"`
	Title        string     `json:"title"` // in its own language
	TitleIn      *i18n.Text `json:"title_in,omitempty"`
	Publisher    *refJSON   `json:"publisher,omitempty"`
	Author       string     `json:"author,omitempty"`
	Translator   string     `json:"translator,omitempty"`
	Published    string     `json:"published,omitempty"`
	URL          string     `json:"url,omitempty"`
	Archived     string     `json:"archived,omitempty"`
	Number       string     `json:"number,omitempty"`
	Language     string     `json:"language,omitempty"`
	Rights       string     `json:"rights"`
	Translates   string     `json:"translates,omitempty"`
	Translations []string   `json:"translations,omitempty"`
	SHA256       string     `json:"sha256,omitempty"` // of the text as received
	Note         *i18n.Text `json:"note,omitempty"`
	Articles     []string   `json:"articles,omitempty"` // that report it
	Acts         []string   `json:"acts,omitempty"`     // that rest on it
}

func (j converter) article(a *casebook.Article) *articleJSON {
	out := &articleJSON{
		ID: a.ID, Path: a.Path, Published: a.Published.String(), Reference: a.Reference.String(), Title: a.Title(),
		Summary: some(summary(a)), About: a.About, Sources: list(a.Sources, idOfSource),
		Entities: list(a.Entities, idOfEntity), Acts: list(a.Acts, idOfAct), Sentences: map[i18n.Lang][]sentenceJSON{},
	}
	for _, l := range i18n.Langs {
		if doc := a.Docs.In(l); doc != nil {
			out.Sentences[l] = sentences(doc)
		}
	}
	return out
}

func sentences(doc *analysis.Document) []sentenceJSON {
	out := make([]sentenceJSON, 0, len(doc.Sentences))
	for i, s := range doc.Sentences {
		out = append(out, sentenceJSON{"s" + strconv.Itoa(i+1), s.Passage + 1, s.Text})
	}
	return out
}

// summary returns the summary of an article in both languages.
func summary(a *casebook.Article) i18n.Text {
	in := func(v *content.Version) string {
		if v == nil {
			return ""
		}
		return v.Summary
	}
	return i18n.Text{JA: in(a.JA), EN: in(a.EN)}
}

func (j converter) source(s *casebook.Source) *sourceJSON {
	out := &sourceJSON{
		ID: s.ID, Path: s.Path, Kind: s.Kind, Title: s.Title, TitleIn: some(s.TitleIn), Publisher: j.named(s.Publisher),
		Author: s.Author, Translator: s.Translator, Published: s.Published.String(), URL: s.URL, Archived: s.Archived,
		Number: s.Number, Language: s.Language, Rights: string(s.Rights), SHA256: s.SHA256, Note: some(s.Note),
		Translations: list(s.Translations, idOfSource), Articles: list(s.Articles, idOfArticle), Acts: list(s.Acts, idOfAct),
	}
	if s.Translates != nil {
		out.Translates = s.Translates.ID
	}
	return out
}
