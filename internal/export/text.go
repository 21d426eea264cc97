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
	ID        string      `json:"id" doc:"of the article"`
	Path      string      `json:"path" doc:"its page, below ja/ and en/"`
	Published string      `json:"published" doc:"when it came out in the archive" is:"edtf"`
	Reference string      `json:"reference" doc:"the day from which its relative dates count" is:"edtf"`
	Title     i18n.Text   `json:"title" doc:"its title"`
	Summary   *i18n.Text  `json:"summary,omitempty" doc:"what it says, in a sentence"`
	About     []string    `json:"about,omitempty" doc:"the ids of the entities that it is chiefly about"`
	Sources   []string    `json:"sources,omitempty" doc:"the ids of the sources that it reports"`
	Entities  []string    `json:"entities,omitempty" doc:"the ids of the entities that it names, most often named first"`
	Acts      []string    `json:"acts,omitempty" doc:"the ids of the acts that it tells"`
	Review    *reviewJSON `json:"review,omitempty" doc:"how far editors have reviewed what a machine found in it; missing where they have not"`
	// Sentences are those of each language in which there is a version.
	Sentences map[i18n.Lang][]sentenceJSON `json:"sentences" doc:"its text in each language"`
}

// reviewJSON says how much of what was found in an article an editor has looked at.
type reviewJSON struct {
	Found    int `json:"found" doc:"names, dates, acts and figures in all versions, without those that were rejected"`
	Reviewed int `json:"reviewed" doc:"those that an editor has accepted, corrected or added"`
}

// sentenceJSON is a sentence with its fragment on the page in its language.
type sentenceJSON struct {
	Fragment  string `json:"fragment" doc:"on the page in its language"`
	Paragraph int    `json:"paragraph" doc:"from 1; the same number says the same in both languages"`
	Text      string `json:"text" doc:"the sentence"`
}

// sourceJSON is the record of a source. Its text is not part of it.
type sourceJSON struct {
	ID           string     `json:"id" doc:"of the source"`
	Path         string     `json:"path" doc:"its page, below ja/ and en/"`
	Kind         string     `json:"kind,omitempty" doc:"what it is" is:"source"`
	Title        string     `json:"title" doc:"in its own language"`
	TitleIn      *i18n.Text `json:"title_in,omitempty" doc:"the title in the languages of the archive"`
	Publisher    *refJSON   `json:"publisher,omitempty" doc:"who published it"`
	Author       string     `json:"author,omitempty" doc:"who wrote it"`
	Translator   string     `json:"translator,omitempty" doc:"who translated it"`
	Published    string     `json:"published,omitempty" doc:"when it was published" is:"edtf"`
	URL          string     `json:"url,omitempty" doc:"where it stands"`
	Archived     string     `json:"archived,omitempty" doc:"where a copy stands"`
	Number       string     `json:"number,omitempty" doc:"of the release or case"`
	Language     string     `json:"language,omitempty" doc:"its language (BCP 47)"`
	Rights       string     `json:"rights" doc:"how much of its text may be shown: all, sentences that are evidence, or nothing" is:"rights"`
	Translates   string     `json:"translates,omitempty" doc:"the id of the source that it translates or reports"`
	Translations []string   `json:"translations,omitempty" doc:"the ids of its translations"`
	SHA256       string     `json:"sha256,omitempty" doc:"of the text as received"`
	Note         *i18n.Text `json:"note,omitempty" doc:"a remark of the editors"`
	Articles     []string   `json:"articles,omitempty" doc:"the ids of the articles that report it"`
	Acts         []string   `json:"acts,omitempty" doc:"the ids of the acts that rest on it"` // that rest on it
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
	out.Review = review(a)
	return out
}

// review counts what was found in an article, nil where no editor has looked at any of it.
func review(a *casebook.Article) *reviewJSON {
	var out reviewJSON
	for _, l := range i18n.Langs {
		doc := a.Docs.In(l)
		if doc == nil {
			continue
		}
		for _, state := range doc.States() {
			out.Found++
			if state != analysis.ByMachine {
				out.Reviewed++
			}
		}
	}
	if out.Reviewed == 0 {
		return nil
	}
	return &out
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
