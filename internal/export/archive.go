package export

import (
	"bytes"
	"encoding/json"
	"errors"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// version is that of the shape of the JSON files. Fields may be added to a version; it rises when one changes its meaning.
const version = 1

// archiveJSON is data/archive.json. Paths of pages stand the same below ja/ and en/.
type archiveJSON struct {
	Format      string         `json:"format" doc:"always jikenbo"`
	Version     int            `json:"version" doc:"of the shape of this file; it rises when a field changes its meaning"`
	Title       i18n.Text      `json:"title" doc:"the name of the archive"`
	Description i18n.Text      `json:"description" doc:"what the archive is about"`
	SiteURL     string         `json:"site_url,omitempty" doc:"where the site stands; every path in this file is relative to it"`
	Entities    []*entityJSON  `json:"entities" doc:"every entity that has a page, but operations"`
	Operations  []*entityJSON  `json:"operations" doc:"campaigns, and the operations against them"`
	Acts        []*actJSON     `json:"acts" doc:"the timeline"`
	Articles    []*articleJSON `json:"articles" doc:"the articles of the archive, whole"`
	Sources     []*sourceJSON  `json:"sources" doc:"the records of the sources, without their texts"`
	// Contested are names that several entities claim.
	Contested []contestedJSON `json:"contested" doc:"names that several entities claim"`
}

// refJSON is an entity, by id and name, or the words of the editor where the registry has none.
type refJSON struct {
	ID    string     `json:"id,omitempty" doc:"of an entity"`
	Name  *i18n.Text `json:"name,omitempty" doc:"of the entity"`
	Words string     `json:"words,omitempty" doc:"where the registry has no such entity: the words of the editor"`
}

// contestedJSON is a name that several entities claim.
type contestedJSON struct {
	Name     string    `json:"name" doc:"the name"`
	Path     string    `json:"path" doc:"its page, below ja/ and en/"`
	Entities []refJSON `json:"entities" doc:"those that claim it"`
}

// evidenceJSON is a sentence: where it stands and, where it may be shown, what it says.
type evidenceJSON struct {
	Article  string    `json:"article,omitempty" doc:"the id of the article in which the sentence stands"`
	Source   string    `json:"source,omitempty" doc:"the id of the source, where it stands in no article"`
	Language i18n.Lang `json:"language" doc:"of the sentence" is:"lang"`
	Path     string    `json:"path" doc:"of the page, from the root of the site"` // from the root of the site
	Fragment string    `json:"fragment,omitempty" doc:"of the sentence on its page; missing where the page does not show it"`
	Text     string    `json:"text,omitempty" doc:"the sentence; missing where the rights of its source do not let it be shown"`
	// DateAsWritten is the date in the words of the text.
	DateAsWritten string `json:"date_as_written,omitempty" doc:"the date in the words of the text"`
}

// actJSON is one dated act.
type actJSON struct {
	ID           string            `json:"id" doc:"of the act, and its fragment on the timeline"`
	Path         string            `json:"path" doc:"its place, below ja/ and en/"`
	EDTF         string            `json:"edtf,omitempty" doc:"when it was done" is:"edtf"`
	Earliest     string            `json:"earliest,omitempty" doc:"the first day that the date can mean" is:"day"`
	Latest       string            `json:"latest,omitempty" doc:"the last day that the date can mean" is:"day"`
	Announced    string            `json:"announced,omitempty" doc:"when it was made public" is:"edtf"`
	Type         string            `json:"type" doc:"what was done" is:"type"`
	Title        i18n.Text         `json:"title" doc:"what was done, in one line"`
	Text         *i18n.Text        `json:"text,omitempty" doc:"what was done, in a sentence or two"`
	Edited       bool              `json:"edited" doc:"an editor wrote it down; otherwise a machine found it in a text"`
	Operation    string            `json:"operation,omitempty" doc:"the id of the operation that it belongs to"`
	Participants []participantJSON `json:"participants,omitempty" doc:"who took part"`
	Evidence     []evidenceJSON    `json:"evidence,omitempty" doc:"the sentences that tell it"`
	Sources      []string          `json:"sources,omitempty" doc:"the ids of the sources"`
}

// participantJSON is an entity in its role.
type participantJSON struct {
	refJSON
	Role   string     `json:"role" doc:"its role" is:"role"`
	Note   *i18n.Text `json:"note,omitempty" doc:"what it did"`
	Source string     `json:"source,omitempty" doc:"the id of the source"`
}

// EntityData is the file, from the root of the site, that holds one entity.
func EntityData(e *casebook.Entity) string { return "data/entities/" + e.ID + ".json" }

// json makes data/archive.json and a file for every entity, which holds the same object.
func (x *Exporter) json(c *casebook.Casebook, emit func(File) error) error {
	j := converter{c}
	out := archiveJSON{
		Format: "jikenbo", Version: version, Title: x.Title, Description: x.Description, SiteURL: x.SiteURL,
		Entities: []*entityJSON{}, Operations: []*entityJSON{}, Acts: list(c.Acts, j.act),
		Articles: list(c.Articles, j.article), Sources: list(c.Sources, j.source), Contested: list(c.Contested, j.contested),
	}
	for _, e := range c.Entities {
		o := j.entity(e)
		if e.Kind == content.Operation {
			out.Operations = append(out.Operations, o)
		} else {
			out.Entities = append(out.Entities, o)
		}
		data, err := encode(o)
		if err := errors.Join(err, emit(File{EntityData(e), data})); err != nil {
			return err
		}
	}
	data, err := encode(out)
	return errors.Join(err, emit(File{"data/archive.json", data}))
}

// encode writes a value as JSON that people can read too, safe inside HTML.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", " ")
	err := e.Encode(v)
	return b.Bytes(), err
}

// list turns each item into its JSON; it is never nil.
func list[T, R any](in []T, f func(T) R) []R {
	out := make([]R, 0, len(in))
	for _, v := range in {
		out = append(out, f(v))
	}
	return out
}

// some returns a text, nil where it is missing in both languages.
func some(t i18n.Text) *i18n.Text {
	if t.IsZero() {
		return nil
	}
	return &t
}

// A converter turns what is linked into JSON.
type converter struct{ book *casebook.Casebook }

// ref returns a reference to an entity, nil for nil.
func (j converter) ref(e *casebook.Entity) *refJSON {
	if e == nil {
		return nil
	}
	return &refJSON{ID: e.ID, Name: &e.Name}
}

// named returns a reference to the entity with an id, or the words as they stand; nil for "".
func (j converter) named(idOrWords string) *refJSON {
	if e := j.book.Entity(idOrWords); e != nil {
		return j.ref(e)
	}
	if idOrWords == "" {
		return nil
	}
	return &refJSON{Words: idOrWords}
}

func (j converter) contested(n *casebook.Contested) contestedJSON {
	return contestedJSON{n.Name, n.Path, list(n.Entities, func(e *casebook.Entity) refJSON { return *j.ref(e) })}
}

// evidence returns a sentence under its rights.
func (j converter) evidence(e casebook.Evidence) evidenceJSON {
	out := place(e)
	if e.May() {
		out.Text, out.DateAsWritten = e.Text, e.AsWritten
	}
	return out
}

// place returns where a sentence stands, without its words.
func place(e casebook.Evidence) evidenceJSON {
	out := evidenceJSON{Language: e.Lang, Path: string(e.Lang) + "/" + e.Path(), Fragment: e.Fragment(e.Lang)}
	if e.Article != nil {
		out.Article = e.Article.ID
	} else {
		out.Source = e.Source.ID
	}
	return out
}

func (j converter) act(a *casebook.Act) *actJSON {
	earliest, latest := bounds(a.Date)
	out := &actJSON{
		ID: a.ID, Path: timeline(a), EDTF: a.Date.String(), Earliest: earliest, Latest: latest, Announced: a.Announced.String(),
		Type: string(a.Type), Title: a.Title, Text: some(a.Text), Edited: a.Edited,
		Evidence: list(a.Evidence, j.evidence), Sources: list(a.Sources, idOfSource),
	}
	if a.Operation != nil {
		out.Operation = a.Operation.ID
	}
	for _, p := range a.Participants {
		out.Participants = append(out.Participants, participantJSON{refJSON: *j.ref(p.Entity), Role: string(p.Role)})
	}
	return out
}

// timeline returns the place of an act on the timeline.
func timeline(a *casebook.Act) string { return a.Href() }

func idOfEntity(e *casebook.Entity) string   { return e.ID }
func idOfAct(a *casebook.Act) string         { return a.ID }
func idOfArticle(a *casebook.Article) string { return a.ID }
func idOfSource(s *casebook.Source) string   { return s.ID }
