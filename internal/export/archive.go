package export

import (
	"cmp"
	"io"
	"slices"

	"jikenbo/internal/casebook"
	"jikenbo/internal/content"
	"jikenbo/internal/i18n"
)

// version is that of the shape of the JSON files. Fields may be added to a version; it rises when one changes its meaning.
const version = 2

// archiveJSON is data/archive.json. Paths of pages stand the same below ja/ and en/.
type archiveJSON struct {
	Format      string         `json:"format" doc:"always jikenbo"`
	Version     int            `json:"version" doc:"of the shape of this file; it rises when a field changes its meaning"`
	Title       i18n.Text      `json:"title" doc:"the name of the archive"`
	Description i18n.Text      `json:"description" doc:"what the archive is about"`
	SiteURL     string         `json:"site_url,omitempty" doc:"where the site stands; every path in this file is relative to it"`
	Entities    []*entityJSON  `json:"entities" doc:"every entity that has a page, but operations"`
	Operations  []*entityJSON  `json:"operations" doc:"campaigns, and the operations against them"`
	Acts        []*actJSON     `json:"acts,omitempty" doc:"the timeline; missing where the archive is in parts"`
	Articles    []*articleJSON `json:"articles,omitempty" doc:"the articles of the archive, whole; missing where it is in parts"`
	Parts       []partJSON     `json:"parts,omitempty" doc:"of a large archive: the files that have its acts and articles, by year, the newest first"`
	Sources     []*sourceJSON  `json:"sources" doc:"the records of the sources, without their texts"`
	// Contested are names that several entities claim.
	Contested []contestedJSON `json:"contested" doc:"names that several entities claim"`
}

// refJSON is an entity, by id and name, or the words of the editor where the registry has none.
type refJSON struct {
	ID    string     `json:"id,omitempty" doc:"of an entity"`
	Name  *i18n.Text `json:"name,omitempty" doc:"of the entity"`
	Words string     `json:"words,omitempty" doc:"where the registry has no such entity: the words of the editor or of the text"`
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
	Reviewed     bool              `json:"reviewed,omitempty" doc:"an editor has checked what the machine found, corrected it or added it"`
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

// archivePath is the whole archive, or what stands for its parts.
const archivePath = "data/archive.json"

// json makes data/archive.json and a file for every entity, which holds the same object.
func (x *Exporter) json(c *casebook.Casebook, made *madeOf, emit func(File) error) error {
	w := &archiver{Exporter: x, converter: converter{c}, made: made, emit: emit}
	return emit(File{Path: archivePath, Write: w.archive})
}

// An archiver writes data/archive.json, its parts, and the files of entities.
type archiver struct {
	*Exporter
	converter
	made    *madeOf
	emit    func(File) error
	compact encoder
	room    []byte // for the file of an entity
}

// archive writes the fields of [archiveJSON], record by record, and emits each entity as a file too.
func (w *archiver) archive(out io.Writer) error {
	to := newJSONWriter(out, w.stock(archivePath))
	to.field("format", "jikenbo")
	to.field("version", version)
	to.field("title", w.Title)
	to.field("description", w.Description)
	if w.SiteURL != "" {
		to.field("site_url", w.SiteURL)
	}
	w.entities(to)
	if c := w.book; len(c.Acts)+len(c.Articles) > cmp.Or(w.onePart, onePart) {
		parts, err := w.parts()
		to.fail(err)
		to.field("parts", parts)
	} else {
		w.told(to, c.Acts, c.Articles)
	}
	records(w, to, "sources", w.book.Sources, nil, w.source)
	records(w, to, "contested", w.book.Contested, nil, w.contested)
	return w.closed(to, archivePath)
}

// told writes acts and articles.
func (w *archiver) told(to *jsonWriter, acts []*casebook.Act, articles []*casebook.Article) {
	records(w, to, "acts", acts, w.made.act, w.act)
	records(w, to, "articles", articles, w.made.article, w.article)
}

// entities writes the entities, and then the operations, and emits each as a file too.
func (w *archiver) entities(to *jsonWriter) {
	for _, list := range []struct {
		name       string
		operations bool
	}{{"entities", false}, {"operations", true}} {
		in := slices.DeleteFunc(slices.Clone(w.book.Entities), func(e *casebook.Entity) bool { return (e.Kind == content.Operation) != list.operations })
		var of Digest
		l := lister{n: len(in), item: func(i int) ([]byte, error) { return w.compact.entity(w.converter, in[i]) }}
		if w.made.known() {
			l.of = func(i int) Digest { of = w.made.entity(in[i]); return of }
		}
		l.then = func(i int, compact []byte) error {
			return w.emit(File{Path: EntityData(in[i]), Of: of, Make: func() ([]byte, error) { return w.alone(in[i], compact) }})
		}
		to.list(list.name, l)
	}
}

// alone is the file of an entity, of which the record may be made already.
func (w *archiver) alone(e *casebook.Entity, compact []byte) (data []byte, err error) {
	if compact == nil {
		if compact, err = w.compact.entity(w.converter, e); err != nil {
			return nil, err
		}
	}
	w.room = append(layout(w.room[:0], compact), '\n')
	return w.room, nil
}

// closed ends a file, and keeps where its records stand.
func (x *Exporter) closed(to *jsonWriter, path string) error {
	err := to.close()
	if err == nil {
		x.shelf().Keep(path, to.places)
	}
	return err
}

// records writes a list of what a function makes of each item. Of may be nil.
func records[T, R any](w *archiver, to *jsonWriter, name string, in []T, of func(T) Digest, f func(T) R) {
	l := lister{n: len(in), item: func(i int) ([]byte, error) { return w.compact.encode(f(in[i])) }}
	if of != nil {
		l.of = func(i int) Digest { return of(in[i]) }
	}
	to.list(name, l)
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
	if !e.Registered() {
		return &refJSON{Words: words(e)}
	}
	return &refJSON{ID: e.ID, Name: &e.Name}
}

// words are those by which one takes part whom the registry does not have.
func words(e *casebook.Entity) string {
	w, _ := e.Name.Best(i18n.JA)
	return w
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
		Type: string(a.Type), Title: a.Title, Text: some(a.Text), Edited: a.Edited, Reviewed: a.Reviewed,
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
